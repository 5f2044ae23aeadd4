/**
 * Processor time of this process that `work` takes, in milliseconds: the least of several, so that compiling code and collecting
 * garbage do not count. What other programs do meanwhile does not count either, which a clock on the wall would.
 */
export async function cpuTime(work: () => unknown, rounds = 3): Promise<number> {
  let least = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round++) {
    const before = process.cpuUsage();
    await work();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, (user + system) / 1000);
  }
  return least;
}

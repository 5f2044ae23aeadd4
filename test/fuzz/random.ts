/** Draws the same numbers from the same seed (mulberry32). */
export interface Random {
  /** From 0 to below `count`. */
  below(count: number): number;
  pick<T>(items: readonly T[]): T;
}

export function openRandom(seed: number): Random {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 0x100000000;
  };
  const below = (count: number) => Math.floor(next() * count);
  return { below, pick: (items) => items[below(items.length)]! };
}

const EXTREMES = [0, 1, 0x7f, 0x80, 0xff];

/** Some bytes changed, cut, repeated or moved: as many changes as `most` at most. */
export function mutateBytes(bytes: Uint8Array, random: Random, most = 8): Uint8Array {
  let mutant: Uint8Array = bytes.slice();
  for (let left = 1 + random.below(most); left > 0 && mutant.length > 0; left--)
    mutant = change(mutant, random);
  return mutant;
}

function change(bytes: Uint8Array, random: Random): Uint8Array {
  const at = random.below(bytes.length);
  const length = 1 + random.below(Math.min(16, bytes.length - at));
  switch (random.below(8)) {
    case 0:
      return bytes.slice(0, at);
    case 1:
      return join(bytes.subarray(0, at), bytes.subarray(at + length));
    case 2:
      return join(bytes.subarray(0, at + length), bytes.subarray(at));
    case 3:
      bytes.fill(random.pick(EXTREMES), at, at + length);
      return bytes;
    case 4:
      bytes[at] = random.pick(EXTREMES);
      return bytes;
    default:
      bytes[at] = bytes[at]! ^ (1 << random.below(8));
      return bytes;
  }
}

function join(...parts: readonly Uint8Array[]): Uint8Array {
  return new Uint8Array(Buffer.concat(parts));
}

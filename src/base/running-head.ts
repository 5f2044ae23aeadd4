/** The name of a running head that is the last on its page, by that of the one that is the first. */
export function lastOf(name: string): string {
  return `last ${name}`;
}

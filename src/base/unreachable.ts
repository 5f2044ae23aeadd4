/** Ends every switch over a closed sum: the compiler proves that it is never reached. */
export function unreachable(value: never, legal: string): never {
  throw new Error(`unexpected ${JSON.stringify(value)}; expected one of: ${legal}`);
}

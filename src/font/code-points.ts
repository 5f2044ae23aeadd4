/** A set of code points, as ranges. */
export class CodePoints {
  /** First and last of each range in turn, ascending. */
  readonly #bounds: Uint32Array;

  /** @param ranges hexadecimal, ascending: `20-7E A0 2190-21FF`; the empty text covers nothing */
  constructor(ranges: string) {
    const pairs = ranges.split(' ').filter((range) => range !== '');
    this.#bounds = Uint32Array.from(
      pairs.flatMap((range) => {
        const [first = range, last = first] = range.split('-');
        return [Number.parseInt(first, 16), Number.parseInt(last, 16)];
      }),
    );
  }

  has(codePoint: number): boolean {
    const bounds = this.#bounds;
    let [low, high] = [0, bounds.length >> 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (bounds[2 * middle + 1]! < codePoint) low = middle + 1;
      else high = middle;
    }
    return 2 * low < bounds.length && bounds[2 * low]! <= codePoint;
  }
}

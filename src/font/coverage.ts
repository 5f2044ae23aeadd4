/** Code points in a row that are asked for at once. */
const BLOCK = 256;

/** The characters of a face. A document touches few blocks of Unicode: each is asked for when it is first needed. */
export class Coverage {
  readonly #isCovered: (codePoint: number) => boolean;
  /** By the number of the block; one byte a code point. */
  readonly #blocks: Uint8Array<ArrayBuffer>[] = [];
  #last = -1;
  #lastBlock = new Uint8Array(BLOCK);

  /** @param isCovered asked once for each code point of a block */
  constructor(isCovered: (codePoint: number) => boolean) {
    this.#isCovered = isCovered;
  }

  has(codePoint: number): boolean {
    const index = Math.floor(codePoint / BLOCK);
    if (index !== this.#last) {
      this.#lastBlock = this.#blocks[index] ?? this.#readBlock(index);
      this.#last = index;
    }
    return this.#lastBlock[codePoint % BLOCK] === 1;
  }

  #readBlock(index: number): Uint8Array<ArrayBuffer> {
    const block = Uint8Array.from({ length: BLOCK }, (_, at) =>
      this.#isCovered(index * BLOCK + at) ? 1 : 0,
    );
    this.#blocks[index] = block;
    return block;
  }
}

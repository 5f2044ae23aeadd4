/** A page of text takes some 14 KB. */
const ROOM = 1 << 15;

/**
 * The operators of a content stream (ISO 32000-1, 7.8.2) as bytes. To add them up as a string costs twice:
 * a rope of thousands of links for every page, and then the walk along it.
 */
export class ContentBytes {
  #bytes = new Uint8Array(ROOM);
  #length = 0;

  /** @param text Latin-1 */
  write(text: string): void {
    const end = this.#length + text.length;
    if (end > this.#bytes.length) this.#grow(end);
    const bytes = this.#bytes;
    for (let i = 0, at = this.#length; i < text.length; i++, at++) bytes[at] = text.charCodeAt(i);
    this.#length = end;
  }

  take(): Uint8Array {
    return this.#bytes.subarray(0, this.#length);
  }

  #grow(least: number): void {
    const bytes = new Uint8Array(Math.max(least, this.#bytes.length * 2));
    bytes.set(this.#bytes);
    this.#bytes = bytes;
  }
}

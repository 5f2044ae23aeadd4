/** A page of text takes some 14 KB. */
const ROOM = 1 << 15;

/** Of a whole number that is kept exactly. */
const MOST_DIGITS = 16;
const ZERO = 0x30;

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

  /** Writes `hundredths` / 100 in as few digits as will do (ISO 32000-1, 7.3.3). @param hundredths whole */
  writeHundredths(hundredths: number): void {
    if (hundredths < 0) this.write('-');
    const size = Math.abs(hundredths);
    const rest = size % 100;
    this.#writeDigits((size - rest) / 100);
    if (rest === 0) return;
    this.write('.');
    this.#writeDigits((rest - (rest % 10)) / 10);
    if (rest % 10 !== 0) this.#writeDigits(rest % 10);
  }

  /** Digit by digit: a string for each number of a page costs twice. @param value whole, not negative */
  #writeDigits(value: number): void {
    let power = 1;
    while (value / power >= 10) power *= 10;
    const end = this.#length + MOST_DIGITS;
    if (end > this.#bytes.length) this.#grow(end);
    for (let rest = value; power >= 1; power /= 10) {
      const digit = Math.floor(rest / power);
      this.#bytes[this.#length++] = ZERO + digit;
      rest -= digit * power;
    }
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

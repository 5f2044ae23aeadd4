/**
 * What was made of texts, kept for the life of the process and found again by the very text. Holds texts of so many
 * UTF-16 units at most; those not asked for the longest go first.
 */
export class TextCache<T> {
  readonly #mostUnits: number;
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<string, T>();
  #units = 0;

  constructor(mostUnits: number) {
    this.#mostUnits = mostUnits;
  }

  get(text: string): T | undefined {
    const known = this.#kept.get(text);
    if (known !== undefined) {
      this.#kept.delete(text);
      this.#kept.set(text, known);
    }
    return known;
  }

  /** @param made never written to again: whoever asks for the text shares it */
  keep(text: string, made: T): void {
    if (!this.#kept.has(text)) this.#units += text.length;
    this.#kept.set(text, made);
    for (const oldest of this.#kept.keys()) {
      if (this.#units <= this.#mostUnits) return;
      this.#kept.delete(oldest);
      this.#units -= oldest.length;
    }
  }
}

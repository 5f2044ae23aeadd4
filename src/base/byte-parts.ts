/** The bytes of a file, one part after another: a whole of them beside what they were made from is large. */
export type ByteParts = readonly Uint8Array[];

/** Bytes. What is smaller is copied into a part with its neighbours: a book is written in 100,000 pieces. */
const SMALL = 1 << 12;

/** Bytes. The largest that neighbours are gathered to. */
const GATHERED = 1 << 20;

/** Gathers what is written piece by piece. A large piece becomes a part as it is and must not change any more. */
export class BytePartWriter {
  readonly #parts: Uint8Array[] = [];
  #open: Uint8Array[] = [];
  #openLength = 0;
  #length = 0;

  /** Bytes written. */
  get length(): number {
    return this.#length;
  }

  push(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (bytes.length >= SMALL || this.#openLength + bytes.length > GATHERED) this.#close();
    if (bytes.length >= SMALL) {
      this.#parts.push(bytes);
      return;
    }
    this.#open.push(bytes);
    this.#openLength += bytes.length;
  }

  /** All parts. */
  finish(): ByteParts {
    this.#close();
    return this.#parts;
  }

  #close(): void {
    if (this.#open.length > 0) this.#parts.push(concatenate(this.#open));
    this.#open = [];
    this.#openLength = 0;
  }
}

/** Bytes in all parts. */
export function countBytes(parts: ByteParts): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** The bytes of all parts, one after another. */
export function concatenate(parts: ByteParts): Uint8Array<ArrayBuffer> {
  const whole = new Uint8Array(countBytes(parts));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

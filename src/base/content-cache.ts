/** What tells files of one name apart most of the time: a font file begins with the check sums of its tables. */
const HEAD_SIZE = 512;

interface Kept<T> {
  readonly bytes: Uint8Array;
  readonly made: T;
}

/**
 * What was made of files, kept for the life of the process and found again by their content, whoever reads them
 * from wherever. Holds files of so many bytes at most; those not asked for the longest go first.
 */
export class ContentCache<T> {
  readonly #mostBytes: number;
  /** In the order in which they were last asked for. */
  readonly #kept = new Map<string, Kept<T>>();
  #size = 0;

  /** @param mostBytes of the files together; the one asked for last is held however large it is */
  constructor(mostBytes: number) {
    this.#mostBytes = mostBytes;
  }

  /**
   * @param name what else the thing is made from
   * @param make is given a copy of `bytes`, which nobody writes to: those given may be used again
   * @throws whatever `make` throws; nothing is kept then
   */
  get(name: string, bytes: Uint8Array, make: (bytes: Uint8Array) => T): T {
    const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(HEAD_SIZE, bytes.length));
    const key = `${name}|${bytes.length}|${head.toString('latin1')}`;
    const known = this.#kept.get(key);
    if (known && Buffer.compare(known.bytes, bytes) === 0) {
      this.#kept.delete(key);
      this.#kept.set(key, known);
      return known.made;
    }
    const own = bytes.slice();
    const made = make(own);
    this.#keep(key, { bytes: own, made });
    return made;
  }

  #keep(key: string, kept: Kept<T>): void {
    this.#drop(key);
    this.#kept.set(key, kept);
    this.#size += kept.bytes.length;
    for (const oldest of this.#kept.keys()) {
      if (this.#size <= this.#mostBytes || oldest === key) return;
      this.#drop(oldest);
    }
  }

  #drop(key: string): void {
    this.#size -= this.#kept.get(key)?.bytes.length ?? 0;
    this.#kept.delete(key);
  }
}

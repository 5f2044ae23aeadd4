import { viewOf } from './sfnt-file.ts';

/** Reads numbers of a file one after another. Every read throws a RangeError beyond the end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = viewOf(bytes);
  }

  uint8(): number {
    return this.#view.getUint8(this.at++);
  }

  uint16(): number {
    this.at += 2;
    return this.#view.getUint16(this.at - 2);
  }

  int16(): number {
    this.at += 2;
    return this.#view.getInt16(this.at - 2);
  }

  uint32(): number {
    this.at += 4;
    return this.#view.getUint32(this.at - 4);
  }

  bytes(count: number): Uint8Array {
    if (this.at + count > this.#bytes.length) throw new RangeError('the file ends too early');
    this.at += count;
    return this.#bytes.subarray(this.at - count, this.at);
  }

  /** 255UInt16 (WOFF 2.0, 4.1). */
  packedUint16(): number {
    const code = this.uint8();
    if (code === 253) return this.uint16();
    if (code === 254) return this.uint8() + 2 * 253;
    return code === 255 ? this.uint8() + 253 : code;
  }

  /** UIntBase128 (WOFF 2.0, 4.1). */
  base128(): number {
    let value = 0;
    for (let count = 0; count < 5; count++) {
      const byte = this.uint8();
      value = value * 128 + (byte & 0x7f);
      if (byte < 0x80) return value;
    }
    throw new RangeError('a number of more than five bytes');
  }
}

import type { PngFile } from './png-file.ts';
import { filterPaeth, undoFilter } from './png-filter.ts';
import { bytesOfRow, type PngHeader } from './png-header.ts';
import { type Pass, passesOf, type RowReader, readRows } from './png-rows.ts';

/** Bytes of rows held at a time, at least; and at most, for each pixel of the image. */
const BAND = 16 * 1024 * 1024;
const BYTES_PER_PIXEL = 2;

/**
 * Hands out the rows of an image from the top down, filtered as they were or, of an interlaced one, anew. The passes of
 * such an image are spread over all of it: it is read once for each band of rows that memory is spent on, of images up
 * to 8 bits a sample mostly once.
 *
 * @throws RasterFault as `readRows`
 */
export async function readStraightRows(png: PngFile, reader: RowReader): Promise<void> {
  if (!png.interlaced) return readRows(png, reader);
  const rowBytes = 1 + bytesOfRow(png, png.width);
  const most = Math.max(BAND, BYTES_PER_PIXEL * png.width * png.height);
  const rows = Math.max(1, Math.min(png.height, Math.floor(most / rowBytes)));
  const writer = new FilteredRows(png, reader);
  for (let from = 0; from < png.height; from += rows) {
    const band = new Band(png, from, Math.min(rows, png.height - from), rowBytes);
    await readRows(png, band);
    await writer.write(band.bytes);
  }
}

/** Bytes from one pixel to the next for filters: at least one (PNG 3rd edition, 9.2). */
export function filterStep({ depth, samples }: PngHeader): number {
  return Math.max(1, (depth * samples) / 8);
}

/** Some rows of an interlaced image, put together from its passes. */
class Band implements RowReader {
  readonly bytes: Uint8Array;
  readonly #png: PngFile;
  readonly #from: number;
  readonly #rowBytes: number;
  readonly #step: number;
  #above = new Uint8Array();
  #spare = new Uint8Array();

  constructor(png: PngFile, from: number, rows: number, rowBytes: number) {
    this.#png = png;
    this.#from = from;
    this.#rowBytes = rowBytes;
    this.#step = filterStep(png);
    this.bytes = new Uint8Array(rows * rowBytes);
  }

  row(row: Uint8Array, pass: Pass, y: number): void {
    if (y === 0) {
      this.#above = new Uint8Array(pass.rowBytes);
      this.#spare = new Uint8Array(pass.rowBytes);
    }
    const undone = this.#spare;
    undone.set(row);
    undoFilter(undone, this.#above, this.#step);
    const at = (pass.y + y * pass.stepY - this.#from) * this.#rowBytes;
    if (at >= 0 && at < this.bytes.length) this.#spread(undone, pass, at);
    [this.#above, this.#spare] = [undone, this.#above];
  }

  /** Puts the pixels of a row where they belong; `at` is where the row begins. */
  #spread(row: Uint8Array, pass: Pass, at: number): void {
    const { depth } = this.#png;
    const bits = depth * this.#png.samples;
    if (bits < 8) this.#spreadBits(row, pass, at, bits);
    else {
      const size = bits / 8;
      for (let x = 0; x < pass.width; x++) {
        const to = at + 1 + (pass.x + x * pass.stepX) * size;
        for (let byte = 0; byte < size; byte++) this.bytes[to + byte] = row[1 + x * size + byte]!;
      }
    }
  }

  #spreadBits(row: Uint8Array, pass: Pass, at: number, bits: number): void {
    for (let x = 0; x < pass.width; x++) {
      const place = (pass.x + x * pass.stepX) * bits;
      const to = at + 1 + (place >> 3);
      this.bytes[to] = this.bytes[to]! | (readBits(row, x, bits) << (8 - bits - (place & 7)));
    }
  }
}

/** The sample `x` of a row of 1, 2, 4 or 8 bits each. */
export function readBits(row: Uint8Array, x: number, bits: number): number {
  const place = x * bits;
  return (row[1 + (place >> 3)]! >> (8 - bits - (place & 7))) & ((1 << bits) - 1);
}

/** Hands on rows with filters of their own. */
class FilteredRows {
  readonly #reader: RowReader;
  readonly #whole: Pass;
  readonly #step: number;
  readonly #isSmooth: boolean;
  readonly #filtered: Uint8Array;
  #above: Uint8Array;
  #y = 0;

  constructor(png: PngFile, reader: RowReader) {
    this.#reader = reader;
    this.#whole = passesOf({ ...png, interlaced: false })[0]!;
    this.#step = filterStep(png);
    this.#isSmooth = png.depth >= 8 && png.colorType !== 3;
    this.#filtered = new Uint8Array(this.#whole.rowBytes);
    this.#above = new Uint8Array(this.#whole.rowBytes);
  }

  /** @param bytes whole rows */
  async write(bytes: Uint8Array): Promise<void> {
    const { rowBytes } = this.#whole;
    for (let at = 0; at < bytes.length; at += rowBytes) {
      const row = bytes.subarray(at, at + rowBytes);
      if (this.#isSmooth) filterPaeth(row, this.#above, this.#step, this.#filtered);
      this.#reader.row(this.#isSmooth ? this.#filtered : row, this.#whole, this.#y);
      this.#above = row;
      this.#y += 1;
      // about as many bytes as `readRows` has read at a time
      if (this.#y % Math.ceil(0x40000 / rowBytes) === 0) await this.#reader.pause?.();
    }
    await this.#reader.pause?.();
    this.#above = this.#above.slice();
  }
}

import { createInflate, type Inflate } from 'node:zlib';
import type { PngFile } from './png-file.ts';
import { bytesOfRow, type PngHeader } from './png-header.ts';
import { RasterFault } from './raster-fault.ts';

/** Rows that are stored one after another: the image, or one of the seven passes of an interlaced one. */
export interface Pass {
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Where its first pixel lies in the image, and how far its pixels lie apart. */
  readonly x: number;
  readonly y: number;
  readonly stepX: number;
  readonly stepY: number;
  /** With the byte that names the filter. */
  readonly rowBytes: number;
}

/** Who reads rows. */
export interface RowReader {
  /** @param row its filter and its bytes as stored, which are overwritten after the call; @param y in the pass */
  row(row: Uint8Array, pass: Pass, y: number): void;
  /** Called now and then; reading goes on when it is settled. */
  pause?(): Promise<void>;
}

/** Bytes that zlib is fed and gives at a time: larger ones gain nothing. */
const PIECE = 256 * 1024;

/** Adam7 (PNG 3rd edition, 8.2): first column and row, and the distances, of each pass. */
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

/** In the order in which they are stored; without those that have no pixels. */
export function passesOf(header: PngHeader): readonly Pass[] {
  const places = header.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return places.flatMap(([x, y, stepX, stepY]) => {
    const width = Math.ceil((header.width - x) / stepX);
    const height = Math.ceil((header.height - y) / stepY);
    if (width <= 0 || height <= 0) return [];
    return [{ x, y, stepX, stepY, width, height, rowBytes: 1 + bytesOfRow(header, width) }];
  });
}

/** Bytes to which the pixels unfold: neither more nor fewer. */
export function unfoldedBytes(header: PngHeader): number {
  return passesOf(header).reduce((sum, { height, rowBytes }) => sum + height * rowBytes, 0);
}

/**
 * Hands out all rows as they are stored, a piece at a time: memory stays the same, however large the image.
 *
 * @throws RasterFault where they are damaged, fewer or more than the header says
 */
export async function readRows(png: PngFile, reader: RowReader): Promise<void> {
  const cutter = new RowCutter(passesOf(png), reader);
  const inflate = createInflate({ chunkSize: PIECE });
  const cut = async () => {
    for await (const piece of inflate as AsyncIterable<Uint8Array>) {
      cutter.add(piece);
      await reader.pause?.();
    }
  };
  try {
    await Promise.all([cut(), feed(png.data, inflate)]);
  } catch (error) {
    if (error instanceof RasterFault) throw error;
    if (!(error instanceof Error && 'code' in error && /^Z_/.test(String(error.code)))) throw error;
    throw new RasterFault(error.code === 'Z_BUF_ERROR' ? 'png-fewer' : 'png-pixels');
  }
  cutter.finish();
  checkConsumed(inflate, png);
}

/** What follows the stream within IDAT is no part of the picture. */
function checkConsumed(inflate: Inflate, { data }: PngFile): void {
  const given = data.reduce((sum, { length }) => sum + length, 0);
  if (inflate.bytesWritten < given) throw new RasterFault('png-more');
}

/**
 * IDAT are often of 8 kB, and each that zlib is fed takes a turn of its own: small ones are gathered, always in the same
 * place, which is free again when zlib has taken what is in it.
 */
async function feed(data: readonly Uint8Array[], inflate: Inflate): Promise<void> {
  const room = new Uint8Array(PIECE);
  let filled = 0;
  const write = (piece: Uint8Array) =>
    new Promise<void>((resolve, reject) => {
      inflate.write(piece, (error) => (error ? reject(error) : resolve()));
    });
  for (const part of data) {
    if (filled + part.length > PIECE) {
      await write(room.subarray(0, filled));
      filled = 0;
    }
    if (part.length > PIECE) {
      await write(part);
      continue;
    }
    room.set(part, filled);
    filled += part.length;
  }
  if (filled > 0) await write(room.subarray(0, filled));
  inflate.end();
}

/** Cuts what is unfolded into rows. */
class RowCutter {
  readonly #passes: readonly Pass[];
  readonly #reader: RowReader;
  #pass = 0;
  #y = 0;
  /** The beginning of a row whose end is in the next piece. */
  readonly #begun: Uint8Array;
  #filled = 0;

  constructor(passes: readonly Pass[], reader: RowReader) {
    this.#passes = passes;
    this.#reader = reader;
    this.#begun = new Uint8Array(Math.max(...passes.map(({ rowBytes }) => rowBytes)));
  }

  add(piece: Uint8Array): void {
    let at = 0;
    while (at < piece.length) {
      const pass = this.#passes[this.#pass];
      if (pass === undefined) throw new RasterFault('png-more');
      const missing = pass.rowBytes - this.#filled;
      const end = Math.min(at + missing, piece.length);
      const part = piece.subarray(at, end);
      at = end;
      if (this.#filled === 0 && part.length === missing) {
        this.#hand(part, pass);
        continue;
      }
      this.#begun.set(part, this.#filled);
      this.#filled += part.length;
      if (this.#filled === pass.rowBytes) this.#hand(this.#begun.subarray(0, pass.rowBytes), pass);
    }
  }

  finish(): void {
    if (this.#pass < this.#passes.length) throw new RasterFault('png-fewer');
  }

  #hand(row: Uint8Array, pass: Pass): void {
    if (row[0]! > 4) throw new RasterFault('png-pixels');
    this.#reader.row(row, pass, this.#y);
    this.#filled = 0;
    this.#y += 1;
    if (this.#y < pass.height) return;
    this.#y = 0;
    this.#pass += 1;
  }
}

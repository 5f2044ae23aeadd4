import { crc32, deflateSync } from 'node:zlib';

/** A writer of PNG of our own, of every kind there is, and of some that there is not. */

export interface PngKind {
  readonly width: number;
  readonly height: number;
  readonly depth: number;
  readonly colorType: number;
  readonly interlaced?: boolean;
  /** Red, green, blue of each colour. */
  readonly palette?: readonly number[];
  /** The body of tRNS. */
  readonly transparency?: readonly number[];
  /** The filter of row `y` of a pass; without it each of the five in turn. */
  readonly filter?: (y: number) => number;
  /** Chunks before PLTE, and after IDAT. */
  readonly before?: readonly Buffer[];
  readonly after?: readonly Buffer[];
  /** Bytes of an IDAT. */
  readonly idat?: number;
  readonly level?: number;
}

export const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };
const ADAM7 = [
  [0, 0, 8, 8],
  [4, 0, 8, 8],
  [0, 4, 4, 8],
  [2, 0, 4, 4],
  [0, 2, 2, 4],
  [1, 0, 2, 2],
  [0, 1, 1, 2],
] as const;

export function chunk(tag: string, body: Uint8Array | readonly number[]): Buffer {
  const tagged = Buffer.concat([Buffer.from(tag, 'latin1'), Uint8Array.from(body)]);
  const whole = Buffer.alloc(8 + tagged.length);
  whole.writeUInt32BE(tagged.length - 4);
  whole.set(tagged, 4);
  whole.writeUInt32BE(crc32(tagged), 4 + tagged.length);
  return whole;
}

export function header({ width, height, depth, colorType, interlaced = false }: PngKind): Buffer {
  const body = Buffer.alloc(13);
  body.writeUInt32BE(width, 0);
  body.writeUInt32BE(height, 4);
  body.set([depth, colorType, 0, 0, interlaced ? 1 : 0], 8);
  return chunk('IHDR', body);
}

/** @param sample the value of sample `channel` of pixel (x, y), of `depth` bits */
export function writePng(kind: PngKind, sample: (x: number, y: number, channel: number) => number): Buffer {
  return writeFile(kind, deflateSync(filterAll(kind, sample), { level: kind.level ?? 6 }));
}

/** With pixels that are deflated already, right or not. */
export function writeFile(kind: PngKind, pixels: Uint8Array): Buffer {
  const size = kind.idat ?? Math.max(1, pixels.length);
  const count = Math.max(1, Math.ceil(pixels.length / size));
  const data = Array.from({ length: count }, (_, at) =>
    chunk('IDAT', pixels.subarray(at * size, (at + 1) * size)),
  );
  return Buffer.concat([
    SIGNATURE,
    header(kind),
    ...(kind.before ?? []),
    ...(kind.palette ? [chunk('PLTE', kind.palette)] : []),
    ...(kind.transparency ? [chunk('tRNS', kind.transparency)] : []),
    ...data,
    ...(kind.after ?? []),
    chunk('IEND', []),
  ]);
}

function filterAll(kind: PngKind, sample: (x: number, y: number, channel: number) => number): Buffer {
  const passes = kind.interlaced ? ADAM7 : ([[0, 0, 1, 1]] as const);
  return Buffer.concat(
    passes.flatMap(([left, top, across, down]) => {
      const width = Math.ceil((kind.width - left) / across);
      const height = Math.ceil((kind.height - top) / down);
      if (width <= 0 || height <= 0) return [];
      const rows = Array.from({ length: height }, (_, y) =>
        packRow(kind, width, (x, channel) => sample(left + x * across, top + y * down, channel)),
      );
      const step = Math.max(1, (kind.depth * SAMPLES[kind.colorType]!) / 8);
      return rows.map((row, y) =>
        filterRow(row, rows[y - 1] ?? Buffer.alloc(row.length), step, (kind.filter ?? ((at) => at % 5))(y)),
      );
    }),
  );
}

function packRow(
  { depth, colorType }: PngKind,
  width: number,
  sample: (x: number, channel: number) => number,
): Buffer {
  const samples = SAMPLES[colorType]!;
  const row = Buffer.alloc(Math.ceil((width * depth * samples) / 8));
  for (let x = 0; x < width; x++) {
    for (let channel = 0; channel < samples; channel++) {
      const place = (x * samples + channel) * depth;
      const value = sample(x, channel);
      if (depth === 16) row.writeUInt16BE(value, place / 8);
      else row[place >> 3] = row[place >> 3]! | (value << (8 - depth - (place & 7)));
    }
  }
  return row;
}

function filterRow(row: Buffer, above: Buffer, step: number, filter: number): Buffer {
  const out = Buffer.alloc(1 + row.length);
  out[0] = filter;
  for (let at = 0; at < row.length; at++) {
    const left = at >= step ? row[at - step]! : 0;
    const up = above[at]!;
    const corner = at >= step ? above[at - step]! : 0;
    out[1 + at] = (row[at]! - [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter]!) & 255;
  }
  return out;
}

function paeth(a: number, b: number, c: number): number {
  const p = a + b - c;
  const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
  if (pa <= pb && pa <= pc) return a;
  return pb <= pc ? b : c;
}

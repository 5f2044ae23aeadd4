import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { concatenate } from '../base/byte-parts.ts';
import type { Canvas } from './canvas.ts';
import { viewOf } from './tag.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Bits a sample, and colour types: of samples that are colours, or places in a palette (PNG 3rd edition, table 12). */
const [DEPTH, TRUECOLOR, INDEXED] = [8, 2, 3];
const MOST_COLORS = 256;
/** Of which a palette is looked for: a page of letters has some hundred, of their edges. */
const FEW_COLORS = 4096;
/** How far another colour may be from that of an edge: squares of its three differences, together. */
const NEAR = 3 * 10 ** 2;

/**
 * A PNG in sRGB (PNG 3rd edition), where that comes near enough with a palette of 256 colours: of more, those that are
 * least seen become the nearest of the others. Deflated by a library, for the deflater in Node differs from release to release.
 */
export function writePng(canvas: Canvas): Uint8Array {
  const counts = countRuns(canvas.pixels);
  const chosen = counts.size > FEW_COLORS ? null : choosePalette(counts);
  if (chosen === null) return writeFile(canvas, TRUECOLOR, [], colorRows(canvas));
  const { palette, placeOf } = chosen;
  const colors = chunk('PLTE', Uint8Array.from(palette.flatMap(channelsOf)));
  return writeFile(canvas, INDEXED, [colors], rowsOf(canvas, placeOf));
}

function writeFile(
  { width, height }: Canvas,
  colorType: number,
  chunks: readonly Uint8Array[],
  rows: Uint8Array,
): Uint8Array {
  const header = new Uint8Array(13);
  viewOf(header).setUint32(0, width);
  viewOf(header).setUint32(4, height);
  header.set([DEPTH, colorType], 8);
  return concatenate([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('sRGB', Uint8Array.of(0)),
    ...chunks,
    chunk('IDAT', zlibSync(rows, { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

/** The number of the filter that says each sample as what it differs from the one before (PNG 3rd edition, 9.2). */
const SUB = 1;

function colorRows({ width, height, pixels }: Canvas): Uint8Array {
  const rows = new Uint8Array((width * 3 + 1) * height);
  let to = 0;
  for (let y = 0, at = 0; y < height; y++) {
    rows[to++] = SUB;
    let before = 0;
    for (let x = 0; x < width; x++, at++) {
      const color = pixels[at]!;
      for (const shift of [16, 8, 0]) rows[to++] = ((color >> shift) & 0xff) - ((before >> shift) & 0xff);
      before = color;
    }
  }
  return rows;
}

const channelsOf = (color: number): readonly number[] => [color >> 16, (color >> 8) & 0xff, color & 0xff];

interface Palette {
  readonly palette: readonly number[];
  /** Of every colour that there is. */
  readonly placeOf: ReadonlyMap<number, number>;
}

/** null where a colour would become one that is far from it. */
function choosePalette(counts: ReadonlyMap<number, number>): Palette | null {
  const colors = [...counts.keys()];
  if (colors.length > MOST_COLORS) colors.sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const palette = colors.slice(0, MOST_COLORS);
  const placeOf = new Map(palette.map((color, place) => [color, place]));
  for (const color of colors.slice(MOST_COLORS)) {
    const other = nearest(color, palette);
    if (distance(color, other) > NEAR) return null;
    placeOf.set(color, placeOf.get(other)!);
  }
  return { palette, placeOf };
}

/** How often each colour begins along the rows, in the order in which they are met. */
function countRuns(pixels: Uint32Array): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  let last = -1;
  for (let at = 0; at < pixels.length; at++) {
    const color = pixels[at]!;
    if (color !== last) counts.set(color, (counts.get(color) ?? 0) + 1);
    last = color;
  }
  return counts;
}

function nearest(color: number, palette: readonly number[]): number {
  return palette.reduce((best, other) => (distance(color, other) < distance(color, best) ? other : best));
}

function distance(one: number, other: number): number {
  return [16, 8, 0].reduce(
    (sum, shift) => sum + (((one >> shift) & 0xff) - ((other >> shift) & 0xff)) ** 2,
    0,
  );
}

/** Each row begins with the number of its filter: none. */
function rowsOf({ width, height, pixels }: Canvas, placeOf: Palette['placeOf']): Uint8Array {
  const rows = new Uint8Array((width + 1) * height);
  let [last, place] = [-1, 0];
  for (let y = 0, at = 0; y < height; y++) {
    for (let to = (width + 1) * y + 1; to < (width + 1) * (y + 1); to++, at++) {
      const color = pixels[at]!;
      if (color !== last) place = placeOf.get(color)!;
      last = color;
      rows[to] = place;
    }
  }
  return rows;
}

function chunk(tag: string, body: Uint8Array): Uint8Array {
  const whole = new Uint8Array(body.length + 12);
  const view = viewOf(whole);
  view.setUint32(0, body.length);
  whole.set(new TextEncoder().encode(tag), 4);
  whole.set(body, 8);
  view.setUint32(body.length + 8, crc32(whole.subarray(4, body.length + 8)));
  return whole;
}

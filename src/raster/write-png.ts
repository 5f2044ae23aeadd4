import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';
import { concatenate } from '../base/byte-parts.ts';
import type { Canvas } from './canvas.ts';
import { viewOf } from './tag.ts';

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);
/** Bits a sample, and the colour type whose samples are places in a palette (PNG 3rd edition, table 12). */
const [DEPTH, INDEXED] = [8, 3];
const MOST_COLORS = 256;

/**
 * A PNG in sRGB of at most 256 colours (PNG 3rd edition): of more, those that are least seen become the nearest of the
 * others. Deflated by a library, for the deflater in Node differs from release to release.
 */
export function writePng(canvas: Canvas): Uint8Array {
  const { palette, placeOf } = choosePalette(canvas.pixels);
  const header = new Uint8Array(13);
  viewOf(header).setUint32(0, canvas.width);
  viewOf(header).setUint32(4, canvas.height);
  header.set([DEPTH, INDEXED], 8);
  return concatenate([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('sRGB', Uint8Array.of(0)),
    chunk('PLTE', Uint8Array.from(palette.flatMap(channelsOf))),
    chunk('IDAT', zlibSync(rowsOf(canvas, placeOf), { level: 6 })),
    chunk('IEND', new Uint8Array()),
  ]);
}

const channelsOf = (color: number): readonly number[] => [color >> 16, (color >> 8) & 0xff, color & 0xff];

interface Palette {
  readonly palette: readonly number[];
  /** Of every colour that there is. */
  readonly placeOf: ReadonlyMap<number, number>;
}

function choosePalette(pixels: Uint32Array): Palette {
  const counts = countRuns(pixels);
  const colors = [...counts.keys()];
  if (colors.length > MOST_COLORS) colors.sort((a, b) => counts.get(b)! - counts.get(a)! || a - b);
  const palette = colors.slice(0, MOST_COLORS);
  const placeOf = new Map(palette.map((color, place) => [color, place]));
  for (const color of colors.slice(MOST_COLORS)) placeOf.set(color, placeOf.get(nearest(color, palette))!);
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
  const own = channelsOf(color);
  const distance = (other: number) =>
    channelsOf(other).reduce((sum, channel, at) => sum + (channel - own[at]!) ** 2, 0);
  return palette.reduce((best, other) => (distance(other) < distance(best) ? other : best));
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

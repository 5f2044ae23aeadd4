import pixelmatch from 'pixelmatch';
import type { Picture } from './draw-page.ts';

/** How much two pixels may differ: 1 is black against white. An outline of another rounding differs by less. */
const THRESHOLD = 0.1;

/** A square centimetre, points on its side: what moves is looked for in one place, not in the sum of a page. */
const WINDOW = 28;

/** So many pixels of a square centimetre may differ. A line of text that moves by a point has a hundred. */
export const TOLERANCE = 8;

/** The most pixels that differ in any square centimetre; all, where the pictures are not of one size. */
export function compare(one: Picture, other: Picture, difference: Uint8Array | null = null): number {
  const { width, height } = one;
  if (other.width !== width || other.height !== height) return width * height;
  const options = { threshold: THRESHOLD, includeAA: true, windowSize: WINDOW };
  return pixelmatch(toColour(one), toColour(other), difference, width, height, options);
}

function toColour({ grey }: Picture): Uint8Array {
  const colour = new Uint8Array(4 * grey.length).fill(255);
  for (const [at, value] of grey.entries()) colour.fill(value, 4 * at, 4 * at + 3);
  return colour;
}

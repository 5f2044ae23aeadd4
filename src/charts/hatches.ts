import type { Rect } from '../base/geometry.ts';
import { polyline } from '../base/path.ts';
import { type DrawnNode, plainShape } from '../vector/drawing.ts';

/** Points: between lines, and of them. */
const APART = 4;
const WIDTH = 0.8;

/** Directions of the lines of each pattern, as how far they go down to the right; 0 has none. */
const SLOPES: readonly (readonly (1 | -1 | 'across' | 'down')[])[] = [
  [],
  [-1],
  ['across'],
  [1],
  ['down'],
  [1, -1],
  ['across', 'down'],
];

/** How many patterns tell series apart. */
export const PATTERNS = SLOPES.length;

/** Lines over what is filled, by which it is known in grey. */
export function hatch(pattern: number, { x, y, width, height }: Rect, color: string): readonly DrawnNode[] {
  const draw = (x0: number, y0: number, x1: number, y1: number) =>
    plainShape(
      polyline([
        { x: x0, y: y0 },
        { x: x1, y: y1 },
      ]),
      null,
      { width: WIDTH, color },
    );
  const every = (length: number, make: (at: number) => DrawnNode) =>
    Array.from({ length: Math.ceil(length / APART) }, (_, index) => make((index + 0.5) * APART));
  return SLOPES[pattern % PATTERNS]!.flatMap((slope) => {
    if (slope === 'across') return every(height, (at) => draw(x, y + at, x + width, y + at));
    if (slope === 'down') return every(width, (at) => draw(x + at, y, x + at, y + height));
    const [top, bottom] = slope === 1 ? [y, y + height] : [y + height, y];
    return every((width + height) / Math.SQRT1_2 / 2, (at) => {
      const from = x - height + at * 2 * Math.SQRT1_2;
      return draw(from, top, from + height, bottom);
    });
  });
}

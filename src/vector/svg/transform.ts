import { IDENTITY, type Matrix, multiply } from '../../base/matrix.ts';
import { readNumbers } from './lengths.ts';

/** What the attribute `transform` says (SVG 1.1, 7.6; CSS Transforms 1, 8 of lengths in px); what it cannot say is left out. */
export function readTransform(written: string | undefined): Matrix {
  let matrix = IDENTITY;
  for (const [, name, given] of (written ?? '').matchAll(/([a-z]{1,12})\s*\(([^()]*)\)/gi)) {
    const step = STEPS.get(name!.toLowerCase())?.(readNumbers(given));
    if (step?.every(Number.isFinite)) matrix = multiply(matrix, step);
  }
  return matrix;
}

const radians = (degrees: number) => (degrees * Math.PI) / 180;

const STEPS: ReadonlyMap<string, (given: readonly number[]) => Matrix> = new Map(
  Object.entries({
    matrix: ([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]) => [a, b, c, d, e, f],
    translate: ([x = 0, y = 0]) => [1, 0, 0, 1, x, y],
    translatex: ([x = 0]) => [1, 0, 0, 1, x, 0],
    translatey: ([y = 0]) => [1, 0, 0, 1, 0, y],
    scale: ([x = 1, y = x]) => [x, 0, 0, y, 0, 0],
    scalex: ([x = 1]) => [x, 0, 0, 1, 0, 0],
    scaley: ([y = 1]) => [1, 0, 0, y, 0, 0],
    rotate: ([angle = 0, x = 0, y = 0]) => rotateAround(radians(angle), x, y),
    skewx: ([angle = 0]) => [1, 0, Math.tan(radians(angle)), 1, 0, 0],
    skewy: ([angle = 0]) => [1, Math.tan(radians(angle)), 0, 1, 0, 0],
  }),
);

/** @param angle radians, clockwise where y runs downwards */
export function rotateAround(angle: number, x = 0, y = 0): Matrix {
  const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
  return [cos, sin, -sin, cos, x - x * cos + y * sin, y - x * sin - y * cos];
}

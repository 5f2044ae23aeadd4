import type { Point } from '../base/geometry.ts';
import { align } from './sfnt-file.ts';

/** A closed curve: a row of control points has curve points half-way between each two of them. */
export type Contour = readonly ContourPoint[];

export interface ContourPoint extends Point {
  /** On the curve; off it, the point controls a quadratic curve. */
  readonly on: boolean;
}

export interface GlyphBox {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Flags of a point (OpenType 1.9, `glyf`, simple glyph description). */
const ON_CURVE = 0x01;
const X_SHORT = 0x02;
const Y_SHORT = 0x04;
const REPEAT = 0x08;
/** With a short vector: it is positive; without: the coordinate is that of the point before. */
const X_SAME_OR_POSITIVE = 0x10;
const Y_SAME_OR_POSITIVE = 0x20;

/** A simple glyph description without instructions; empty for no contours. Coordinates are whole numbers. */
export function describeGlyph(contours: readonly Contour[]): Uint8Array {
  if (contours.length === 0) return new Uint8Array(0);
  const points = contours.flat();
  const box = boxOfPoints(points);
  const bytes = [contours.length, box.xMin, box.yMin, box.xMax, box.yMax].flatMap(int16);
  let end = -1;
  for (const contour of contours) {
    end += contour.length;
    bytes.push(...int16(end));
  }
  // No instructions.
  bytes.push(...int16(0));
  const flags: number[] = [];
  const xs: number[] = [];
  const ys: number[] = [];
  let before: Point = { x: 0, y: 0 };
  for (const point of points) {
    flags.push(
      (point.on ? ON_CURVE : 0) |
        writeStep(point.x - before.x, xs, X_SHORT, X_SAME_OR_POSITIVE) |
        writeStep(point.y - before.y, ys, Y_SHORT, Y_SAME_OR_POSITIVE),
    );
    before = point;
  }
  const parts = [...bytes, ...foldRepeats(flags), ...xs, ...ys];
  const padded = new Uint8Array(align(parts.length));
  padded.set(parts);
  return padded;
}

/** Bounds of the points, those off the curve included: what `hmtx` and the header must agree on is this xMin. */
function boxOfPoints(points: readonly Point[]): GlyphBox {
  const box = { xMin: Infinity, yMin: Infinity, xMax: -Infinity, yMax: -Infinity };
  for (const { x, y } of points) {
    box.xMin = Math.min(box.xMin, x);
    box.yMin = Math.min(box.yMin, y);
    box.xMax = Math.max(box.xMax, x);
    box.yMax = Math.max(box.yMax, y);
  }
  return box;
}

/** Writes how far a coordinate is from the one before. @returns the flags that say in which form */
function writeStep(step: number, out: number[], short: number, sameOrPositive: number): number {
  if (step === 0) return sameOrPositive;
  if (Math.abs(step) > 0xff) {
    out.push(...int16(step));
    return 0;
  }
  out.push(Math.abs(step));
  return step > 0 ? short | sameOrPositive : short;
}

/** Equal flags in a row are written once, with how often they come again. */
function foldRepeats(flags: readonly number[]): number[] {
  const folded: number[] = [];
  for (let from = 0; from < flags.length; ) {
    let to = from + 1;
    while (to < flags.length && flags[to] === flags[from] && to - from <= 0xff) to++;
    const again = to - from - 1;
    // A flag that comes twice takes two bytes either way.
    if (again > 1) folded.push(flags[from]! | REPEAT, again);
    else folded.push(...flags.slice(from, to));
    from = to;
  }
  return folded;
}

function int16(value: number): number[] {
  return [(value >> 8) & 0xff, value & 0xff];
}

import { flatten, type Polyline } from '../base/flatten-path.ts';
import type { Point, Rect } from '../base/geometry.ts';
import { type Path, polygon } from '../base/path.ts';

/** Of a pixel: as many steps from none to all; so few that a page of text has colours for a palette. */
const SHARES = 16;

/** What is painted with: 0xRRGGBB, or what stands at a place of the canvas, in pixels. */
export type Ink = number | ((x: number, y: number) => { readonly color: number; readonly opacity: number });

/** `#RRGGBB` as 0xRRGGBB. */
export const pixelOf = (color: string): number => Number.parseInt(color.slice(1, 7), 16);

/** How something is painted; what is not said is as of `WHOLLY`. */
export interface Painting {
  /** Beyond which nothing is painted; null = it lies anywhere. */
  readonly clip: Rect | null;
  /** How much is seen of each pixel, 0–1, row by row; null = all. */
  readonly mask: Float32Array | null;
  readonly opacity: number;
  /** What a path encloses. */
  readonly rule: 'nonzero' | 'evenodd';
}

const WHOLLY: Painting = { clip: null, mask: null, opacity: 1, rule: 'nonzero' };

/** Opaque pixels, red, green and blue of which are painted on by paths, edges smoothed. */
export class Canvas {
  readonly width: number;
  readonly height: number;
  /** Row by row from the top, each 0xRRGGBB. */
  readonly pixels: Uint32Array;

  constructor(width: number, height: number, ground: number) {
    this.width = width;
    this.height = height;
    this.pixels = new Uint32Array(width * height).fill(ground);
  }

  fill(path: Path<Point>, ink: Ink, painting: Partial<Painting> = {}): void {
    this.#fillOutlines(flatten(path), ink, { ...WHOLLY, ...painting });
  }

  /** A line along a path, its ends cut straight (`butt`), its pieces joined by corners. */
  stroke(path: Path<Point>, width: number, ink: Ink, painting: Partial<Painting> = {}): void {
    const pieces = flatten(path).flatMap((outline) => strokePieces(outline, width));
    this.#fillOutlines(pieces.flatMap(flatten), ink, { ...WHOLLY, ...painting });
  }

  /** What is left of a mask within a path. */
  mask(path: Path<Point>, rule: Painting['rule'], mask: Float32Array | null): Float32Array {
    const seen = new Float32Array(this.width * this.height);
    const cover = this.#cover(flatten(path), null);
    if (cover === null) return seen;
    eachShare(cover, rule, (x, y, share) => {
      const at = y * this.width + x;
      seen[at] = share * (mask?.[at] ?? 1);
    });
    return seen;
  }

  /** What was painted since is only so opaque. @param before pixels */
  fade(before: Uint32Array, opacity: number): void {
    for (let at = 0; at < before.length; at++)
      if (before[at] !== this.pixels[at]) this.pixels[at] = blend(before[at]!, this.pixels[at]!, opacity);
  }

  #fillOutlines(outlines: readonly Polyline[], ink: Ink, painting: Painting): void {
    const cover = this.#cover(outlines, painting.clip);
    if (cover !== null) this.#paint(cover, ink, painting);
  }

  #cover(outlines: readonly Polyline[], clip: Rect | null): Coverage | null {
    const region = this.#regionOf(outlines, clip);
    if (region === null) return null;
    const cover = new Coverage(region);
    for (const outline of outlines) {
      outline.forEach((from, index) => {
        cover.addEdge(from, outline[index + 1] ?? outline[0]!);
      });
    }
    return cover;
  }

  /** The pixels that outlines can reach; null where there are none. */
  #regionOf(outlines: readonly Polyline[], clip: Rect | null): Region | null {
    const { x, y, width, height } = clip ?? { x: 0, y: 0, width: this.width, height: this.height };
    const region = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
    for (const point of outlines.flat()) {
      region.x0 = Math.min(region.x0, point.x);
      region.x1 = Math.max(region.x1, point.x);
      region.y0 = Math.min(region.y0, point.y);
      region.y1 = Math.max(region.y1, point.y);
    }
    const x0 = Math.floor(Math.max(0, x, region.x0));
    const y0 = Math.floor(Math.max(0, y, region.y0));
    const x1 = Math.ceil(Math.min(this.width, x + width, region.x1));
    const y1 = Math.ceil(Math.min(this.height, y + height, region.y1));
    return x0 < x1 && y0 < y1 ? { x0, y0, x1, y1 } : null;
  }

  #paint(cover: Coverage, ink: Ink, { mask, opacity, rule }: Painting): void {
    const { width, pixels } = this;
    const flat = typeof ink === 'number' ? { color: ink, opacity: 1 } : null;
    eachShare(cover, rule, (x, y, share) => {
      const at = y * width + x;
      const inked = flat ?? (ink as Exclude<Ink, number>)(x + 0.5, y + 0.5);
      const steps = share * inked.opacity * opacity * (mask?.[at] ?? 1);
      if (steps === 1) pixels[at] = inked.color;
      else if (steps > 0) pixels[at] = blend(pixels[at]!, inked.color, steps);
    });
  }
}

/** Calls with each pixel of which something is covered, and its share: a whole number of steps. */
function eachShare(
  { region, shares }: Coverage,
  rule: Painting['rule'],
  visit: (x: number, y: number, share: number) => void,
): void {
  const { x0, y0, x1, y1 } = region;
  const stride = x1 - x0 + 2;
  for (let y = y0; y < y1; y++) {
    let sum = 0;
    let share = 0;
    let from = (y - y0) * stride;
    for (let x = x0; x < x1; x++) {
      const change = shares[from++]!;
      if (change !== 0) {
        sum += change;
        share = Math.round(shareOf(sum, rule) * SHARES) / SHARES;
      }
      if (share > 0) visit(x, y, share);
    }
  }
}

/** @param winding how often outlines go round, in the mean of a pixel */
function shareOf(winding: number, rule: Painting['rule']): number {
  const times = Math.abs(winding);
  if (rule === 'nonzero') return Math.min(1, times);
  const odd = times % 2;
  return odd > 1 ? 2 - odd : odd;
}

/** Whole pixels; the last column and row stand outside. */
interface Region {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
}

/**
 * How much of each pixel lies within outlines: per edge, the area to its right, as differences along the row that are
 * summed up in the end (R. Levien, "font-rs", accumulation buffer).
 */
class Coverage {
  readonly region: Region;
  readonly shares: Float32Array;
  readonly #stride: number;

  constructor(region: Region) {
    this.region = region;
    this.#stride = region.x1 - region.x0 + 2;
    this.shares = new Float32Array(this.#stride * (region.y1 - region.y0));
  }

  addEdge(from: Point, to: Point): void {
    if (from.y === to.y) return;
    const sign = from.y < to.y ? 1 : -1;
    const [upper, lower] = sign === 1 ? [from, to] : [to, from];
    const slope = (lower.x - upper.x) / (lower.y - upper.y);
    const { y0, y1 } = this.region;
    const last = Math.min(y1, Math.ceil(lower.y));
    for (let row = Math.max(y0, Math.floor(upper.y)); row < last; row++) {
      const start = Math.max(row, upper.y);
      const end = Math.min(row + 1, lower.y);
      const x = upper.x + (start - upper.y) * slope;
      this.#addRow(row - y0, x, x + (end - start) * slope, (end - start) * sign);
    }
  }

  /** A piece of an edge within one row. @param height of it, negative where it runs upwards */
  #addRow(row: number, from: number, to: number, height: number): void {
    const { x0, x1 } = this.region;
    const place = (x: number) => Math.min(x1, Math.max(x0, x)) - x0;
    const [start, end] = from < to ? [place(from), place(to)] : [place(to), place(from)];
    const first = row * this.#stride;
    const shares = this.shares;
    if (end - start < 1e-6) {
      const column = Math.floor(start);
      shares[first + column]! += height * (column + 1 - start);
      shares[first + column + 1]! += height * (start - column);
      return;
    }
    // in each column its share of the edge, at the middle of which it covers the pixel
    for (let column = Math.floor(start); column < end; column++) {
      const [a, b] = [Math.max(start, column), Math.min(end, column + 1)];
      const part = (height * (b - a)) / (end - start);
      const outside = (a + b) / 2 - column;
      shares[first + column]! += part * (1 - outside);
      shares[first + column + 1]! += part * outside;
    }
  }
}

/** A line as straight bars, and what fills its corners. */
function strokePieces(outline: Polyline, width: number): readonly Path<Point>[] {
  const points = outline.filter(({ x, y }, index) => {
    const before = outline[index - 1];
    return before === undefined || before.x !== x || before.y !== y;
  });
  const bars = points.slice(1).map((to, index) => barAlong(points[index]!, to, width));
  const [first, last] = [points[0], points.at(-1)];
  const isClosed = points.length > 2 && first!.x === last!.x && first!.y === last!.y;
  const joined = isClosed ? [...points, points[1]!] : points;
  const corners = joined
    .slice(1, -1)
    .map((at, index) => cornerAt(joined[index]!, at, joined[index + 2]!, width));
  return [...bars, ...corners];
}

/** Longer ones are cut, as PDF does where nothing else is said: half widths. */
const MITER_LIMIT = 10;

/** What two bars leave open on the outer side of a bend, and its tip where that is not too long. */
function cornerAt(from: Point, at: Point, to: Point, width: number): Path<Point> {
  const [before, after] = [directionOf(from, at), directionOf(at, to)];
  const turn = before.x * after.y - before.y * after.x;
  if (Math.abs(turn) < 1e-6) return [];
  const half = (turn > 0 ? -width : width) / 2;
  const one = { x: at.x - before.y * half, y: at.y + before.x * half };
  const other = { x: at.x - after.y * half, y: at.y + after.x * half };
  const half2 = 1 + before.x * after.x + before.y * after.y;
  const reach = half / half2;
  const tip = { x: at.x - (before.y + after.y) * reach, y: at.y + (before.x + after.x) * reach };
  const isShort = Math.SQRT2 / Math.sqrt(Math.max(half2, Number.MIN_VALUE)) <= MITER_LIMIT;
  const points = isShort ? [at, one, tip, other] : [at, one, other];
  // the same way round as bars, so that none cuts out another
  return polygon(turn > 0 ? points : points.toReversed());
}

function directionOf(from: Point, to: Point): Point {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  return { x: (to.x - from.x) / length, y: (to.y - from.y) / length };
}

/** A straight piece of a line as the rectangle that it is; all turn the same way round, so that none cuts out another. */
function barAlong(from: Point, to: Point, width: number): Path<Point> {
  const length = Math.hypot(to.x - from.x, to.y - from.y);
  if (length === 0) return [];
  const dx = ((to.y - from.y) / length) * (width / 2);
  const dy = ((to.x - from.x) / length) * (width / 2);
  return polygon([
    { x: from.x + dx, y: from.y - dy },
    { x: to.x + dx, y: to.y - dy },
    { x: to.x - dx, y: to.y + dy },
    { x: from.x - dx, y: from.y + dy },
  ]);
}

function blend(below: number, above: number, share: number): number {
  const channel = (shift: number) => {
    const under = (below >> shift) & 0xff;
    return Math.round(under + (((above >> shift) & 0xff) - under) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

import type { Point, Rect } from '../base/geometry.ts';
import { type Path, polygon } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';

/** From point to point, places in pixels; outlines are closed. */
type Outline = readonly Point[];

/** Of a pixel: as many steps from none to all; so few that a page of text has colours for a palette. */
const SHARES = 16;

/**
 * Opaque pixels, red, green and blue of which are painted on by paths, edges smoothed. What a path encloses is told by
 * the non-zero winding rule.
 */
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

  /** @param clip beyond which nothing is painted */
  fill(path: Path<Point>, color: number, clip: Rect | null = null): void {
    this.#fillOutlines(flatten(path), color, clip);
  }

  /** A line along a path, its ends cut straight (`butt`). */
  stroke(path: Path<Point>, width: number, color: number, clip: Rect | null = null): void {
    const pieces = flatten(path).flatMap((outline) =>
      outline.slice(1).map((to, index) => barAlong(outline[index]!, to, width)),
    );
    this.#fillOutlines(pieces.flatMap(flatten), color, clip);
  }

  #fillOutlines(outlines: readonly Outline[], color: number, clip: Rect | null): void {
    const region = this.#regionOf(outlines, clip);
    if (region === null) return;
    const cover = new Coverage(region);
    for (const outline of outlines) {
      outline.forEach((from, index) => {
        cover.addEdge(from, outline[index + 1] ?? outline[0]!);
      });
    }
    this.#paint(cover, color);
  }

  /** The pixels that outlines can reach; null where there are none. */
  #regionOf(outlines: readonly Outline[], clip: Rect | null): Region | null {
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

  #paint({ region, shares }: Coverage, color: number): void {
    const { x0, y0, x1, y1 } = region;
    const { width, pixels } = this;
    const stride = x1 - x0 + 2;
    for (let y = y0; y < y1; y++) {
      let sum = 0;
      let steps = 0;
      let from = (y - y0) * stride;
      const end = y * width + x1;
      for (let at = y * width + x0; at < end; at++) {
        const share = shares[from++]!;
        if (share !== 0) {
          sum += share;
          steps = Math.round(Math.min(1, Math.abs(sum)) * SHARES);
        }
        if (steps === SHARES) pixels[at] = color;
        else if (steps > 0) pixels[at] = blend(pixels[at]!, color, steps / SHARES);
      }
    }
  }
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

/** Curves as straight pieces, so short that no corner is seen. */
function flatten(path: Path<Point>): readonly Outline[] {
  const outlines: Point[][] = [];
  for (const segment of path) {
    const outline = outlines.at(-1);
    switch (segment.kind) {
      case 'move':
        outlines.push([segment.to]);
        break;
      case 'line':
        outline?.push(segment.to);
        break;
      case 'curve':
        outline?.push(...pointsOn(outline.at(-1)!, segment.first, segment.second, segment.to));
        break;
      case 'close':
        if (outline?.[0] !== undefined) outline.push(outline[0]);
        break;
      default:
        unreachable(segment, 'move, line, curve, close');
    }
  }
  return outlines;
}

/** After the start of a cubic Bézier: about one a pixel in tight bends, fewer in wide ones. */
function pointsOn(start: Point, first: Point, second: Point, end: Point): readonly Point[] {
  const between = (a: Point, b: Point) => Math.hypot(b.x - a.x, b.y - a.y);
  const length = between(start, first) + between(first, second) + between(second, end);
  const count = Math.min(64, Math.max(2, Math.ceil(Math.sqrt(length) * 1.5)));
  return Array.from({ length: count }, (_, index) => {
    const t = (index + 1) / count;
    const u = 1 - t;
    const [a, b, c, d] = [u * u * u, 3 * u * u * t, 3 * u * t * t, t * t * t];
    return {
      x: a * start.x + b * first.x + c * second.x + d * end.x,
      y: a * start.y + b * first.y + c * second.y + d * end.y,
    };
  });
}

function blend(below: number, above: number, share: number): number {
  const channel = (shift: number) => {
    const under = (below >> shift) & 0xff;
    return Math.round(under + (((above >> shift) & 0xff) - under) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}

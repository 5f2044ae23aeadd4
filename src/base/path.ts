import type { Point, Rect } from './geometry.ts';
import { unreachable } from './unreachable.ts';

/**
 * A step of an outline, as PDF (ISO 32000-1, 8.5.2) and SVG have them: M, L, C and Z. A curve is a cubic Bézier that
 * leaves towards `first` and arrives from `second`.
 */
export type PathSegment<P> =
  | { readonly kind: 'move'; readonly to: P }
  | { readonly kind: 'line'; readonly to: P }
  | { readonly kind: 'curve'; readonly first: P; readonly second: P; readonly to: P }
  | { readonly kind: 'close' };

/** One or more outlines, each begun by a move; one of no segments draws nothing. */
export type Path<P> = readonly PathSegment<P>[];

const CLOSE = { kind: 'close' } as const;

/** Straight lines from point to point. */
export function polyline<P>(points: readonly P[]): Path<P> {
  return points.map((to, index) => ({ kind: index === 0 ? 'move' : 'line', to }));
}

/** The same, and back to the first. */
export function polygon<P>(points: readonly P[]): Path<P> {
  return points.length === 0 ? [] : [...polyline(points), CLOSE];
}

/** The four corners, and back to the first. */
export function rectangle({ x, y, width, height }: Rect): Path<Point> {
  return polygon([
    { x, y },
    { x: x + width, y },
    { x: x + width, y: y + height },
    { x, y: y + height },
  ]);
}

/** Handles of a quarter of a circle, in radii: the curve is off by 0.03 % of the radius at most. */
const QUARTER = (4 / 3) * (Math.SQRT2 - 1);

/**
 * A circle of four curves.
 *
 * @param place a point so far to the right of the middle and below it
 */
export function circle<P>(radius: number, place: (dx: number, dy: number) => P): Path<P> {
  const handle = radius * QUARTER;
  const quarter = (x: number, y: number): PathSegment<P> => ({
    kind: 'curve',
    first: place(radius * y + handle * x, -radius * x + handle * y),
    second: place(radius * x + handle * y, radius * y - handle * x),
    to: place(radius * x, radius * y),
  });
  return [
    { kind: 'move', to: place(radius, 0) },
    quarter(0, 1),
    quarter(-1, 0),
    quarter(0, -1),
    quarter(1, 0),
    CLOSE,
  ];
}

/** Handle of a cubic Bézier at `end` for that of a quadratic one. */
export function toward(end: Point, handle: Point): Point {
  return { x: end.x + (2 / 3) * (handle.x - end.x), y: end.y + (2 / 3) * (handle.y - end.y) };
}

/** The path with other points, handles of curves among them. */
export function mapPath<P, Q>(path: Path<P>, place: (point: P) => Q): Path<Q> {
  return path.map((segment): PathSegment<Q> => {
    switch (segment.kind) {
      case 'move':
      case 'line':
        return { kind: segment.kind, to: place(segment.to) };
      case 'curve': {
        const { first, second, to } = segment;
        return { kind: 'curve', first: place(first), second: place(second), to: place(to) };
      }
      case 'close':
        return segment;
      default:
        return unreachable(segment, 'move, line, curve, close');
    }
  });
}

/** All its points; a curve keeps within the hull of its own. */
export function pointsOf<P>(path: Path<P>): readonly P[] {
  const points: P[] = [];
  mapPath(path, (point) => points.push(point));
  return points;
}

/** The corners of a path that is one row of straight lines; null of any other. */
export function cornersOf<P>(
  path: Path<P>,
): { readonly points: readonly P[]; readonly closed: boolean } | null {
  const points: P[] = [];
  for (const [index, segment] of path.entries()) {
    if (segment.kind === 'close') return index === path.length - 1 ? { points, closed: true } : null;
    if (segment.kind === 'curve' || (segment.kind === 'move') !== (index === 0)) return null;
    points.push(segment.to);
  }
  return { points, closed: false };
}

/** The least rectangle around the points. */
export function boundsOf(points: readonly Point[]): Rect {
  // not by Math.min(...xs): a map has more points than a call may have arguments
  let [x0, y0, x1, y1] = [Infinity, Infinity, -Infinity, -Infinity];
  for (const { x, y } of points) {
    x0 = Math.min(x0, x);
    y0 = Math.min(y0, y);
    x1 = Math.max(x1, x);
    y1 = Math.max(y1, y);
  }
  return { x: x0, y: y0, width: x1 - x0, height: y1 - y0 };
}

/** The least rectangle around an outline: where a curve turns back, and not its handles; null of one without points. */
export function extentOf(path: Path<Point>): Rect | null {
  const points: Point[] = [];
  let pen: Point = { x: 0, y: 0 };
  for (const segment of path) {
    if (segment.kind === 'close') continue;
    const { to } = segment;
    if (segment.kind === 'curve') {
      const { first, second } = segment;
      for (const t of [
        ...turnsOf(pen.x, first.x, second.x, to.x),
        ...turnsOf(pen.y, first.y, second.y, to.y),
      ])
        points.push({ x: at(t, pen.x, first.x, second.x, to.x), y: at(t, pen.y, first.y, second.y, to.y) });
    }
    points.push(to);
    pen = to;
  }
  return points.length === 0 ? null : boundsOf(points);
}

function at(t: number, a: number, b: number, c: number, d: number): number {
  const u = 1 - t;
  return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
}

/** Where the derivative of a cubic Bézier is naught, between its ends. */
function turnsOf(a: number, b: number, c: number, d: number): readonly number[] {
  const [p, q, r] = [d - 3 * c + 3 * b - a, 2 * (c - 2 * b + a), b - a];
  const root = Math.sqrt(q * q - 4 * p * r);
  const found = Math.abs(p) < 1e-12 ? [-r / q] : [(-q + root) / (2 * p), (-q - root) / (2 * p)];
  return found.filter((t) => t > 0 && t < 1);
}

/** From the left top one on, row by row. */
export function cornersOfRect({ x, y, width, height }: Rect): readonly Point[] {
  return [0, 1, 2, 3].map((corner) => ({ x: x + (corner % 2) * width, y: y + (corner >> 1) * height }));
}

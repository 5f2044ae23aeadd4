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
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs);
  const y = Math.min(...ys);
  return { x, y, width: Math.max(...xs) - x, height: Math.max(...ys) - y };
}

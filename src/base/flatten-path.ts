import type { Point } from './geometry.ts';
import type { Path } from './path.ts';
import { unreachable } from './unreachable.ts';

/** From point to point, places in pixels. */
export type Polyline = readonly Point[];

/** Curves as straight pieces, so short that no corner is seen. */
export function flatten(path: Path<Point>): readonly Polyline[] {
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

import type { Point } from './geometry.ts';
import { type Path, type PathSegment, toward } from './path.ts';

/**
 * Path data as fonts and MathJax write it (SVG 2, 9.3): M, L, H, V, Q, T, C, S and Z with absolute places, repeated
 * without their letter; a quadratic curve is a cubic one.
 */
export function readPathData(data: string): Path<Point> {
  const path: PathSegment<Point>[] = [];
  let pen: Point = ORIGIN;
  let start: Point = ORIGIN;
  /** The last handle of the curve before, which T and S reflect. */
  let handle: { readonly letter: string; readonly point: Point } | null = null;
  for (const [, letter, places] of data.matchAll(/([MLHVQTCSZ])([^MLHVQTCSZ]*)/g)) {
    if (letter === 'Z') {
      path.push({ kind: 'close' });
      pen = start;
      handle = null;
      continue;
    }
    const size = SIZES[letter!]!;
    const numbers = (places!.match(/[-+]?(?:\d+\.?\d*|\.\d+)(?:e[-+]?\d+)?/gi) ?? []).map(Number);
    for (let at = 0; at + size <= numbers.length; at += size) {
      const given = numbers.slice(at, at + size);
      const points = pointsOf(letter!, given, pen, handle);
      const end = points.at(-1)!;
      const [first, second] = points;
      if (points.length > 1) handle = { letter: letter!, point: points.at(-2)! };
      else handle = null;
      if (letter === 'M' && at === 0) start = end;
      if (points.length === 1) path.push({ kind: letter === 'M' && at === 0 ? 'move' : 'line', to: end });
      else if (points.length === 2)
        path.push({ kind: 'curve', first: toward(pen, first!), second: toward(end, first!), to: end });
      else path.push({ kind: 'curve', first: first!, second: second!, to: end });
      pen = end;
    }
  }
  return path;
}

const ORIGIN: Point = { x: 0, y: 0 };

/** Numbers that a step takes. */
const SIZES: Readonly<Record<string, number>> = { M: 2, L: 2, H: 1, V: 1, Q: 4, T: 2, C: 6, S: 4 };

/** Handles and end of a step: of a line one point, of a quadratic curve two, of a cubic one three. */
function pointsOf(
  letter: string,
  numbers: readonly number[],
  pen: Point,
  before: { readonly letter: string; readonly point: Point } | null,
): readonly Point[] {
  if (letter === 'H') return [{ x: numbers[0]!, y: pen.y }];
  if (letter === 'V') return [{ x: pen.x, y: numbers[0]! }];
  const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1]! }] : []));
  if (letter !== 'T' && letter !== 'S') return points;
  const reflects = before !== null && (letter === 'T' ? 'QT' : 'CS').includes(before.letter);
  const handle = reflects ? { x: 2 * pen.x - before.point.x, y: 2 * pen.y - before.point.y } : pen;
  return [handle, ...points];
}

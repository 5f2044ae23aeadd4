import { flatten, type Polyline } from '../base/flatten-path.ts';
import type { Point } from '../base/geometry.ts';
import type { Path, PathSegment } from '../base/path.ts';
import type { Stroke } from './drawing.ts';

/** Pieces of one line: more are finer than any screen shows. */
const MOST = 20_000;

/** The dashes of a line as straight pieces (ISO 32000-1, 8.4.3.6). */
export function cutDashes(path: Path<Point>, { lengths, phase }: NonNullable<Stroke['dash']>): Path<Point> {
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  if (!(whole > 0)) return path;
  const pieces: PathSegment<Point>[] = [];
  for (const outline of flatten(path)) {
    const steps = stepsFrom(lengths, ((phase % whole) + whole) % whole);
    cutOutline(outline, steps, pieces);
  }
  return pieces;
}

/** Dashes and gaps in turn, without end. */
function* stepsFrom(
  lengths: readonly number[],
  phase: number,
): Generator<{ readonly length: number; readonly drawn: boolean }, never> {
  let skip = phase;
  for (let index = 0; ; index = (index + 1) % lengths.length) {
    const length = lengths[index]! - skip;
    skip = Math.max(0, -length);
    if (length > 0) yield { length, drawn: index % 2 === 0 };
  }
}

function cutOutline(
  outline: Polyline,
  steps: ReturnType<typeof stepsFrom>,
  pieces: PathSegment<Point>[],
): void {
  let step = steps.next().value;
  let left = step.length;
  outline.slice(1).forEach((to, corner) => {
    const from = outline[corner]!;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    const at = (done: number) => {
      const share = done / length;
      return { x: from.x + (to.x - from.x) * share, y: from.y + (to.y - from.y) * share };
    };
    for (let done = 0; done < length && pieces.length < MOST; ) {
      const end = Math.min(length, done + left);
      if (step.drawn) pieces.push({ kind: 'move', to: at(done) }, { kind: 'line', to: at(end) });
      left -= end - done;
      done = end;
      if (left > 1e-9) continue;
      step = steps.next().value;
      left = step.length;
    }
  });
}

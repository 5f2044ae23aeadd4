import type { Rect } from '../../base/geometry.ts';
import { invert, type Matrix, transform } from '../../base/matrix.ts';
import { cornersOfRect } from '../../base/path.ts';
import type { Gradient, GradientEnd, GradientStop } from '../drawing.ts';

/** Turns of a gradient on each side: more are narrower than what a press prints. */
const MOST_TURNS = 64;

/**
 * A gradient that begins anew or turns back at its ends, as one that goes on as far as it is seen.
 *
 * @param bounds of what it paints, in units that `matrix` leads from to the drawing
 */
export function spreadGradient(
  gradient: Gradient,
  method: string | undefined,
  bounds: Rect,
  matrix: Matrix,
): Gradient {
  if (method !== 'reflect' && method !== 'repeat') return gradient;
  const back = invert(gradient.matrix);
  if (back === null) return gradient;
  const corners = cornersOfRect(bounds).map((corner) => transform(transform(corner, matrix), back));
  const reached = corners.map((corner) => shareAt(corner, gradient));
  const first = gradient.isRadial ? 0 : Math.max(-MOST_TURNS, Math.floor(Math.min(0, ...reached)));
  const last = Math.min(MOST_TURNS, Math.ceil(Math.max(1, ...reached)));
  const turns = Array.from({ length: last - first }, (_, index) => first + index);
  const stops = turns.flatMap((turn) => {
    const isTurned = method === 'reflect' && turn % 2 !== 0;
    return placeStops(isTurned ? reverse(gradient.stops) : gradient.stops, turn - first, last - first);
  });
  return { ...gradient, from: endAt(first, gradient), to: endAt(last, gradient), stops };
}

/** How many lengths of the gradient a point lies behind its start; of circles around another focus about as many. */
function shareAt({ x, y }: Readonly<Record<'x' | 'y', number>>, { from, to, isRadial }: Gradient): number {
  if (isRadial) {
    const shift = Math.hypot(to.x - from.x, to.y - from.y);
    return Math.hypot(x - from.x, y - from.y) / Math.max(to.radius - shift, to.radius / MOST_TURNS);
  }
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
}

function endAt(share: number, { from, to }: Gradient): GradientEnd {
  const between = (start: number, end: number) => start + (end - start) * share;
  return {
    x: between(from.x, to.x),
    y: between(from.y, to.y),
    radius: Math.max(0, between(from.radius, to.radius)),
  };
}

const reverse = (stops: readonly GradientStop[]) =>
  stops.toReversed().map((stop) => ({ ...stop, at: 1 - stop.at }));

const placeStops = (stops: readonly GradientStop[], turn: number, turns: number) =>
  stops.map((stop) => ({ ...stop, at: (turn + stop.at) / turns }));

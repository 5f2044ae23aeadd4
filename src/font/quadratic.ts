import type { Point } from '../base/geometry.ts';

/** Start, two handles, end. */
export type Cubic = readonly [Point, Point, Point, Point];

/**
 * No curve of the faces measured takes more than 13 (16,600 of FreeSerif, 12,800 of P052, at half a unit of
 * 1000). What takes more is of a damaged file, or no division of it suits whole numbers.
 */
const MOST_PIECES = 24;

/**
 * The control points of quadratic curves that follow a cubic one and, as TrueType reads a row of them, meet
 * half-way between each two; coordinates are whole numbers. As many curves as keep within `tolerance`,
 * rounding included, of the cubic at every parameter. Where the quadratics meet they share a tangent, which
 * cutting the curve in halves again and again would not give. After cu2qu (fontTools, `fontTools.cu2qu`,
 * `cubic_approx_spline`).
 */
export function quadraticControls(cubic: Cubic, tolerance: number): readonly Point[] {
  for (let count = 1; count < MOST_PIECES; count++) {
    const pieces = cutEvenly(cubic, count);
    const controls = controlsOf(pieces);
    if (follows(pieces, controls, tolerance)) return controls;
  }
  return controlsOf(cutEvenly(cubic, MOST_PIECES));
}

/** A curve leaves along its first handle and arrives along its last; between, the two are weighed by place. */
function controlsOf(pieces: readonly Cubic[]): Point[] {
  if (pieces.length === 1) return [roundPoint(crossing(pieces[0]!) ?? meanControl(pieces[0]!, 0.5))];
  return pieces.map((piece, index) => roundPoint(meanControl(piece, index / (pieces.length - 1))));
}

/** Of the quadratics with the start's handle and with the end's handle, what lies at `t` between. */
function meanControl([p0, p1, p2, p3]: Cubic, t: number): Point {
  return along(along(p0, p1, 1.5), along(p3, p2, 1.5), t);
}

/** Where the tangents of start and end cross; null where they hardly do. */
function crossing([p0, p1, p2, p3]: Cubic): Point | null {
  const [ax, ay, bx, by] = [p1.x - p0.x, p1.y - p0.y, p3.x - p2.x, p3.y - p2.y];
  const across = ax * by - ay * bx;
  if (Math.abs(across) < 1e-6) return null;
  const reach = ((p2.x - p0.x) * by - (p2.y - p0.y) * bx) / across;
  const point = along(p0, p1, reach);
  return Number.isFinite(point.x) && Number.isFinite(point.y) ? point : null;
}

function follows(pieces: readonly Cubic[], controls: readonly Point[], tolerance: number): boolean {
  return pieces.every((piece, index) => {
    const control = controls[index]!;
    const start = index === 0 ? roundPoint(piece[0]) : along(controls[index - 1]!, control, 0.5);
    const end =
      index === pieces.length - 1 ? roundPoint(piece[3]) : along(control, controls[index + 1]!, 0.5);
    // The quadratic written as a cubic; how far apart two cubics are is a cubic again.
    return staysWithin(
      [
        away(start, piece[0]),
        away(along(start, control, 2 / 3), piece[1]),
        away(along(end, control, 2 / 3), piece[2]),
        away(end, piece[3]),
      ],
      tolerance,
    );
  });
}

/** Whether a cubic about the origin stays in the circle: so do its hull's corners, or those of its halves. */
function staysWithin(cubic: Cubic, radius: number): boolean {
  const isInside = ({ x, y }: Point) => Math.hypot(x, y) <= radius;
  const [p0, p1, p2, p3] = cubic;
  if (!isInside(p0) || !isInside(p3)) return false;
  if (isInside(p1) && isInside(p2)) return true;
  const [first, second] = cutAt(cubic, 0.5);
  return staysWithin(first, radius) && staysWithin(second, radius);
}

/** Into `count` pieces of equal spans of the parameter. */
function cutEvenly(cubic: Cubic, count: number): readonly Cubic[] {
  const pieces: Cubic[] = [];
  let rest = cubic;
  for (let left = count; left > 1; left--) {
    const [first, others] = cutAt(rest, 1 / left);
    pieces.push(first);
    rest = others;
  }
  return [...pieces, rest];
}

/** De Casteljau's construction. */
function cutAt([p0, p1, p2, p3]: Cubic, t: number): readonly [Cubic, Cubic] {
  const [a, b, c] = [along(p0, p1, t), along(p1, p2, t), along(p2, p3, t)];
  const [d, e] = [along(a, b, t), along(b, c, t)];
  const middle = along(d, e, t);
  return [
    [p0, a, d, middle],
    [middle, e, c, p3],
  ];
}

/** On the line through both: `a` at 0, `b` at 1, beyond it above. */
function along(a: Point, b: Point, t: number): Point {
  return { x: a.x + (b.x - a.x) * t, y: a.y + (b.y - a.y) * t };
}

function away(a: Point, b: Point): Point {
  return { x: a.x - b.x, y: a.y - b.y };
}

export function roundPoint({ x, y }: Point): Point {
  return { x: Math.round(x), y: Math.round(y) };
}

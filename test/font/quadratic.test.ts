import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Point } from '../../src/base/geometry.ts';
import { type Cubic, quadraticControls } from '../../src/font/quadratic.ts';

const point = (x: number, y: number): Point => ({ x, y });
const middle = (a: Point, b: Point) => point((a.x + b.x) / 2, (a.y + b.y) / 2);

function onCubic([p0, p1, p2, p3]: Cubic, t: number): Point {
  const s = 1 - t;
  const mix = (axis: 'x' | 'y') =>
    s ** 3 * p0[axis] + 3 * s * s * t * p1[axis] + 3 * s * t * t * p2[axis] + t ** 3 * p3[axis];
  return point(mix('x'), mix('y'));
}

/** The most that the quadratics are from the cubic at the same place, at 32 places of each. */
function farthest(cubic: Cubic, controls: readonly Point[]): number {
  let most = 0;
  controls.forEach((control, index) => {
    const start = index === 0 ? cubic[0] : middle(controls[index - 1]!, control);
    const end = index === controls.length - 1 ? cubic[3] : middle(control, controls[index + 1]!);
    for (let t = 0; t <= 1; t += 1 / 32) {
      const mix = (axis: 'x' | 'y') =>
        (1 - t) ** 2 * start[axis] + 2 * t * (1 - t) * control[axis] + t * t * end[axis];
      const meant = onCubic(cubic, (index + t) / controls.length);
      most = Math.max(most, Math.hypot(mix('x') - meant.x, mix('y') - meant.y));
    }
  });
  return most;
}

describe('quadratic curves for a cubic one', () => {
  test('one does where the cubic is a quadratic: control (300, 600)', () => {
    expect(quadraticControls([point(0, 0), point(200, 400), point(400, 400), point(600, 0)], 0.5)).toEqual([
      point(300, 600),
    ]);
  });

  test('a quarter of a circle of radius 300 takes few', () => {
    const quarter: Cubic = [point(300, 0), point(300, 166), point(166, 300), point(0, 300)];
    const controls = quadraticControls(quarter, 0.5);
    expect(controls.length).toBeLessThanOrEqual(5);
    // It leaves upwards and arrives leftwards, as the cubic does.
    expect(controls[0]!.x).toBe(300);
    expect(controls.at(-1)!.y).toBe(300);
  });

  test.each<[string, Cubic]>([
    ['an S', [point(0, 0), point(500, 0), point(0, 500), point(500, 500)]],
    ['a loop', [point(0, 0), point(800, 600), point(-300, 600), point(500, 0)]],
    ['a cusp', [point(0, 0), point(500, 500), point(0, 500), point(500, 0)]],
    ['handles of no length', [point(0, 0), point(0, 0), point(300, 200), point(300, 200)]],
    ['a straight line', [point(0, 0), point(100, 50), point(200, 100), point(300, 150)]],
    ['nothing', [point(7, 7), point(7, 7), point(7, 7), point(7, 7)]],
  ])('stay within half a unit of %s', (_, cubic) => {
    expect(farthest(cubic, quadraticControls(cubic, 0.5))).toBeLessThanOrEqual(0.5);
  });

  test('stay within half a unit of any curve that a letter may have, on whole numbers', () => {
    const place = fc.record({
      x: fc.integer({ min: -200, max: 1200 }),
      y: fc.integer({ min: -400, max: 1200 }),
    });
    // A letter's handles turn no more than its curve is long.
    const step = fc.integer({ min: -300, max: 300 });
    const curve = fc.tuple(place, fc.array(step, { minLength: 6, maxLength: 6 })).map(([start, steps]) => {
      const points: Point[] = [start];
      for (let at = 0; at < 6; at += 2)
        points.push(point(points.at(-1)!.x + steps[at]!, points.at(-1)!.y + steps[at + 1]!));
      return points as readonly Point[] as Cubic;
    });
    fc.assert(
      fc.property(curve, (cubic) => {
        const controls = quadraticControls(cubic, 0.5);
        expect(controls.every(({ x, y }) => Number.isInteger(x) && Number.isInteger(y))).toBe(true);
        expect(farthest(cubic, controls)).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
      { numRuns: 500 },
    );
  });
});

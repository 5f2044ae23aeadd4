import { expect, test } from 'vitest';
import { circle, cornersOf, mapPath, polygon, polyline } from '../../src/base/path.ts';

const at = (x: number, y: number) => ({ x, y });

test('a circle is one: no point of its curves is off by more than 0.03 % of the radius', () => {
  const radius = 100;
  let pen = at(0, 0);
  const distances: number[] = [];
  for (const segment of circle(radius, at)) {
    if (segment.kind === 'curve') {
      const { first, second, to } = segment;
      for (let part = 0; part <= 1; part += 1 / 64) {
        const rest = 1 - part;
        const along = (axis: 'x' | 'y') =>
          rest ** 3 * pen[axis] +
          3 * rest ** 2 * part * first[axis] +
          3 * rest * part ** 2 * second[axis] +
          part ** 3 * to[axis];
        distances.push(Math.hypot(along('x'), along('y')));
      }
    }
    if (segment.kind !== 'close') pen = segment.to;
  }
  expect(distances).toHaveLength(4 * 65);
  expect(Math.min(...distances)).toBeGreaterThan(radius * 0.9997);
  expect(Math.max(...distances)).toBeLessThan(radius * 1.0003);
});

test('corners are told of one row of straight lines alone', () => {
  const points = [at(0, 0), at(3, 0), at(3, 4)];
  expect(cornersOf(polyline(points))).toEqual({ points, closed: false });
  expect(cornersOf(polygon(points))).toEqual({ points, closed: true });
  expect(cornersOf([...polygon(points), ...polyline(points)])).toBeNull();
  expect(cornersOf(circle(1, at))).toBeNull();
});

test('a path is placed with the handles of its curves', () => {
  const moved = mapPath(circle(1, at), ({ x, y }) => at(10 - x, y + 5));
  expect(moved).toEqual(circle(1, (dx, dy) => at(10 - dx, dy + 5)));
});

import type { Point } from '../base/geometry.ts';
import type { PathSegment } from '../base/path.ts';
import type { Board } from './board.ts';
import type { ChartData } from './chart-data.ts';
import { markOf, seriesMark } from './colors.ts';
import { decimalsOf } from './draw-columns.ts';

/** Of the width. */
const RADIUS = 0.19;

/** Sectors from noon in the direction of reading, each with its name, its value and its share beside it. @returns the height */
export function drawPie(data: ChartData, board: Board): number {
  const { looks } = board;
  const { size, width, paper, format } = looks;
  const values = (data.series[0]?.values ?? []).map((value) => Math.max(0, value ?? 0));
  const whole = values.reduce((one, other) => one + other, 0);
  const radius = width * RADIUS;
  const rows = Math.max(radius * 2 + size * 2, values.length * size * 1.6 + size);
  const middle = { x: radius + size, y: rows / 2 };
  let turned = 0;
  const first = (rows - values.length * size * 1.6) / 2 + size * 1.1;
  values.forEach((value, index) => {
    const share = whole === 0 ? 0 : value / whole;
    const { color, pattern } =
      data.highlight === null ? seriesMark(index, looks) : markOf(0, index, data, looks);
    if (share > 0) {
      board.fill(sector(middle, radius, turned, turned + share, board), color, pattern);
      // white between sectors, so that they are known in grey
      const edge = pointAt(middle, radius, turned);
      if (share < 1) board.line([middle, edge], 1.2, paper);
    }
    const y = first + index * size * 1.6;
    const at = middle.x + radius + size * 2.5;
    board.bar(at, y - size * 0.75, size * 0.9, size * 0.9, color, pattern);
    const percent = `${format(share * 100, share * 100 < 10 ? 1 : 0)}${looks.percent}`;
    const name = data.categories[index]!.name;
    board.words(`${name}: ${format(value, decimalsOf(value))} (${percent})`, { x: at + size * 1.4, y });
    turned += share;
  });
  return rows;
}

/** @param turn of a circle, from noon */
function pointAt({ x, y }: Point, radius: number, turn: number): Point {
  const angle = turn * 2 * Math.PI;
  return { x: x + radius * Math.sin(angle), y: y - radius * Math.cos(angle) };
}

/** Arcs of an eighth of a circle at most, each a cubic Bézier. */
function sector(
  middle: Point,
  radius: number,
  from: number,
  to: number,
  board: Board,
): readonly PathSegment<Point>[] {
  const count = Math.max(1, Math.ceil((to - from) * 8));
  const step = (to - from) / count;
  const handle = (4 / 3) * Math.tan((step * 2 * Math.PI) / 4) * radius;
  const arcs = Array.from({ length: count }, (_, index): PathSegment<Point> => {
    const [start, end] = [from + index * step, from + (index + 1) * step];
    const [one, other] = [pointAt(middle, radius, start), pointAt(middle, radius, end)];
    const along = (turn: number, sign: number) => ({
      x: Math.cos(turn * 2 * Math.PI) * handle * sign,
      y: Math.sin(turn * 2 * Math.PI) * handle * sign,
    });
    const [leave, arrive] = [along(start, 1), along(end, -1)];
    return {
      kind: 'curve',
      first: board.place({ x: one.x + leave.x, y: one.y + leave.y }),
      second: board.place({ x: other.x + arrive.x, y: other.y + arrive.y }),
      to: board.place(other),
    };
  });
  const edge = board.place(pointAt(middle, radius, from));
  if (to - from >= 1) return [{ kind: 'move', to: edge }, ...arcs, { kind: 'close' }];
  return [{ kind: 'move', to: board.place(middle) }, { kind: 'line', to: edge }, ...arcs, { kind: 'close' }];
}

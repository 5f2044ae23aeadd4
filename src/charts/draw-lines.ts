import type { Point } from '../base/geometry.ts';
import { circle, polygon } from '../base/path.ts';
import type { Board } from './board.ts';
import type { ChartData } from './chart-data.ts';
import { seriesMark } from './colors.ts';
import { drawLegend, drawNames, drawValueAxis, measureNames, numbersOf, ticksOfData } from './frame.ts';

/** Of lines of several series, by which they are told apart in grey; points. */
const DASHES: readonly (readonly number[] | null)[] = [
  null,
  [6, 3],
  [1.5, 2.5],
  [8, 3, 1.5, 3],
  [3, 2],
  [12, 4],
];
/** Points so few that each is marked. */
const FEW = 24;

/** Lines from the start side onwards, of dates as far from one another as these. @returns the height of all */
export function drawLines(data: ChartData, height: number, board: Board): number {
  const { looks } = board;
  const { size, width } = looks;
  const isArea = data.kind === 'area';
  const direct = !isArea && data.series.length > 1 ? directLabels(data, board) : null;
  const top = direct === null ? drawLegend(data, board) + size * 0.6 : size;
  const bottom = top + height;
  const wanted = Math.max(3, Math.round(height / (size * 3.5)));
  const ticks = ticksOfData(isArea ? stackOf(data).flat() : numbersOf(data), isArea, wanted);
  const { start, placeOf } = drawValueAxis(ticks, top, bottom, board);
  const last = board.widthOf(data.categories.at(-1)?.name ?? '') / 2;
  const end = width - Math.max(direct ?? 0, last - size * 0.5);
  const acrossOf = placesOf(data, start + size, end - size * 0.5);
  const names = data.categories.map(({ name }) => name);
  const room = (end - start) / Math.max(1, names.length);
  const plan = measureNames(names, room, board);
  if (isArea) drawAreas(data, acrossOf, placeOf, board);
  else drawSeries(data, acrossOf, placeOf, board);
  if (direct !== null) sayNames(data, end, placeOf, board);
  drawNames(plan, acrossOf, bottom, board);
  return bottom + plan.height;
}

/** What names at the ends of lines take; null where they are too long, and a legend says them. */
function directLabels({ series }: ChartData, board: Board): number | null {
  const widest = Math.max(...series.map(({ name }) => board.widthOf(name)));
  return widest > board.looks.width * 0.25 || series.length > 8 ? null : widest + board.looks.size * 0.8;
}

/** Where categories lie: side by side, or by their dates. */
function placesOf({ categories }: ChartData, start: number, end: number): (index: number) => number {
  const times = categories.map(({ time }) => time);
  const known = times.filter((time) => time !== null);
  const [first, last] = [Math.min(...known), Math.max(...known)];
  if (known.length === times.length && last > first)
    return (index) => start + ((times[index]! - first) / (last - first)) * (end - start);
  const most = Math.max(1, categories.length - 1);
  return (index) => (categories.length === 1 ? (start + end) / 2 : start + (index / most) * (end - start));
}

function drawSeries(
  { series }: ChartData,
  acrossOf: (index: number) => number,
  placeOf: (value: number) => number,
  board: Board,
): void {
  const { looks } = board;
  series.forEach(({ values }, index) => {
    const { color } = seriesMark(index, looks);
    for (const run of runsOf(values)) {
      const points = run.map((at) => ({ x: acrossOf(at), y: placeOf(values[at]!) }));
      if (points.length > 1) board.line(points, 1.6, color, DASHES[index % DASHES.length]!);
      if (values.length <= FEW || points.length === 1)
        for (const point of points) drawDot(point, color, board);
    }
  });
}

function drawDot(point: Point, color: string, board: Board): void {
  const { x, y } = board.place(point);
  board.fill(
    circle(2.2, (dx, dy) => ({ x: x + dx, y: y + dy })),
    color,
  );
}

/** Indices of values that follow one another: a line does not go on over what is missing. */
function runsOf(values: readonly (number | null)[]): readonly (readonly number[])[] {
  const runs: number[][] = [];
  values.forEach((value, index) => {
    if (value === null) return;
    if (index > 0 && values[index - 1] !== null && runs.length > 0) runs.at(-1)!.push(index);
    else runs.push([index]);
  });
  return runs;
}

/** The upper edges of areas that lie one upon another. */
function stackOf({ series, categories }: ChartData): readonly (readonly number[])[] {
  const sums = categories.map(() => 0);
  return series.map(({ values }) =>
    categories.map((_, index) => {
      sums[index]! += values[index] ?? 0;
      return sums[index]!;
    }),
  );
}

function drawAreas(
  data: ChartData,
  acrossOf: (index: number) => number,
  placeOf: (value: number) => number,
  board: Board,
): void {
  let below: readonly number[] = data.categories.map(() => 0);
  stackOf(data).forEach((edge, index) => {
    const { color, pattern } = seriesMark(index, board.looks);
    const place = (value: number, at: number) => board.place({ x: acrossOf(at), y: placeOf(value) });
    const outline = [...edge.map(place), ...below.map(place).toReversed()];
    if (edge.length > 1) board.fill(polygon(outline), color, pattern);
    board.line(
      edge.map((value, at) => ({ x: acrossOf(at), y: placeOf(value) })),
      0.8,
      board.looks.paper,
    );
    below = edge;
  });
}

/** Names at the ends of their lines, moved apart where they would lie on one another. */
function sayNames(
  { series }: ChartData,
  end: number,
  placeOf: (value: number) => number,
  board: Board,
): void {
  const { size } = board.looks;
  const labels = series
    .flatMap(({ name, values }, index) => {
      const last = values.findLast((value) => value !== null) ?? null;
      return last === null ? [] : [{ name, index, y: placeOf(last) }];
    })
    .sort((one, other) => one.y - other.y);
  let least = Number.NEGATIVE_INFINITY;
  for (const { name, index, y } of labels) {
    const at = Math.max(y + size * 0.33, least);
    board.words(
      name,
      { x: end + size * 0.4, y: at },
      { color: seriesMark(index, board.looks).color, bold: true },
    );
    least = at + size * 1.2;
  }
}

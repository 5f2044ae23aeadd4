import { circle } from '../base/path.ts';
import type { Board } from './board.ts';
import type { ChartData } from './chart-data.ts';
import { markOf } from './colors.ts';
import { decimalsOf } from './draw-columns.ts';
import { drawLegend, numbersOf, ticksOfData, wrap } from './frame.ts';

/** Of the width, what names may take. */
const MOST_NAMES = 0.36;

/** Bars or dots from the start side onwards, a row for each category. @returns the height of all */
export function drawRows(data: ChartData, board: Board): number {
  const { looks } = board;
  const { size, width, grey, line, ink, format } = looks;
  const isDots = data.kind === 'dot';
  const numbers = numbersOf(data);
  const names = data.categories.map(({ name }) => wrap(name, width * MOST_NAMES, board));
  const named = Math.max(0, ...names.flat().map((text) => board.widthOf(text))) + size * 0.8;
  const start = named + (isDots ? 0 : roomBefore(numbers, board));
  const ticks = ticksOfData(numbers, !isDots, Math.max(3, Math.round((width - start) / (size * 6))));
  const top = drawLegend(data, board) + size * 0.4;
  const end = width - board.widthOf(format(ticks.to, ticks.decimals)) / 2;
  const placeOf = (value: number) => start + ((value - ticks.from) / (ticks.to - ticks.from)) * (end - start);
  const bars = isDots ? 1 : data.series.length;
  const rowOf = (category: number) =>
    size * Math.max(bars * 1.25 + 0.7, (names[category]?.length ?? 1) * 1.3 + 0.5);
  const height = data.categories.reduce((sum, _, category) => sum + rowOf(category), 0);
  for (const value of ticks.values) {
    const isZero = value === 0;
    const x = placeOf(value);
    board.line(
      [
        { x, y: top },
        { x, y: top + height },
      ],
      isZero ? 0.8 : 0.4,
      isZero ? ink : line,
    );
    board.words(
      format(value, ticks.decimals),
      { x, y: top + height + size * 1.2 },
      { anchor: 'middle', color: grey },
    );
  }
  let y = top;
  data.categories.forEach((_, category) => {
    const row = rowOf(category);
    const set = names[category]!;
    set.forEach((text, at) => {
      const middle = y + row / 2 + size * (0.33 + 1.3 * (at - (set.length - 1) / 2));
      board.words(text, { x: named - size * 0.8, y: middle }, { anchor: 'end' });
    });
    if (isDots) drawDots(data, category, y + row / 2, placeOf, board);
    else drawBars(data, category, y + (row - bars * size * 1.25) / 2, placeOf, board);
    y += row;
  });
  return top + height + size * 1.7;
}

/** What values beside bars take that go back beyond naught. */
function roomBefore(numbers: readonly number[], board: Board): number {
  const back = numbers.filter((value) => value < 0);
  const { size, format } = board.looks;
  const widths = back.map((value) => board.widthOf(format(value, decimalsOf(value)), { scale: 0.9 }));
  return back.length === 0 ? 0 : Math.max(...widths) + size * 0.7;
}

function drawBars(
  data: ChartData,
  category: number,
  top: number,
  placeOf: (value: number) => number,
  board: Board,
): void {
  const { size, format } = board.looks;
  const zero = placeOf(0);
  data.series.forEach(({ values }, index) => {
    const value = values[category] ?? null;
    if (value === null) return;
    const { color, pattern } = markOf(index, category, data, board.looks);
    const x = placeOf(value);
    const y = top + index * size * 1.25;
    board.bar(Math.min(x, zero), y, Math.max(0.3, Math.abs(x - zero)), size * 1.1, color, pattern);
    // beside the bar, on paper
    const text = format(value, decimalsOf(value));
    const isBack = value < 0;
    const beside = x + (isBack ? -1 : 1) * size * 0.35;
    const room = isBack ? beside : board.looks.width - beside;
    if (room >= board.widthOf(text, { scale: 0.9 }))
      board.words(text, { x: beside, y: y + size * 0.87 }, { anchor: isBack ? 'end' : 'start', scale: 0.9 });
  });
}

/** Dots of all series on one line, from the least to the greatest. */
function drawDots(
  data: ChartData,
  category: number,
  y: number,
  placeOf: (value: number) => number,
  board: Board,
): void {
  const { looks } = board;
  const shown = data.series.flatMap(({ values }, index) => {
    const value = values[category] ?? null;
    return value === null ? [] : [{ index, x: placeOf(value) }];
  });
  const xs = shown.map(({ x }) => x);
  if (xs.length > 1)
    board.line(
      [
        { x: Math.min(...xs), y },
        { x: Math.max(...xs), y },
      ],
      1.2,
      looks.grey,
    );
  for (const { index, x } of shown) {
    const { color } = markOf(index, category, data, looks);
    const middle = board.place({ x, y });
    const radius = looks.size * 0.42;
    board.fill(
      circle(radius, (dx, dy) => ({ x: middle.x + dx, y: middle.y + dy })),
      color,
    );
    // every second series is a ring, which is known in grey
    if (index % 2 === 1)
      board.fill(
        circle(radius * 0.5, (dx, dy) => ({ x: middle.x + dx, y: middle.y + dy })),
        looks.paper,
      );
  }
}

import type { Board } from './board.ts';
import type { ChartData } from './chart-data.ts';
import { markOf } from './colors.ts';
import {
  drawLegend,
  drawNames,
  drawValueAxis,
  measureNames,
  numbersOf,
  type Plot,
  ticksOfData,
} from './frame.ts';

/** Of the room of a category, what its columns take together. */
const FILLED = 0.72;
/** Columns so few that each says its value. */
const FEW = 12;

/** Upright columns, of several series side by side. @returns the height of all */
export function drawColumns(data: ChartData, height: number, board: Board): number {
  const { series, categories } = data;
  const numbers = numbersOf(data);
  const saysValues = series.length === 1 && categories.length <= FEW;
  const { plot, placeOf, zero, roomOf, end } = openPlot(data, numbers, height, board);
  const wide = (roomOf * FILLED) / series.length;
  series.forEach(({ values }, index) => {
    values.forEach((value, category) => {
      if (value === null) return;
      const x = plot.start + roomOf * (category + 0.5) - (wide * series.length) / 2 + wide * index;
      const y = placeOf(value);
      const { color, pattern } = markOf(index, category, data, board.looks);
      board.bar(x, Math.min(y, zero), wide * 0.94, Math.max(0.3, Math.abs(zero - y)), color, pattern);
      if (saysValues) sayValue(value, x + wide / 2, y, board, value < 0);
    });
  });
  return end;
}

function sayValue(value: number, x: number, y: number, board: Board, isBelow: boolean): void {
  const { size, format } = board.looks;
  const text = format(value, decimalsOf(value));
  board.words(text, { x, y: isBelow ? y + size : y - size * 0.35 }, { anchor: 'middle', scale: 0.9 });
}

/** Places behind the point that a value is written with; six at most. */
export function decimalsOf(value: number): number {
  return Math.min(6, (String(Math.abs(value)).split('.')[1] ?? '').length);
}

/** Columns of parts one upon another, negative ones below naught. @returns the height of all */
export function drawStacked(data: ChartData, height: number, board: Board): number {
  const sums = data.categories.flatMap((_, category) => {
    const values = data.series.map(({ values }) => values[category] ?? 0);
    const sum = (of: readonly number[]) => of.reduce((one, other) => one + other, 0);
    return [sum(values.filter((value) => value > 0)), sum(values.filter((value) => value < 0))];
  });
  const { plot, placeOf, roomOf, end } = openPlot(data, sums, height, board);
  const wide = roomOf * FILLED;
  for (const category of data.categories.keys()) {
    let [above, below] = [0, 0];
    data.series.forEach(({ values }, index) => {
      const value = values[category] ?? 0;
      if (value === 0) return;
      const from = value > 0 ? above : below;
      if (value > 0) above += value;
      else below += value;
      const [one, other] = [placeOf(from), placeOf(from + value)];
      const { color, pattern } = markOf(index, category, data, board.looks);
      const x = plot.start + roomOf * (category + 0.5) - wide / 2;
      board.bar(x, Math.min(one, other), wide, Math.max(0.3, Math.abs(other - one) - 0.4), color, pattern);
    });
  }
  return end;
}

/** Legend, axes and names of what stands in categories side by side. */
function openPlot(data: ChartData, numbers: readonly number[], height: number, board: Board) {
  const { looks } = board;
  const top = drawLegend(data, board) + looks.size * 0.8;
  const ticks = ticksOfData(numbers, true, Math.max(3, Math.round(height / (looks.size * 3.5))));
  // names are measured before the plot is known: the axis takes about as much as its longest label
  const about = looks.width - looks.size * 3;
  const names = data.categories.map(({ name }) => name);
  const plan = measureNames(names, about / names.length, board);
  const bottom = top + height;
  const { start, placeOf } = drawValueAxis(ticks, top, bottom, board);
  const plot: Plot = { start, end: looks.width, top, bottom };
  const roomOf = (plot.end - plot.start) / data.categories.length;
  drawNames(plan, (index) => plot.start + roomOf * (index + 0.5), bottom, board);
  return { plot, placeOf, zero: placeOf(0), roomOf, end: bottom + plan.height };
}

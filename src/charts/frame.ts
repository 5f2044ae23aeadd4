import type { Board } from './board.ts';
import type { ChartData } from './chart-data.ts';
import { seriesMark } from './colors.ts';
import { findTicks, type Ticks } from './ticks.ts';

/** Room for what is drawn, from the start side and the top; points. */
export interface Plot {
  readonly start: number;
  readonly end: number;
  readonly top: number;
  readonly bottom: number;
}

/** Least and greatest of what is shown. @param fromZero whether lengths are compared, which begin at naught */
export function ticksOfData(values: readonly number[], fromZero: boolean, wanted: number): Ticks {
  const all = fromZero || values.length === 0 ? [0, ...values] : values;
  const least = all.reduce((one, other) => Math.min(one, other), Number.POSITIVE_INFINITY);
  const most = all.reduce((one, other) => Math.max(one, other), Number.NEGATIVE_INFINITY);
  return findTicks(least, most === least && fromZero ? least + 1 : most, wanted);
}

export const numbersOf = ({ series }: ChartData): readonly number[] =>
  series.flatMap(({ values }) => values.filter((value) => value !== null));

/** The names of several series with their marks, in lines from the start side. @returns where the plot may begin */
export function drawLegend(data: ChartData, board: Board): number {
  const { size, width } = board.looks;
  if (data.series.length < 2) return size * 0.6;
  let [x, y] = [0, size];
  data.series.forEach(({ name }, index) => {
    const { color, pattern } = seriesMark(index, board.looks);
    const wide = size * 1.4 + board.widthOf(name);
    if (x > 0 && x + wide > width) [x, y] = [0, y + size * 1.6];
    board.bar(x, y - size * 0.75, size * 0.9, size * 0.9, color, pattern);
    board.words(name, { x: x + size * 1.4, y });
    x += wide + size * 1.6;
  });
  return y + size * 1.4;
}

/** The value axis at the start side, its lines across the plot. @returns where the plot begins, and how values are placed */
export function drawValueAxis(
  ticks: Ticks,
  top: number,
  bottom: number,
  board: Board,
): { readonly start: number; readonly placeOf: (value: number) => number } {
  const { size, width, grey, line, ink, format } = board.looks;
  const labels = ticks.values.map((value) => format(value, ticks.decimals));
  const start = Math.max(...labels.map((label) => board.widthOf(label))) + size * 0.7;
  const placeOf = (value: number) =>
    bottom - ((value - ticks.from) / (ticks.to - ticks.from)) * (bottom - top);
  ticks.values.forEach((value, index) => {
    const y = placeOf(value);
    const isZero = value === 0;
    board.line(
      [
        { x: start, y },
        { x: width, y },
      ],
      isZero ? 0.8 : 0.4,
      isZero ? ink : line,
    );
    board.words(
      labels[index]!,
      { x: start - size * 0.7, y: y + size * 0.33 },
      { anchor: 'end', color: grey },
    );
  });
  return { start, placeOf };
}

/** Lines that names below an axis may take. */
const MOST_LINES = 3;

/** Names in the middle of their places, in as many lines as they need; where they are too wide, each second, third … @returns their height */
export function measureNames(names: readonly string[], room: number, board: Board): NamePlan {
  for (let every = 1; every < names.length; every++) {
    const shown = names.filter((_, index) => index % every === 0);
    const lines = shown.map((name) => wrap(name, room * every - board.looks.size * 0.6, board));
    const fits = lines.every(
      (set) => set.length <= MOST_LINES && set.every((text) => board.widthOf(text) <= room * every),
    );
    if (fits) return planOf(names, every, room, board);
  }
  return planOf(names, Math.max(1, names.length), room, board);
}

interface NamePlan {
  readonly lines: readonly (readonly string[])[];
  readonly height: number;
}

function planOf(names: readonly string[], every: number, room: number, board: Board): NamePlan {
  const { size } = board.looks;
  const lines = names.map((name, index) =>
    index % every === 0 ? wrap(name, room * every - size * 0.6, board) : [],
  );
  const most = Math.max(1, ...lines.map((set) => set.length));
  return { lines, height: size * (0.7 + 1.3 * most) };
}

/** Words in lines that are no wider than a single word needs, greedily. */
export function wrap(name: string, room: number, board: Board): readonly string[] {
  const lines: string[] = [];
  for (const word of name.split(/\s+/)) {
    const last = lines.at(-1);
    if (last !== undefined && board.widthOf(`${last} ${word}`) <= room)
      lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

export function drawNames(
  { lines }: NamePlan,
  placeOf: (index: number) => number,
  top: number,
  board: Board,
): void {
  const { size } = board.looks;
  lines.forEach((set, index) => {
    set.forEach((text, line) => {
      board.words(text, { x: placeOf(index), y: top + size * (1.4 + 1.3 * line) }, { anchor: 'middle' });
    });
  });
}

import type { ChartData, ChartLooks } from './chart-data.ts';
import { PATTERNS } from './hatches.ts';

/** Beside the accent; contrast with paper 3.9:1 and more. */
const OTHERS = ['#B5652B', '#5B7F95', '#7B5EA7', '#4F7A3A', '#8A6D1F', '#A63A50'];
/** Of what is not pointed at where something is. */
const MUTED = '#8A8A8A';

/** Marks of a series and of a category: colour and pattern. */
interface Mark {
  readonly color: string;
  readonly pattern: number;
}

export function markOf(
  series: number,
  category: number,
  { highlight, series: all }: ChartData,
  looks: ChartLooks,
): Mark {
  if (highlight !== null && all.length === 1)
    return { color: highlight === category ? looks.accent : MUTED, pattern: 0 };
  return seriesMark(series, looks);
}

export function seriesMark(series: number, { accent }: ChartLooks): Mark {
  const color = series === 0 ? accent : OTHERS[(series - 1) % OTHERS.length]!;
  return { color, pattern: series % PATTERNS };
}

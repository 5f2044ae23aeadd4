import type { SetWords } from '../vector/outlined-text.ts';

export const CHART_KINDS = ['bar', 'column', 'line', 'area', 'pie', 'dot', 'stacked', 'grouped'] as const;
export type ChartKind = (typeof CHART_KINDS)[number];

/** What a chart shows. */
export interface ChartData {
  readonly kind: ChartKind;
  readonly categories: readonly Category[];
  /** One at least. */
  readonly series: readonly Series[];
  /** The category that its author points at; null = none. */
  readonly highlight: number | null;
}

interface Category {
  /** As printed. */
  readonly name: string;
  /** Where it lies in time, in years, where all of them are dates; null = side by side with the others. */
  readonly time: number | null;
}

export interface Series {
  readonly name: string;
  /** Of each category; null where there is none. */
  readonly values: readonly (number | null)[];
}

/** How a chart is set. Lengths are points; `#RRGGBB`. */
export interface ChartLooks {
  readonly width: number;
  /** Of type. */
  readonly size: number;
  readonly isRtl: boolean;
  readonly ink: string;
  readonly grey: string;
  readonly line: string;
  readonly paper: string;
  readonly accent: string;
  /** A number in the digits of the document, with so many decimals. */
  readonly format: (value: number, decimals: number) => string;
  /** The per cent sign of these digits. */
  readonly percent: string;
  readonly setWords: SetWords;
}

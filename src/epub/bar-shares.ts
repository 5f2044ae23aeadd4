import type { Bar } from '../resolve/nodes.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { Theme } from '../theme/theme.ts';

/** Parts of the measure that names and values of a chart take, and the greatest value. The same for all bars. */
export interface Shares {
  readonly name: number;
  readonly value: number;
  readonly most: number;
}

/** A letter of the sans is about half an em wide; a name may take at most two fifths before it breaks. */
export function planShares(bars: readonly Bar[], theme: Theme, measure: number): Shares {
  const em = textStyleIn(theme, 'bar-label').size / measure;
  const name = Math.max(0, ...bars.map(({ nameLength }) => nameLength)) * 0.5 * em + em;
  const value = Math.max(0, ...bars.map(({ shownLength }) => shownLength)) * 0.6 * em + 1.5 * em;
  return {
    name: Math.min(0.4, Math.max(0.1, name)),
    value: Math.min(0.25, value),
    most: Math.max(0, ...bars.map((bar) => bar.value)),
  };
}

/** How long a bar is, as a part of the measure. */
export function lengthOfBar(value: number, shares: Shares): number {
  const room = 1 - shares.name - shares.value;
  // a track of no width at all would divide by zero where all values are zero
  return Math.max(0.002, shares.most === 0 ? 0 : room * (value / shares.most));
}

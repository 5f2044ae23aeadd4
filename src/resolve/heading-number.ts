import { formatCounter, formatNumbering } from '../base/counters.ts';
import type { Theme } from '../theme/theme.ts';
import type { Counter } from './context.ts';
import type { PlannedHeading } from './heading-plan.ts';

/** In what headings count. */
interface Counted {
  readonly theme: Theme;
  readonly counter: Counter;
}

type Placed = Pick<PlannedHeading, 'numbers' | 'rank' | 'listed'>;

/** As the theme numbers headings; null where this one has no number. */
export function numberOf({ numbers, rank }: Placed, { theme, counter }: Counted): string | null {
  const { numbering, counters } = theme.heading;
  if (numbering === 'none' || numbers.length === 0) return null;
  const styles = counters.map((style) => (style === 'document' ? counter : style));
  const own = numbering === 'through' ? styles.slice(Math.min(rank, styles.length) - 1) : styles;
  return formatNumbering(own, numbers) || null;
}

/** The number of a chapter that stands over its title; null where none does. */
export function numberOver({ listed, rank, numbers }: Placed, { theme, counter }: Counted): string | null {
  const { ordinal, opens, counters } = theme.heading;
  const [first] = numbers;
  if (!ordinal || opens === 'none' || !listed || rank !== 1 || first === undefined) return null;
  const style = counters[0] ?? 'document';
  return formatCounter(style === 'document' ? counter : style, first) || null;
}

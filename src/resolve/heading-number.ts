import { formatNumbering } from '../base/counters.ts';
import type { Theme } from '../theme/theme.ts';
import type { Counter } from './context.ts';
import type { PlannedHeading } from './heading-plan.ts';

type Placed = Pick<PlannedHeading, 'numbers' | 'rank' | 'listed'>;

/** As the theme numbers headings; null where this one has no number. */
export function numberOf(
  { numbers, rank }: Placed,
  { theme, counter }: { readonly theme: Theme; readonly counter: Counter },
): string | null {
  const { numbering, counters } = theme.heading;
  if (numbering === 'none' || numbers.length === 0) return null;
  const styles = counters.map((style) => (style === 'document' ? counter : style));
  const own = numbering === 'through' ? styles.slice(Math.min(rank, styles.length) - 1) : styles;
  return formatNumbering(own, numbers);
}

/** Whether the number of a chapter stands over its title. */
export function standsOver({ listed, rank, numbers }: Placed, { heading }: Theme): boolean {
  return heading.ordinal && heading.opens !== 'none' && listed && rank === 1 && numbers.length > 0;
}

import { type FlowEntry, hasHeight } from '../flow-item.ts';
import type { PageRegion } from './page-region.ts';

/** Lines: smaller white space, as between paragraphs, stays what it is on every page. */
const LEAST = 0.7;

/** Lines by which a page may grow in all. */
const MOST_LINES = 2;

/** Where there is no grid, white space grows by this share of a line. */
const STEP = 0.25;

type Spaced = Pick<PageRegion, 'grid' | 'leading'>;

/** White space grows by lines of the grid, so that lines of facing pages stay beside one another. Points. */
export function stepOf({ grid, leading }: Spaced): number {
  return grid > 0 ? grid : leading * STEP;
}

/** How many steps a page may grow by, however much white space is on it. */
export function mostSteps(region: Spaced): number {
  return Math.floor((MOST_LINES * region.leading) / stepOf(region) + 0.01);
}

/** How many steps the white space before an entry may grow by: that between blocks, not that within boxes and columns. */
export function stepsBefore({ item, space, columns, panels, opens }: FlowEntry, region: Spaced): number {
  if (item.kind !== 'line' && item.kind !== 'box') return 0;
  if (columns !== null || panels.length !== opens) return 0;
  // At most it doubles.
  return space < LEAST * region.leading ? 0 : Math.floor(space / stepOf(region) + 0.01);
}

/**
 * Makes the white space of a page larger, the largest first: above headings before that around boxes.
 *
 * @param stretch in all; points
 */
export function stretchSpaces(
  entries: readonly FlowEntry[],
  stretch: number,
  region: Spaced,
): readonly FlowEntry[] {
  const step = stepOf(region);
  let left = Math.round(stretch / step);
  if (left === 0) return entries;
  const first = firstOf(entries);
  const bySize = entries
    .map((entry, index) => ({
      index,
      space: entry.space,
      most: index > first ? stepsBefore(entry, region) : 0,
    }))
    .filter(({ most }) => most > 0)
    .sort((one, other) => other.space - one.space || one.index - other.index);
  const added = new Map<number, number>();
  for (let round = 1; left > 0; round += 1) {
    const open = bySize.filter(({ most }) => most >= round);
    if (open.length === 0) break;
    for (const { index } of open.slice(0, left)) added.set(index, round);
    left -= Math.min(left, open.length);
  }
  return entries.map((entry, index) => {
    const steps = added.get(index);
    return steps === undefined ? entry : { ...entry, space: entry.space + steps * step };
  });
}

/** What stands first on a page has no white space before it. */
function firstOf(entries: readonly FlowEntry[]): number {
  return entries.findIndex(({ item }) => hasHeight(item));
}

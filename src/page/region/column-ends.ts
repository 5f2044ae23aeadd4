import { type FlowEntry, heightOf, type Penalty } from '../flow-item.ts';
import { type BestEnd, bestEnd, RegionFiller } from './best-end.ts';
import { columnHeight } from './cursor.ts';
import type { Region } from './region.ts';
import { repeatedBefore, withRepeated } from './repeated.ts';

/** Columns filled one after the other. */
interface ColumnsFill {
  /** The index after the last item of each column in use. */
  readonly ends: readonly number[];
  /** Whether every item found its place. */
  readonly complete: boolean;
  /** The worst penalty at which a column was ended. */
  readonly worst: Penalty;
  /** The least height at which one of the columns would have taken more. Points. */
  readonly higher: number;
}

const PENALTIES: readonly Penalty[] = [0, 1, 2, 3];

/**
 * Where columns end so that they are as low as they can be, and among themselves as equal: the first may be
 * the highest. A better place to end is worth any height up to that of `most`; items that it cannot hold go
 * on in the last column.
 *
 * @returns the index after the last item of each column in use
 */
export function columnEnds(entries: readonly FlowEntry[], count: number, most: Region): readonly number[] {
  if (count === 1 || entries.length === 0) return [entries.length];
  const found = lowestFill(entries, count, most);
  if (found === null) return [...fillColumns(entries, count, most).ends.slice(0, -1), entries.length];
  const [end] = found.fill.ends;
  const others = entries.slice(end);
  if (others.length === 0) return [entries.length];
  // What is left is levelled by itself: seven lines in three columns are 3, 2 and 2, not 3, 3 and 1.
  const rest = columnEnds(others, count - 1, { height: found.height, grid: most.grid });
  return [end!, ...rest.map((index) => end! + index)];
}

function lowestFill(
  entries: readonly FlowEntry[],
  count: number,
  { height: limit, grid }: Region,
): { readonly fill: ColumnsFill; readonly height: number } | null {
  const least = entries.reduce((sum, { item }) => sum + heightOf(item), 0) / count;
  for (const worst of PENALTIES) {
    for (let height = Math.min(least, limit); ; ) {
      const fill = fillColumns(entries, count, { height, grid });
      if (fill.complete && fill.worst <= worst) return { fill, height };
      if (height >= limit) break;
      height = Math.min(fill.higher, limit);
    }
  }
  return null;
}

/** Fills columns of one height, each but the last to the best place to end it. */
export function fillColumns(entries: readonly FlowEntry[], count: number, region: Region): ColumnsFill {
  const ends: number[] = [];
  let worst: Penalty = 0;
  let higher = Number.POSITIVE_INFINITY;
  let from = 0;
  for (let column = 0; column < count && (from < entries.length || column === 0); column += 1) {
    const isLast = column === count - 1;
    const found = endColumn(entries, from, region);
    higher = Math.min(higher, found.higher);
    from = isLast ? found.reach : found.end;
    if (from < entries.length && !isLast && found.penalty > worst) worst = found.penalty;
    ends.push(from);
  }
  return { ends, complete: from === entries.length, worst, higher };
}

interface ColumnEnd extends BestEnd {
  /** At which the column would reach further; infinite where it reaches the end. Points. */
  readonly higher: number;
}

/** Goes down one column, which begins with item `from`. */
export function endColumn(entries: readonly FlowEntry[], from: number, region: Region): ColumnEnd {
  const filler = new RegionFiller(region);
  const repeated = from < entries.length ? repeatedBefore(entries[from]!) : null;
  if (repeated !== null) filler.take(repeated);
  const found = bestEnd(entries, from, filler);
  const higher = found.reach < entries.length ? filler.bottom : Number.POSITIVE_INFINITY;
  return { ...found, higher };
}

/** The height of the highest column. */
export function columnsHeight(entries: readonly FlowEntry[], ends: readonly number[], grid: number): number {
  return Math.max(...cutColumns(entries, ends).map((column) => columnHeight(column, grid)));
}

/** The items of each column, with the header of a table where a column begins inside the table. */
export function cutColumns(
  entries: readonly FlowEntry[],
  ends: readonly number[],
): readonly (readonly FlowEntry[])[] {
  return ends.map((end, index) => withRepeated(entries.slice(ends[index - 1] ?? 0, end)));
}

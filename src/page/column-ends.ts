import { Cursor, columnHeight, EPSILON } from './cursor.ts';
import { withRepeated } from './repeated.ts';
import type { Hold, Strip } from './strip.ts';

/** Columns filled one after the other. */
interface ColumnsFill {
  /** The index after the last strip of each column in use. */
  readonly ends: readonly number[];
  /** Whether every strip found its place. */
  readonly complete: boolean;
  /** The worst hold at which a column was ended. */
  readonly worst: Hold;
  /** The least height at which one of the columns would have taken more. Points. */
  readonly higher: number;
}

const HOLDS: readonly Hold[] = [0, 1, 2, 3];

/**
 * Where columns end so that they are as low as they can be, and among themselves as equal: the first may be
 * the highest. A better place to end is worth any height up to `limit`; strips that `limit` cannot hold go
 * on in the last column.
 *
 * @returns the index after the last strip of each column in use
 */
export function columnEnds(
  strips: readonly Strip[],
  count: number,
  limit: number,
  grid: number,
): readonly number[] {
  if (count === 1 || strips.length === 0) return [strips.length];
  const found = lowestFill(strips, count, limit, grid);
  if (found === null) return [...fillColumns(strips, count, limit, grid).ends.slice(0, -1), strips.length];
  const [end] = found.fill.ends;
  const others = strips.slice(end);
  if (others.length === 0) return [strips.length];
  // What is left is levelled by itself: seven lines in three columns are 3, 2 and 2, not 3, 3 and 1.
  const rest = columnEnds(others, count - 1, found.height, grid);
  return [end!, ...rest.map((index) => end! + index)];
}

function lowestFill(
  strips: readonly Strip[],
  count: number,
  limit: number,
  grid: number,
): { readonly fill: ColumnsFill; readonly height: number } | null {
  const least = strips.reduce((sum, strip) => sum + strip.height, 0) / count;
  for (const worst of HOLDS) {
    for (let height = Math.min(least, limit); ; ) {
      const fill = fillColumns(strips, count, height, grid);
      if (fill.complete && fill.worst <= worst) return { fill, height };
      if (height >= limit) break;
      height = Math.min(fill.higher, limit);
    }
  }
  return null;
}

/** Fills columns of one height, each but the last to the best place to end it: the last one of the lowest hold. */
export function fillColumns(
  strips: readonly Strip[],
  count: number,
  height: number,
  grid: number,
): ColumnsFill {
  const ends: number[] = [];
  let worst: Hold = 0;
  let higher = Number.POSITIVE_INFINITY;
  let from = 0;
  for (let column = 0; column < count && (from < strips.length || column === 0); column += 1) {
    const isLast = column === count - 1;
    const found = endColumn(strips, from, height, grid);
    higher = Math.min(higher, found.higher);
    from = isLast ? found.reach : found.end;
    if (from < strips.length && !isLast && found.hold > worst) worst = found.hold;
    ends.push(from);
  }
  return { ends, complete: from === strips.length, worst, higher };
}

export interface ColumnEnd {
  /** The index after the last strip that fits, and after the last that should stand. */
  readonly reach: number;
  readonly end: number;
  readonly hold: Hold;
  /** At which the column would reach further; infinite where it reaches the end. Points. */
  readonly higher: number;
}

/** Goes down one column, which begins with strip `from`. */
export function endColumn(strips: readonly Strip[], from: number, height: number, grid: number): ColumnEnd {
  const cursor = new Cursor(grid);
  const [first] = strips.slice(from, from + 1);
  if (first !== undefined) for (const strip of withRepeated([first]).slice(0, -1)) cursor.advance(strip);
  let end = from;
  let hold: Hold = 3;
  for (let index = from; index < strips.length; index += 1) {
    cursor.advance(strips[index]!);
    const bottom = cursor.bottom();
    if (bottom > height + EPSILON) return { reach: index, end, hold, higher: bottom };
    const next = strips[index + 1]?.hold ?? 0;
    if (next <= hold) {
      end = index + 1;
      hold = next;
    }
  }
  return { reach: strips.length, end: strips.length, hold: 0, higher: Number.POSITIVE_INFINITY };
}

/** The height of the highest column. */
export function columnsHeight(strips: readonly Strip[], ends: readonly number[], grid: number): number {
  return Math.max(...cutColumns(strips, ends).map((column) => columnHeight(column, grid)));
}

/** The strips of each column, with the header of a table where a column begins inside the table. */
export function cutColumns(strips: readonly Strip[], ends: readonly number[]): readonly (readonly Strip[])[] {
  return ends.map((end, index) => withRepeated(strips.slice(ends[index - 1] ?? 0, end)));
}

import type { Origin } from '../base/origin.ts';
import type { RowCell } from '../style/blocks.ts';
import { type Column, composeColumn, moveLandmark, moveMark } from './column.ts';
import { Cursor, columnHeight, EPSILON } from './cursor.ts';
import { restBefore } from './rest-before.ts';
import { makeStrip, type Strip, type StripDraft } from './strip.ts';

/** What stands in a cell and where it stands when the row is higher. */
interface Cell {
  readonly strips: readonly Strip[];
  readonly align: RowCell<unknown>['align'];
}

/**
 * Cells side by side as one strip; as several only if they are higher than `limit`, a page. Each part
 * then takes what fits of every cell.
 */
export function joinCells(cells: readonly Cell[], limit: number, origin: Origin): readonly Strip[] {
  return splitCells(cells, limit).map((part) => joinPart(part, limit, origin));
}

/** Each part ends where every cell has taken what fits, so cells go on side by side on the next page. */
function splitCells(cells: readonly Cell[], limit: number): readonly (readonly Cell[])[] {
  if (cells.every((cell) => columnHeight(cell.strips, 0) <= limit + EPSILON)) return [cells];
  const parts: (readonly Cell[])[] = [];
  let rest = cells.map((cell) => cell.strips);
  while (rest.some((strips) => strips.length > 0)) {
    const counts = rest.map((strips) => countFitting(strips, limit));
    // A line higher than a page goes alone rather than not at all.
    const least = counts.some((count) => count > 0) ? 0 : 1;
    const taken = counts.map((count) => Math.max(count, least));
    parts.push(rest.map((strips, index) => ({ strips: strips.slice(0, taken[index]), align: 'start' })));
    rest = rest.map((strips, index) => strips.slice(taken[index]));
  }
  return parts;
}

/** How many strips fit, ending where a page might best end. */
function countFitting(strips: readonly Strip[], limit: number): number {
  const cursor = new Cursor(0);
  let best = 0;
  let bestHold = 3;
  for (const [index, strip] of strips.entries()) {
    cursor.advance(strip);
    if (cursor.bottom() > limit + EPSILON) break;
    const hold = strips[index + 1]?.hold ?? 0;
    if (hold <= bestHold) {
      best = index + 1;
      bestHold = hold;
    }
  }
  return best;
}

function joinPart(cells: readonly Cell[], limit: number, origin: Origin): Strip {
  const columns = cells.map((cell) => composeColumn(cell.strips, { x: 0, y: 0, grid: 0, room: null }));
  const baseline = Math.max(...columns.map((column, index) => hangingBaseline(column, cells[index]!)));
  const shifts = columns.map((column, index) => baselineShift(column, cells[index]!, baseline));
  const heights = columns.map((column, index) => column.height + shifts[index]!);
  // Where aligned baselines would not fit the page, cells begin at the top.
  const fits = Math.max(...heights) <= limit + EPSILON;
  const height = fits ? Math.max(...heights) : Math.max(...columns.map((column) => column.height));
  const tops = columns.map((column, index) => {
    const { align } = cells[index]!;
    return align === 'start' ? (fits ? shifts[index]! : 0) : restBefore(align, height - column.height);
  });
  return stripOfColumns(columns, tops, Math.max(0, height), fits ? baseline : 0, origin);
}

/** What stands in columns whose tops are `tops` as one strip. */
export function stripOfColumns(
  columns: readonly Column[],
  tops: readonly number[],
  height: number,
  baseline: number,
  origin: Origin,
): StripDraft {
  const fixed = {
    back: columns.flatMap((column) => column.fixed.back),
    marks: columns.flatMap((column) => column.fixed.marks),
  };
  return makeStrip(origin, {
    height,
    back: columns.flatMap((column, index) => column.back.map((mark) => moveMark(mark, 0, tops[index]!))),
    marks: columns.flatMap((column, index) => column.marks.map((mark) => moveMark(mark, 0, tops[index]!))),
    fixed: fixed.back.length + fixed.marks.length > 0 ? fixed : null,
    baseline: baseline > 0 ? baseline : null,
    notes: columns.flatMap((column) => column.notes),
    landmarks: columns.flatMap((column, index) =>
      column.landmarks.map((landmark) => moveLandmark(landmark, 0, tops[index]!)),
    ),
  });
}

/** Cells that begin with text and hang from the top share their first baseline. */
function hangingBaseline(column: Column, cell: Cell): number {
  return cell.align === 'start' ? (column.baseline ?? 0) : 0;
}

function baselineShift(column: Column, cell: Cell, baseline: number): number {
  return cell.align === 'start' && column.baseline !== null ? baseline - column.baseline : 0;
}

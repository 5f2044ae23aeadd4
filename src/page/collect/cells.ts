import type { Origin } from '../../base/origin.ts';
import type { RowCell } from '../../style/blocks.ts';
import type { BoxItem, FlowEntry } from '../flow-item.ts';
import { bestEnd, RegionFiller } from '../region/best-end.ts';
import { boxOfColumns } from '../region/box-of-columns.ts';
import { type Column, composeColumn } from '../region/column.ts';
import { columnHeight, EPSILON } from '../region/cursor.ts';
import { restBefore } from './rest-before.ts';

/** What stands in a cell and where it stands when the row is higher. */
interface Cell {
  readonly entries: readonly FlowEntry[];
  readonly align: RowCell<unknown>['align'];
}

/**
 * Cells side by side as one box; as several only if they are higher than `limit`, a page. Each part
 * then takes what fits of every cell.
 */
export function joinCells(cells: readonly Cell[], limit: number, origin: Origin): readonly BoxItem[] {
  return splitCells(cells, limit).map((part) => joinPart(part, limit, origin));
}

/** Each part ends where every cell has taken what fits, so cells go on side by side on the next page. */
function splitCells(cells: readonly Cell[], limit: number): readonly (readonly Cell[])[] {
  if (cells.every((cell) => columnHeight(cell.entries, 0) <= limit + EPSILON)) return [cells];
  const parts: (readonly Cell[])[] = [];
  let rest = cells.map((cell) => cell.entries);
  while (rest.some((entries) => entries.length > 0)) {
    const counts = rest.map((entries) => countFitting(entries, limit));
    // A line higher than a page goes alone rather than not at all.
    const least = counts.some((count) => count > 0) ? 0 : 1;
    const taken = counts.map((count) => Math.max(count, least));
    parts.push(rest.map((entries, index) => ({ entries: entries.slice(0, taken[index]), align: 'start' })));
    rest = rest.map((entries, index) => entries.slice(taken[index]));
  }
  return parts;
}

/** How many items fit, ending where a page might best end. */
function countFitting(entries: readonly FlowEntry[], limit: number): number {
  return bestEnd(entries, 0, new RegionFiller({ height: limit, grid: 0 })).end;
}

function joinPart(cells: readonly Cell[], limit: number, origin: Origin): BoxItem {
  const columns = cells.map((cell) => composeColumn(cell.entries, { x: 0, y: 0, grid: 0, room: null }));
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
  return boxOfColumns(columns, tops, Math.max(0, height), fits ? baseline : 0, origin);
}

/** Cells that begin with text and hang from the top share their first baseline. */
function hangingBaseline(column: Column, cell: Cell): number {
  return cell.align === 'start' ? (column.baseline ?? 0) : 0;
}

function baselineShift(column: Column, cell: Cell, baseline: number): number {
  return cell.align === 'start' && column.baseline !== null ? baseline - column.baseline : 0;
}

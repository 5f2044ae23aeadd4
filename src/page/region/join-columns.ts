import type { Artifact } from '../../base/element.ts';
import type { Direction } from '../../base/geometry.ts';
import { piecesOf } from '../../text/line-pieces.ts';
import { type ColumnSet, type FlowEntry, makeBox } from '../flow-item.ts';
import type { DrawItem } from '../page.ts';
import { boxOfColumns } from './box-of-columns.ts';
import { type Column, composeColumn } from './column.ts';
import { cutColumns } from './column-ends.ts';

/** An entry as it stands in its column: without the panels around the columns, and parted as columns may be. */
export function innerEntry(entry: FlowEntry, { depth }: ColumnSet): FlowEntry {
  const panels = depth === 0 ? entry.panels : entry.panels.slice(depth);
  return { ...entry, panels, penalty: entry.columnPenalty };
}

/** Columns of which it is not known yet how many panels end with them. */
export type LeadEntry = FlowEntry & { closes: number };

/** What columns are for those who go down the page: a box of no height yet, in the panels around them. */
export function leadOfColumns(first: FlowEntry, set: ColumnSet): LeadEntry {
  return {
    item: makeBox(first.item.origin, { snaps: set.grid > 0 }),
    space: first.space,
    penalty: first.penalty,
    panels: first.panels.slice(0, set.depth),
    opens: opensAround(first, set),
    closes: 0,
    columns: null,
    columnPenalty: 0,
  };
}

/** How many of the panels around the columns begin, and end, with this item. */
function opensAround(entry: FlowEntry, { depth }: ColumnSet): number {
  return Math.max(0, entry.opens - (entry.panels.length - depth));
}

export function closesAround(entry: FlowEntry, { depth }: ColumnSet): number {
  return Math.max(0, entry.closes - (entry.panels.length - depth));
}

/** The items of columns as one box, the columns side by side. */
export function joinColumns(
  entries: readonly FlowEntry[],
  set: ColumnSet,
  ends: readonly number[],
  direction: Direction,
): FlowEntry {
  const inner = entries.map((entry) => innerEntry(entry, set));
  const composed = cutColumns(inner, ends).map((column, index) =>
    composeColumn(column, { x: index * set.step, y: 0, grid: set.grid, room: null }),
  );
  const height = Math.max(...composed.map((column) => column.height));
  const columns = composed.map((column, index) =>
    index === composed.length - 1 ? column : withGutter(column, set, { index, height, direction }),
  );
  const tops = columns.map(() => 0);
  const lead = leadOfColumns(entries[0]!, set);
  const closes = entries.reduce((most, entry) => Math.max(most, closesAround(entry, set)), 0);
  const box = boxOfColumns(columns, tops, height, columns[0]?.baseline ?? 0, lead.item.origin);
  return { ...lead, item: { ...box, snaps: set.grid > 0 }, closes };
}

const GUTTER: Artifact = { artifact: 'Layout', subtype: null };

interface GutterPlace {
  readonly index: number;
  readonly height: number;
  readonly direction: Direction;
}

/** A column with the white space after it; where it has no text there is nothing to tell apart. */
function withGutter(column: Column, { gutter, step }: ColumnSet, place: GutterPlace): Column {
  const { index, height, direction } = place;
  const pieces = column.drawItems.flatMap((drawItem) =>
    drawItem.kind === 'line' ? piecesOf(drawItem.line) : [],
  );
  const glyphs = pieces.filter((piece) => piece.kind === 'glyphs');
  const [first] = glyphs;
  if (first === undefined) return column;
  const size = glyphs.reduce((most, { style }) => Math.max(most, style.size), 0);
  const rect = { x: gutter.x + index * step, y: 0, width: gutter.width, height };
  const drawItem: DrawItem = {
    kind: 'gutter',
    rect,
    face: first.run.face,
    size,
    direction,
    tagTarget: GUTTER,
  };
  return { ...column, drawItems: [...column.drawItems, drawItem] };
}

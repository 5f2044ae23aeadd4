import type { Artifact } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import { stripOfColumns } from './cells.ts';
import { type Column, composeColumn } from './column.ts';
import { cutColumns } from './column-ends.ts';
import type { Mark } from './page.ts';
import { type ColumnSet, makeStrip, type Strip, type StripDraft } from './strip.ts';

/** A strip as it stands in its column: without the panels around the columns, and held as columns ask. */
export function innerStrip(strip: Strip, { depth }: ColumnSet): Strip {
  const panels = depth === 0 ? strip.panels : strip.panels.slice(depth);
  return { ...strip, panels, hold: strip.inColumns?.hold ?? strip.hold };
}

/** What columns are for those who go down the page: a strip of no height yet, in the panels around them. */
export function leadOfColumns(first: Strip, set: ColumnSet): StripDraft {
  const { space, origin, panels } = first;
  const opens = opensAround(first, set);
  return makeStrip(origin, { space, panels: panels.slice(0, set.depth), opens, snaps: set.grid > 0 });
}

/** How many of the panels around the columns begin, and end, with this strip. */
function opensAround(strip: Strip, { depth }: ColumnSet): number {
  return Math.max(0, strip.opens - (strip.panels.length - depth));
}

export function closesAround(strip: Strip, { depth }: ColumnSet): number {
  return Math.max(0, strip.closes - (strip.panels.length - depth));
}

/** The strips of columns as one, the columns side by side. */
export function joinColumns(
  strips: readonly Strip[],
  set: ColumnSet,
  ends: readonly number[],
  direction: Direction,
): Strip {
  const inner = strips.map((strip) => innerStrip(strip, set));
  const composed = cutColumns(inner, ends).map((column, index) =>
    composeColumn(column, { x: index * set.step, y: 0, grid: set.grid, room: null }),
  );
  const height = Math.max(...composed.map((column) => column.height));
  const columns = composed.map((column, index) =>
    index === composed.length - 1 ? column : withGutter(column, set, { index, height, direction }),
  );
  const tops = columns.map(() => 0);
  const [first] = strips;
  const lead = leadOfColumns(first!, set);
  const { panels, space, opens, snaps } = lead;
  const closes = strips.reduce((most, strip) => Math.max(most, closesAround(strip, set)), 0);
  const joined = stripOfColumns(columns, tops, height, columns[0]?.baseline ?? 0, lead.origin);
  return { ...joined, hold: first!.hold, panels, space, opens, closes, snaps };
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
  const pieces = column.marks.flatMap((mark) => (mark.kind === 'line' ? mark.line.pieces : []));
  const glyphs = pieces.filter((piece) => piece.kind === 'glyphs');
  const [first] = glyphs;
  if (first === undefined) return column;
  const size = glyphs.reduce((most, { style }) => Math.max(most, style.size), 0);
  const rect = { x: gutter.x + index * step, y: 0, width: gutter.width, height };
  const mark: Mark = { kind: 'gutter', rect, face: first.run.face, size, direction, role: GUTTER };
  return { ...column, marks: [...column.marks, mark] };
}

import type { Direction } from '../base/geometry.ts';
import { stripOfColumns } from './cells.ts';
import { composeColumn } from './column.ts';
import { cutColumns } from './column-ends.ts';
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
  const columns = cutColumns(inner, ends).map((column, index) =>
    composeColumn(column, { x: index * set.step, y: 0, grid: set.grid, room: null, direction }),
  );
  const height = Math.max(...columns.map((column) => column.height));
  const tops = columns.map(() => 0);
  const [first] = strips;
  const lead = leadOfColumns(first!, set);
  const { panels, space, opens, snaps } = lead;
  const closes = strips.reduce((most, strip) => Math.max(most, closesAround(strip, set)), 0);
  const joined = stripOfColumns(columns, tops, height, columns[0]?.baseline ?? 0, lead.origin);
  return { ...joined, hold: first!.hold, panels, space, opens, closes, snaps };
}

import type { Direction } from '../../base/geometry.ts';
import type { ColumnSet, FlowEntry, Penalty } from '../flow-item.ts';
import { columnEnds, columnsHeight, endColumn, fillColumns } from '../region/column-ends.ts';
import { Cursor, EPSILON } from '../region/cursor.ts';
import {
  closesAround,
  innerEntry,
  joinColumns,
  type LeadEntry,
  leadOfColumns,
} from '../region/join-columns.ts';
import { repeatedBefore } from '../region/repeated.ts';
import type { PageRegion } from './page-region.ts';

/** Columns on the way down a page: the items that stand in them so far. */
interface OpenColumns {
  readonly set: ColumnSet;
  readonly lead: LeadEntry;
  readonly entries: FlowEntry[];
  /** As they stand inside. */
  readonly inner: FlowEntry[];
  /** The height for which the columns up to the one beginning with item `from` are settled. */
  height: number;
  column: number;
  from: number;
  worst: Penalty;
}

/**
 * Fills a page, as long as it is not known where the page ends. Items in columns take no height
 * until the last of them is passed; then they are levelled and stand as one.
 */
export class PageFiller {
  readonly #direction: Direction;
  readonly #cursor: Cursor;
  /** Of the page down to its notes. */
  #height: number;
  #open: OpenColumns | null = null;
  /** What stands, in order; columns that are not joined yet as what joins them. */
  readonly #stood: (FlowEntry | (() => FlowEntry))[] = [];

  constructor({ height, grid, direction }: Pick<PageRegion, 'height' | 'grid' | 'direction'>) {
    this.#direction = direction;
    this.#height = height;
    this.#cursor = new Cursor(grid);
  }

  advance(entry: FlowEntry): void {
    const { columns } = entry;
    if (this.#open !== null && this.#open.set !== columns) this.#close(this.#open, false);
    if (columns !== null) {
      this.#advanceInColumns(entry, columns);
      return;
    }
    const repeated = this.#stood.length > 0 ? null : repeatedBefore(entry);
    if (repeated !== null) this.#put(repeated);
    this.#put(entry);
  }

  /** Where everything so far ends; null within columns, which are not levelled before they end. */
  get bottom(): number | null {
    return this.#open === null ? this.#cursor.bottom() : null;
  }

  /** Where the last of these would end; they stand in no columns. */
  bottomAfter(entries: readonly FlowEntry[]): number {
    if (this.#open !== null) this.#close(this.#open, false);
    return this.#cursor.bottomAfter(entries);
  }

  /** Whether everything so far stands in a page of this height. */
  fits(height: number): boolean {
    this.#height = height;
    const room = height - this.#cursor.bottom();
    return this.#open === null ? room >= -EPSILON : fitsColumns(this.#open, room);
  }

  /** The worst penalty at which a column of those still open has to end. */
  get worst(): Penalty {
    return this.#open?.worst ?? 0;
  }

  /**
   * What stands on the page, each set of columns as one box.
   *
   * @param next what the next page begins with: columns that go on there are filled, not levelled
   */
  finish(next: FlowEntry | null): readonly FlowEntry[] {
    const open = this.#open;
    if (open !== null) this.#close(open, next?.columns === open.set);
    return this.#stood.map((stood) => (typeof stood === 'function' ? stood() : stood));
  }

  #put(entry: FlowEntry): void {
    this.#cursor.advance(entry);
    this.#stood.push(entry);
  }

  #advanceInColumns(entry: FlowEntry, set: ColumnSet): void {
    this.#open ??= this.#openColumns(entry, set);
    const { lead, entries, inner } = this.#open;
    entries.push(entry);
    inner.push(innerEntry(entry, set));
    lead.closes = Math.max(lead.closes, closesAround(entry, set));
  }

  #openColumns(first: FlowEntry, set: ColumnSet): OpenColumns {
    const lead = leadOfColumns(first, set);
    this.#cursor.advance(lead);
    return { set, lead, entries: [], inner: [], height: -1, column: 0, from: 0, worst: 0 };
  }

  #close({ set, entries, inner }: OpenColumns, goesOn: boolean): void {
    const room = { height: this.#height - this.#cursor.bottom(), grid: set.grid };
    const full = fillColumns(inner, set.count, room);
    // The page may have ended early, for the sake of what comes after the columns.
    const fills = goesOn && full.complete && full.ends.length === set.count;
    const ends = fills ? full.ends : columnEnds(inner, set.count, room);
    this.#cursor.y += columnsHeight(inner, ends, set.grid);
    this.#stood.push(() => joinColumns(entries, set, ends, this.#direction));
    this.#open = null;
  }
}

/** Goes on from the column that was last begun, as long as the height stays. */
function fitsColumns(open: OpenColumns, height: number): boolean {
  if (height !== open.height) Object.assign(open, { height, column: 0, from: 0, worst: 0 });
  for (;;) {
    const end = endColumn(open.inner, open.from, { height, grid: open.set.grid });
    if (end.reach === open.inner.length) return true;
    if (open.column === open.set.count - 1 || end.end === open.from) return false;
    if (end.penalty > open.worst) open.worst = end.penalty;
    open.column += 1;
    open.from = end.end;
  }
}

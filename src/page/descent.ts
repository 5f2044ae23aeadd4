import type { Direction } from '../base/geometry.ts';
import { type ColumnEnd, columnEnds, columnsHeight, endColumn, fillColumns } from './column-ends.ts';
import { Cursor, EPSILON } from './cursor.ts';
import { closesAround, innerStrip, joinColumns, leadOfColumns } from './join-columns.ts';
import { withRepeated } from './repeated.ts';
import type { ColumnSet, Hold, Strip, StripDraft } from './strip.ts';

/** Columns on the way down a page: the strips that stand in them so far. */
interface OpenColumns {
  readonly set: ColumnSet;
  readonly lead: StripDraft;
  readonly strips: Strip[];
  /** As they stand inside. */
  readonly inner: Strip[];
  /** The height for which the columns up to the one beginning with strip `from` are settled. */
  height: number;
  column: number;
  from: number;
  worst: Hold;
}

/**
 * The way down a page, as long as it is not known where the page ends. Strips in columns take no height
 * until the last of them is passed; then they are levelled and stand as one.
 */
export class Descent {
  readonly #direction: Direction;
  readonly #cursor: Cursor;
  /** Of the page down to its notes. */
  #height: number;
  #open: OpenColumns | null = null;
  /** What stands, in order; columns that are not joined yet as what joins them. */
  readonly #stood: (Strip | (() => Strip))[] = [];

  constructor(grid: number, direction: Direction, height: number) {
    this.#direction = direction;
    this.#height = height;
    this.#cursor = new Cursor(grid);
  }

  advance(strip: Strip): void {
    const { inColumns } = strip;
    if (this.#open !== null && this.#open.set !== inColumns?.set) this.#close(this.#open, false);
    if (inColumns !== null) this.#advanceInColumns(strip, inColumns.set);
    else if (this.#stood.length > 0) this.#put(strip);
    else for (const standing of withRepeated([strip])) this.#put(standing);
  }

  /** Whether everything so far stands in a page of this height. */
  fits(height: number): boolean {
    this.#height = height;
    const room = height - this.#cursor.bottom();
    return this.#open === null ? room >= -EPSILON : fitsColumns(this.#open, room);
  }

  /** The worst hold at which a column of those still open has to end. */
  get worst(): Hold {
    return this.#open?.worst ?? 0;
  }

  /**
   * What stands on the page, each set of columns as one strip.
   *
   * @param next what the next page begins with: columns that go on there are filled, not levelled
   */
  finish(next: Strip | null): readonly Strip[] {
    const open = this.#open;
    if (open !== null) this.#close(open, next?.inColumns?.set === open.set);
    return this.#stood.map((stood) => (typeof stood === 'function' ? stood() : stood));
  }

  #put(strip: Strip): void {
    this.#cursor.advance(strip);
    this.#stood.push(strip);
  }

  #advanceInColumns(strip: Strip, set: ColumnSet): void {
    this.#open ??= this.#openColumns(strip, set);
    const { lead, strips, inner } = this.#open;
    strips.push(strip);
    inner.push(innerStrip(strip, set));
    lead.closes = Math.max(lead.closes, closesAround(strip, set));
  }

  #openColumns(first: Strip, set: ColumnSet): OpenColumns {
    const lead = leadOfColumns(first, set);
    this.#cursor.advance(lead);
    return { set, lead, strips: [], inner: [], height: -1, column: 0, from: 0, worst: 0 };
  }

  #close({ set, strips, inner }: OpenColumns, goesOn: boolean): void {
    const room = this.#height - this.#cursor.bottom();
    const full = fillColumns(inner, set.count, room, set.grid);
    // The page may have ended early, for the sake of what comes after the columns.
    const fills = goesOn && full.complete && full.ends.length === set.count;
    const ends = fills ? full.ends : columnEnds(inner, set.count, room, set.grid);
    this.#cursor.y += columnsHeight(inner, ends, set.grid);
    this.#stood.push(() => joinColumns(strips, set, ends, this.#direction));
    this.#open = null;
  }
}

/** Goes on from the column that was last begun, as long as the height stays. */
function fitsColumns(open: OpenColumns, height: number): boolean {
  if (height !== open.height) Object.assign(open, { height, column: 0, from: 0, worst: 0 });
  for (;;) {
    const end: ColumnEnd = endColumn(open.inner, open.from, height, open.set.grid);
    if (end.reach === open.inner.length) return true;
    if (open.column === open.set.count - 1 || end.end === open.from) return false;
    if (end.hold > open.worst) open.worst = end.hold;
    open.column += 1;
    open.from = end.end;
  }
}

import { formatCounter } from '../base/counters.ts';
import type { Origin } from '../base/origin.ts';
import type { PageMaster, PageStyle } from '../style/styled.ts';
import type { ShapedContent } from '../text/shaped.ts';
import { fillPage, type PageRoom } from './fill-page.ts';
import { type FlowPart, hasInk, isStrip, type PageEnd, type Strip } from './strip.ts';
import { type Side, sideOfPage } from './text-area.ts';

/** A page with its strips chosen and counted, before anything is painted on it. */
export interface DraftPage {
  readonly side: Side;
  readonly master: PageMaster<ShapedContent>;
  readonly label: string;
  /** Wider than high: `turnPage` says how. */
  readonly turned: boolean;
  readonly strips: readonly Strip[];
  readonly notes: readonly Strip[];
  /** Left empty so that a chapter opens on its side: carries no furniture. */
  readonly blank: boolean;
}

export interface Pagination {
  readonly pages: readonly DraftPage[];
  /** Masters that were asked for and do not exist, where they were first asked for. */
  readonly unknownMasters: ReadonlyMap<string, Origin>;
}

type Masters = Readonly<Record<string, PageMaster<ShapedContent>>>;

/** Strips between two page ends, and how their first page begins. */
interface Run {
  readonly opening: boolean;
  readonly master: { readonly name: string; readonly origin: Origin } | null;
  readonly turned: boolean;
  readonly strips: readonly Strip[];
}

/** What there is to fill, on pages of either kind. */
interface PageRooms {
  readonly upright: PageRoom;
  readonly turned: PageRoom;
}

/** Where a document names no master at all: no furniture, plain numbers. */
const PLAIN_MASTER: PageMaster<ShapedContent> = {
  header: { odd: [], even: [] },
  footer: { odd: [], even: [] },
  folio: { counter: 'decimal', group: '' },
  next: null,
};

export function paginate(
  parts: readonly FlowPart[],
  page: PageStyle,
  masters: Masters,
  rooms: PageRooms,
): Pagination {
  const pages = new PageList(page, masters);
  for (const run of splitRuns(parts)) {
    pages.begin(run);
    const room = run.turned ? rooms.turned : rooms.upright;
    let next = 0;
    // Notes that are left over when a run ends get pages of their own before the next run begins.
    let carried: readonly Strip[] = [];
    while (next < run.strips.length || carried.length > 0) {
      const fill = fillPage(run.strips, next, carried, room);
      pages.add(fill.strips, fill.notes, run.turned, false);
      next = fill.next;
      carried = fill.carried;
    }
  }
  return { pages: pages.pages, unknownMasters: pages.unknownMasters };
}

/** Page ends without ink between them are one page end; the last master named holds. */
function splitRuns(parts: readonly FlowPart[]): readonly Run[] {
  const runs: Run[] = [];
  let strips: Strip[] = [];
  let opening = false;
  let master: Run['master'] = null;
  let turned = false;
  const endRun = () => {
    const trimmed = trimBlanks(strips);
    strips = [];
    if (trimmed.length === 0) return;
    runs.push({ opening, master, turned, strips: trimmed });
    opening = false;
    master = null;
  };
  const begin = (end: PageEnd) => {
    opening ||= end.to === 'opening';
    if (end.turned !== null) turned = end.turned;
    if (end.master !== null) master = { name: end.master, origin: end.origin };
  };
  for (const part of parts) {
    if (isStrip(part)) strips.push(part);
    else {
      endRun();
      begin(part);
    }
  }
  endRun();
  return runs;
}

/** White space at the end of a run pushes nothing; it must not make a page of its own. */
function trimBlanks(strips: readonly Strip[]): readonly Strip[] {
  const last = strips.findLastIndex(hasInk);
  return strips.slice(0, last + 1);
}

/** The pages so far; counts them and chooses their masters. */
class PageList {
  readonly pages: DraftPage[] = [];
  readonly unknownMasters = new Map<string, Origin>();
  readonly #page: PageStyle;
  readonly #masters: Masters;
  #master: PageMaster<ShapedContent>;
  #count = 0;

  constructor(page: PageStyle, masters: Masters) {
    this.#page = page;
    this.#masters = masters;
    this.#master = this.#find('first') ?? PLAIN_MASTER;
  }

  /** Settles the side and the master of the next page. */
  begin(run: Run): void {
    const side = sideOfPage(this.pages.length, this.#page.binding);
    const wrongSide = this.#page.opening !== 'any' && side !== this.#page.opening;
    // The blank page still belongs to what went before; a document does not begin with one.
    if (run.opening && wrongSide && this.pages.length > 0) this.add([], [], false, true);
    if (run.master === null) return;
    const found = this.#find(run.master.name);
    if (found !== null) this.#turnTo(found);
    else if (!this.unknownMasters.has(run.master.name)) {
      this.unknownMasters.set(run.master.name, run.master.origin);
    }
  }

  add(strips: readonly Strip[], notes: readonly Strip[], turned: boolean, blank: boolean): void {
    const master = this.#master;
    this.#count += 1;
    const side = sideOfPage(this.pages.length, this.#page.binding);
    const label = formatCounter(master.folio.counter, this.#count);
    this.pages.push({ side, master, label, turned, strips, notes, blank });
    const next = master.next === null ? null : this.#find(master.next);
    if (next !== null) this.#turnTo(next);
  }

  /** Another group of pages is counted from one. */
  #turnTo(master: PageMaster<ShapedContent>): void {
    const last = this.pages.at(-1);
    if (last !== undefined && last.master.folio.group !== master.folio.group) this.#count = 0;
    this.#master = master;
  }

  #find(name: string): PageMaster<ShapedContent> | null {
    return Object.hasOwn(this.#masters, name) ? this.#masters[name]! : null;
  }
}

import { hasHeight } from '../flow-item.ts';
import { repeatedBefore } from '../region/repeated.ts';
import { endPage, fillPage, type PageFill, type Work } from './fill-page.ts';
import { type PossibleEnd, possibleEnds, SEEN } from './page-ends.ts';
import type { PageRegion, PlaceInSpread } from './page-region.ts';
import { stepOf } from './stretch.ts';

/** Where a page could begin, and the best way there. */
interface Start {
  readonly work: Work;
  readonly demerits: number;
  /** Lines by which the page before is short. */
  readonly short: number;
  /** Pages before it. */
  readonly pages: number;
  readonly before: Way | null;
}

/** From the beginning of a page to that of the next. */
interface Way {
  readonly from: Start;
  /** Null where there is no choice: then `pages` are made already. */
  readonly end: PossibleEnd | null;
  readonly pages: readonly PageFill[];
}

/*
 * Demerits, which are added up over the pages.
 */

/** Of what a page end parts, by `Penalty`: boxes as much as twenty empty lines, a line alone or a heading at the foot as nothing else. */
const PARTED = [0, 4000, 30_000, 100_000] as const;
/** Of the lines by which a page is short, squared. */
const SHORT = 10;
/** Of more than `SEEN` of them. */
const VERY_SHORT = 200;
/** Of the difference between a page and the one before, in lines, squared: facing pages end at one height. */
const UNEVEN = 300;
/** The same where nobody knows whether they face one another. */
const UNLIKE = 30;
/** Of each page: even heights are rarely worth one more. */
const PAGE = 400;
/** Of a table that goes on on the next page: as much as seven or eight empty lines. */
const PARTED_TABLE = 600;
/** Lines: pages that are shorter are as short as one another. */
const MOST_TOLD = 3;
/** Of each step by which white space grew. */
const STRETCHED = 2;
/** Of a note that goes on on the next page. */
const SPLIT_NOTE = 80;
/** Of a float that waits for the next page. */
const WAITS = 100;
/** Of the lines, squared, that a last page has fewer than five. */
const LONELY = 20;
const FEWEST_LINES = 5;

/**
 * Where pages end, chosen as a whole: of all ways to part the entries into pages that with the fewest demerits, found as the
 * lines of a paragraph are (Knuth and Plass 1981; of pages Plass 1981, Mittelbach 2019). Where a page can end at one place
 * only, it does: within columns, and where an item is larger than a page.
 *
 * @param entries between two page ends
 * @param opensAt where the first page stands; null = nobody knows: then each page faces the one before
 * @returns pages for all of them; notes may be left over
 */
export function breakPages(
  entries: Work['entries'],
  region: PageRegion,
  opensAt: PlaceInSpread | null,
): readonly PageFill[] {
  const starts = new Map<number, Start[]>();
  starts.set(0, [
    { work: { entries, at: 0, notes: [], floats: [] }, demerits: 0, short: 0, pages: 0, before: null },
  ]);
  for (let at = 0; at < entries.length; at += 1) {
    const here = starts.get(at);
    if (here === undefined) continue;
    starts.delete(at);
    // Without anything of earlier pages, a page can end where it can, however its beginning was come to.
    const shared = here.find(({ work }) => ownsNothing(work));
    const ends = shared === undefined ? [] : possibleEnds(shared.work, region);
    for (const start of here) {
      const own = ownsNothing(start.work) ? ends : possibleEnds(start.work, region);
      // After a page of floats the text is where it was.
      for (const next of startsAfter(start, own, region, opensAt))
        if (next.work.at === at) here.push(next);
        else admit(next, starts);
    }
  }
  const last = starts.get(entries.length) ?? [];
  return last.length === 0 ? [] : pagesTo(bestOf(last), region);
}

function ownsNothing({ notes, floats }: Work): boolean {
  return notes.length === 0 && floats.length === 0;
}

/**
 * Of those that begin at one place the best is kept for each height of the page before, each place in a spread and each count
 * of floats that wait: the next page may have to be even with it.
 */
function admit(next: Start, starts: Map<number, Start[]>): void {
  const known = starts.get(next.work.at) ?? [];
  starts.set(next.work.at, known);
  const kind = kindOf(next);
  const same = known.findIndex((start) => kindOf(start) === kind);
  if (same < 0) known.push(next);
  else if (next.demerits < known[same]!.demerits) known[same] = next;
}

function kindOf({ short, pages, work }: Start): number {
  return (work.floats.length * (MOST_TOLD + 1) + Math.min(short, MOST_TOLD)) * 2 + (pages % 2);
}

function bestOf(starts: readonly Start[]): Start {
  return starts.reduce((best, start) => (start.demerits < best.demerits ? start : best));
}

function startsAfter(
  start: Start,
  ends: readonly PossibleEnd[],
  region: PageRegion,
  opensAt: PlaceInSpread | null,
): readonly Start[] {
  const only = ends.at(-1);
  const isBlank = only !== undefined && only.end < start.work.entries.length && !only.hasInk;
  if (only === undefined || isBlank) return [forced(start, region)];
  const unlike = priceOfUnlike(start.pages, opensAt);
  return ends.map((end) => ({
    work: workAfter(start.work, end, region),
    demerits: start.demerits + demeritsOf(end, start, unlike, region),
    short: end.short,
    pages: start.pages + 1,
    before: { from: start, end, pages: [] },
  }));
}

/** Of the page after `pages` of a run, where it ends at another height than the last of them. */
function priceOfUnlike(pages: number, opensAt: PlaceInSpread | null): number {
  if (pages === 0) return 0;
  if (opensAt === null) return UNLIKE;
  return (pages % 2 === 1) === (opensAt === 'first') ? UNEVEN : 0;
}

/** Pages that are as they must be, until something of the text is on one or floats have found a page. */
function forced(start: Start, region: PageRegion): Start {
  const pages: PageFill[] = [];
  let { work } = start;
  do {
    const page = fillPage(work, region);
    pages.push(page);
    work = page.rest;
  } while (work.at === start.work.at && work.floats.length === start.work.floats.length);
  return {
    work,
    demerits: start.demerits,
    short: 0,
    pages: start.pages + pages.length,
    before: { from: start, end: null, pages },
  };
}

function demeritsOf(end: PossibleEnd, { work, short }: Start, unlike: number, region: PageRegion): number {
  const next = work.entries[end.end];
  const carried = (end.splitsNote ? SPLIT_NOTE : 0) + WAITS * end.floats.length;
  const parted = PAGE + PARTED[end.penalty] + carried;
  if (next === undefined) return parted + LONELY * Math.max(0, FEWEST_LINES - linesOf(work, region)) ** 2;
  return (
    parted +
    (repeatedBefore(next) === null ? 0 : PARTED_TABLE) +
    SHORT * end.short ** 2 +
    (end.short > SEEN ? VERY_SHORT : 0) +
    unlike * (end.short - short) ** 2 +
    (STRETCHED * end.stretch) / stepOf(region)
  );
}

/** How many lines of text the rest is high, up to five. A run of one page is what it is. */
function linesOf({ entries, at }: Work, { leading }: PageRegion): number {
  if (at === 0) return FEWEST_LINES;
  let height = 0;
  for (let index = at; index < entries.length && height < leading * FEWEST_LINES; index += 1) {
    const { item, space } = entries[index]!;
    if (hasHeight(item)) height += item.height + (index > at ? space : 0);
  }
  return Math.min(FEWEST_LINES, Math.floor(height / leading + 0.1));
}

/** What is left after a page; all its notes stand, unless one goes on. */
function workAfter(work: Work, end: PossibleEnd, region: PageRegion): Work {
  if (end.splitsNote) return endPage(work, end, region).rest;
  return { entries: work.entries, at: end.end, notes: [], floats: end.floats };
}

function pagesTo(last: Start, region: PageRegion): readonly PageFill[] {
  const ways: Way[] = [];
  for (let way = last.before; way !== null; way = way.from.before) ways.push(way);
  return ways
    .reverse()
    .flatMap(({ from, end, pages }) => (end === null ? pages : [endPage(from.work, end, region)]));
}

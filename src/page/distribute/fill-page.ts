import { type FlowEntry, hasInk, notesIn } from '../flow-item.ts';
import { bestEnd } from '../region/best-end.ts';
import { columnHeight } from '../region/cursor.ts';
import { NotedFiller } from './noted-filler.ts';
import { countNotes } from './notes-area.ts';
import { PageFiller } from './page-filler.ts';
import type { PageRegion } from './page-region.ts';
import { stretchSpaces } from './stretch.ts';

/** What there is left to distribute; a copy of it is a checkpoint. */
export interface Work {
  readonly entries: readonly FlowEntry[];
  /** Index of the entry that comes next. */
  readonly at: number;
  /** What is left of notes that stand on earlier pages: they come first. */
  readonly notes: readonly FlowEntry[];
}

/** One page as filled. */
export interface PageFill {
  /** What stands on it, each set of columns as one box. */
  readonly body: readonly FlowEntry[];
  /** What stands in its notes' area. */
  readonly notes: readonly FlowEntry[];
  readonly rest: Work;
}

/** Notes from earlier pages leave at least a third of the page to the text, while there is text. */
const MOST_CARRIED = 2 / 3;

/** Fills one page, as far down as it goes. Always takes something, so pages end. */
export function fillPage(work: Work, region: PageRegion): PageFill {
  const { entries, at } = work;
  if (at === entries.length) return fillWithNotes(work, region);
  const { filler } = openPage(work, region);
  const { end } = bestEnd(entries, at, filler);
  if (end === at) return work.notes.length > 0 ? fillWithNotes(work, region) : forceItem(work, region);
  // White space alone makes no page: what it was to push down is higher than the rest of the page.
  if (isBlank(work, end)) return fillPage({ ...work, at: end }, region);
  return endPage(work, { end, areaHeight: filler.endHeight, stretch: 0 }, region);
}

/** Whether a page that ends before entry `end`, and is not the last, would have nothing to see. */
export function isBlank({ entries, at }: Work, end: number): boolean {
  return end < entries.length && !entries.slice(at, end).some(hasInk);
}

/** Begins a page with what is left of earlier notes. */
export function openPage(
  work: Work,
  region: PageRegion,
): { readonly filler: NotedFiller; readonly leavesNotes: boolean } {
  const head = carriedNotes(work, region);
  const leavesNotes = head.length < work.notes.length;
  return { filler: new NotedFiller(head, leavesNotes, region), leavesNotes };
}

/** Of the notes of earlier pages, those that stand on this one. */
function carriedNotes({ notes }: Work, region: PageRegion): readonly FlowEntry[] {
  return notes.slice(0, countNotes(notes, region.height * MOST_CARRIED, region.notes));
}

/** Where a page ends. */
export interface PageEnd {
  /** The index of the entry that the next page begins with. */
  readonly end: number;
  /** What its notes need at least. Points. */
  readonly areaHeight: number;
  /** By how much the white space on it grows. Points. */
  readonly stretch: number;
}

/** The page that ends so. */
export function endPage(work: Work, { end, areaHeight, stretch }: PageEnd, region: PageRegion): PageFill {
  const { entries, at, notes } = work;
  const head = carriedNotes(work, region);
  const taken = stretchSpaces(entries.slice(at, end), stretch, region);
  const body = stand(taken, entries[end] ?? null, region.height - areaHeight, region);
  // Beyond the chosen end items had notes too: the area is made anew from what stays.
  const area = [...head, ...notesOf(taken, region)];
  const count = countNotes(area, region.height - columnHeight(body, region.grid), region.notes);
  const left = [...area.slice(count), ...notes.slice(head.length)];
  return { body, notes: area.slice(0, count), rest: { entries, at: end, notes: left } };
}

/** A page of nothing but notes; at least one item of them, so that they end. */
function fillWithNotes({ entries, at, notes }: Work, region: PageRegion): PageFill {
  const count = Math.max(1, countNotes(notes, region.height, region.notes));
  return { body: [], notes: notes.slice(0, count), rest: { entries, at, notes: notes.slice(count) } };
}

/** An item no page can hold with its notes: it stands, and its notes as far as there is room. */
function forceItem({ entries, at }: Work, region: PageRegion): PageFill {
  const body = stand(entries.slice(at, at + 1), null, region.height, region);
  const area = notesOf(body, region);
  const count = countNotes(area, region.height - columnHeight(body, region.grid), region.notes);
  return { body, notes: area.slice(0, count), rest: { entries, at: at + 1, notes: area.slice(count) } };
}

function notesOf(entries: readonly FlowEntry[], { collectNote }: PageRegion): readonly FlowEntry[] {
  return entries.flatMap(({ item }) => notesIn(item).flatMap(collectNote));
}

/** Entries as they stand on a page of `height`, after which `next` comes. */
function stand(
  entries: readonly FlowEntry[],
  next: FlowEntry | null,
  height: number,
  { grid, direction }: PageRegion,
): readonly FlowEntry[] {
  const page = new PageFiller({ grid, direction, height });
  for (const entry of entries) page.advance(entry);
  return page.finish(next);
}

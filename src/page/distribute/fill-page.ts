import { type FloatItem, type FlowEntry, hasInk, notesIn } from '../flow-item.ts';
import { bestEnd } from '../region/best-end.ts';
import { columnHeight } from '../region/cursor.ts';
import {
  amidFloats,
  amidSpace,
  FloatFiller,
  type FloatPlan,
  fitting,
  footHeight,
  headHeight,
  NO_FLOATS,
  needsOwnPage,
} from './floats.ts';
import { NotedFiller } from './noted-filler.ts';
import { countNotes, notesHeight } from './notes-area.ts';
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
  /** Those that no earlier page had room for, in their order. */
  readonly floats: readonly FloatItem[];
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
  if (at === entries.length || hasPageOfFloats(work, region)) return fillWithoutText(work, region);
  const { filler, noted } = openPage(work, region);
  const { end } = bestEnd(entries, at, filler);
  if (end === at)
    return work.notes.length + work.floats.length > 0
      ? fillWithoutText(work, region)
      : forceItem(work, region);
  // White space alone makes no page: what it was to push down is higher than the rest of the page.
  if (isBlank(work, end, filler.endPlan))
    return fillPage({ ...work, at: end, floats: filler.endPlan.waiting }, region);
  return endPage(work, { end, areaHeight: noted.endHeight, stretch: 0 }, region);
}

/** Whether the next page is one of floats. */
export function hasPageOfFloats({ floats: [first] }: Work, region: PageRegion): boolean {
  return first !== undefined && needsOwnPage(first, region);
}

/** Whether a page that ends before entry `end`, and is not the last, would have nothing to see. */
function isBlank({ entries, at }: Work, end: number, { top, bottom, waiting }: FloatPlan): boolean {
  if (end === entries.length || top.length + bottom.length > 0) return false;
  return !entries
    .slice(at, end)
    .some((entry) => hasInk(entry) || (entry.item.kind === 'float' && !waiting.includes(entry.item)));
}

/** Begins a page with what is left of earlier notes. */
export function openPage(
  work: Work,
  region: PageRegion,
): { readonly filler: FloatFiller; readonly noted: NotedFiller; readonly leavesNotes: boolean } {
  const head = carriedNotes(work, region);
  const leavesNotes = head.length < work.notes.length;
  const noted = new NotedFiller(head, leavesNotes, region);
  const filler = new FloatFiller(noted, work.floats, work.entries.length - work.at, work.at === 0, region);
  return { filler, noted, leavesNotes };
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
  const { entries, notes } = work;
  const head = carriedNotes(work, region);
  const { text, plan } = takeText(work, end, region);
  const taken = stretchSpaces(text, stretch, region);
  const room = region.height - areaHeight - headHeight(plan.top, region) - footHeight(plan.bottom);
  const stood = stand(taken, entries[end] ?? null, room, region);
  const body = amidFloats(stood, plan, region);
  // Beyond the chosen end items had notes too: the area is made anew from what stays.
  const area = [...head, ...notesOf(body, region)];
  const count = countNotes(area, region.height - columnHeight(body, region.grid), region.notes);
  const left = [...area.slice(count), ...notes.slice(head.length)];
  return {
    body,
    notes: area.slice(0, count),
    rest: { entries, at: end, notes: left, floats: plan.waiting },
  };
}

/** The text of a page, and where its floats stand: those that stand in the text are of it. */
function takeText(
  work: Work,
  end: number,
  region: PageRegion,
): { readonly text: readonly FlowEntry[]; readonly plan: FloatPlan } {
  const slice = work.entries.slice(work.at, end);
  if (work.floats.length === 0 && !slice.some(({ item }) => item.kind === 'float'))
    return { text: slice, plan: NO_FLOATS };
  const { filler } = openPage(work, region);
  const text: FlowEntry[] = [];
  for (const entry of slice) {
    filler.take(entry);
    text.push(...filler.taken);
  }
  return { text, plan: filler.plan };
}

/** A page of notes or of floats. */
function fillWithoutText(work: Work, region: PageRegion): PageFill {
  return work.floats.length > 0 && work.notes.length === 0
    ? fillWithFloats(work, region)
    : fillWithNotes(work, region);
}

function fillWithFloats({ entries, at, floats }: Work, region: PageRegion): PageFill {
  const roomBeside = (of: readonly FlowEntry[]) =>
    region.height - notesHeight(notesOf(of, region), region.notes);
  const taken = fitting(floats, roomBeside);
  const body = amidSpace(taken);
  const area = notesOf(body, region);
  const count = countNotes(area, region.height - columnHeight(body, region.grid), region.notes);
  const rest = { entries, at, notes: area.slice(count), floats: floats.slice(taken.length) };
  return { body, notes: area.slice(0, count), rest };
}

/** A page of nothing but notes; at least one item of them, so that they end. */
function fillWithNotes({ entries, at, notes, floats }: Work, region: PageRegion): PageFill {
  const count = Math.max(1, countNotes(notes, region.height, region.notes));
  return { body: [], notes: notes.slice(0, count), rest: { entries, at, notes: notes.slice(count), floats } };
}

/** An item no page can hold with its notes: it stands, and its notes as far as there is room. */
function forceItem({ entries, at }: Work, region: PageRegion): PageFill {
  const body = stand(entries.slice(at, at + 1), null, region.height, region);
  const area = notesOf(body, region);
  const count = countNotes(area, region.height - columnHeight(body, region.grid), region.notes);
  return {
    body,
    notes: area.slice(0, count),
    rest: { entries, at: at + 1, notes: area.slice(count), floats: [] },
  };
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

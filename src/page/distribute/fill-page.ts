import type { Note } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type FlowEntry, hasInk, notesIn, type Penalty } from '../flow-item.ts';
import { bestEnd, type Filler } from '../region/best-end.ts';
import { columnHeight } from '../region/cursor.ts';
import { countNotes, noteHead, notesHeight } from './notes-area.ts';
import { PageFiller } from './page-filler.ts';
import type { PageRegion } from './page-region.ts';

/** What there is left to distribute; a copy of it is a checkpoint. */
export interface Work {
  readonly entries: readonly FlowEntry[];
  /** Index of the entry that comes next. */
  readonly at: number;
  /** What is left of notes that stand on earlier pages: they come first. */
  readonly notes: readonly FlowEntry[];
}

/** One page as filled. */
interface PageFill {
  /** What stands on it, each set of columns as one box. */
  readonly body: readonly FlowEntry[];
  /** What stands in its notes' area. */
  readonly notes: readonly FlowEntry[];
  readonly rest: Work;
}

/** Notes from earlier pages leave at least a third of the page to the text, while there is text. */
const MOST_CARRIED = 2 / 3;

/** Fills one page. Always takes something, so pages end. */
export function fillPage(work: Work, region: PageRegion): PageFill {
  const { entries, at, notes } = work;
  if (at === entries.length) return fillWithNotes(work, region);
  const head = notes.slice(0, countNotes(notes, region.height * MOST_CARRIED, region.notes));
  const filler = new NotedFiller(head, head.length < notes.length, region);
  const { end } = bestEnd(entries, at, filler);
  if (end === at) return notes.length > 0 ? fillWithNotes(work, region) : forceItem(work, region);
  const taken = entries.slice(at, end);
  // White space alone makes no page: what it was to push down is higher than the rest of the page.
  if (end < entries.length && !taken.some(hasInk)) return fillPage({ ...work, at: end }, region);
  const body = stand(taken, entries[end] ?? null, region.height - filler.endHeight, region);
  // Beyond the chosen end items had notes too: the area is made anew from what stays.
  const area = [...head, ...notesOf(taken, region)];
  const count = countNotes(area, region.height - columnHeight(body, region.grid), region.notes);
  const left = [...area.slice(count), ...notes.slice(head.length)];
  return { body, notes: area.slice(0, count), rest: { entries, at: end, notes: left } };
}

/** Goes down a page together with the notes of what stands on it. */
class NotedFiller implements Filler {
  readonly #region: PageRegion;
  readonly #page: PageFiller;
  readonly #blocked: boolean;
  #area: readonly FlowEntry[];
  #areaHeight: number;
  /** What the notes need at least if the page ends where it may. */
  endHeight = 0;

  /** @param blocked whether notes of earlier pages are left over, so that new ones must wait */
  constructor(head: readonly FlowEntry[], blocked: boolean, region: PageRegion) {
    this.#region = region;
    this.#page = new PageFiller(region);
    this.#blocked = blocked;
    this.#area = head;
    this.#areaHeight = notesHeight(head, region.notes);
  }

  take(entry: FlowEntry): ReturnType<Filler['take']> {
    this.#page.advance(entry);
    const notes = notesIn(entry.item);
    if (notes.length > 0) return this.#blocked ? 'full' : this.#takeNotes(notes);
    return this.#fitsOver(this.#areaHeight) ? 'stands' : 'full';
  }

  get worst(): Penalty {
    return this.#page.worst;
  }

  markEnd(): void {
    this.endHeight = this.#areaHeight;
  }

  #takeNotes(notes: readonly Note<ShapedContent>[]): ReturnType<Filler['take']> {
    const { collectNote } = this.#region;
    const laid = notes.map(collectNote);
    if (this.#growTo([...this.#area, ...laid.flat()])) return 'stands';
    // Only the last note may go on on the next page: notes follow one another in the order of their references.
    const least = [...this.#area, ...laid.slice(0, -1).flat(), ...noteHead(laid.at(-1)!)];
    return this.#growTo(least) ? 'last' : 'full';
  }

  #growTo(area: readonly FlowEntry[]): boolean {
    const height = notesHeight(area, this.#region.notes);
    if (!this.#fitsOver(height)) return false;
    this.#area = area;
    this.#areaHeight = height;
    return true;
  }

  #fitsOver(notesHeight: number): boolean {
    return this.#page.fits(this.#region.height - notesHeight);
  }
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

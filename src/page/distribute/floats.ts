import { unreachable } from '../../base/unreachable.ts';
import {
  entryOf,
  type FloatItem,
  type FlowEntry,
  type GlueItem,
  hasHeight,
  landmarksIn,
  type Penalty,
} from '../flow-item.ts';
import type { Filler } from '../region/best-end.ts';
import { columnHeight } from '../region/cursor.ts';
import type { NotedFiller } from './noted-filler.ts';
import type { PageRegion } from './page-region.ts';

/** The floats of a page; each comes after its predecessors. */
export interface FloatPlan {
  readonly top: readonly FloatItem[];
  readonly bottom: readonly FloatItem[];
  /** For a later page. */
  readonly waiting: readonly FloatItem[];
}

const NONE: readonly never[] = [];

export const NO_FLOATS: FloatPlan = { top: NONE, bottom: NONE, waiting: NONE };

/** Of the height of a page, what floats may take of it before its text: a line or two of text under a figure look lost. */
const MOST_AT_TOP = 0.7;

/** Whether it gets a page of floats. */
export function needsOwnPage({ float, height }: FloatItem, region: PageRegion): boolean {
  return float === 'page' || height > region.height * MOST_AT_TOP;
}

/** Goes down a page and finds places for the floats on the way. */
export class FloatFiller implements Filler {
  readonly #noted: NotedFiller;
  readonly #region: PageRegion;
  /** How many entries are to come. */
  #left: number;
  #plan = NO_FLOATS;
  #standsHere = false;
  /** Nothing stands above what opens a chapter, nor above the heading of its own section. */
  #opens: boolean;
  /** White space below a float in the text. */
  #after = 0;
  /** What stands in the text of that which was taken last. */
  taken: readonly FlowEntry[] = NONE;
  /** The floats of a page that ends where it may. */
  endPlan = NO_FLOATS;

  /**
   * @param floats of earlier pages
   * @param left how many entries there are
   * @param isFirst whether a run of pages begins with this one
   */
  constructor(
    noted: NotedFiller,
    floats: readonly FloatItem[],
    left: number,
    isFirst: boolean,
    region: PageRegion,
  ) {
    this.#noted = noted;
    this.#region = region;
    this.#left = left;
    this.#opens = isFirst;
    for (const [index, float] of floats.entries()) {
      if (this.#opensWith(float)) continue;
      this.#plan = { ...this.#plan, waiting: floats.slice(index) };
      break;
    }
  }

  take(entry: FlowEntry): ReturnType<Filler['take']> {
    this.#left -= 1;
    if (entry.item.kind === 'float') {
      this.taken = NONE;
      if (!this.#place(entry.item, entry.space)) this.#wait(entry.item);
      this.#settleLast();
      return 'stands';
    }
    const settled = this.#closes(entry) ? this.#settle() : NONE;
    if (settled === null) return 'full';
    const next = this.#after > entry.space ? { ...entry, space: this.#after } : entry;
    this.#after = 0;
    const fit = this.#noted.take(next);
    this.#opens ||= landmarksIn(next.item).some(({ kind }) => kind === 'outline');
    this.taken = settled.length === 0 ? [next] : [...settled, next];
    if (fit === 'stands') this.#settleLast();
    return fit;
  }

  get worst(): Penalty {
    return this.#noted.worst;
  }

  markEnd(): void {
    this.#noted.markEnd();
    this.endPlan = this.#plan;
  }

  /** Of a page that ends here. */
  get plan(): FloatPlan {
    return this.#plan;
  }

  /** A float that waited stands at the top of the page, or at its foot where it asks for it. */
  #opensWith(float: FloatItem): boolean {
    if (needsOwnPage(float, this.#region)) return false;
    return float.float === 'bottom' ? this.#putAtFoot(float) : this.#putAtTop(float);
  }

  #place(float: FloatItem, space: number): boolean {
    if (this.#plan.waiting.length > 0) return false;
    switch (float.float) {
      case 'auto':
        return this.#standHere([float], space);
      case 'top':
        return !this.#opens && this.#putAtTop(float);
      case 'bottom':
        return this.#putAtFoot(float);
      case 'page':
        return false;
      default:
        return unreachable(float.float, 'auto, top, bottom, page');
    }
  }

  #wait(float: FloatItem): void {
    this.#plan = { ...this.#plan, waiting: [...this.#plan.waiting, float] };
  }

  #putAtTop(float: FloatItem): boolean {
    if (this.#standsHere || this.#plan.bottom.length > 0) return false;
    const top = [...this.#plan.top, float];
    const height = headHeight(top, this.#region);
    if (top.length > 1 && height > this.#region.height * MOST_AT_TOP) return false;
    if (!this.#noted.reserve(height - headHeight(this.#plan.top, this.#region), float.entries)) return false;
    this.#plan = { ...this.#plan, top };
    return true;
  }

  #putAtFoot(float: FloatItem): boolean {
    const bottom = [...this.#plan.bottom, float];
    if (!this.#noted.reserve(footHeight(bottom) - footHeight(this.#plan.bottom), float.entries)) return false;
    this.#plan = { ...this.#plan, bottom };
    return true;
  }

  /** @param space before the first of them, at least */
  #standHere(floats: readonly FloatItem[], space: number): boolean {
    if (this.#plan.bottom.length > 0) return false;
    const entries = oneUnderAnother(floats, Math.max(space, this.#after));
    if (!this.#noted.wouldStand(entries)) return false;
    for (const entry of entries) this.#noted.take(entry);
    this.#standsHere = true;
    this.#after = floats.at(-1)!.after;
    this.taken = [...this.taken, ...entries];
    return true;
  }

  /** Whether a section ends before this entry that a float may not leave. */
  #closes({ item }: FlowEntry): boolean {
    const { waiting } = this.#plan;
    if (waiting.length === 0) return false;
    return landmarksIn(item).some(
      (landmark) =>
        landmark.kind === 'outline' && waiting.some(({ section }) => landmark.entry.level <= section),
    );
  }

  /** What waits stands here, all of it; null where it cannot: then the page ends. */
  #settle(): readonly FlowEntry[] | null {
    const { waiting } = this.#plan;
    this.taken = NONE;
    if (waiting.some((float) => needsOwnPage(float, this.#region))) return null;
    if (!this.#standHere(waiting, waiting[0]!.before)) return null;
    this.#plan = { ...this.#plan, waiting: NONE };
    return this.taken;
  }

  /** After the last entry there is nothing to wait for. */
  #settleLast(): void {
    if (this.#left > 0 || this.#plan.waiting.length === 0) return;
    const { taken } = this;
    this.taken = [...taken, ...(this.#settle() ?? NONE)];
  }
}

/** What floats at the top take of the page, so that the lines of text stay on its grid. Points. */
export function headHeight(floats: readonly FloatItem[], { grid }: Pick<PageRegion, 'grid'>): number {
  const last = floats.at(-1);
  if (last === undefined) return 0;
  const height = heightOfAll(floats) + last.after;
  return grid > 0 ? Math.ceil(height / grid - 0.001) * grid : height;
}

/** What floats at the foot take of the page. Points. */
export function footHeight(floats: readonly FloatItem[]): number {
  const [first] = floats;
  return first === undefined ? 0 : first.before + heightOfAll(floats);
}

function heightOfAll(floats: readonly FloatItem[]): number {
  return floats.reduce((sum, { height }, index) => sum + height + spaceBefore(floats, index), 0);
}

function spaceBefore(floats: readonly FloatItem[], index: number): number {
  return index === 0 ? 0 : Math.max(floats[index - 1]!.after, floats[index]!.before);
}

/** @param space before the first */
function oneUnderAnother(floats: readonly FloatItem[], space: number): readonly FlowEntry[] {
  return floats.flatMap((float, index) =>
    entriesAfter(float, index === 0 ? space : spaceBefore(floats, index)),
  );
}

function entriesAfter({ entries }: FloatItem, space: number): readonly FlowEntry[] {
  return entries.map((entry, index) => (index === 0 ? { ...entry, space } : entry));
}

/** The text of a page between its floats. */
export function amidFloats(
  text: readonly FlowEntry[],
  { top, bottom }: FloatPlan,
  region: PageRegion,
): readonly FlowEntry[] {
  const head = oneUnderAnother(top, 0);
  const below = headHeight(top, region) - columnHeight(head, 0);
  // What stands first in the text of a page has no white space before it.
  const first = top.length === 0 ? -1 : text.findIndex(({ item }) => hasHeight(item));
  return [
    ...head,
    ...(top.length > 0 && text.length > 0 ? [glue(top.at(-1)!, below, false)] : []),
    ...(first < 0 ? text : text.with(first, { ...text[first]!, space: 0 })),
    ...(bottom.length === 0 ? [] : [glue(bottom[0]!, 0, true)]),
    ...oneUnderAnother(bottom, bottom[0]?.before ?? 0),
  ];
}

/** Floats on a page of their own, the white space above, between and below them equal. */
export function amidSpace(floats: readonly FloatItem[]): readonly FlowEntry[] {
  return floats.flatMap((float, index) => [
    glue(float, spaceBefore(floats, index), true),
    ...entriesAfter(float, 0),
    ...(index === floats.length - 1 ? [glue(float, 0, true)] : []),
  ]);
}

/**
 * As many as a page holds, the first at least.
 *
 * @param room that is left beside the notes of these; points
 */
export function fitting(
  floats: readonly FloatItem[],
  room: (entries: readonly FlowEntry[]) => number,
): readonly FloatItem[] {
  let count = 1;
  while (count < floats.length) {
    const more = floats.slice(0, count + 1);
    if (heightOfAll(more) > room(more.flatMap(({ entries }) => entries))) break;
    count += 1;
  }
  return floats.slice(0, count);
}

function glue({ origin }: FloatItem, height: number, grows: boolean): FlowEntry {
  const item: GlueItem = { kind: 'glue', height, grows, origin };
  return entryOf(item);
}

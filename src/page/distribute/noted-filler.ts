import type { Note } from '../../style/blocks.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type FlowEntry, notesIn, type Penalty } from '../flow-item.ts';
import type { Filler } from '../region/best-end.ts';
import { EPSILON } from '../region/cursor.ts';
import { noteHead, notesHeight } from './notes-area.ts';
import { PageFiller } from './page-filler.ts';
import type { PageRegion } from './page-region.ts';

/** Goes down a page together with the notes of what stands on it. */
export class NotedFiller implements Filler {
  readonly #region: PageRegion;
  readonly #page: PageFiller;
  readonly #blocked: boolean;
  #area: readonly FlowEntry[];
  #areaHeight: number;
  /** What floats at the top and at the foot leave to text and notes. */
  #height: number;
  /** What the notes need at least if the page ends where it may. */
  endHeight = 0;

  /** @param blocked whether notes of earlier pages are left over, so that new ones must wait */
  constructor(head: readonly FlowEntry[], blocked: boolean, region: PageRegion) {
    this.#region = region;
    this.#height = region.height;
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

  /** What the notes need at least if the page ends here. */
  get areaHeight(): number {
    return this.#areaHeight;
  }

  /** White space between the text and the notes if the page ends here; null within columns, which are not levelled yet. */
  get room(): number | null {
    const { bottom } = this.#page;
    return bottom === null ? null : this.#height - this.#areaHeight - bottom;
  }

  /** Whether these would stand next, all of them. */
  wouldStand(entries: readonly FlowEntry[]): boolean {
    const area = this.#areaWith(entries);
    if (area === null) return false;
    const room = this.#height - notesHeight(area, this.#region.notes);
    return this.#page.bottomAfter(entries) <= room + EPSILON;
  }

  /**
   * Sets room apart for what stands at the top or the foot, and for its notes.
   *
   * @returns whether there is so much; else nothing has changed
   */
  reserve(points: number, entries: readonly FlowEntry[]): boolean {
    const area = this.#areaWith(entries);
    if (area === null) return false;
    this.#height -= points;
    if (this.#growTo(area)) return true;
    this.#height += points;
    // The page was asked for less just now.
    this.#fitsOver(this.#areaHeight);
    return false;
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

  /** Null where notes of these must wait. */
  #areaWith(entries: readonly FlowEntry[]): readonly FlowEntry[] | null {
    const notes = entries.flatMap(({ item }) => notesIn(item));
    if (notes.length === 0) return this.#area;
    return this.#blocked ? null : [...this.#area, ...notes.flatMap(this.#region.collectNote)];
  }

  #growTo(area: readonly FlowEntry[]): boolean {
    const height = notesHeight(area, this.#region.notes);
    if (!this.#fitsOver(height)) return false;
    this.#area = area;
    this.#areaHeight = height;
    return true;
  }

  #fitsOver(notesHeight: number): boolean {
    return this.#page.fits(this.#height - notesHeight);
  }
}

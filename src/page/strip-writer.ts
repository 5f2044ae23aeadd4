import { isArtifact, type Role, type StructElement } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import type { Block, BreakBlock } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { Mark } from './page.ts';
import {
  type ColumnSet,
  type FlowPart,
  type Hold,
  isStrip,
  type Landmark,
  makeStrip,
  type PageEnd,
  type Panel,
  type Strip,
  type StripDraft,
} from './strip.ts';

/** A heading takes this many strips of what follows along: its text may not begin with one lonely line. */
const CARRIED_BY_HEADING = 2;

/** Or as much as is this many of its own lines high: one tall strip (a row of a timeline) is enough company. */
const CARRIED_LINES = 2;

/** What is no text has no lines to count in. */
const NO_END = Number.POSITIVE_INFINITY;

/**
 * Collects the strips of a flow and settles what lies between them: the larger of two white spaces, the
 * panels that are open, and how firmly neighbours hold together.
 */
export class StripWriter {
  readonly parts: FlowPart[] = [];
  #panels: readonly Panel[] = [];
  #opens = 0;
  /** Strips written since the innermost panel opened stand in it. */
  #fresh = false;
  #space = 0;
  #held = 0;
  /** Of the height that a heading takes along, what has not been written yet. Points. */
  #heldHeight = 0;
  #holds = 0;
  #anchors: { readonly id: string; readonly role: Role }[] = [];

  /** Announces a block: its space and its anchors belong to the next strip. */
  begin(block: Block<ShapedContent>): void {
    // Inside a panel that just opened the padding is the white space.
    if (!this.#fresh) this.#space = Math.max(this.#space, block.spaceBefore);
    if (block.anchors.length > 0) this.anchor(block);
  }

  end(block: Block<ShapedContent>): void {
    this.#space = Math.max(this.#space, block.spaceAfter);
    if (block.keepWithNext)
      this.#hold(block.kind === 'text' ? block.paragraph.leading * CARRIED_LINES : NO_END);
  }

  anchor({ anchors, role }: Pick<Block<ShapedContent>, 'anchors' | 'role'>): void {
    for (const id of anchors) this.#anchors.push({ id, role });
  }

  /**
   * Takes `strip` over and writes it: fifty thousand of them make a book, so they are not copied.
   *
   * @param x of anchors that point to this strip
   */
  put(strip: StripDraft, x: number): void {
    strip.hold = this.#takeHold(strip);
    strip.panels = this.#panels;
    this.parts.push(strip);
    if (strip.kind === 'weightless') {
      // It stands on the page of what follows it.
      this.#hold(NO_END);
      return;
    }
    if (strip.kind === 'fill') this.#hold(NO_END);
    if (strip.kind === 'content') strip.landmarks = this.#takeAnchors(strip, x);
    strip.space = this.#space;
    strip.opens = this.#opens;
    this.#space = 0;
    this.#opens = 0;
    this.#fresh = false;
  }

  open(panel: Panel): void {
    this.#panels = [...this.#panels, panel];
    this.#opens += 1;
    this.#fresh = true;
  }

  close(origin: Origin): void {
    // A panel without content is still drawn: it is a rule, a patch of colour or padding.
    if (this.#opens > 0) this.put(makeStrip(origin, { kind: 'blank' }), this.#panels.at(-1)!.frame.x);
    const last = this.parts.findLastIndex((part) => isStrip(part) && part.kind !== 'weightless');
    const strip = this.parts[last] as Strip;
    this.parts[last] = { ...strip, closes: strip.closes + 1 };
    this.#panels = this.#panels.slice(0, -1);
    this.#space = 0;
  }

  endPage(block: BreakBlock, to: 'page' | 'opening'): void {
    this.#endPage({ kind: 'page-end', to, master: block.master, turned: null, origin: block.origin });
  }

  /** What comes next stands on pages that are turned a quarter, or upright again. */
  turnPage(turned: boolean, origin: Origin): void {
    this.#endPage({ kind: 'page-end', to: 'page', master: null, turned, origin });
  }

  #endPage(end: PageEnd): void {
    this.parts.push(end);
    this.#space = 0;
    this.#held = 0;
  }

  /** Anchors after the last strip point to that strip. */
  finish(): void {
    if (this.#anchors.length === 0) return;
    const last = this.parts.findLastIndex((part) => isStrip(part) && part.kind === 'content');
    if (last < 0) return;
    const strip = this.parts[last] as Strip;
    this.parts[last] = { ...strip, landmarks: this.#takeAnchors(strip, 0) };
  }

  /** How many panels are open. */
  get depth(): number {
    return this.#panels.length;
  }

  /** The strips from `from` on stand in columns. */
  standInColumns(from: number, columns: Omit<ColumnSet, 'grid'>): void {
    const leadings = this.parts
      .slice(from)
      .flatMap((part) => (isStrip(part) && part.snaps ? [part.height] : []));
    const set = { ...columns, grid: leadings.length === 0 ? 0 : Math.min(...leadings) };
    for (let index = from; index < this.parts.length; index += 1) {
      const part = this.parts[index]!;
      if (isStrip(part)) this.parts[index] = { ...part, inColumns: { set, hold: part.hold } };
    }
  }

  /** Holds the strips from `from` on together. */
  holdTogether(from: number): void {
    for (let index = from + 1; index < this.parts.length; index += 1) {
      const part = this.parts[index]!;
      if (isStrip(part) && part.hold === 0) this.parts[index] = { ...part, hold: 1 };
    }
  }

  /** How many headings have held on to what follows them: for `leave`. */
  get holds(): number {
    return this.#holds;
  }

  /** A heading inside a stack has company enough in what the stack has left, be it one line. */
  leave(holdsBefore: number): void {
    if (this.#holds > holdsBefore && this.#held < CARRIED_BY_HEADING) this.#held = 0;
  }

  #hold(height: number): void {
    this.#holds += 1;
    this.#held = CARRIED_BY_HEADING;
    this.#heldHeight = height;
  }

  #takeHold({ hold, height }: Strip): Hold {
    if (this.#held === 0) return hold;
    const needed: Hold = this.#held === CARRIED_BY_HEADING ? 3 : 2;
    this.#heldHeight -= height;
    this.#held = this.#heldHeight > 0 ? this.#held - 1 : 0;
    return needed > hold ? needed : hold;
  }

  #takeAnchors({ marks, landmarks }: Pick<Strip, 'marks' | 'landmarks'>, x: number): readonly Landmark[] {
    if (this.#anchors.length === 0) return landmarks;
    const anchors = this.#anchors.map(({ id, role }) => {
      const read = isArtifact(role) ? (findRead(marks) ?? role) : role;
      return { kind: 'anchor', id, x, y: 0, role: read } as const;
    });
    this.#anchors = [];
    return [...anchors, ...landmarks];
  }
}

/** The role of the first thing among marks that is read; null where all is decoration. */
function findRead(marks: readonly Mark[]): StructElement | null {
  for (const mark of marks) {
    for (const { role } of mark.kind === 'line' ? mark.line.pieces : [mark])
      if (!isArtifact(role)) return role;
  }
  return null;
}

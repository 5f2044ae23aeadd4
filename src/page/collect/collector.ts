import type { Origin } from '../../base/origin.ts';
import type { Block } from '../../style/blocks.ts';
import type { Beside } from '../../text/measure.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import {
  type BoxItem,
  type BreakItem,
  type ColumnSet,
  type FloatItem,
  type FlowEntry,
  type FlowItem,
  type GlueItem,
  heightOf,
  type LineItem,
  type Panel,
  type Penalty,
  type PlacedItem,
} from '../flow-item.ts';
import { type OpenAnchor, withAnchors } from './anchors.ts';
import { hangMarker } from './hang-marker.ts';

/** A heading takes this many items of what follows along: its text may not begin with one lonely line. */
const CARRIED_BY_HEADING = 2;

/** Or as much as is this many of its own lines high: one tall item (a row of a timeline) is enough company. */
const CARRIED_LINES = 2;

/** What is no text has no lines to count in. */
const NO_END = Number.POSITIVE_INFINITY;

/** What stands beside the text. Points. */
interface StandsBeside extends Pick<Beside, 'width' | 'edge'> {
  readonly box: BoxItem;
  readonly x: number;
  readonly height: number;
}

/** An entry whose panels may close yet. */
type OpenEntry = FlowEntry & { closes: number };

/**
 * Collects the items of a flow and settles what lies between them: the larger of two white spaces, the
 * panels that are open, and the penalty of parting neighbours.
 */
export class Collector {
  readonly entries: FlowEntry[] = [];
  /** What takes part in spacing and was put last. */
  #last: OpenEntry | null = null;
  #panels: readonly Panel[] = [];
  #opens = 0;
  /** Nothing stands yet in the innermost panel, which just opened. */
  #fresh = false;
  #space = 0;
  #held = 0;
  /** Of the height that a heading takes along, what has not been put yet. Points. */
  #heldHeight = 0;
  #holds = 0;
  #anchors: OpenAnchor[];
  /** Markers that hang beside what is put next, outermost first. */
  #markers: (readonly LineItem[])[] = [];
  #columns: ColumnSet | null = null;
  /** Entries after the one of this index are kept together, on their page and in their column. */
  #kept = NO_END;
  #keptInColumn = NO_END;
  /** The outline level of the last heading. */
  #section = NO_END;
  /** What stands beside the text, and how far below what was put last it reaches. */
  #beside: (StandsBeside & { left: number }) | null = null;

  /** @param anchors that wait for the first item */
  constructor(anchors: readonly OpenAnchor[] = []) {
    this.#anchors = [...anchors];
  }

  /** Announces a block: its space and its anchors belong to the next item. */
  begin(block: Block<ShapedContent>): void {
    // Inside a panel that just opened the padding is the white space.
    if (!this.#fresh) this.#space = Math.max(this.#space, block.spaceBefore);
    if (block.kind === 'text' && block.outline !== null) this.#section = block.outline.level;
    if (block.anchors.length > 0) this.anchor(block);
  }

  end(block: Block<ShapedContent>): void {
    this.#space = Math.max(this.#space, block.spaceAfter);
    if (block.keepWithNext)
      this.#hold(block.kind === 'text' ? block.paragraph.leading * CARRIED_LINES : NO_END);
  }

  anchor({ anchors, tagTarget }: Pick<Block<ShapedContent>, 'anchors' | 'tagTarget'>): void {
    for (const id of anchors) this.#anchors.push({ id, tagTarget });
  }

  /**
   * @param x of anchors that point to this item
   * @param penalty of a page that ends before it, as far as its maker knows
   */
  put(item: LineItem | BoxItem, x: number, penalty: Penalty = 0): void {
    const held = this.#takePenalty(item.height, this.#beside === null || penalty > 2 ? penalty : 2);
    const anchored = this.#anchors.length === 0 ? item : withAnchors(item, this.#takeAnchors(), x);
    const hung = this.#markers.length === 0 ? anchored : this.#hangMarkers(anchored);
    this.#push(hung, held);
  }

  putGlue(height: number, origin: Origin): void {
    this.#putGlue({ kind: 'glue', height, grows: false, origin }, 0);
  }

  /** What follows stands at the foot, and not alone there: some of the text before it comes along. */
  fill(origin: Origin): void {
    this.#putGlue({ kind: 'glue', height: 0, grows: true, origin }, 1);
    this.#hold(NO_END);
  }

  place(item: PlacedItem): void {
    const penalty = this.#takePenalty(0, 0);
    this.entries.push(this.#entryOf(item, penalty, 0, 0));
    // It stands on the page of what follows it.
    this.#hold(NO_END);
  }

  /** What stood before it and what comes after it are neighbours. */
  float(item: Omit<FloatItem, 'kind' | 'section'>): void {
    const penalty = this.#held === 0 ? 0 : this.#penaltyOfHold();
    const space = Math.max(this.#space, item.before);
    this.entries.push(this.#entryOf({ kind: 'float', ...item, section: this.#section }, penalty, space, 0));
  }

  /** What comes next begins beside it, at the same height. */
  stand(beside: StandsBeside): void {
    this.put({ ...beside.box, height: 0, snaps: true }, beside.x);
    this.#beside = { ...beside, left: beside.height };
    this.#fresh = true;
  }

  /** What stands beside a paragraph that is put next. */
  besideLines(leading: number): Beside | null {
    if (this.#beside === null) return null;
    const { left, width, edge } = this.#beside;
    const lines = Math.ceil((left - this.#space) / leading - 0.01);
    if (lines > 0) return { lines, width, edge };
    this.#beside = null;
    return null;
  }

  /** What comes next stands below what stands beside the text. */
  clear(): void {
    if (this.#beside === null) return;
    const { left, box } = this.#beside;
    if (left > 0) this.#putGlue({ kind: 'glue', height: left, grows: false, origin: box.origin }, 2);
    this.#beside = null;
  }

  breakPage(item: BreakItem): void {
    this.entries.push(this.#entryOf(item, 0, 0, 0));
    this.#space = 0;
    this.#held = 0;
  }

  open(panel: Panel): void {
    this.#panels = [...this.#panels, panel];
    this.#opens += 1;
    this.#fresh = true;
  }

  close(origin: Origin): void {
    // A panel without content is still drawn: it is a rule, a patch of colour or padding.
    if (this.#opens > 0) this.putGlue(0, origin);
    if (this.#last !== null) this.#last.closes += 1;
    this.#panels = this.#panels.slice(0, -1);
    this.#space = 0;
  }

  /** Anchors after which nothing was put. */
  get anchors(): readonly OpenAnchor[] {
    return this.#anchors;
  }

  /** Anchors after the last item point to that item. */
  finish(): void {
    if (this.#anchors.length === 0) return;
    const last = this.entries.findLastIndex(({ item }) => item.kind === 'line' || item.kind === 'box');
    if (last < 0) return;
    const entry = this.entries[last]!;
    const item = entry.item as LineItem | BoxItem;
    this.entries[last] = { ...entry, item: withAnchors(item, this.#takeAnchors(), 0) };
  }

  /** How many panels are open. */
  get depth(): number {
    return this.#panels.length;
  }

  /** What `write` puts stands in columns. */
  inColumns({ count, step, gutter }: Pick<ColumnSet, 'count' | 'step' | 'gutter'>, write: () => void): void {
    const set = { count, step, gutter, depth: this.depth, grid: 0 };
    const from = this.entries.length;
    this.#columns = set;
    this.#keptInColumn = NO_END;
    write();
    this.#columns = null;
    // Nobody has asked for the grid before.
    set.grid = leastLeading(this.entries, from);
  }

  /** What `write` puts stays together. */
  together(write: () => void): void {
    const kept = this.#kept;
    const keptInColumn = this.#keptInColumn;
    this.#kept = Math.min(kept, this.entries.length);
    this.#keptInColumn = Math.min(keptInColumn, this.entries.length);
    write();
    this.#kept = kept;
    this.#keptInColumn = keptInColumn;
  }

  /** The marker hangs beside the first thing with a height that `write` puts; where there is none, it stands alone. */
  hang(marker: readonly LineItem[], x: number, write: () => void): void {
    const depth = this.#markers.length;
    this.#markers.push(marker);
    write();
    if (this.#markers.length <= depth) return;
    this.#markers.pop();
    for (const line of marker) this.put(line, x);
  }

  /** How many headings have held on to what follows them: for `leave`. */
  get holds(): number {
    return this.#holds;
  }

  /** A heading inside a stack has company enough in what the stack has left, be it one line. */
  leave(holdsBefore: number): void {
    if (this.#holds > holdsBefore && this.#held < CARRIED_BY_HEADING) this.#held = 0;
  }

  #putGlue(item: GlueItem, penalty: Penalty): void {
    this.#push(item, this.#takePenalty(item.height, penalty));
  }

  #push(item: FlowItem, penalty: Penalty): void {
    const entry = this.#entryOf(item, penalty, this.#space, this.#opens);
    if (this.#beside !== null) this.#beside.left -= this.#space + heightOf(item);
    this.entries.push(entry);
    this.#last = entry;
    this.#space = 0;
    this.#opens = 0;
    this.#fresh = false;
  }

  #entryOf(item: FlowItem, penalty: Penalty, space: number, opens: number): OpenEntry {
    const index = this.entries.length;
    return {
      item,
      space,
      penalty: penalty === 0 && index > this.#kept ? 1 : penalty,
      panels: this.#panels,
      opens,
      closes: 0,
      columns: this.#columns,
      columnPenalty: penalty === 0 && index > this.#keptInColumn ? 1 : penalty,
    };
  }

  #hold(height: number): void {
    this.#holds += 1;
    this.#held = CARRIED_BY_HEADING;
    this.#heldHeight = height;
  }

  #takePenalty(height: number, penalty: Penalty): Penalty {
    if (this.#held === 0) return penalty;
    const needed = this.#penaltyOfHold();
    this.#heldHeight -= height;
    this.#held = this.#heldHeight > 0 ? this.#held - 1 : 0;
    return needed > penalty ? needed : penalty;
  }

  #takeAnchors(): readonly OpenAnchor[] {
    const anchors = this.#anchors;
    this.#anchors = [];
    return anchors;
  }

  #penaltyOfHold(): Penalty {
    return this.#held === CARRIED_BY_HEADING ? 3 : 2;
  }

  #hangMarkers(item: LineItem | BoxItem): LineItem | BoxItem {
    if (item.height <= 0) return item;
    const hung = this.#markers.reduceRight(hangMarker, item);
    this.#markers = [];
    return hung;
  }
}

/** Of the lines that stand on the grid; 0 where there are none. */
function leastLeading(entries: readonly FlowEntry[], from: number): number {
  let least = NO_END;
  for (let index = from; index < entries.length; index += 1) {
    const { item } = entries[index]!;
    if ((item.kind === 'line' || item.kind === 'box') && item.snaps) least = Math.min(least, item.height);
  }
  return least === NO_END ? 0 : least;
}

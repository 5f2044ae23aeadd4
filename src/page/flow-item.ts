import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Float, Note, OutlineEntry, StackBlock, TextBlock } from '../style/blocks.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { Color, Edges } from '../theme/style-values.ts';
import type { Frame } from './frame.ts';
import type { Anchor, DrawItem } from './page.ts';

/**
 * What a document becomes before it is distributed over pages: items, one under another, none of which is ever
 * cut. Nesting is gone: a stack is only the panel drawn behind its items, the body of a list is an inset.
 * Coordinates of draw items are points from the left edge of the text area and from the top of the item.
 */
export type FlowItem = LineItem | BoxItem | GlueItem | PlacedItem | FloatItem | BreakItem;

/** A line of text, with the marker that hangs beside it. */
export interface LineItem {
  readonly kind: 'line';
  readonly height: number;
  readonly drawItems: readonly DrawItem[];
  /** From the top. */
  readonly baseline: number;
  /** Starts on a line of the baseline grid. */
  readonly snaps: boolean;
  /** Notes first referred to here. */
  readonly notes: readonly Note<ShapedContent>[];
  readonly landmarks: readonly Landmark[];
  readonly origin: Origin;
}

/** Something indivisible: an image, a row of cells, columns side by side; empty where only landmarks stand. */
export interface BoxItem {
  readonly kind: 'box';
  readonly height: number;
  /** Painted before all text of the page. */
  readonly back: readonly DrawItem[];
  readonly drawItems: readonly DrawItem[];
  /** What was placed on the page by hand inside it. */
  readonly fixed: Fixed | null;
  /** Of its first line of text, from the top; null where there is none. */
  readonly baseline: number | null;
  readonly snaps: boolean;
  readonly notes: readonly Note<ShapedContent>[];
  readonly landmarks: readonly Landmark[];
  /** Comes before this item if a page starts with it: the header of its table. */
  readonly repeats: BoxItem | null;
  readonly origin: Origin;
}

/** White space that survives at a page's top; where it grows, it pushes what follows to the foot. */
export interface GlueItem {
  readonly kind: 'glue';
  readonly height: number;
  readonly grows: boolean;
  readonly origin: Origin;
}

/** A stack placed on the page by hand: it takes no part in spacing, and stands on the page of what follows it. */
export interface PlacedItem {
  readonly kind: 'placed';
  readonly fixed: Fixed;
  readonly notes: readonly Note<ShapedContent>[];
  /** Already in page coordinates. */
  readonly landmarks: readonly Landmark[];
  readonly origin: Origin;
}

/** What its page finds a place for; the text goes on as if it were not there. It stands in no panel, and is never parted. */
export interface FloatItem {
  readonly kind: 'float';
  readonly float: Float;
  /** None of which stands in columns. */
  readonly entries: readonly FlowEntry[];
  readonly height: number;
  /** White space around it. */
  readonly before: number;
  readonly after: number;
  /** The outline level of the section that it may not leave; infinite before the first heading. */
  readonly section: number;
  readonly origin: Origin;
}

/** The end of a page. */
export interface BreakItem {
  readonly kind: 'break';
  readonly to: 'page' | 'opening';
  readonly master: string | null;
  /** Whether pages are turned a quarter from here on; null = as before. */
  readonly turned: boolean | null;
  readonly origin: Origin;
}

/** Marks in page coordinates. */
export interface Fixed {
  readonly back: readonly DrawItem[];
  readonly drawItems: readonly DrawItem[];
}

/** An item in its flow, and what lies between it and its neighbours. Items know nothing of each other. */
export interface FlowEntry {
  readonly item: FlowItem;
  /** White space before it; vanishes at a page's top. */
  readonly space: number;
  /** Of a page that ends before it. */
  readonly penalty: Penalty;
  /** Panels it stands in, outermost first. */
  readonly panels: readonly Panel[];
  /** How many of the innermost panels begin and end with this item. */
  readonly opens: number;
  readonly closes: number;
  /** The columns it stands in; null = across the text area. */
  readonly columns: ColumnSet | null;
  /** Of a column that ends before it: what is kept on one page may stand in several columns. */
  readonly columnPenalty: Penalty;
}

/**
 * How much the end of a page is to be avoided. 0: it may end. 1: inside what should stay together. 2: would
 * leave too few lines. 3: would part a heading from its text.
 */
export type Penalty = 0 | 1 | 2 | 3;

/**
 * Columns side by side. Their items are laid in the first of them, one under another; which column each
 * stands in is known when its page is, and there they become one box.
 */
export interface ColumnSet {
  readonly count: number;
  /** From a column to the next; negative towards the left. Points. */
  readonly step: number;
  /** The white space after the first column: of its left edge. */
  readonly gutter: { readonly x: number; readonly width: number };
  /** How many panels stand around the columns. */
  readonly depth: number;
  /**
   * Inside the columns: the leading of their text, so that lines stand beside lines where the grid of the
   * page is finer. 0 where no text stands on the grid.
   */
  readonly grid: number;
}

/** The box of a stack around its items; parted by a page break it is drawn once on each page. */
export interface Panel {
  readonly frame: Frame;
  readonly direction: Direction;
  readonly padding: Edges;
  readonly background: Color | null;
  readonly rules: StackBlock<ShapedContent>['rules'];
}

/** Something that others ask the page of. y from the top of the item. */
export type Landmark =
  | ({ readonly kind: 'anchor' } & Anchor)
  | {
      readonly kind: 'outline';
      readonly entry: OutlineEntry;
      readonly y: number;
      readonly tagTarget: TagTarget;
    }
  | { readonly kind: 'running'; readonly name: string; readonly text: string }
  /** A paragraph that reads facts about its own page. */
  | { readonly kind: 'deferred'; readonly block: TextBlock<ShapedContent> };

const NONE: readonly never[] = [];

/** A box with nothing in it but what is given. */
export function makeBox(origin: Origin, given: Partial<Omit<BoxItem, 'kind' | 'origin'>>): BoxItem {
  return {
    kind: 'box',
    height: given.height ?? 0,
    back: given.back ?? NONE,
    drawItems: given.drawItems ?? NONE,
    fixed: given.fixed ?? null,
    baseline: given.baseline ?? null,
    snaps: given.snaps ?? false,
    notes: given.notes ?? NONE,
    landmarks: given.landmarks ?? NONE,
    repeats: given.repeats ?? null,
    origin,
  };
}

/** An item that nothing stands around. */
export function entryOf(item: FlowItem): FlowEntry {
  return {
    item,
    space: 0,
    penalty: 0,
    panels: NONE,
    opens: 0,
    closes: 0,
    columns: null,
    columnPenalty: 0,
  };
}

export function heightOf(item: FlowItem): number {
  return hasHeight(item) ? item.height : 0;
}

/** Whether it takes part in spacing. */
export function hasHeight(item: FlowItem): item is LineItem | BoxItem | GlueItem {
  return item.kind === 'line' || item.kind === 'box' || item.kind === 'glue';
}

export function notesIn(item: FlowItem): readonly Note<ShapedContent>[] {
  return item.kind === 'line' || item.kind === 'box' || item.kind === 'placed' ? item.notes : NONE;
}

export function landmarksIn(item: FlowItem): readonly Landmark[] {
  return item.kind === 'line' || item.kind === 'box' || item.kind === 'placed' ? item.landmarks : NONE;
}

/** What an item draws that moves with it. */
export function drawItemsIn(item: FlowItem): readonly DrawItem[] {
  return item.kind === 'line' || item.kind === 'box' ? item.drawItems : NONE;
}

/** Whether anything of it is seen where it stands; white space alone makes no page. */
export function hasInk({ item, panels }: FlowEntry): boolean {
  if (item.kind !== 'glue') return item.kind !== 'break' && item.kind !== 'float';
  return panels.some((panel) => panel.background !== null || panel.rules.length > 0);
}

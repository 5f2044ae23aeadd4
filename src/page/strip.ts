import type { Role } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { BreakBlock, Edges, Note, OutlineEntry, StackBlock, TextBlock } from '../style/blocks.ts';
import type { Color } from '../style/inline.ts';
import type { ShapedContent } from '../text/shaped.ts';
import type { Frame } from './frame.ts';
import type { Anchor, Mark } from './page.ts';

/**
 * What the flow of a document becomes before it is cut into pages: strips, one under another, none of
 * which is ever cut. A line of a paragraph is a strip, a table row is one, an image is one. Nesting is
 * gone: a stack is only the panel drawn behind its strips, an item is an inset. Coordinates of marks are
 * points from the left edge of the text area and from the top of the strip.
 */
export interface Strip {
  /**
   * 'content' has ink or keeps its place; 'blank' is white space that survives at a page's top; 'fill' is
   * white space that grows; 'weightless' takes no part in spacing (a stack placed on the page by hand).
   */
  readonly kind: 'content' | 'blank' | 'fill' | 'weightless';
  readonly height: number;
  /** Painted before all text of the page. */
  readonly back: readonly Mark[];
  readonly marks: readonly Mark[];
  /** Already in page coordinates. */
  readonly fixed: Fixed | null;
  /** Of the first line of text, from the top; null where there is none. */
  readonly baseline: number | null;
  /** Starts on a line of the baseline grid. */
  readonly snaps: boolean;
  /** White space before it; vanishes at a page's top. */
  readonly space: number;
  /** How much a page break before this strip is to be avoided. */
  readonly hold: Hold;
  /** Panels it stands in, outermost first. */
  readonly panels: readonly Panel[];
  /** How many of the innermost panels begin and end with this strip. */
  readonly opens: number;
  readonly closes: number;
  /** Notes first referred to here. */
  readonly notes: readonly Note<ShapedContent>[];
  readonly landmarks: readonly Landmark[];
  /** Comes before this strip if a page starts with it: the header of its table. */
  readonly repeats: Strip | null;
  /** The columns it stands in; null = across the text area. */
  readonly inColumns: InColumns | null;
  readonly origin: Origin;
}

/** How much a column is not to begin with this strip: what is kept on one page may stand in several columns. */
interface InColumns {
  readonly set: ColumnSet;
  readonly hold: Hold;
}

/**
 * Columns side by side. Their strips are laid in the first of them, one under another; which column each
 * stands in is known when its page is, and there they become one strip.
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

interface Fixed {
  readonly back: readonly Mark[];
  readonly marks: readonly Mark[];
}

/**
 * 0: break freely. 1: inside what should stay together. 2: would leave too few lines. 3: would part a
 * heading from its text. A page ends at the last place of the lowest rank that fits.
 */
export type Hold = 0 | 1 | 2 | 3;

/** The box of a stack around its strips; parted by a page break it is drawn once on each page. */
export interface Panel {
  readonly frame: Frame;
  readonly direction: Direction;
  readonly padding: Edges;
  readonly background: Color | null;
  readonly rules: StackBlock<ShapedContent>['rules'];
}

/** Something that others ask the page of. y from the top of the strip. */
export type Landmark =
  | ({ readonly kind: 'anchor' } & Anchor)
  | { readonly kind: 'outline'; readonly entry: OutlineEntry; readonly y: number; readonly role: Role }
  | { readonly kind: 'running'; readonly name: string; readonly text: string }
  /** A paragraph that reads facts about its own page. */
  | { readonly kind: 'late'; readonly block: TextBlock<ShapedContent> };

/** The end of a page in the flow. */
export interface PageEnd {
  readonly kind: 'page-end';
  readonly to: 'page' | 'opening';
  readonly master: string | null;
  /** Whether pages are turned a quarter from here on; null = as before. */
  readonly turned: boolean | null;
  readonly origin: BreakBlock['origin'];
}

export type FlowPart = Strip | PageEnd;

const NONE: readonly never[] = [];

/** A strip that nobody else has seen: the writer that puts it settles what lies between neighbours. */
export type StripDraft = { -readonly [Field in keyof Strip]: Strip[Field] };

/** A strip with nothing in it but what is given. */
export function makeStrip(origin: Origin, given: Partial<Strip>): StripDraft {
  return {
    kind: given.kind ?? 'content',
    height: given.height ?? 0,
    back: given.back ?? NONE,
    marks: given.marks ?? NONE,
    fixed: given.fixed ?? null,
    baseline: given.baseline ?? null,
    snaps: given.snaps ?? false,
    space: given.space ?? 0,
    hold: given.hold ?? 0,
    panels: given.panels ?? NONE,
    opens: given.opens ?? 0,
    closes: given.closes ?? 0,
    notes: given.notes ?? NONE,
    landmarks: given.landmarks ?? NONE,
    repeats: given.repeats ?? null,
    inColumns: given.inColumns ?? null,
    origin,
  };
}

export function isStrip(part: FlowPart): part is Strip {
  return part.kind !== 'page-end';
}

/** Whether anything of the strip is seen on its page; white space alone makes no page. */
export function hasInk(strip: Strip): boolean {
  if (strip.kind === 'content' || strip.fixed !== null) return true;
  return strip.panels.some((panel) => panel.background !== null || panel.rules.length > 0);
}

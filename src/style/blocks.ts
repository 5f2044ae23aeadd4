import type { StructElement, TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Path } from '../base/path.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import type { PictureLength, PictureSize } from '../resolve/picture-size.ts';
import type { Color, Edges, FloatPlace, KashidaStyle, Rule, TextAlign } from '../theme/style-values.ts';

/**
 * The closed sum of layout kinds. Layout knows these and nothing of headings, callouts or charts: a new
 * semantic node is a rule that yields these kinds, and costs nothing in text/, page/ or pdf/.
 *
 * `C` is the content of text blocks, which is what changes along the road:
 * InlineContent (style) → Itemised (itemise) → Shaped (shape). All lengths are points.
 */
export type Block<C> =
  | TextBlock<C>
  | StackBlock<C>
  | ColumnsBlock<C>
  | ChoiceBlock<C>
  | ItemBlock<C>
  | RowBlock<C>
  | TableBlock<C>
  | ImageBlock
  | ShapeBlock
  | BreakBlock;

interface BlockBase {
  readonly tagTarget: TagTarget;
  /** White space outside; between neighbours the larger wins, at a page's top it vanishes. */
  readonly spaceBefore: number;
  readonly spaceAfter: number;
  /** Never the last thing on a page: as for a heading. */
  readonly keepWithNext: boolean;
  /** Destinations that point here (heading ids, note ids). */
  readonly anchors: readonly string[];
  readonly origin: Origin;
}

/** A paragraph: anything made of lines. */
export interface TextBlock<C> extends BlockBase {
  readonly kind: 'text';
  /** The row of the theme's `roles` it is set by. For readers without pages; layout never asks. */
  readonly styleName: string;
  readonly content: C;
  readonly paragraph: ParagraphStyle;
  /** An entry of the PDF outline. */
  readonly outline: OutlineEntry | null;
  /** Texts for running heads, by name: `{section: 'الخلفية'}`. */
  readonly running: Readonly<Record<string, string>>;
}

export interface OutlineEntry {
  /** 1 is the top. */
  readonly level: number;
  readonly title: string;
}

export interface ParagraphStyle {
  readonly direction: Direction;
  readonly align: TextAlign;
  /** Distance of baselines. */
  readonly leading: number;
  /** First-line indent at the start side. */
  readonly indent: number;
  readonly kashida: KashidaStyle;
  /** Where all of it is one line that takes `from` of its measure or more, the line is elongated to it. null = as `align` says. */
  readonly fit: { readonly from: number; readonly kashida: KashidaStyle } | null;
  /** How small, as a share of its size, type may become so that no line of the source turns over; 1 = it keeps its size. */
  readonly shrink: number;
  /** Fewest lines left on a page before (orphans) and after (widows) a page break. */
  readonly orphans: number;
  readonly widows: number;
  /** Keep white space and source line ends as they are (code). */
  readonly preformatted: boolean;
}

/** Blocks one under another, with an optional panel around them. */
export interface StackBlock<C> extends BlockBase {
  readonly kind: 'stack';
  /** The row of the theme's `boxes` it is set by, as `TextBlock.styleName`; null for a stack that only groups. */
  readonly styleName: string | null;
  readonly children: readonly Block<C>[];
  readonly padding: Edges;
  readonly background: Color | null;
  /** A rule along an edge of the panel. `length` null = the whole edge. */
  readonly rules: readonly {
    readonly edge: keyof Edges;
    readonly rule: Rule;
    readonly length: number | null;
  }[];
  readonly keepTogether: boolean;
  /** Stands on pages of its own that are turned a quarter, wider than high. */
  readonly turned: boolean;
  /** Where it may stand away from its place in the text; null = nowhere. */
  readonly float: Float | null;
  /** Stands beside the text that follows; null = above it. */
  readonly beside: BesideText | null;
  /** Fixed place on the page instead of the flow: offset from the page's trim edges; null = in the flow. */
  readonly placed: Placement | null;
  /** From where it and what it holds begins; null = as what stands around it. */
  readonly direction: Direction | null;
}

/**
 * Where a float stands: where it is written, if its page has room for it there, else at the top of the next (`auto`); at the
 * top or the foot of its page or the next; or on a page of floats. Never before its place in the text, nor after its section.
 */
export type Float = Exclude<FloatPlace, 'here'>;

/** At an edge of the measure, the text at its other side. */
export interface BesideText {
  readonly side: 'start' | 'end';
  /** Of the stack. */
  readonly width: PictureLength;
}

/** Puts a stack on its page outside the flow (a cover's band). */
export interface Placement {
  /** From the start and top edges of the page. */
  readonly start: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Blocks that flow down a first column at the start side, then down the next; over pages, each filled before
 * the next begins, and equally high where they end. Columns inside columns are one column.
 */
export interface ColumnsBlock<C> extends BlockBase, ColumnStyle {
  readonly kind: 'columns';
  readonly children: readonly Block<C>[];
}

export interface ColumnStyle {
  /** Of columns; there are fewer where they would be narrower than `leastWidth`. */
  readonly count: number;
  readonly gap: number;
  readonly leastWidth: number;
}

/** The same content in several shapes, of which the first that has the room it takes is laid. Text that all show is one content. */
export interface ChoiceBlock<C> extends BlockBase {
  readonly kind: 'choice';
  /** The last one is laid where none has its room. */
  readonly options: readonly ChoiceOption<C>[];
}

export interface ChoiceOption<C> {
  /** null = nothing. */
  readonly needs: Need<C> | null;
  readonly block: Block<C>;
}

/** The room that something takes. Of the height of its place or page there must be left so much by its siblings; points. */
export type Need<C> =
  | { readonly kind: 'width'; readonly width: TextWidth<C> }
  | { readonly kind: 'height'; readonly height: number };

/** A width that is known when words are: as wide as the widest of `texts` on one line, or `least`, and `plus`; `times` over. Points. */
export interface TextWidth<C> {
  /** They stand elsewhere, too, and here are only measured. What is measured by the same texts shares the array. */
  readonly texts: readonly TextBlock<C>[];
  readonly least: number;
  readonly plus: number;
  readonly times: number;
}

/** A marker that hangs at the start side beside its body. */
export interface ItemBlock<C> extends BlockBase {
  readonly kind: 'item';
  readonly marker: TextBlock<C>;
  /** Width kept for the marker, and the gap to the body. A wider marker widens the first line's indent. */
  readonly markerWidth: number;
  readonly gap: number;
  readonly children: readonly Block<C>[];
}

/** Cells side by side from the start edge; never broken over pages. */
export interface RowBlock<C> extends BlockBase {
  readonly kind: 'row';
  readonly cells: readonly RowCell<C>[];
  readonly gap: number;
}

export interface RowCell<C> {
  readonly width: Track | TextTrack<C>;
  readonly align: 'start' | 'center' | 'end';
  readonly children: readonly Block<C>[];
}

/** `points` fixed; `fraction` shares what is left; `content` is as wide as its widest line up to its share. */
export type Track =
  | { readonly kind: 'points'; readonly points: number }
  | { readonly kind: 'fraction'; readonly fraction: number }
  | { readonly kind: 'content' };

/**
 * As wide as `width` says, no less than `least` and no more than `most` of the row as long as no word is cut for it, and
 * `fraction` of what is left: so rows that know nothing of each other stand in the same columns.
 */
export interface TextTrack<C> {
  readonly kind: 'text';
  readonly width: TextWidth<C>;
  readonly least: number;
  readonly most: number;
  readonly fraction: number;
}

/** Breaks between rows; the header is repeated on each page. */
export interface TableBlock<C> extends BlockBase {
  readonly kind: 'table';
  readonly columns: readonly Track[];
  readonly header: readonly TableRow<C>[];
  readonly rows: readonly TableRow<C>[];
  readonly cellPadding: Edges;
  readonly rules: {
    readonly top: Rule | null;
    readonly header: Rule | null;
    readonly row: Rule | null;
    readonly bottom: Rule | null;
  };
}

export interface TableRow<C> {
  readonly tagTarget: TagTarget;
  readonly cells: readonly TableCell<C>[];
  readonly background: Color | null;
}

export interface TableCell<C> {
  readonly children: readonly Block<C>[];
  /**
   * Where the cells of a column of numbers align: a UTF-16 offset in the text of the one paragraph of the cell
   * (CSS Text 4, 7.2: character alignment). null = by the alignment of its paragraphs.
   */
  readonly alignAt: number | null;
}

/** An image at its printed size, shrunk to the measure and the page when larger. */
export interface ImageBlock extends BlockBase, PictureSize {
  readonly kind: 'image';
  readonly image: ImageSource;
  readonly align: 'start' | 'center' | 'end';
}

/** Vector paths in a box as wide as the measure and `height` high. */
export interface ShapeBlock extends BlockBase {
  readonly kind: 'shape';
  readonly height: number;
  readonly paths: readonly ShapePath[];
}

/**
 * A filled or stroked outline. x runs from the start edge; each coordinate is `at` × the box's width
 * plus `plus` points; y is points from the top of the box.
 */
export interface ShapePath {
  readonly path: Path<ShapePoint>;
  readonly fill: Color | null;
  readonly stroke: Rule | null;
}

export interface ShapePoint {
  readonly at: number;
  readonly plus: number;
  readonly y: number;
}

/** The end of a page, or white space that must survive. */
export interface BreakBlock extends BlockBase {
  readonly kind: 'break';
  /**
   * 'page' starts a new page; 'opening' starts on the page where chapters open (a left page in a
   * right-bound book), leaving a blank page before it if needed; 'fill' pushes what follows on this
   * page to its foot; `height` points of white space are 'space'.
   */
  readonly to: 'page' | 'opening' | 'fill' | 'space';
  readonly height: number;
  /** Page layout from here on: the name of an entry of PageGeometry.masters; null = unchanged. */
  readonly master: string | null;
}

/** A note for the foot of the page. `number` hangs before the first block of `children`. */
export interface Note<C> {
  readonly id: string;
  readonly element: StructElement;
  readonly children: readonly Block<C>[];
}

import type { Artifact, StructElement, TagTarget } from '../base/element.ts';
import type { Direction, Point, Rect, Size } from '../base/geometry.ts';
import type { Path } from '../base/path.ts';
import type { Face } from '../font/face.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import type { OutlineEntry } from '../style/blocks.ts';
import type { DocumentInfo } from '../style/styled.ts';
import type { Line } from '../text/line.ts';
import type { Color } from '../theme/style-values.ts';

/** Everything the painter needs, and nothing it has to decide. */
export interface Laid {
  readonly info: DocumentInfo;
  readonly binding: 'right' | 'left';
  readonly pages: readonly Page[];
  readonly root: StructElement;
}

/** Points, origin at the top left, y downwards. */
export interface Page {
  /** 0-based. */
  readonly index: number;
  /** The folio as counted, in the document's digits, whether printed or not. */
  readonly label: string;
  readonly side: 'left' | 'right';
  readonly size: Size;
  /** In painting order: backgrounds first; text in source order. */
  readonly drawItems: readonly DrawItem[];
  readonly anchors: readonly Anchor[];
  readonly outline: readonly {
    readonly entry: OutlineEntry;
    readonly y: number;
    readonly tagTarget: TagTarget;
  }[];
  /** What a sheet for the printer has beyond a page; null for a page as laid. */
  readonly sheet: Sheet | null;
}

/** A place that links lead to. Points from the page's top left. */
export interface Anchor {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** What stands there: what the block is tagged as, or the first thing in it that is read. */
  readonly tagTarget: TagTarget;
}

/** A page made of pages: they are painted sheet by sheet and read page by page. */
interface Sheet {
  /** Where the blade falls, and how far ink goes beyond it (ISO 32000-1, 14.11.2). */
  readonly trim: Rect;
  readonly bleed: Rect;
  /** The draw items from `from` on, up to the next part's, are those of page `page` of the document. */
  readonly parts: readonly { readonly page: number; readonly from: number }[];
}

export type DrawItem = DrawnLine | DrawnPath | DrawnImage | DrawnGutter;

/** A line of text: pieces carry their own tag targets and links. */
export interface DrawnLine {
  readonly kind: 'line';
  readonly line: Line;
  /** Of the line's left edge. */
  readonly x: number;
  readonly baseline: number;
}

export interface DrawnPath {
  readonly kind: 'path';
  readonly path: Path<Point>;
  readonly fill: Color | null;
  readonly stroke: { readonly width: number; readonly color: Color } | null;
  readonly tagTarget: TagTarget;
}

/** The white space between two columns: nothing to see, but readers of the file are told of it. */
export interface DrawnGutter {
  readonly kind: 'gutter';
  readonly rect: Rect;
  /** Of the text beside it; the size is its greatest. */
  readonly face: Face;
  readonly size: number;
  readonly direction: Direction;
  readonly tagTarget: Artifact;
}

export interface DrawnImage {
  readonly kind: 'image';
  readonly rect: Rect;
  readonly image: ImageSource;
  readonly tagTarget: TagTarget;
}

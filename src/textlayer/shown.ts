import type { TextStyle } from '../style/inline.ts';
import type { InklessGlyph } from './document-font.ts';
import type { ChunkItem, SegmentItem, TextSegment } from './segment.ts';

/** What a text object shows next. Points from the line's left edge. */
export type Shown =
  | SegmentItem
  | ShownInkless
  | ShownMark
  | ShownApart
  | ShownGap
  | ShownAside
  | ShownEnding
  | ShownNumber
  | ShownSign
  | ShownWords;

/** What a segment shows, in the order of painting. */
export interface Arranged {
  readonly shown: readonly Shown[];
  /** Chunks that take the width of the space at their right, or a part of it. Ems. */
  readonly spaces: ReadonlyMap<SegmentItem, number> | null;
  /** Where poppler alone needs a mark. */
  readonly fences: readonly Fence[];
}

/** A mark at the left of a place. */
export interface Fence {
  readonly inkless: 'rlm' | 'lrm';
  readonly x: number;
}

/** Seen by all. */
export interface ShownInkless {
  readonly kind: 'inkless';
  readonly inkless: InklessGlyph;
  readonly segment: TextSegment;
  readonly x: number;
}

/**
 * A mark where the pen is, in a sequence without ActualText inside one with none to say: PDFBox, which goes by the inner
 * one, reads it, and so does who knows no ActualText. MuPDF and poppler go by the outer one, and pdfium does not see it.
 */
interface ShownMark {
  readonly kind: 'mark';
  readonly inkless: 'lrm' | 'alm';
  readonly style: TextStyle;
  /** Where the text begins that it is first of, if it is. */
  readonly x: number;
}

/** Here a text object ends and another begins: pypdf then takes what it has turned round as read. */
interface ShownApart {
  readonly kind: 'apart';
  readonly x: number;
}

/** Inkless glyphs, read as `actual` by those who take ActualText, and by pdfium not at all. */
interface ShownGap {
  readonly kind: 'gap';
  readonly inklessGlyphs: readonly InklessGlyph[];
  readonly actual: '' | ' ';
  readonly segment: TextSegment;
  /** Null where it does not matter. */
  readonly at: number | null;
  readonly x: number;
}

/** A mark beside the page, for those who do not ask where a page ends; MuPDF goes on in its direction. */
export interface ShownAside {
  readonly kind: 'aside';
  readonly inkless: 'alm' | 'lrm';
  readonly segment: TextSegment;
  readonly x: number;
}

/** A chunk whose last character has the space after it in its code, for pdf.js and pypdf. */
export interface ShownEnding {
  readonly kind: 'ending';
  readonly item: ChunkItem;
  readonly x: number;
}

/** A number in Arabic-Indic digits. */
export interface ShownNumber {
  readonly kind: 'number';
  readonly item: ChunkItem;
  readonly x: number;
  /** What its ActualText stands on: who takes none reads it before the number. */
  readonly standIn: 'mark' | 'space';
  /** Where the space after it is, if any: beside a glyph as wide as a number pdfium sees no gap. */
  readonly space: number | null;
}

/** A bracket or sign in right-to-left text. */
export interface ShownSign {
  readonly kind: 'sign';
  readonly item: ChunkItem;
  readonly x: number;
  readonly space: number | null;
  /** Whether a mark parts it from what comes after it. */
  readonly isParted: boolean;
  /** The left-to-right text that it touches, if any, and where the pen is there. */
  readonly touching: {
    readonly pen: number;
    readonly isAfterLtr: boolean;
    readonly isBeforeLtr: boolean;
  } | null;
}

/** Left-to-right text that pdfium would put into another order: see `showWords`. */
export interface ShownWords {
  readonly kind: 'words';
  /** The first of it. */
  readonly item: ChunkItem;
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly pieces: readonly Piece[];
  /** Where a space is shown that pdfium, beside a wide glyph, does not see, nor that a line ends. */
  readonly space: { readonly x: number; readonly char: string } | null;
}

/** A text object for pdfium, pdf.js and pypdf. */
export interface Piece {
  readonly parts: readonly PiecePart[];
  /** Where it begins for who sorts. */
  readonly x: number;
  /** How wide it is for who looks for gaps; null for what it is. */
  readonly width: number | null;
  /** Whether it begins with a space, and ends in one; both have no width. */
  readonly leads: boolean;
  readonly trails: boolean;
  /** Whether it is one glyph with its ink at the right of where it begins. */
  readonly isMoved: boolean;
  /** Whether pdf.js alone needs a space before it. */
  readonly isParted: boolean;
}

export interface PiecePart {
  readonly item: SegmentItem;
  /** Which of its glyphs; null for all. */
  readonly cut: { readonly from: number; readonly to: number } | null;
  readonly x: number;
}

import type { PhrasingContent, Root } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Origin } from '../base/origin.ts';
import type { CodeLines } from './syntax/code-info.ts';

declare module 'unist' {
  interface Data {
    /** Of a container directive whose closing fence has been seen. */
    isClosed?: true;
    /** Where the node was written; every node of a Manuscript has one. */
    origin?: Origin;
    /** Anchor id of a heading, unique in the document. */
    id?: string;
    /** How the items of a list were counted, where that is not in digits. */
    counter?: 'arabic-abjad' | 'hijai';
    /**
     * Where each UTF-16 unit of a text's value stands in its file, when the text is not its source
     * verbatim (escapes, entities, prefixed lines); else the node's position tells.
     */
    offsets?: readonly number[];
    /** Other places that links may lead to: ids of the elements and attributes that stood here. */
    anchors?: readonly string[];
    /** Of a paragraph or heading, as HTML says it; of an image alone in its paragraph, as its attributes do. */
    align?: Alignment;
    dir?: 'ltr' | 'rtl';
    /** Of an image: a length with its unit, `50%` of the measure, or a bare number of pixels. */
    width?: string;
    height?: string;
    /** Of an image: how many of its pixels make an inch, as written. */
    dpi?: string;
    /** Of an image or a code block: where it may stand away from its place, as written. */
    float?: string;
    /** Of an image: where its caption stands, as written. */
    captionAt?: string;
    /** Of an image: at which side of the text after it, as written. */
    side?: string;
    /** Of a heading that takes no number: `{-}`, or what stands beside the chapters of a book. */
    unnumbered?: boolean;
    /** Of what holds a piece of front or back matter: the number under which a template places it. */
    slot?: number;
    /** Of a heading in front or back matter. */
    matter?: 'front' | 'back';
    /** Of the heading that opens a part of a book, and of those of its chapters. */
    part?: 'opens' | 'within';
    /** Of a text in which no mark means anything but itself. */
    literal?: boolean;
    /** Of a reference, a directive `ref`: the id it leads to, as `id` and `anchors` have it. */
    refersTo?: string;
    /** Of an image or a code block whose caption holds more than words. */
    caption?: PhrasingContent[];
    /** Of a directive `cite`, for which no author writes one: what is cited, and how. */
    citation?: Citation;
    /** Of a code block: its caption as written. */
    title?: string;
    /** Of a code block: which lines are numbered and marked. */
    lines?: CodeLines;
    /** Of a formula: as typed, with what opens and closes it. */
    written?: string;
    /** Of a formula in a line: whether it is set as if it stood by itself. */
    displayed?: boolean;
  }
}

declare module 'mdast' {
  /** A formula of its own, in TeX. */
  interface Math extends Literal {
    type: 'math';
  }
  /** One in a line. */
  interface InlineMath extends Literal {
    type: 'inlineMath';
  }
  interface RootContentMap {
    math: Math;
    inlineMath: InlineMath;
  }
  interface PhrasingContentMap {
    inlineMath: InlineMath;
  }
  interface BlockContentMap {
    math: Math;
  }
}

/**
 * Entries of the bibliography that a text refers to at one place. Of each the directive has three children: what stands
 * before it (`span`), its key as typed, and what is said of the place in it (`span`).
 */
export interface Citation {
  /** Whether its author stands in the sentence: `@key`; else all of it is set apart: `[@key]`. */
  readonly inText: boolean;
  readonly cited: readonly Cited[];
}

export interface Cited {
  readonly key: string;
  readonly origin: Origin;
  /** `-@key`: the sentence names the author itself. */
  readonly withoutAuthor: boolean;
}

/** On paper, or from where lines begin. */
export type Alignment = 'left' | 'right' | 'center' | 'justify' | 'start' | 'end';

/** The parsed sources of one document, chapters of a book one after another in one tree. */
export interface Manuscript {
  readonly root: Root;
}

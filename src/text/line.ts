import type { TagTarget } from '../base/element.ts';
import type { Face } from '../font/face.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import type { Link } from '../resolve/inline-nodes.ts';
import type { Note } from '../style/blocks.ts';
import type { AnchorInline, InlineContent, TextStyle } from '../style/inline.ts';
import type { Borders } from './bidi.ts';
import type { SettledLine } from './line-pieces.ts';
import type { Atom, ShapedContent } from './shaped.ts';

/** A line with its places settled. A value, as `ShapedText` is. Points; x from the line's left edge, rightwards. */
export interface BrokenLine {
  /** The characters of the paragraph on this line, trailing white space included: UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
  /** The measure it was set to. */
  readonly width: number;
  /** The greatest extent above and below the baseline by the faces' metrics. */
  readonly ascent: number;
  readonly descent: number;
  /** How high the tallest image in the line reaches above the baseline; 0 without one. */
  readonly imageHeight: number;
  /** And how deep one, a formula, hangs below it. */
  readonly imageDepth: number;
  /** See `piecesOf`. */
  readonly words: LineWords;
}

/** That line in its document. */
export interface Line extends BrokenLine {
  /** Of its paragraph. */
  readonly inlines: InlineContent;
  /** What of the line is part of a link, in logical order. */
  readonly links: readonly LinkedPart[];
  /** What stands in the line without ink. */
  readonly anchors: readonly AnchorInline[];
  /** Notes referred to on this line. */
  readonly notes: readonly Note<ShapedContent>[];
}

/**
 * What a line is set from: atoms and what they come to, of which pieces are made when they are asked for, or pieces
 * that have been placed. A book has a million pieces, which would be two thirds of its memory.
 */
type LineWords = SettledWords | PlacedWords;

export interface SettledWords {
  readonly kind: 'settled';
  readonly atoms: readonly Atom[];
  readonly settled: SettledLine;
  /** Of the first piece from the left. */
  readonly x: number;
  readonly baseLevel: number;
  readonly borders: Borders | null;
}

interface PlacedWords {
  readonly kind: 'placed';
  /** In logical order. */
  readonly pieces: readonly LinePiece[];
}

/** Neighbouring pieces of one link and one element. */
export interface LinkedPart {
  readonly link: Link;
  readonly tagTarget: TagTarget;
}

interface PieceBase {
  readonly x: number;
  readonly width: number;
  /** UAX#9 embedding level, odd = right to left. */
  readonly level: number;
  readonly style: TextStyle;
  readonly tagTarget: TagTarget;
  readonly link: Link | null;
}

/** A part of a shaped word: glyphs `from`..`to` of `run` in visual order. */
export interface GlyphPiece extends PieceBase {
  readonly kind: 'glyphs';
  readonly run: GlyphRun;
  readonly from: number;
  readonly to: number;
  /** The characters these glyphs stand for: UTF-16 offsets into `run.text`. */
  readonly charFrom: number;
  readonly charTo: number;
  /** Where the word is elongated; `run` was then shaped with a tatweel that is no character of the source. */
  readonly kashida: Kashida | null;
}

/** An elongation inside a word. */
export interface Kashida {
  /** UTF-16 offset in `run.text` of the tatweel that stands for it. */
  readonly at: number;
  /** Width its glyph is drawn to, font units; the glyph's own advance is stretched or shrunk to it. */
  readonly width: number;
}

/** White space between words, one source character. */
export interface SpacePiece extends PieceBase {
  readonly kind: 'space';
  readonly face: Face;
  readonly char: string;
}

/** `pattern` repeated on a grid that is the same on every line; inkless when ''. */
export interface LeaderPiece extends PieceBase {
  readonly kind: 'leader';
  readonly face: Face;
  readonly pattern: GlyphRun | null;
}

export interface ImagePiece extends PieceBase {
  readonly kind: 'image';
  readonly image: ImageSource;
  readonly height: number;
  /** See `Atom`. */
  readonly spelling: GlyphRun | null;
}

export type LinePiece = GlyphPiece | SpacePiece | LeaderPiece | ImagePiece;

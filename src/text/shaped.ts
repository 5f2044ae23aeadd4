import type { Direction } from '../base/geometry.ts';
import type { Face } from '../font/face.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import type { InlineContent, TextStyle } from '../style/inline.ts';
import type { Borders } from './bidi.ts';
import type { TextAnchor } from './collect.ts';
import type { CalledNotes, Deferred } from './itemised.ts';

/**
 * A paragraph shaped but not broken: everything about it that does not depend on a measure. A value, as `ItemisedText`
 * is. Points.
 */
export interface ShapedText {
  readonly text: string;
  readonly direction: Direction;
  /** By offsets into `text`: see `Resolved`. */
  readonly borders: Borders | null;
  /** In logical order, without gaps: each begins where the one before ends. Equal spaces are one object. */
  readonly atoms: readonly Atom[];
  readonly anchors: readonly TextAnchor[];
}

/** That text in its document. */
export interface Shaped extends ShapedText {
  readonly kind: 'shaped';
  readonly inlines: InlineContent;
  readonly notes: CalledNotes<ShapedContent>;
}

export type ShapedContent = Shaped | Deferred;

interface AtomBase {
  /** Characters of the paragraph, in UTF-16 units. */
  readonly length: number;
  readonly width: number;
  readonly level: number;
  readonly style: TextStyle;
  /** Index of the inline. */
  readonly inline: number;
  /** UAX#14: whether a line may or must end after this atom. */
  readonly after: 'no-break' | 'may-break' | 'must-break';
}

/** A part of a word in one level, face and inline: glyphs `from`..`to` of `run` in visual order. */
export interface GlyphAtom extends AtomBase {
  readonly kind: 'glyphs';
  readonly run: GlyphRun;
  readonly from: number;
  readonly to: number;
  /** The characters these glyphs stand for: UTF-16 offsets into `run.text`. */
  readonly charFrom: number;
  readonly charTo: number;
  /** Whether the number of a note ends here. */
  readonly callsNote: boolean;
  /** What a line that ends after this shows there, where the word is cut between syllables. */
  readonly hyphen: GlyphRun | null;
}

/** One white space character; vanishes at a line's end. */
export interface SpaceAtom extends AtomBase {
  readonly kind: 'space';
  readonly face: Face;
  readonly char: string;
  /** False for U+00A0 and other spaces that keep their width. */
  readonly stretches: boolean;
}

interface LeaderAtom extends AtomBase {
  readonly kind: 'leader';
  readonly face: Face;
  readonly pattern: GlyphRun | null;
}

interface ImageAtom extends AtomBase {
  readonly kind: 'image';
  readonly image: ImageSource;
  readonly height: number;
  /** Of what is read in its place, in the face of the text; null = nothing is. Never drawn. */
  readonly spelling: GlyphRun | null;
}

/** A forced line break; inkless. */
interface BreakAtom extends AtomBase {
  readonly kind: 'break';
  readonly face: Face;
}

export type Atom = GlyphAtom | SpaceAtom | LeaderAtom | ImageAtom | BreakAtom;

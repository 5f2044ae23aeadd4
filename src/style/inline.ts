import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import type { Field, Link, Turn } from '../resolve/inline-nodes.ts';
import type { Color } from '../theme/style-values.ts';
import type { Note } from './blocks.ts';

/** What a run of text looks like. Equal styles are the same object, so stages may compare by reference. */
export interface TextStyle {
  /** Family id, the name of a descriptor in `fonts/`. */
  readonly family: string;
  /** CSS weight, 100–900; the nearest face of the family is used. */
  readonly weight: number;
  readonly italic: boolean;
  /** Points. */
  readonly size: number;
  readonly color: Color;
  /** Points above the baseline (superscript note numbers). */
  readonly rise: number;
  /** BCP 47. */
  readonly lang: string;
  readonly lines: { readonly under: boolean; readonly over: boolean; readonly through: boolean };
}

/** A stretch of text set apart from the order of its surroundings (UAX#9 LRI, RLI, FSI). Compared by reference. */
export interface Isolate {
  readonly direction: Direction | 'auto';
  /** Whether all in it stands in that direction, whatever its own is (LRO, RLO). */
  readonly override?: boolean;
}

interface InlineBase {
  readonly style: TextStyle;
  /** The structure element of this run; the block's own for plain text. */
  readonly tagTarget: TagTarget;
  readonly link: Link | null;
  /** Isolates around this run, outermost first. */
  readonly isolates: readonly Isolate[];
  readonly origin: Origin;
}

/** Text as written. */
export interface TextInline extends InlineBase {
  readonly kind: 'text';
  readonly text: string;
  /** Where later lines of the source begin, whose ends are spaces now; absent for text of one line. */
  readonly turns?: readonly Turn[];
}

/** A forced line break. */
interface BreakInline extends InlineBase {
  readonly kind: 'break';
}

/** White space that grows to fill the line, drawn with `pattern` repeated on a page-wide grid ('' draws nothing). */
interface LeaderInline extends InlineBase {
  readonly kind: 'leader';
  readonly pattern: string;
}

/** The number of a note at its place in the text; the note goes to the foot of the page that holds this. */
interface NoteRefInline extends InlineBase {
  readonly kind: 'note-ref';
  /** As printed, in the document's digits. */
  readonly label: string;
  /** Where pages count their notes: what says its number. */
  readonly number: FieldInline | null;
  readonly note: Note<InlineContent>;
}

/** An image in a line, standing on the baseline. Points. */
interface ImageInline extends InlineBase {
  readonly kind: 'image';
  readonly image: ImageSource;
  readonly width: number;
  readonly height: number;
  /** What is read in its place, where that is text: a formula as it is typed. */
  readonly spelling: string;
}

/** Text known only when pages are: resolved by `page`. */
export interface FieldInline extends InlineBase {
  readonly kind: 'field';
  readonly field: Field;
}

/** A place in the text that links lead to and whose page can be asked for. It has no ink, no width and no character. */
export interface AnchorInline extends InlineBase {
  readonly kind: 'anchor';
  /** Unique in the document. */
  readonly id: string;
}

export type Inline =
  | TextInline
  | BreakInline
  | LeaderInline
  | NoteRefInline
  | ImageInline
  | FieldInline
  | AnchorInline;

/** What a text block holds when it leaves `style`. */
export type InlineContent = readonly Inline[];

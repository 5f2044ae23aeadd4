import type { CounterStyle } from '../base/counters.ts';
import type { StructElement, TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { SetFormula } from '../math/formula.ts';
import type { ImageSource } from './image-source.ts';
import type { ResolvedBlock } from './nodes.ts';

/**
 * The closed sum of what a line may hold, by meaning. `tagTarget` is the structure element of what has one of its own;
 * everything else belongs to that of what it stands in.
 */
export type ResolvedInline =
  | Text
  | Marked
  | Code
  | Linked
  | Foreign
  | LineBreak
  | Picture
  | Formula
  | NoteCall
  | Anchor
  | Locator
  | Paged
  | PageField;

interface InlineBase {
  readonly origin: Origin;
}

/** Words, in the digits of the document. */
export interface Text extends InlineBase {
  readonly kind: 'text';
  readonly text: string;
  /** Where later lines of the source begin, whose ends are spaces now; absent for text of one line. */
  readonly turns?: readonly Turn[];
}

/** From the unit at `at` on, a text comes from this place of its file. */
export interface Turn {
  readonly at: number;
  readonly line: number;
  readonly column: number;
}

/** What an author says of words by marking them. */
export type Meaning =
  | 'strong'
  | 'emphasis'
  | 'deleted'
  | 'accent'
  | 'mark'
  | 'overline'
  | 'underline'
  | 'raised'
  | 'lowered';

export interface Marked extends InlineBase {
  readonly kind: 'marked';
  readonly meaning: Meaning;
  /** Whether no word of it is Arabic: only then are there italics. */
  readonly isForeign: boolean;
  readonly children: readonly ResolvedInline[];
}

/** Code among words. */
export interface Code extends InlineBase {
  readonly kind: 'code';
  readonly text: string;
  readonly tagTarget: TagTarget;
}

/**
 * Where a click goes. `contents` says it to who does not see it; `title` is what its author says beside the text.
 * `target` of an internal link is an anchor id of this document.
 */
export type Link =
  | { readonly kind: 'external'; readonly uri: string; readonly contents: string; readonly title?: string }
  | {
      readonly kind: 'internal';
      readonly target: string;
      /** Whether it is an entry of the bibliography. */
      readonly cites?: true;
      readonly contents: string;
      readonly title?: string;
    };

export interface Linked extends InlineBase {
  readonly kind: 'link';
  readonly link: Link;
  readonly tagTarget: TagTarget;
  readonly children: readonly ResolvedInline[];
}

/** A phrase set apart from the order of what stands around it; of another language where `lang` names one. */
export interface Foreign extends InlineBase {
  readonly kind: 'foreign';
  readonly lang: string | null;
  readonly direction: Direction | 'auto';
  /** null = that of what it stands in. */
  readonly tagTarget: TagTarget | null;
  readonly children: readonly ResolvedInline[];
}

interface LineBreak extends InlineBase {
  readonly kind: 'break';
}

/** A picture among words. */
export interface Picture extends InlineBase {
  readonly kind: 'picture';
  /** null where there is none to show; that is reported. */
  readonly image: ImageSource | null;
  readonly alt: string;
  /** The file's own name, for where it cannot be shown. */
  readonly name: string;
  /** null where it cannot be shown. */
  readonly tagTarget: TagTarget | null;
}

/** A formula among words. */
export interface Formula extends InlineBase {
  readonly kind: 'formula';
  readonly set: SetFormula;
  /** As typed, without what encloses it. */
  readonly tex: string;
  /** Its alternative says it in words. */
  readonly tagTarget: TagTarget;
}

/** The number of a note where the text calls it. */
export interface NoteCall extends InlineBase {
  readonly kind: 'call';
  /** As printed, in the document's digits; where pages count their notes, its number in the document. */
  readonly label: string;
  /** Its number on its page, where pages count their notes. */
  readonly field: NoteField | null;
  readonly link: Link;
  readonly tagTarget: TagTarget;
  /** The note, at its first call; null at later ones. */
  readonly note: ResolvedNote | null;
  /** Where the number at the head of the note leads back to: its first call; null at later ones. */
  readonly anchor: string | null;
  /** Whether it touches the call before it: ١ and ٢ would read as twelve. */
  readonly touches: boolean;
}

export interface ResolvedNote {
  readonly id: string;
  readonly label: string;
  readonly field: NoteField | null;
  readonly element: StructElement;
  /** Of the number at its head, and of the link that leads from it back to the call. */
  readonly labelTarget: TagTarget;
  readonly backTarget: TagTarget;
  readonly back: Link;
  readonly children: readonly ResolvedBlock[];
}

/** A place in the text that something leads to, and of which nothing is seen. */
interface Anchor extends InlineBase {
  readonly kind: 'anchor';
  readonly id: string;
}

/** In an index: the pages of one of the places of a term, and the way there. */
export interface Locator extends InlineBase {
  readonly kind: 'locator';
  readonly field: IndexField;
  readonly link: Link;
  readonly tagTarget: TagTarget;
  /** Whether the term is the subject there. */
  readonly isMain: boolean;
}

/** What is said where there are pages, and what where there are none. */
interface Paged extends InlineBase {
  readonly kind: 'paged';
  readonly children: readonly ResolvedInline[];
  readonly pageless: readonly ResolvedInline[];
}

/** A fact about pages, known when there are pages. */
export interface PageField extends InlineBase {
  readonly kind: 'field';
  readonly field: Field;
}

export type Field =
  /** Folio of the current page. */
  | { readonly kind: 'page' }
  /** Folio of the last page. */
  | { readonly kind: 'pages' }
  /** Folio of the page where anchor `target` stands. */
  | { readonly kind: 'page-of'; readonly target: string }
  /** Folios of the pages where anchors `targets` stand, each once, pages that follow one another as a range: ٣، ٧–٩. */
  | { readonly kind: 'pages-of'; readonly targets: readonly string[]; readonly comma: string }
  | IndexField
  | NoteField
  /** Text of the latest block that carries a running head of this name at the page's end (first on the page wins). */
  | { readonly kind: 'running'; readonly name: string };

/** The number of a note among those that begin on its page. */
interface NoteField {
  readonly kind: 'note-number';
  readonly note: string;
  readonly counter: CounterStyle;
}

/**
 * Pages of place `at` of a term of the index, with the comma before them; nothing where the places before have named
 * them. All fields of a term share `places`.
 */
export interface IndexField {
  readonly kind: 'index-pages';
  readonly places: readonly IndexPlace[];
  readonly at: number;
  readonly comma: string;
}

/** Anchors where a term stands: at one place, or from one to the other. */
export interface IndexPlace {
  readonly from: string;
  readonly to: string | null;
  readonly isMain: boolean;
}

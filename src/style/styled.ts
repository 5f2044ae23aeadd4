import type { CounterStyle } from '../base/counters.ts';
import type { StructElement } from '../base/element.ts';
import type { Direction, Size } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { NoteStyle } from '../theme/style-values.ts';
import type { Block, ColumnStyle } from './blocks.ts';

/** A document whose every look is decided and none of whose lines is broken. */
export interface Styled<C> {
  readonly info: DocumentInfo;
  /** At least one. */
  readonly sections: readonly Section<C>[];
  readonly book: BookStyle;
  /** By name; `first` is the master of page one. */
  readonly masters: Readonly<Record<string, PageMaster<C>>>;
  readonly notes: NoteStyle;
  /** The root of the structure tree. */
  readonly root: StructElement;
}

/** Facts of the document for its catalogue and metadata. */
export interface DocumentInfo {
  readonly title: string;
  readonly author: string;
  /** Each by itself, and the others with a part in it. */
  readonly authors: readonly string[];
  readonly contributors: readonly string[];
  readonly publisher: string;
  readonly rights: string;
  /** `urn:isbn:…`, or ''. */
  readonly identifier: string;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** BCP 47. */
  readonly lang: string;
  readonly direction: Direction;
  /** ISO 8601 date (yyyy-mm-dd) written in the source, or null; never the clock. */
  readonly date: string | null;
}

/** What begins on a page of its own, up to where the next does. It is laid without the others. */
export interface Section<C> {
  /** On the next page, or on that where chapters open; the first section opens the document. */
  readonly opens: 'page' | 'opening';
  /** The entry of `masters` its first page is of, and where it was named; null = what the page before has next. */
  readonly master: { readonly name: string; readonly origin: Origin } | null;
  /** Of its pages: that of its first one's master. */
  readonly geometry: PageGeometry;
  /** That all of it stands in; null = across the text area. */
  readonly columns: ColumnStyle | null;
  readonly blocks: readonly Block<C>[];
}

/** Points. */
export interface PageGeometry {
  readonly size: Size;
  readonly margin: {
    readonly inner: number;
    readonly outer: number;
    readonly top: number;
    readonly bottom: number;
  };
  /** Baseline grid; 0 = none. */
  readonly grid: number;
  /** From the page's edge to the baseline of the head and the foot line. */
  readonly head: number;
  readonly foot: number;
}

export interface BookStyle {
  /** The edge at which the sheets are bound; inner margins lie there. */
  readonly binding: 'right' | 'left';
  /** The side on which chapters open. */
  readonly opening: 'left' | 'right' | 'any';
  /** Whether pages end where the whole is best, or each as far down as it goes. */
  readonly breaks: 'optimal' | 'greedy';
  /** Of running text. Points. */
  readonly leading: number;
}

/** How pages are cut, what stands around their text, and how they are counted. */
export interface PageMaster<C> {
  readonly geometry: PageGeometry;
  readonly columns: ColumnStyle | null;
  readonly header: Spread<C>;
  readonly footer: Spread<C>;
  readonly folio: FolioStyle;
  /** The master of the page after one page of this; null = the same. */
  readonly next: string | null;
}

/** Furniture for pages whose outer side is their end side (odd) or their start side (even). */
export interface Spread<C> {
  readonly odd: readonly Block<C>[];
  readonly even: readonly Block<C>[];
}

interface FolioStyle {
  readonly counter: CounterStyle;
  /** Counting starts again where a run of pages of another `group` begins. */
  readonly group: string;
}

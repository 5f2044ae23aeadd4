import type { Direction } from '../base/geometry.ts';
import type { Face } from '../font/face.ts';
import type { Note } from '../style/blocks.ts';
import type { InlineContent, TextStyle } from '../style/inline.ts';
import type { Borders } from './bidi.ts';
import type { TextAnchor } from './collect.ts';

/**
 * A paragraph as one string, cut where anything that shaping must know changes. A value: what belongs to a document
 * (structure elements, links, notes) is named by the index of its inline.
 */
export interface ItemisedText {
  /** The characters of all inlines in logical order: see `collect.ts` for what stands for an object. */
  readonly text: string;
  readonly direction: Direction;
  /** Lines as they were written (code): where they may turn over is not for UAX#14 to say. */
  readonly preformatted: boolean;
  /** UAX#9 embedding level of each UTF-16 unit, before rules L1 and L2. */
  readonly levels: Uint8Array;
  /** See `Resolved`. */
  readonly borders: Borders | null;
  /** Cover `text` without gaps or overlaps, in logical order. */
  readonly items: readonly Item[];
  /** What cuts no item: an anchor takes no part in bidi, shaping or breaking. */
  readonly anchors: readonly TextAnchor[];
}

/** That text in its document. */
export interface Itemised extends ItemisedText {
  readonly kind: 'itemised';
  readonly inlines: InlineContent;
  readonly notes: CalledNotes<ItemisedContent>;
}

/** The notes that a paragraph calls, by the index of the inline that calls each. */
export type CalledNotes<C> = ReadonlyMap<number, Note<C>>;

/** What nearly every paragraph calls. */
export const NO_NOTES: CalledNotes<never> = new Map();

/** Characters of one level, script, face and inline. UTF-16 offsets into the paragraph. */
export interface Item {
  readonly start: number;
  readonly end: number;
  readonly level: number;
  /** ISO 15924, Common and Inherited resolved (UAX#24, 5). */
  readonly script: string;
  readonly face: Face;
  readonly style: TextStyle;
  /** Index of the inline. */
  readonly inline: number;
}

/** A paragraph that waits for facts about pages: set by `page` when it knows them. */
export interface Deferred {
  readonly kind: 'deferred';
  readonly inlines: InlineContent;
}

export type ItemisedContent = Itemised | Deferred;

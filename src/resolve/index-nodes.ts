import type { TagTarget } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import type { Phrase, ResolvedBlock } from './nodes.ts';

/** Terms of a document with the pages where they stand, in the order of their alphabets. */
export interface Index {
  readonly origin: Origin;
  readonly kind: 'index';
  readonly tagTarget: TagTarget;
  readonly title: Phrase | null;
  /** What its author says before it begins. */
  readonly children: readonly ResolvedBlock[];
  readonly columns: number;
  readonly groups: readonly IndexGroup[];
}

/** The terms under one letter. */
export interface IndexGroup {
  readonly origin: Origin;
  readonly head: Phrase;
  readonly listTarget: TagTarget;
  readonly entries: readonly IndexEntry[];
}

/** A term with its pages, or with what it leads to; terms under it are further entries, of a higher rank. */
export interface IndexEntry {
  readonly origin: Origin;
  /** 1 is a term of its own. */
  readonly rank: number;
  /** Where other terms lead to; null where it stands in the index a second time. */
  readonly id: string | null;
  readonly phrase: Phrase;
}

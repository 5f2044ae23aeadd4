import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Phrase } from './phrase-nodes.ts';

/** What the text cites. */
export interface Bibliography {
  readonly kind: 'bibliography';
  readonly origin: Origin;
  readonly tagTarget: TagTarget;
  /** Whether all entries have a label before them: else their first lines hang. */
  readonly isLabelled: boolean;
  readonly entries: readonly BibliographyEntry[];
}

export interface BibliographyEntry {
  readonly origin: Origin;
  readonly id: string;
  readonly itemTarget: TagTarget;
  readonly label: Phrase | null;
  readonly phrase: Phrase;
  /** From where it is written, whatever the document. */
  readonly direction: Direction;
  /** BCP 47, where it is not the document's. */
  readonly lang: string | null;
}

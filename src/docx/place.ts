import type { Direction } from '../base/geometry.ts';
import type { XmlElement } from '../base/xml.ts';
import type { ResolvedBlock } from '../resolve/nodes.ts';
import type { WordDraft } from './draft.ts';
import type { PartLinks } from './part-links.ts';

/** Where blocks are being written. */
export interface WordPlace {
  /** What they are added to. */
  readonly out: XmlElement[];
  /** From where blocks here begin. */
  readonly direction: Direction;
  /** Whether the author has said so. */
  readonly directed: boolean;
  /** Where it is not that of the document. */
  readonly lang: string | null;
  /** Of the part: a link is of the part that it stands in. */
  readonly links: PartLinks;
  /** Of the text from its own start, and what is left of it for the text here, points. */
  readonly indent: number;
  readonly measure: number;
  /** How many lists it stands in. */
  readonly depth: number;
  /** Whether the items of its list are set apart. */
  readonly isLoose: boolean;
  readonly kind: 'body' | 'note' | 'cell' | 'furniture';
}

/** Writes sibling nodes; handed to those who write what holds blocks, so that they need not import what writes them. */
export type Write = (nodes: readonly ResolvedBlock[], place: WordPlace, draft: WordDraft) => void;

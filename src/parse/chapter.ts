import type { Definition, FootnoteDefinition, Heading, Nodes, Root } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import type { Guesses } from '../base/nearest.ts';

/** One source on its way into the manuscript: its tree and what links and notes in it may refer to. */
export interface Chapter {
  readonly file: string;
  /** As given, but for control characters; offsets of nodes point into it. */
  readonly text: string;
  readonly root: Root;
  readonly sink: Sink;
  readonly kind: 'document' | 'fragment';
  /** Whether there is anything it may cite. */
  readonly cites: boolean;
  /** Before the identifiers of its notes, so that `[^1]` may occur in every chapter; '' in a single document. */
  readonly notePrefix: string;
  readonly headings: Heading[];
  /** By identifier; the first of several wins, as CommonMark says. */
  readonly definitions: ReadonlyMap<string, Definition>;
  readonly notes: ReadonlyMap<string, FootnoteDefinition>;
  readonly duplicateNotes: ReadonlySet<FootnoteDefinition>;
  /** Ids as an author of this chapter writes them → ids in the manuscript. */
  readonly anchors: Map<string, string>;
  /** Id in the manuscript of where it begins; null where it is alone, or empty. */
  start: string | null;
  readonly usedNotes: Set<string>;
  readonly guesses: Guesses;
}

/** What a node becomes: itself, others in its place, or nothing. */
export type Replacement = Nodes[] | null;

import type { TagTarget } from '../base/element.ts';
import type { XmlElement } from '../base/xml.ts';
import type { Link } from '../resolve/inline-nodes.ts';
import type { Isolate } from '../style/inline.ts';
import type { RunFacts } from './run-properties.ts';

/** A stretch of a line of the same looks: text, or runs that are made already among it. */
export interface WordRun {
  readonly kind: 'text' | 'object';
  /** Of text. */
  readonly text: string;
  /** Of objects, in a line of which the text runs from the right or not. */
  readonly make: ((isRtl: boolean) => readonly XmlElement[]) | null;
  readonly tagTarget: TagTarget;
  /** Outermost first. */
  readonly isolates: readonly Isolate[];
  readonly facts: RunFacts;
  readonly link: WordLink | null;
}

/** Where a run leads; compared by reference, for runs of one link are in one element. */
export interface WordLink {
  readonly link: Link;
  readonly make: (runs: readonly XmlElement[]) => XmlElement;
}

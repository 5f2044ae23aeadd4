import type { Nodes } from 'mdast';
import { type Collation, compareKeys, type SortKey } from '../base/collation.ts';
import type { Origin } from '../base/origin.ts';
import type { IndexPlace } from './inline-nodes.ts';

/** All terms of a document, before any of it is written: an index may stand before the places it names. */
export interface IndexPlan {
  /** The anchor of each mark that names a place. */
  readonly anchors: ReadonlyMap<Nodes, string>;
  /** By name; '' is the index that has none. */
  readonly lists: ReadonlyMap<string, IndexList>;
  readonly collation: Collation;
  /** Of indexes that have been printed: entries of a second one are no targets. */
  readonly printed: Set<string>;
}

export type IndexList = ReadonlyMap<string, IndexTerm>;

/** A term, or a term under another. */
export interface IndexTerm {
  readonly id: string;
  /** As the first mark writes it. */
  readonly name: string;
  /** The words of that mark where they are the term, with their markup; [] where an attribute says it. */
  readonly words: readonly Nodes[];
  readonly key: SortKey;
  /** Of its name, as they are sorted. */
  readonly letters: string;
  readonly origin: Origin;
  readonly places: readonly (IndexPlace & { readonly origin: Origin })[];
  readonly see: readonly IndexLead[];
  readonly also: readonly IndexLead[];
  readonly terms: IndexList;
}

/** What a term leads to. */
export interface IndexLead {
  readonly path: readonly string[];
  readonly origin: Origin;
}

const UNSEEN = /[\u0640\p{Cf}]/gu;

/** What two marks must have in common to be of one term: all but tatweel and what is not seen. */
export function termKey(name: string): string {
  return name.normalize('NFC').replace(UNSEEN, '');
}

/** Terms in their order. */
export function sortTerms(terms: IndexList): readonly IndexTerm[] {
  return [...terms.values()].sort((a, b) => compareKeys(a.key, b.key));
}

/** The term that another names: as it is written, else one that has the same letters without vowels and article. */
export function findTerm(
  path: readonly string[],
  list: IndexList,
  collation: IndexPlan['collation'],
): IndexTerm | null {
  let terms = list;
  let found: IndexTerm | null = null;
  for (const name of path) {
    const [letters] = collation.key(name).levels;
    found = terms.get(termKey(name)) ?? [...terms.values()].find((term) => term.letters === letters) ?? null;
    if (found === null) return null;
    terms = found.terms;
  }
  return found;
}

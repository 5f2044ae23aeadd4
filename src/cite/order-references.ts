import { compareKeys, makeCollation } from '../base/collation.ts';
import type { CitationStyle } from '../project/bibliography.ts';
import type { KnownReference } from './known-reference.ts';
import { plainOf } from './reference.ts';
import { leadOf, sayLead, sayYear } from './say-names.ts';

/** Entries as the list has them, and what tells them apart in the text. */
export interface OrderedReferences {
  readonly listed: readonly KnownReference[];
  /** The number of each, from 1. */
  readonly numbers: ReadonlyMap<KnownReference, number>;
  /** After the year, where several are of one author and one year: `أ`, `b`. */
  readonly letters: ReadonlyMap<KnownReference, string>;
}

/**
 * Numbered entries in the order in which the text cites them; others by author, year and title, those of the
 * document's script first, each script in its own alphabet.
 */
export function orderReferences(
  cited: readonly KnownReference[],
  style: CitationStyle,
  lang: string,
): OrderedReferences {
  const listed = style === 'numbered' ? cited : sort(cited, lang);
  const numbers = new Map(listed.map((known, index) => [known, index + 1]));
  return { listed, numbers, letters: style === 'author-date' ? findLetters(listed) : new Map() };
}

function sort(references: readonly KnownReference[], lang: string): readonly KnownReference[] {
  const collation = makeCollation(lang, 'heh');
  return references
    .map((known) => ({ known, keys: keysOf(known).map((text) => collation.key(text)) }))
    .sort((one, other) => {
      for (const [index, key] of one.keys.entries()) {
        const order = compareKeys(key, other.keys[index]!);
        if (order !== 0) return order;
      }
      return 0;
    })
    .map(({ known }) => known);
}

function keysOf({ reference }: KnownReference): readonly string[] {
  const { names } = leadOf(reference);
  const who = names.names.map(({ family, given }) => `${family} ${given}`).join(' ');
  const title = plainOf(reference.title);
  const { year, hijri } = reference;
  return who === '' ? [title, year] : [who, year === '' ? hijri : year, title];
}

function findLetters(listed: readonly KnownReference[]): ReadonlyMap<KnownReference, string> {
  const groups = new Map<string, KnownReference[]>();
  for (const known of listed) {
    const { reference, words } = known;
    const called = `${sayLead(reference, words)} ${sayYear(reference, '', words)}`;
    groups.set(called, [...(groups.get(called) ?? []), known]);
  }
  const letters = new Map<KnownReference, string>();
  for (const group of groups.values()) {
    if (group.length === 1) continue;
    for (const [index, known] of group.entries()) {
      const { letters: alphabet } = known.words;
      letters.set(known, alphabet[index] ?? `-${index + 1}`);
    }
  }
  return letters;
}

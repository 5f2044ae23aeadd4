import type { Sink } from '../base/diagnostic.ts';
import { Guesses } from '../base/nearest.ts';
import { formatOrigin } from '../base/origin.ts';
import { findTerm, type IndexLead, type IndexList, type IndexPlan, type IndexTerm } from './index-terms.ts';

/** Says what an index cannot: terms that lead nowhere, are there twice under two spellings, or are not printed. */
export function checkIndexes(
  { lists, collation }: Pick<IndexPlan, 'lists' | 'collation'>,
  asked: ReadonlySet<string>,
  sink: Sink,
): void {
  const guesses = new Guesses();
  for (const [name, list] of lists) {
    const [first] = list.values();
    if (first !== undefined && !asked.has(name)) {
      const directive = name === '' ? '::index' : `::index{of=${name}}`;
      sink.report('index-not-printed', first.origin, { directive, terms: list.size });
    }
    checkTerms(list, { list, collation, guesses, sink });
  }
}

/** What a check of one index goes by. */
interface Check {
  readonly list: IndexList;
  readonly collation: IndexPlan['collation'];
  readonly guesses: Guesses;
  readonly sink: Sink;
}

function checkTerms(terms: IndexList, check: Check): void {
  const byLetters = new Map<string, IndexTerm>();
  for (const term of terms.values()) {
    const { origin, name, places, see, also, letters } = term;
    if (see.length > 0 && places.length > 0)
      check.sink.report('index-see-pages', see[0]!.origin, { term: name });
    for (const lead of [...see, ...also]) checkLead(lead, term, check);
    const other = byLetters.get(letters);
    if (other === undefined) byLetters.set(letters, term);
    else if (letters !== '')
      check.sink.report('index-spelt-twice', origin, {
        term: name,
        other: other.name,
        first: formatOrigin(other.origin),
      });
    checkTerms(term.terms, check);
  }
}

function checkLead({ path, origin }: IndexLead, from: IndexTerm, check: Check): void {
  const { list, collation, guesses, sink } = check;
  const see = path.join(' ! ');
  const target = findTerm(path, list, collation);
  if (target === null) {
    const meant = guesses.nearest(path[0] ?? '', list);
    const rule = meant === null || meant === path[0] ? 'index-see-missing' : 'index-see-misspelt';
    sink.report(rule, origin, { term: from.name, see, meant: meant ?? '' });
  } else if (target === from) sink.report('index-see-itself', origin, { term: from.name });
  else if (target.places.length === 0 && target.terms.size === 0 && target.see.length > 0)
    sink.report('index-see-onward', origin, { term: from.name, see });
}

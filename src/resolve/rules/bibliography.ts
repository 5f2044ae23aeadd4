import type { LeafDirective } from 'mdast-util-directive';
import type { ListedReference } from '../../cite/listed-reference.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { BibliographyEntry } from '../bibliography-nodes.ts';
import type { Around, InlineContext } from '../context.ts';
import type { ResolvedBlock } from '../nodes.ts';
import { plainPhrase } from '../phrase.ts';

/** `::bibliography`: a list, each of whose items is an entry (BibEntry: ISO 32000-1, 14.8.4.4.1). */
export function resolveBibliography(node: LeafDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const listed = node.data?.bibliography;
  if (listed === undefined) context.sink.report('bibliography-none', origin);
  if (listed === undefined || listed.length === 0) return [];
  const isLabelled = listed.every(({ label }) => label !== null);
  const attributes = isLabelled ? ({ listNumbering: 'Ordered' } as const) : {};
  const list = context.structure.add('L', parent, origin, { attributes });
  const entries = listed.map((reference) => makeEntry(reference, { ...around, parent: list }));
  return [{ kind: 'bibliography', tagTarget: list, isLabelled, entries, origin }];
}

function makeEntry(
  { id, label, words, direction, lang, origin }: ListedReference,
  around: Around,
): BibliographyEntry {
  const { context, parent } = around;
  const { structure } = context;
  const itemTarget = structure.add('LI', parent, origin, { lang });
  const named =
    label === null
      ? null
      : plainPhrase(label, 'bibliography', structure.add('Lbl', itemTarget, origin), origin);
  const body = structure.add('LBody', itemTarget, origin);
  const tagTarget = structure.add('BibEntry', body, origin);
  // what is written from the left keeps its digits, as phrases of its kind do in the text
  const within: InlineContext = {
    around: { ...around, direction, directed: true, lang },
    tagTarget,
    link: null,
    literal: direction === 'ltr' && context.settings.dir === 'rtl',
  };
  const content = context.inlines(words, within);
  return {
    id,
    itemTarget,
    label: named,
    phrase: { styleName: 'bibliography', tagTarget, content, origin },
    direction,
    lang,
    origin,
  };
}

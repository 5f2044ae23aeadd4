import type { Nodes, Text } from 'mdast';
import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive';
import { isArtifact, type TagTarget } from '../../base/element.ts';
import { commaOf, semicolonOf } from '../../base/language.ts';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around, InlineContext } from '../context.ts';
import type { IndexEntry, IndexGroup } from '../index-nodes.ts';
import { findTerm, type IndexLead, type IndexList, type IndexTerm, sortTerms } from '../index-terms.ts';
import type { ResolvedInline } from '../inline-nodes.ts';
import type { ResolvedBlock } from '../nodes.ts';
import { makeLabel, plainPhrase, takeLabel } from '../phrase.ts';
import { type LanguageWords, wordsOf } from '../words.ts';

/** `:index[term]`: the place of a term. Words that are repeated, in contents or in a reference, are no place of it. */
export function markPlace(node: TextDirective, within: InlineContext): readonly ResolvedInline[] {
  const { around, tagTarget, inTitle } = within;
  const id = around.context.index.anchors.get(node);
  if (id === undefined || around.notes === 'drop' || inTitle === true || isArtifact(tagTarget)) return [];
  return [{ kind: 'anchor', id, origin: originOf(node) }];
}

/** `::index[title]{of=names columns=2}`, or `:::index` around what is said before it begins. */
export function resolveIndex(
  node: ContainerDirective | LeafDirective,
  around: Around,
): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const of = node.attributes?.['of'] ?? '';
  const { label, rest } =
    node.type === 'containerDirective' ? takeLabel(node) : { label: node.children, rest: [] };
  const list = context.index.lists.get(of);
  if (list === undefined) {
    reportEmpty(of, node, around);
    return context.blocks(rest, around);
  }
  const boxStyle = boxStyleIn(context.theme, 'index');
  const title = makeLabel(label, boxStyle.label, parent, around, node);
  const tagTarget = context.structure.add('Index', parent, origin);
  const inside = { ...around, parent: tagTarget };
  const children = context.blocks(rest, inside);
  const groups = new IndexWriter(list, inside, !context.index.printed.has(of)).write(origin);
  context.index.printed.add(of);
  const columns = readColumns(node, boxStyle.columns, around);
  return [{ kind: 'index', tagTarget, title, children, columns, groups, origin }];
}

function reportEmpty(of: string, node: Nodes, { context }: Around): void {
  const origin = originOf(node);
  const known = [...context.index.lists.keys()].filter((name) => name !== '');
  // a template may ask for an index that a text has no use for
  if (origin.file.endsWith('.hbs')) return;
  const mark = of === '' ? ':index[…]' : `:index[…]{in=${of}}`;
  context.sink.report(known.length === 0 ? 'index-empty' : 'index-empty-of-many', origin, {
    mark,
    known: known.join(' '),
  });
}

const MOST_COLUMNS = 6;

function readColumns(
  node: ContainerDirective | LeafDirective,
  fallback: number,
  { context }: Around,
): number {
  const value = node.attributes?.['columns'] ?? null;
  if (value === null) return fallback;
  if (/^[1-6]$/.test(value)) return Number(value);
  context.sink.report('index-columns', originOf(node), { value, most: MOST_COLUMNS, fallback });
  return fallback;
}

/** Writes the entries of one index. */
class IndexWriter {
  readonly #list: IndexList;
  readonly #around: Around;
  readonly #words: LanguageWords;
  readonly #lang: string;
  /** Whether its entries are targets. */
  readonly #isTarget: boolean;

  constructor(list: IndexList, around: Around, isTarget: boolean) {
    this.#list = list;
    this.#around = around;
    this.#lang = around.lang ?? around.context.settings.lang;
    this.#words = around.lang === null ? around.context.words : wordsOf(around.lang);
    this.#isTarget = isTarget;
  }

  write(origin: Origin): readonly IndexGroup[] {
    const { structure, index } = this.#around.context;
    const groups: (IndexGroup & { readonly entries: IndexEntry[] })[] = [];
    let open: string | null = null;
    for (const term of sortTerms(this.#list)) {
      const { id, label } = index.collation.head(term.key);
      if (id !== open) {
        const headTarget = structure.add('P', this.#around.parent, origin);
        const head = plainPhrase(label === '' ? this.#words.signs : label, 'index-head', headTarget, origin);
        const listTarget = structure.add('L', this.#around.parent, origin);
        groups.push({ head, listTarget, entries: [], origin });
        open = id;
      }
      const { entries, listTarget } = groups.at(-1)!;
      this.#write(term, 1, listTarget, entries);
    }
    return groups;
  }

  /** A term, and the terms under it as a list in its item. */
  #write(term: IndexTerm, rank: number, list: TagTarget, entries: IndexEntry[]): void {
    const { structure } = this.#around.context;
    const { origin } = term;
    const item = structure.add('LI', list, origin);
    const body = structure.add('LBody', item, origin);
    const tagTarget = structure.add('P', body, origin);
    const content = [
      ...this.#sayTerm(term, tagTarget),
      ...this.#sayPlaces(term, tagTarget),
      ...this.#sayLeads(term, tagTarget),
    ];
    const phrase = { styleName: `index${rank}`, tagTarget, content, origin };
    entries.push({ rank, id: this.#isTarget ? term.id : null, phrase, origin });
    if (term.terms.size === 0) return;
    const inner = structure.add('L', body, origin);
    for (const under of sortTerms(term.terms)) this.#write(under, rank + 1, inner, entries);
  }

  /** Set apart, so that a foreign term reads in its own direction among the pages. */
  #sayTerm({ words, name, origin }: IndexTerm, tagTarget: TagTarget): readonly ResolvedInline[] {
    const nodes = words.length > 0 ? words : [textNode(name, origin)];
    const around: Around = { ...this.#around, notes: 'drop' };
    const children = around.context.inlines(nodes, {
      around,
      tagTarget,
      link: null,
      literal: false,
      inTitle: true,
    });
    return [{ kind: 'foreign', lang: null, direction: 'auto', tagTarget: null, children, origin }];
  }

  #sayPlaces({ places, name, origin }: IndexTerm, tagTarget: TagTarget): readonly ResolvedInline[] {
    const { structure } = this.#around.context;
    if (places.length === 0) return [];
    const comma = commaOf(this.#lang);
    const locators = places.map(({ from, isMain, origin: marked }, at): ResolvedInline => {
      const reference = structure.add('Reference', tagTarget, origin);
      const linkTarget = structure.add('Link', reference, origin);
      const field = { kind: 'index-pages', places, at, comma } as const;
      const link = { kind: 'internal', target: from, contents: name } as const;
      return { kind: 'locator', field, link, tagTarget: linkTarget, isMain, origin: marked };
    });
    return [{ kind: 'text', text: comma, origin }, ...locators];
  }

  #sayLeads({ see, also, places, origin }: IndexTerm, tagTarget: TagTarget): readonly ResolvedInline[] {
    const comma = commaOf(this.#lang);
    const say = (word: string, leads: readonly IndexLead[]): readonly ResolvedInline[] =>
      leads.length === 0
        ? []
        : [
            { kind: 'text', text: `${comma}${word} `, origin },
            ...leads.flatMap((lead, index) => [
              ...(index === 0 ? [] : [{ kind: 'text', text: semicolonOf(this.#lang), origin } as const]),
              ...this.#sayLead(lead, tagTarget),
            ]),
          ];
    const { see: seeWord, seeAlso } = this.#words;
    return [...say(places.length === 0 ? seeWord : seeAlso, see), ...say(seeAlso, also)];
  }

  #sayLead({ path, origin }: IndexLead, tagTarget: TagTarget): readonly ResolvedInline[] {
    const { context } = this.#around;
    const text = path.join(': ');
    const target = findTerm(path, this.#list, context.index.collation);
    if (target === null) return context.inlines([textNode(text, origin)], this.#inlineContext(tagTarget));
    const reference = context.structure.add('Reference', tagTarget, origin);
    const linkTarget = context.structure.add('Link', reference, origin);
    const link = { kind: 'internal', target: target.id, contents: text } as const;
    const children = context.inlines([textNode(text, origin)], this.#inlineContext(linkTarget));
    return [{ kind: 'link', link, tagTarget: linkTarget, children, origin }];
  }

  #inlineContext(tagTarget: TagTarget): InlineContext {
    return { around: { ...this.#around, notes: 'drop' }, tagTarget, link: null, literal: false };
  }
}

function textNode(value: string, origin: Origin): Text {
  return { type: 'text', value, data: { origin } };
}

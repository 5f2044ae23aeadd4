import type { Nodes } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { commaOf } from '../../base/language.ts';
import { ordinalIn } from '../../base/ordinals.ts';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { Around, InlineContext, ResolveContext } from '../context.ts';
import type { Link, ResolvedInline } from '../inline-nodes.ts';
import { plainText } from '../plain-text.ts';
import type { Target } from '../targets.ts';
import { type LanguageWords, wordsOf } from '../words.ts';

/**
 * `:ref[id]`: what the place is called that it leads to – شكل ٣, الفصل الثاني, «عنوان» –, or what of it is asked for.
 * A title within a title is not said, its page is: two headings may refer to each other.
 */
export function resolveReference(node: TextDirective, within: InlineContext): readonly ResolvedInline[] {
  const { around } = within;
  const { structure } = around.context;
  const origin = originOf(node);
  const target = findTarget(node.data?.refersTo ?? '', around.context, origin);
  const form = node.attributes?.['form'] ?? null;
  // what stands in a link leads where that leads
  if (within.link !== null) return say(target, form, within, origin);
  const reference = structure.add('Reference', within.tagTarget, origin);
  const tagTarget = structure.add('Link', reference, origin);
  const contents = callPlainly(target, around.context, around.lang);
  const link: Link = { kind: 'internal', target: target.id ?? '', contents };
  const children = say(target, form, { ...within, tagTarget, link }, origin);
  return [{ kind: 'link', link, tagTarget, children, origin }];
}

/**
 * The title of the document is no place of its text any more. Where a template refers to what is none either, its page is
 * asked for, and found missing.
 */
function findTarget(id: string, { targets, settings }: ResolveContext, origin: Origin): Target {
  const known = targets.byId.get(id);
  if (known !== undefined) return known;
  const value = id === targets.titleId ? settings.title : '';
  const node: Nodes = { type: 'text', value, data: { origin } };
  const title = node.value === '' ? [] : [node];
  return { kind: 'place', node, id, number: null, ordinal: null, title };
}

/** @param form one that the parser has said it does not know is none */
function say(
  target: Target,
  form: string | null,
  within: InlineContext,
  origin: Origin,
): readonly ResolvedInline[] {
  if (form === 'page') return [sayPage(target, within, origin)];
  if (form === 'number') {
    if (target.number !== null) return [sayNumber(target.number, origin)];
    reportLack('reference-no-number', target, within, origin);
  }
  if (form === 'title') {
    if (target.title.length > 0 && within.inTitle !== true) return sayTitle(target, within, origin);
    reportLack('reference-no-title', target, within, origin);
  }
  const called = callPlace(target, within, origin);
  if (called === null) return [sayPage(target, within, origin)];
  return form === 'full' ? [...called, addPage(target, within, origin)] : called;
}

/** Said once: not again where a heading is repeated. */
function reportLack(
  rule: 'reference-no-title' | 'reference-no-number',
  { id }: Target,
  { around, inTitle }: InlineContext,
  origin: Origin,
): void {
  if (around.notes !== 'drop' && inTitle !== true) around.context.sink.report(rule, origin, { id: id ?? '' });
}

/** What a place is called; null where it has neither number nor title. */
function callPlace(target: Target, within: InlineContext, origin: Origin): readonly ResolvedInline[] | null {
  const words = wordsIn(within.around);
  const { number } = target;
  if (number !== null) {
    const text = `${wordFor(target, words)}${FIXED_SPACE}`;
    const counted = ordinalOf(target, within.around.lang ?? within.around.context.settings.lang);
    return [
      { kind: 'text', text, origin },
      counted === null ? sayNumber(number, origin) : { kind: 'text', text: counted, origin },
    ];
  }
  if (target.title.length === 0 || within.inTitle === true) return null;
  const [open, close] = words.quotes;
  const title = sayTitle(target, within, origin);
  return [{ kind: 'text', text: open, origin }, ...title, { kind: 'text', text: close, origin }];
}

const FIXED_SPACE = '\u00A0';

function wordsIn({ context, lang }: Around): LanguageWords {
  return lang === null ? context.words : wordsOf(lang);
}

function wordFor({ kind }: Target, words: LanguageWords): string {
  return kind === 'place' ? words.page : words[kind];
}

function ordinalOf({ ordinal }: Target, lang: string): string | null {
  return ordinal === null ? null : ordinalIn(lang, ordinal);
}

/** ٢.١ reads from the left in any surroundings. */
export function sayNumber(number: string, origin: Origin): ResolvedInline {
  const text: ResolvedInline = { kind: 'text', text: number, origin };
  if (!number.includes('.')) return text;
  return { kind: 'foreign', lang: null, direction: 'ltr', tagTarget: null, children: [text], origin };
}

/** A longer title than this is cut: a short reference must not be able to say a long text again and again. */
const LONGEST_TITLE = 200;
const MOST_NODES = 40;

function sayTitle({ title }: Target, within: InlineContext, origin: Origin): readonly ResolvedInline[] {
  const { context } = within.around;
  const words = spellNodes(title, context, within.around.lang);
  if (words.length > LONGEST_TITLE || countNodes(title) > MOST_NODES)
    return [{ kind: 'text', text: cut(words), origin }];
  const around: Around = { ...within.around, notes: 'drop' };
  return context.inlines(title, { ...within, around, before: undefined, inTitle: true });
}

function cut(words: string): string {
  return words.length > LONGEST_TITLE ? `${words.slice(0, LONGEST_TITLE).replace(/\s*\S*$/, '')}…` : words;
}

function countNodes(nodes: readonly Nodes[]): number {
  return nodes.reduce((sum, node) => sum + 1 + ('children' in node ? countNodes(node.children) : 0), 0);
}

/** صفحة ١٢; where there are no pages, what the place is called. */
function sayPage(target: Target, within: InlineContext, origin: Origin): ResolvedInline {
  const words = wordsIn(within.around);
  const text = `${words.page}${FIXED_SPACE}`;
  const pageless: readonly ResolvedInline[] = callPlace(target, within, origin) ?? [
    { kind: 'text', text: words.place, origin },
  ];
  return {
    kind: 'paged',
    children: [{ kind: 'text', text, origin }, pageOf(target, origin)],
    pageless,
    origin,
  };
}

/** ، ص ٧ behind what the place is called; nothing where there are no pages. */
function addPage(target: Target, { around }: InlineContext, origin: Origin): ResolvedInline {
  const text = `${commaOf(around.lang ?? around.context.settings.lang)}${wordsIn(around).pageShort}${FIXED_SPACE}`;
  const children: readonly ResolvedInline[] = [{ kind: 'text', text, origin }, pageOf(target, origin)];
  return { kind: 'paged', children, pageless: [], origin };
}

function pageOf({ id }: Target, origin: Origin): ResolvedInline {
  return { kind: 'field', field: { kind: 'page-of', target: id ?? '' }, origin };
}

/** What a place is called, in plain words. */
function callPlainly(target: Target, context: ResolveContext, lang: string | null, inTitle = false): string {
  const words = lang === null ? context.words : wordsOf(lang);
  const { number, title } = target;
  if (number !== null) {
    const counted = ordinalOf(target, lang ?? context.settings.lang) ?? number;
    return `${wordFor(target, words)}${FIXED_SPACE}${counted}`;
  }
  if (title.length === 0 || inTitle) return words.place;
  return words.quotes.join(cut(spellNodes(title, context, lang)));
}

/** What nodes say, and what references among them call their places. */
function spellNodes(
  nodes: readonly Nodes[],
  context: ResolveContext,
  lang: string | null,
  inTitle = true,
): string {
  const sayReference = (node: TextDirective) => {
    const target = findTarget(node.data?.refersTo ?? '', context, originOf(node));
    const form = node.attributes?.['form'];
    if (form === 'number' && target.number !== null) return target.number;
    if (form === 'title' && target.title.length > 0 && !inTitle)
      return cut(spellNodes(target.title, context, lang));
    return callPlainly(target, context, lang, inTitle);
  };
  return nodes.map((node) => plainText(node, sayReference)).join('');
}

/** What nodes say where there is no markup and no page: in outlines, running heads and alternative texts. */
export function spell(nodes: readonly Nodes[], context: ResolveContext): string {
  return spellNodes(nodes, context, null, false);
}

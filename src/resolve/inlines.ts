import type { FootnoteReference, Image, InlineCode, Link as LinkNode, Nodes, Text as TextNode } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { hasArabicLetter } from '../base/arabic.ts';
import { directionOfLang } from '../base/language.ts';
import { unreachable } from '../base/unreachable.ts';
import type {} from '../cite/listed-reference.ts';
import { originOf } from '../parse/node-origin.ts';
import type { FieldNode } from '../template/field.ts';
import type { InlineContext } from './context.ts';
import { setDigits } from './convert-digits.ts';
import { nameFile } from './image-loader.ts';
import type { Foreign, Link, Marked, Meaning, ResolvedInline, Turn } from './inline-nodes.ts';
import { plainText } from './plain-text.ts';
import { resolveInlineFormula } from './rules/formula.ts';
import { markPlace } from './rules/index.ts';
import { callNote } from './rules/notes.ts';
import { quoteQuran } from './rules/quran.ts';
import { resolveReference } from './rules/references.ts';

/** Reads the nodes of a line: what they mean, what element they belong to, where they lead. */
export function resolveInlines(nodes: readonly Nodes[], within: InlineContext): ResolvedInline[] {
  const inlines: ResolvedInline[] = [];
  for (const [index, node] of nodes.entries()) {
    const rule = INLINE_RULES[node.type];
    if (rule === undefined)
      throw new Error(
        `unexpected inline ${node.type}; expected one of: ${Object.keys(INLINE_RULES).join(', ')}`,
      );
    const before = index === 0 ? within.before : latinTail(inlines);
    const made = rule(node as never, before === within.before ? within : { ...within, before });
    const touches = isCall(node) && isCall(nodes[index - 1]);
    for (const inline of made)
      inlines.push(touches && inline.kind === 'call' ? { ...inline, touches } : inline);
  }
  return inlines;
}

const LATIN_TAIL = /[A-Za-z][^\p{L}]{0,16}$/u;

/** The Latin word, and what follows it, at the end of what was said: numbers after **ISO** are a part of its phrase. */
function latinTail(inlines: readonly ResolvedInline[]): string | undefined {
  const last = lastWords(inlines);
  return last === null ? undefined : LATIN_TAIL.exec(last)?.[0];
}

/** The text of the last inline that is one and holds no others; null where there is nothing, '' where that is no text. */
function lastWords(inlines: readonly ResolvedInline[]): string | null {
  for (const inline of inlines.toReversed()) {
    const words = wordsOf(inline);
    if (words !== null) return words;
  }
  return null;
}

function wordsOf(inline: ResolvedInline): string | null {
  switch (inline.kind) {
    case 'text':
    case 'code':
      return inline.text;
    case 'marked':
    case 'link':
    case 'foreign':
    case 'paged':
      return lastWords(inline.children);
    case 'picture':
      return inline.image === null && inline.alt !== '' ? `[${inline.alt}]` : '';
    case 'anchor':
      return null;
    case 'formula':
    case 'break':
    case 'call':
    case 'locator':
    case 'field':
      return '';
    default:
      return unreachable(inline, 'the kinds of inlines');
  }
}

const isCall = (node: Nodes | undefined): node is FootnoteReference => node?.type === 'footnoteReference';

type InlineRule<N> = (node: N, within: InlineContext) => readonly ResolvedInline[];
type Parent = Nodes & { readonly children: Nodes[] };

const marks =
  (meaning: Meaning): InlineRule<Parent> =>
  (node, within) => [markWords(node, meaning, within)];

/** Node type → rule. */
const INLINE_RULES: Readonly<Record<string, InlineRule<never>>> = {
  text: resolveText,
  strong: marks('strong'),
  emphasis: marks('emphasis'),
  delete: marks('deleted'),
  inlineCode: resolveCode,
  inlineMath: resolveInlineFormula,
  link: resolveLink,
  break: (node: Nodes) => [{ kind: 'break', origin: originOf(node) }],
  image: resolveImage,
  footnoteReference: (node: FootnoteReference, within: InlineContext) => callNote(node, within),
  textDirective: resolveDirective,
  field: resolveField,
  // references without a definition are text; the parser says so
  linkReference: (node: Parent, within: InlineContext) => resolveInlines(node.children, within),
  imageReference: (node: Nodes) => [{ kind: 'text', text: plainText(node), origin: originOf(node) }],
  html: () => [],
};

/** Line ends of the source are spaces. */
function resolveText(node: TextNode, within: InlineContext): readonly ResolvedInline[] {
  const hasTurns = node.value.includes('\n');
  const joined = hasTurns ? node.value.replace(LINE_END, ' ') : node.value;
  const text = within.literal ? joined : setDigits(joined, within.around.context, within.before);
  if (text === '') return [];
  const origin = originOf(node);
  return [hasTurns ? { kind: 'text', text, turns: turnsOf(node), origin } : { kind: 'text', text, origin }];
}

const LINE_END = /[ \t]*\r?\n[ \t]*/g;

/** What a list or a quotation puts before a line is not in the text, but the offsets of its units tell of it. */
function turnsOf(node: TextNode): readonly Turn[] {
  const { line } = originOf(node);
  const offsets = node.data?.offsets;
  let dropped = 0;
  return [...node.value.matchAll(LINE_END)].map(({ 0: end, index }, count) => {
    const next = index + end.length;
    const newline = index + end.indexOf('\n');
    const behind = offsets === undefined ? next - newline : (offsets[next] ?? 0) - (offsets[newline] ?? 0);
    dropped += end.length - 1;
    return { at: next - dropped, line: line + count + 1, column: Math.max(1, behind) };
  });
}

function markWords(node: Parent, meaning: Meaning, within: InlineContext): Marked {
  const isForeign = !hasArabicLetter(plainText(node));
  const children = resolveInlines(node.children, within);
  return { kind: 'marked', meaning, isForeign, children, origin: originOf(node) };
}

function resolveCode(node: InlineCode, { around, tagTarget }: InlineContext): readonly ResolvedInline[] {
  const origin = originOf(node);
  return [
    {
      kind: 'code',
      text: node.value,
      tagTarget: around.context.structure.add('Code', tagTarget, origin),
      origin,
    },
  ];
}

function resolveLink(node: LinkNode, within: InlineContext): readonly ResolvedInline[] {
  const { context } = within.around;
  const origin = originOf(node);
  const link = within.link ?? findTarget(node);
  if (link === null) {
    context.sink.report('link-target', origin, { url: node.url });
    return resolveInlines(node.children, within);
  }
  const tagTarget = context.structure.add('Link', within.tagTarget, origin);
  // an address stays as written; of an entry that is cited the year is a number as others
  const literal = node.data?.cites ? within.literal : /^[\x21-\x7e]+$/.test(plainText(node));
  const children = resolveInlines(node.children, { ...within, link, tagTarget, literal });
  return [{ kind: 'link', link, tagTarget, children, origin }];
}

/** Schemes a reader may be sent to; a script or a file of the author's disk is none of them. */
const SCHEMES = /^(?:https?|mailto|tel|doi|urn|ftp):/i;

function findTarget(node: LinkNode): Link | null {
  const { url } = node;
  const title = node.title?.trim() ?? '';
  const words = plainText(node);
  const isSaid = title === '' || title === words;
  const contents = isSaid ? words : `${words} (${title})`;
  const named = isSaid ? {} : { title };
  if (url.startsWith('#') && url.length > 1)
    return {
      kind: 'internal',
      target: decodeTarget(url.slice(1)),
      contents,
      ...named,
      ...(node.data?.cites && { cites: true }),
    };
  return SCHEMES.test(url) ? { kind: 'external', uri: url, contents, ...named } : null;
}

function decodeTarget(target: string): string {
  try {
    return decodeURIComponent(target);
  } catch (error) {
    if (error instanceof URIError) return target;
    throw error;
  }
}

function resolveImage(
  node: Image,
  { around: { context }, tagTarget }: InlineContext,
): readonly ResolvedInline[] {
  const origin = originOf(node);
  const image = context.images.fetch(node.url, origin, context.sink);
  const { title } = node;
  if (title && title !== node.alt) context.sink.report('image-title', origin, { title });
  const figure =
    image === null ? null : context.structure.add('Figure', tagTarget, origin, { alt: node.alt || null });
  return [
    { kind: 'picture', image, alt: node.alt ?? '', name: nameFile(node.url), tagTarget: figure, origin },
  ];
}

const MEANINGS: Readonly<Record<string, Meaning>> = {
  accent: 'accent',
  mark: 'mark',
  overline: 'overline',
  underline: 'underline',
  sup: 'raised',
  sub: 'lowered',
};

function resolveDirective(node: TextDirective, within: InlineContext): readonly ResolvedInline[] {
  if (node.data?.refersTo !== undefined) return resolveReference(node, within);
  if (node.name === 'span') return [setApart(node, within)];
  if (node.name === 'quran') return quoteQuran(node, within);
  if (node.name === 'index') return [...markPlace(node, within), ...resolveInlines(node.children, within)];
  const meaning = MEANINGS[node.name];
  // the parser has already said that it knows no such directive
  return meaning === undefined ? resolveInlines(node.children, within) : [markWords(node, meaning, within)];
}

/** A phrase in another language or direction, set apart from the order around it. */
function setApart(node: TextDirective, within: InlineContext): Foreign {
  const { context } = within.around;
  const origin = originOf(node);
  const lang = node.attributes?.['lang'] ?? null;
  const written = node.attributes?.['dir'] ?? null;
  const direction =
    written === 'rtl' || written === 'ltr' ? written : lang === null ? 'auto' : directionOfLang(lang);
  const tagTarget = lang === null ? null : context.structure.add('Span', within.tagTarget, origin, { lang });
  const literal = within.literal || direction === 'ltr';
  const children = resolveInlines(node.children, {
    ...within,
    tagTarget: tagTarget ?? within.tagTarget,
    literal,
  });
  return { kind: 'foreign', lang, direction, tagTarget, children, origin };
}

function resolveField(node: FieldNode): readonly ResolvedInline[] {
  const field =
    node.field === 'running'
      ? ({ kind: 'running', name: node.name ?? '' } as const)
      : ({ kind: node.field } as const);
  return [{ kind: 'field', field, origin: originOf(node as never) }];
}

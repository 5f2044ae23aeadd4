import type { Nodes } from 'mdast';
import { hasArabicLetter } from '../../base/arabic.ts';
import type { StructTag, TagTarget } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import { type Around, inlineContextOf } from '../context.ts';
import type { ResolvedInline } from '../inline-nodes.ts';
import type { Phrase } from '../nodes.ts';
import { wordsOf } from '../words.ts';
import { sayNumber } from './references.ts';

/** The caption of what may be numbered, its number before its words; null where it has neither. */
export function makeCaption(
  words: readonly Nodes[],
  styleName: string,
  parent: TagTarget,
  around: Around,
  node: Nodes,
  tag: StructTag = 'Caption',
): Phrase | null {
  const number = around.context.targets.byNode.get(node)?.number ?? null;
  if (words.length === 0 && number === null) return null;
  const origin = originOf(node);
  const tagTarget = around.context.structure.add(tag, parent, origin);
  // what is typed where Markdown knows no marks keeps its digits
  const literal = node.type !== 'containerDirective';
  const said = around.context.inlines(words, { ...inlineContextOf(around, tagTarget), literal });
  return { styleName, tagTarget, content: [...numberWords(node, words.length > 0, around), ...said], origin };
}

/** شكل ٣: – nothing for what has no number. */
function numberWords(node: Nodes, isFollowed: boolean, around: Around): readonly ResolvedInline[] {
  const { context, lang } = around;
  const target = context.targets.byNode.get(node);
  if (!target || target.number === null || target.kind === 'place') return [];
  const origin = originOf(node);
  const word = (lang === null ? context.words : wordsOf(lang))[target.kind];
  const text = (text: string): ResolvedInline => ({ kind: 'text', text, origin });
  const { separator: written } = context.theme.numbers;
  // a dash stands between spaces
  const separator = /^\p{Pd}/u.test(written) ? `\u00A0${written}` : written;
  const children = [
    text(`${word}\u00A0`),
    sayNumber(target.number, origin),
    ...(isFollowed ? [text(separator)] : []),
  ];
  const marked: ResolvedInline = {
    kind: 'marked',
    meaning: 'strong',
    isForeign: !hasArabicLetter(word),
    children,
    origin,
  };
  return isFollowed ? [marked, text(' ')] : [marked];
}

import type { Code, Nodes, Paragraph as ParagraphNode, ThematicBreak } from 'mdast';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn, textStyleIn } from '../../theme/rows.ts';
import { isPlain } from '../code-loader.ts';
import type { CodeBlock } from '../code-nodes.ts';
import type { Around } from '../context.ts';
import { cutTokens } from '../cut-tokens.ts';
import type { ResolvedInline } from '../inline-nodes.ts';
import type { ResolvedBlock } from '../nodes.ts';
import { makePhrase } from '../phrase.ts';
import { soleImage } from '../sole-image.ts';
import { captionOf } from '../targets.ts';
import { makeCaption } from './captions.ts';
import { resolveFigure } from './figure.ts';
import { placingOf } from './headings.ts';

/** @param previous the node before it among its siblings */
export function resolveParagraph(
  node: ParagraphNode,
  around: Around,
  previous: Nodes | null,
): readonly ResolvedBlock[] {
  const { context, styleName, parent } = around;
  const image = soleImage(node);
  if (image !== null) return [resolveFigure(image, around, image.data?.align ?? node.data?.align ?? null)];
  const origin = originOf(node);
  const tagTarget = context.structure.add(textStyleIn(context.theme, styleName).tag, parent, origin);
  const phrase = makePhrase(node.children, styleName, tagTarget, around, origin);
  if (phrase.content.every(isBlank)) return [];
  const follows = previous?.type === 'paragraph';
  return [{ kind: 'paragraph', phrase, placing: placingOf(node), follows, origin }];
}

function isBlank(inline: ResolvedInline): boolean {
  if ('children' in inline) return inline.children.every(isBlank);
  return (inline.kind === 'text' || inline.kind === 'code') && inline.text.trim() === '';
}

export function resolvePause(node: ThematicBreak): readonly ResolvedBlock[] {
  return [{ kind: 'pause', ends: false, origin: originOf(node) }];
}

export function resolveCodeBlock(node: Code, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const title = captionOf(node, node.data?.title ?? '');
  const isCaptioned = title.length > 0 || context.targets.byNode.get(node)?.number;
  const element = isCaptioned ? context.structure.add('Div', parent, origin) : parent;
  const caption = makeCaption(title, boxStyleIn(context.theme, 'code').label, element, around, node);
  const paragraphTarget = context.structure.add('P', element, origin);
  const tagTarget = context.structure.add('Code', paragraphTarget, origin);
  const start = placeOfCode(node);
  const stretches = cutTokens(node.value, isPlain(node), context.code.tokensOf(node, context.sink));
  const lines = marksOf(node);
  const facts = { text: node.value, stretches, lines, digits: context.code.digits, start };
  return [{ kind: 'code', caption, ...facts, paragraphTarget, tagTarget, origin }];
}

/** Where the code itself begins: below its fence, or behind its four spaces. */
function placeOfCode(node: Code): CodeBlock['start'] {
  const { line, column } = originOf(node);
  const { start, end } = node.position ?? {};
  if (!start || !end) return { line, column };
  const isFenced = end.line - start.line > node.value.split('\n').length - 1;
  return isFenced ? { line: line + 1, column } : { line, column: column + 4 };
}

/** Marks beyond the last line mark nothing. */
function marksOf({ data, value }: Code): CodeBlock['lines'] {
  if (data?.lines === undefined) return null;
  const { numberFrom, marked } = data.lines;
  const last = value.split('\n').length;
  const indices = marked.flatMap(([from, to]) =>
    Array.from({ length: Math.max(0, Math.min(to, last) - from + 1) }, (_, index) => from - 1 + index),
  );
  return { numberFrom, marked: new Set(indices) };
}

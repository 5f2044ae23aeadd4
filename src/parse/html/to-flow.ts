import type { BlockContent, Nodes, Paragraph, PhrasingContent, RootContent } from 'mdast';
import { BLOCK_ELEMENTS } from './block-elements.ts';
import { kindOf } from './elements.ts';
import { isPhrasing } from './is-phrasing.ts';
import type { HtmlElement, HtmlPart } from './read-html.ts';
import { originOfPart } from './read-html.ts';
import { enterElement, type HtmlScope, placeBlock } from './scope.ts';
import { readStrange } from './strange-elements.ts';
import { tidyLine } from './tidy-line.ts';
import { toPhrasing, wrapPhrasing } from './to-phrasing.ts';

/** The parts between blocks as blocks: what stands in no block of its own makes paragraphs. */
export function toFlow(parts: readonly HtmlPart[], scope: HtmlScope): RootContent[] {
  const blocks: RootContent[] = [];
  let line: HtmlPart[] = [];
  const endLine = () => {
    for (const block of makeParagraphs(line, scope)) blocks.push(block);
    line = [];
  };
  for (const part of parts) {
    if (!isBlockPart(part)) {
      line.push(part);
      continue;
    }
    endLine();
    const made = part.kind === 'node' ? [part.node as RootContent] : elementToFlow(part, scope);
    for (const block of made) blocks.push(placeBlock(block, scope));
  }
  endLine();
  return blocks;
}

/** Whether a part is a block, or an element in a line that holds one. */
function isBlockPart(part: HtmlPart): part is Exclude<HtmlPart, { kind: 'text' }> {
  if (part.kind === 'text') return false;
  if (part.kind === 'node') return !isPhrasing(part.node);
  return kindOf(part) === 'block' || part.children.some(isBlockPart);
}

function elementToFlow(element: HtmlElement, outer: HtmlScope): readonly RootContent[] {
  const kind = kindOf(element);
  if (kind === 'silent' || kind === 'unshown' || kind === 'unknown') {
    const { before, children } = readStrange(element, outer);
    const line = before.length === 0 ? [] : [makeParagraph([...before], element)];
    return [...line, ...toFlow(children, outer)];
  }
  const scope = enterElement(element, outer);
  const make = BLOCK_ELEMENTS[element.name];
  if (make !== undefined) return make(element, scope, { flow: toFlow, line: makeLine });
  const blocks = toFlow(element.children, scope);
  return kind === 'inline' ? blocks.map((block) => wrapTexts(block, element)) : blocks;
}

/** An element of a line around blocks: around the texts of each. */
function wrapTexts<N extends Nodes>(block: N, element: HtmlElement): N {
  if (block.type === 'paragraph' || block.type === 'heading')
    block.children = wrapPhrasing(element, block.children);
  return block;
}

function makeLine(parts: readonly HtmlPart[], scope: HtmlScope): PhrasingContent[] {
  return tidyLine(toPhrasing(parts, scope));
}

function makeParagraphs(parts: readonly HtmlPart[], scope: HtmlScope): readonly BlockContent[] {
  const first = parts[0];
  if (first === undefined) return [];
  const line = makeLine(parts, scope);
  if (line.length === 0) return [];
  const place = { origin: line[0]!.data?.origin ?? originOfPart(first) };
  return [placeBlock(makeParagraph(line, place), scope)];
}

function makeParagraph(children: PhrasingContent[], { origin }: Pick<HtmlElement, 'origin'>): Paragraph {
  return { type: 'paragraph', children, data: { origin } };
}

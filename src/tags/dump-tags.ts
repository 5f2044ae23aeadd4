import { isArtifact, type StructElement } from '../base/element.ts';
import type { DrawItem, Laid, Page } from '../page/page.ts';
import { piecesOf } from '../text/line-pieces.ts';
import { textOfPiece } from '../textlayer/piece-text.ts';
import { type StructNode, StructureTree } from './structure-tree.ts';

/**
 * The tag tree with its text, as a reader that follows the tags meets it: one element a line, indented,
 * text in quotation marks. Grown by the same rules as the tree in the file.
 */
export function dumpTags(laid: Laid): string {
  const tree = new StructureTree<string>(laid.root);
  let position = 0;
  for (const page of laid.pages) position = collectPage(page, position, tree);
  return `${dumpNode(tree.settle(), 0).join('\n')}\n`;
}

function collectPage({ drawItems }: Page, start: number, tree: StructureTree<string>): number {
  let position = start;
  for (const drawItem of drawItems) {
    for (const { element, text } of contentOf(drawItem)) tree.add(element, position++, text);
  }
  return position;
}

interface TaggedText {
  readonly element: StructElement;
  readonly text: string;
}

function contentOf(drawItem: DrawItem): TaggedText[] {
  if (drawItem.kind !== 'line')
    return isArtifact(drawItem.tagTarget) ? [] : [{ element: drawItem.tagTarget, text: '' }];
  const contents: TaggedText[] = [];
  for (const piece of piecesOf(drawItem.line)) {
    if (!isArtifact(piece.tagTarget)) contents.push({ element: piece.tagTarget, text: textOfPiece(piece) });
    else if (piece.kind === 'leader') addSpace(contents);
  }
  // The white space at which the line was broken is no longer on it.
  addSpace(contents);
  return contents;
}

function addSpace(contents: TaggedText[]): void {
  const last = contents.at(-1);
  if (last) contents[contents.length - 1] = { element: last.element, text: `${last.text} ` };
}

function dumpNode({ element, items }: StructNode<string>, depth: number): string[] {
  const indent = '  '.repeat(depth);
  const lines = [`${indent}${element.tag}${describe(element)}`];
  let text = '';
  const flush = () => {
    const line = text.replace(/\s+/g, ' ').trim();
    if (line !== '') lines.push(`${indent}  "${line}"`);
    text = '';
  };
  for (const item of items) {
    if (item.kind === 'content') {
      text += item.content;
      continue;
    }
    flush();
    lines.push(...dumpNode(item.node, depth + 1));
  }
  flush();
  return lines;
}

function describe({ lang, alt, attributes }: StructElement): string {
  const { scope, columnSpan, listNumbering, actualText, title } = attributes;
  const facts = { lang, alt, scope, columnSpan, listNumbering, actualText, title };
  return Object.entries(facts)
    .filter(([, value]) => value !== null && value !== undefined)
    .map(([name, value]) => ` ${name}=${JSON.stringify(value)}`)
    .join('');
}

import type { Nodes } from 'mdast';
import type { Direction } from '../base/geometry.ts';
import { ANY_LETTER, directionOfText } from '../base/text-direction.ts';

/** The direction of blocks that are set as one (a list, a quotation): foreign where each of them is. */
export function directionOfNodes(nodes: readonly Nodes[], around: Direction): Direction {
  const texts = nodes.map(textIn).filter((text) => ANY_LETTER.test(text));
  const own = texts.map((text) => directionOfText(text, around));
  return own.length > 0 && own.every((direction) => direction !== around) ? own[0]! : around;
}

/** The words of a node without its code. */
function textIn(node: Nodes): string {
  if (node.type === 'text') return node.value;
  return 'children' in node ? node.children.map(textIn).join(node.type === 'paragraph' ? '' : ' ') : '';
}

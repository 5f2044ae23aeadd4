import type { Nodes, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { originOf } from '../parse/node-origin.ts';
import { SCRIPT_SIGNS } from '../parse/syntax/scripts.ts';

/** What a reference calls the place that it leads to. */
type SayReference = (reference: TextDirective) => string;

/** What a node says, without markup and without its notes: for the outline, running heads, counting letters. */
export function plainText(node: Nodes, sayReference: SayReference | null = null): string {
  const inside = (children: readonly Nodes[]) =>
    children.map((child) => plainText(child, sayReference)).join('');
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'inlineMath':
    case 'code':
      return node.value.replace(/\s+/g, ' ');
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    case 'footnoteReference':
      return '';
    case 'textDirective':
      if (sayReference !== null && node.data?.refersTo !== undefined) return sayReference(node);
      return (SCRIPT_SIGNS[node.name] ?? '') + inside(node.children);
    default:
      return 'children' in node ? inside(node.children) : '';
  }
}

/** What a node says as a text of its own, written where the node was. */
export function textOf(node: Nodes): Text {
  return { type: 'text', value: plainText(node), data: { origin: originOf(node) } };
}

import type { Nodes, Text } from 'mdast';
import { originOf } from '../parse/node-origin.ts';
import { SCRIPT_SIGNS } from '../parse/syntax/scripts.ts';

/** What a node says, without markup and without its notes: for the outline, running heads, counting letters. */
export function plainText(node: Nodes): string {
  switch (node.type) {
    case 'text':
    case 'inlineCode':
    case 'code':
      return node.value.replace(/\s+/g, ' ');
    case 'break':
      return ' ';
    case 'image':
      return node.alt ?? '';
    case 'footnoteReference':
      return '';
    case 'textDirective':
      return (SCRIPT_SIGNS[node.name] ?? '') + node.children.map(plainText).join('');
    default:
      return 'children' in node ? (node.children as Nodes[]).map(plainText).join('') : '';
  }
}

/** What a node says as a text of its own, written where the node was. */
export function textOf(node: Nodes): Text {
  return { type: 'text', value: plainText(node), data: { origin: originOf(node) } };
}

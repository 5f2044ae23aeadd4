import type { Nodes } from 'mdast';
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

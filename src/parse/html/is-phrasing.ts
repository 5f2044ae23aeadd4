import type { Nodes, PhrasingContent } from 'mdast';

/** Whether a node stands within a line. */
export function isPhrasing(node: Nodes): node is PhrasingContent {
  switch (node.type) {
    case 'break':
    case 'delete':
    case 'emphasis':
    case 'footnoteReference':
    case 'html':
    case 'image':
    case 'imageReference':
    case 'inlineCode':
    case 'link':
    case 'linkReference':
    case 'strong':
    case 'text':
    case 'textDirective':
      return true;
    // Everything else is a block.
    default:
      return false;
  }
}

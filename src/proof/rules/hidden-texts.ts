import type { Nodes, Root } from 'mdast';
import { reportControls } from '../../base/bidi-controls.ts';
import type { Sink } from '../../base/diagnostic.ts';
import { originOf } from '../../parse/node-origin.ts';
import { decodePercent } from '../../parse/syntax/links.ts';

/** Reports controls of direction in what is no text of a paragraph: descriptions, titles, addresses, names of files. */
export function reportHiddenTexts(node: Root | Nodes, sink: Sink): void {
  for (const text of hiddenTextsOf(node)) reportControls(text, originOf(node), sink);
  if ('children' in node) for (const child of node.children) reportHiddenTexts(child, sink);
}

function hiddenTextsOf(node: Root | Nodes): readonly string[] {
  switch (node.type) {
    case 'image':
      return [node.alt ?? '', node.title ?? '', decodePercent(node.url)];
    case 'link':
      return [node.title ?? '', decodePercent(node.url)];
    case 'containerDirective':
    case 'leafDirective':
    case 'textDirective':
      return Object.values(node.attributes ?? {}).map((value) => value ?? '');
    default:
      return [];
  }
}

import type { Nodes } from 'mdast';
import { reportControls } from '../../base/bidi-controls.ts';
import { decodePercent } from '../../base/decode-percent.ts';
import type { Sink } from '../../base/diagnostic.ts';

/** Reports controls of direction in what is no text of a paragraph: descriptions, titles, addresses, names of files. */
export function reportHiddenTexts(node: Nodes, sink: Sink): void {
  const origin = node.data?.origin;
  if (origin) for (const text of hiddenTextsOf(node)) reportControls(text, origin, sink);
  if ('children' in node) for (const child of node.children) reportHiddenTexts(child, sink);
}

function hiddenTextsOf(node: Nodes): readonly string[] {
  if (node.type === 'image') return [node.alt ?? '', node.title ?? '', decodePercent(node.url)];
  if (node.type === 'link') return [node.title ?? '', decodePercent(node.url)];
  const attributes = 'attributes' in node ? (node.attributes ?? {}) : {};
  return Object.values(attributes).map((value) => value ?? '');
}

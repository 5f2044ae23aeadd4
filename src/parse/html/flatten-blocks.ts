import type { Nodes, PhrasingContent } from 'mdast';
import type { Origin } from '../../base/origin.ts';
import { isPhrasing } from './is-phrasing.ts';

/** Blocks as lines of one text, for what may hold no blocks: a cell of a table. */
export function flattenBlocks(blocks: readonly Nodes[], origin: Origin): PhrasingContent[] {
  const lines: PhrasingContent[][] = [];
  for (const block of blocks) addLines(block, '', lines, origin);
  return lines.flatMap((line, index) => (index === 0 ? line : [breakAt(origin), ...line]));
}

function addLines(node: Nodes, marker: string, lines: PhrasingContent[][], origin: Origin): void {
  const mark = marker === '' ? [] : [textAt(marker, origin)];
  switch (node.type) {
    case 'paragraph':
      lines.push([...mark, ...node.children]);
      return;
    case 'heading':
      lines.push([...mark, { type: 'strong', children: node.children, data: { origin } }]);
      return;
    case 'code':
      for (const value of node.value.split('\n'))
        lines.push([{ type: 'inlineCode', value, data: { origin } }]);
      return;
    case 'list':
      node.children.forEach((item, index) => {
        const own = node.ordered ? `${(node.start ?? 1) + index}. ` : '• ';
        for (const [at, child] of item.children.entries())
          addLines(child, at === 0 ? own : '', lines, origin);
      });
      return;
    case 'tableRow':
      lines.push(
        joinCells(
          node.children.map(({ children }) => children),
          origin,
        ),
      );
      return;
    // What else holds blocks is their sum.
    default:
      if (isPhrasing(node)) lines.push([node]);
      else if ('children' in node) for (const child of node.children) addLines(child, marker, lines, origin);
  }
}

function joinCells(cells: readonly (readonly PhrasingContent[])[], origin: Origin): PhrasingContent[] {
  return cells.flatMap((cell, index) => (index === 0 ? [...cell] : [textAt(' | ', origin), ...cell]));
}

function textAt(value: string, origin: Origin): PhrasingContent {
  return { type: 'text', value, data: { origin } };
}

function breakAt(origin: Origin): PhrasingContent {
  return { type: 'break', data: { origin } };
}

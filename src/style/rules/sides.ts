import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { makeCell, makeRow, share } from '../build-block.ts';
import { type Flow, originOf, type StyledBlock } from '../flow.ts';

/**
 * `:::inner` and `:::outer`: two texts on one line, at its two ends. In running heads the inner one
 * lies at the spine; elsewhere it is the one at the start. `{pages=odd}` or `{pages=even}` keeps a side
 * to pages of one kind.
 */
export function styleSides(
  nodes: readonly Nodes[],
  parity: 'odd' | 'even',
  flow: Flow,
  parent: Nodes,
): readonly StyledBlock[] {
  const side = (name: 'inner' | 'outer') => {
    const chosen = nodes.filter(
      (node) => isSide(node) && node.name === name && (node.attributes?.['pages'] ?? parity) === parity,
    );
    return chosen.flatMap((node) => flow.run.blocks((node as ContainerDirective).children, flow));
  };
  const [start, end] = parity === 'odd' ? [side('inner'), side('outer')] : [side('outer'), side('inner')];
  const others = flow.run.blocks(
    nodes.filter((node) => !isSide(node)),
    flow,
  );
  if (start.length + end.length === 0) return others;
  const cells = [makeCell(start, share(1)), makeCell(end.map(alignEnd), share(1))];
  return [makeRow(cells, flow.run.theme.text.size, originOf(parent)), ...others];
}

export function isSide(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && (node.name === 'inner' || node.name === 'outer');
}

function alignEnd(block: StyledBlock): StyledBlock {
  return block.kind === 'text' ? { ...block, paragraph: { ...block.paragraph, align: 'end' } } : block;
}

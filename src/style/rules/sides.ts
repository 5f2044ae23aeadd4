import type { Sides } from '../../resolve/nodes.ts';
import { makeCell, makeRow, share } from '../build-block.ts';
import type { BlockScope, StyledBlock } from '../context.ts';

/**
 * Two texts on one line, at its two ends. In running heads the inner one lies at the spine; elsewhere it is the one
 * at the start.
 *
 * @param parity of the page; on an odd one the inner side is the start of the line, on an even one its end
 */
export function styleSides(
  { sides, others, origin }: Sides,
  parity: 'odd' | 'even',
  scope: BlockScope,
): readonly StyledBlock[] {
  const { context } = scope;
  const side = (name: 'inner' | 'outer') =>
    sides
      .filter((one) => one.name === name && (one.pages ?? parity) === parity)
      .flatMap(({ children }) => context.blocks(children, scope));
  const [start, end] = parity === 'odd' ? [side('inner'), side('outer')] : [side('outer'), side('inner')];
  const rest = context.blocks(others, scope);
  if (start.length + end.length === 0) return rest;
  const cells = [makeCell(start, share(1)), makeCell(end.map(alignEnd), share(1))];
  return [makeRow(cells, context.theme.text.size, origin), ...rest];
}

function alignEnd(block: StyledBlock): StyledBlock {
  return block.kind === 'text' ? { ...block, paragraph: { ...block.paragraph, align: 'end' } } : block;
}

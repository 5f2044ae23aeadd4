import type { FloatBlock } from '../../resolve/nodes.ts';
import { makeStack } from '../build-block.ts';
import type { BlockScope, StyledBlock } from '../context.ts';

/** What an author says of its place counts for more than what the theme says of its box. */
export function styleFloat(
  { float, children, origin }: FloatBlock,
  scope: BlockScope,
): readonly StyledBlock[] {
  const blocks = scope.context.blocks(children, scope).map(stay);
  if (float === 'here' || blocks.length === 0) return blocks;
  const space = { before: blocks[0]!.spaceBefore, after: blocks.at(-1)!.spaceAfter };
  const [only] = blocks;
  const one = only?.kind === 'stack' && blocks.length === 1 ? only : makeStack(blocks, origin, space);
  return [{ ...one, float }];
}

function stay(block: StyledBlock): StyledBlock {
  return block.kind === 'stack' ? { ...block, float: null } : block;
}

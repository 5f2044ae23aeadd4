import type { FloatBlock, ResolvedBlock } from '../../resolve/nodes.ts';
import { readPictureLength } from '../../resolve/picture-size.ts';
import type { BesideText } from '../blocks.ts';
import { makeStack } from '../build-block.ts';
import type { BlockScope, StyledBlock } from '../context.ts';

/** What an author says of its place counts for more than what the theme says of its box. */
export function styleFloat(
  { float, beside, children, origin }: FloatBlock,
  scope: BlockScope,
): readonly StyledBlock[] {
  const blocks = scope.context.blocks(beside === null ? children : children.map(fill), scope).map(stay);
  if ((float === 'here' && beside === null) || blocks.length === 0) return blocks;
  const space = { before: blocks[0]!.spaceBefore, after: blocks.at(-1)!.spaceAfter };
  const [only] = blocks;
  const one = only?.kind === 'stack' && blocks.length === 1 ? only : makeStack(blocks, origin, space);
  if (beside !== null) return [{ ...one, beside: { side: beside.side, width: widthOf(beside) } }];
  return [{ ...one, float: float === 'here' ? null : float }];
}

function stay(block: StyledBlock): StyledBlock {
  return block.kind === 'stack' ? { ...block, float: null } : block;
}

/** Of the measure, what stands beside text takes where nobody says how much. */
const SHARE = 0.4;

function widthOf({ width }: NonNullable<FloatBlock['beside']>): BesideText['width'] {
  return readPictureLength(width) ?? { share: SHARE };
}

/** A picture is as wide as what stands beside the text. */
function fill(block: ResolvedBlock): ResolvedBlock {
  return block.kind === 'figure' ? { ...block, width: '100%', height: null } : block;
}

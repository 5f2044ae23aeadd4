import type { Block } from './blocks.ts';
import { isArtifact } from './element.ts';

/**
 * Gives the place of a heading that the template prints as the title to what prints it, so that links to it
 * lead there: the first H1 of the text, or where no template has one, the beginning.
 */
export function anchorTitle<C>(blocks: readonly Block<C>[], id: string): readonly Block<C>[] {
  const [first, ...others] = blocks;
  return anchorHeading(blocks, id) ?? (first ? [withAnchor(first, id), ...others] : []);
}

/** Null where none of the blocks, and of what they stack, is an H1. */
function anchorHeading<C>(blocks: readonly Block<C>[], id: string): readonly Block<C>[] | null {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'text' && !isArtifact(block.role) && block.role.tag === 'H1') {
      return blocks.with(index, withAnchor(block, id));
    }
    const children = block.kind === 'stack' ? anchorHeading(block.children, id) : null;
    if (block.kind === 'stack' && children !== null) return blocks.with(index, { ...block, children });
  }
  return null;
}

function withAnchor<C>(block: Block<C>, id: string): Block<C> {
  return { ...block, anchors: [...block.anchors, id] };
}

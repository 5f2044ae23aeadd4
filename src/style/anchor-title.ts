import { isArtifact } from '../base/element.ts';
import type { Block } from './blocks.ts';

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
    if (block.kind === 'text' && !isArtifact(block.tagTarget) && block.tagTarget.tag === 'H1') {
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

/** Makes the first text or picture of a series the target of links; where there is none, its first block. */
export function addAnchors<C>(blocks: readonly Block<C>[], ids: readonly string[]): readonly Block<C>[] {
  const [first, ...others] = blocks;
  if (first === undefined || ids.length === 0) return blocks;
  return addToText(blocks, ids) ?? [{ ...first, anchors: [...first.anchors, ...ids] }, ...others];
}

function addToText<C>(blocks: readonly Block<C>[], ids: readonly string[]): readonly Block<C>[] | null {
  for (const [index, block] of blocks.entries()) {
    if (block.kind === 'text' || block.kind === 'image' || block.kind === 'item' || block.kind === 'table')
      return blocks.with(index, { ...block, anchors: [...block.anchors, ...ids] });
    const children = block.kind === 'stack' ? addToText(block.children, ids) : null;
    if (block.kind === 'stack' && children !== null) return blocks.with(index, { ...block, children });
  }
  return null;
}

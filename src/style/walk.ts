import { unreachable } from '../base/unreachable.ts';
import type { Block } from './blocks.ts';

/** The blocks in a block, in the order of reading; of a choice, those of all its options. Notes are not in it. */
export function childrenOf<C>(block: Block<C>): readonly Block<C>[] {
  switch (block.kind) {
    case 'stack':
    case 'columns':
      return block.children;
    case 'choice':
      return block.options.map((option) => option.block);
    case 'item':
      return [block.marker, ...block.children];
    case 'row':
      return block.cells.flatMap(({ children }) => children);
    case 'table':
      return [...block.header, ...block.rows].flatMap(({ cells }) =>
        cells.flatMap(({ children }) => children),
      );
    case 'text':
    case 'image':
    case 'shape':
    case 'break':
      return [];
    default:
      return unreachable(block, 'the kinds of blocks');
  }
}

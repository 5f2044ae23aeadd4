import type { Columns } from '../../resolve/nodes.ts';
import { makeBox, makeColumns, setPhrase } from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle } from '../context.ts';

/** How wide columns must be and what parts them is the theme's. */
export function styleColumns(node: Columns, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { title, count, children, origin } = node;
  const { gap, columnWidth: leastWidth } = themeBoxStyle(context, 'columns');
  const set = { count, gap, leastWidth };
  const blocks = context.blocks(children, scope);
  const above = title === null ? [] : [setPhrase(scope, title)];
  return [makeBox(context, 'columns', [...above, makeColumns(blocks, set, origin)], origin)];
}

import type { Columns } from '../../resolve/nodes.ts';
import { makeBox, makeColumns, setPhrase } from '../build-block.ts';
import { columnsFor } from '../column-count.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle } from '../context.ts';

/** How wide columns must be and what parts them is the theme's. */
export function styleColumns(node: Columns, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { title, count, children, origin } = node;
  const { padding, gap, columnWidth: leastWidth } = themeBoxStyle(context, 'columns');
  const set = { count, gap, leastWidth };
  const { width } = columnsFor(set, scope.measure - padding.start - padding.end);
  const blocks = context.blocks(children, { ...scope, measure: width });
  const above = title === null ? [] : [setPhrase(scope, title)];
  return [makeBox(context, 'columns', [...above, makeColumns(blocks, set, origin)], origin)];
}

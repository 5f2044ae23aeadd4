import type { Columns } from '../../resolve/nodes.ts';
import { makeBox, makeColumns, setPhrase } from '../build-block.ts';
import { columnsFor } from '../column-count.ts';
import { type Flow, type StyledBlock, themeBoxStyle } from '../flow.ts';

/** How wide columns must be and what parts them is the theme's. */
export function styleColumns(node: Columns, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { title, count, children, origin } = node;
  const { padding, gap, columnWidth: leastWidth } = themeBoxStyle(run, 'columns');
  const set = { count, gap, leastWidth };
  const { width } = columnsFor(set, flow.measure - padding.start - padding.end);
  const blocks = run.blocks(children, { ...flow, measure: width });
  const above = title === null ? [] : [setPhrase(flow, title)];
  return [makeBox(run, 'columns', [...above, makeColumns(blocks, set, origin)], origin)];
}

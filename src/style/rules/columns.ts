import type { ContainerDirective } from 'mdast-util-directive';
import { makeBox, makeColumns } from '../build-block.ts';
import { columnsFor } from '../column-count.ts';
import { readNumber } from '../counters.ts';
import { boxRoleOf, type Flow, originOf, type Run, type StyledBlock } from '../flow.ts';
import { makeLabel, takeLabel } from './label.ts';

/** More columns than this hold no line of text on any paper an office has. */
const MOST_COLUMNS = 6;

/**
 * `:::columns{count=3}`: whatever is inside, set in columns and read down the first, which stands at the start
 * side. How wide they must be, what parts them, and how many there are where nothing is said is the theme's.
 */
export function styleColumns(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const look = boxRoleOf(run, 'columns');
  const { label, rest } = takeLabel(node);
  const element = run.structure.add(look.tag, flow.parent, origin);
  const title = makeLabel(label, look.label, element, flow, node);
  // Columns in a quotation or a callout are set as it is, unless the theme has a text of their own for them.
  const textRole = look.text === 'body' ? flow.textRole : look.text;
  const inside = { ...flow, parent: element, textRole };
  if (flow.inColumns) {
    run.sink.report('columns-nested', origin);
    return [...title, ...run.blocks(rest, inside)];
  }
  const set = { count: readCount(node, look.columns, run), gap: look.gap, leastWidth: look.columnWidth };
  const measure = flow.measure - look.padding.start - look.padding.end;
  const blocks = run.blocks(rest, { ...inside, inColumns: true, measure: columnsFor(set, measure).width });
  return [makeBox(run, 'columns', [...title, makeColumns(blocks, set, origin)], origin)];
}

function readCount(node: ContainerDirective, fallback: number, { sink }: Run): number {
  const value = node.attributes?.['count'];
  if (value === undefined || value === null) return fallback;
  const count = readNumber(value);
  if (count !== null && Number.isInteger(count) && count >= 2 && count <= MOST_COLUMNS) return count;
  sink.report('columns-count', originOf(node), { value, most: MOST_COLUMNS, fallback });
  return fallback;
}

import type { Entry, FactList } from '../../resolve/nodes.ts';
import { makeBox, makeCell, makeRow, makeStack, setPhrase, share } from '../build-block.ts';
import { type Flow, type StyledBlock, themeBoxStyle } from '../flow.ts';
import { splitEvenly } from './split-evenly.ts';

/** Big figures side by side, each over what it counts. */
export function styleFacts(node: FactList, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { title, entries, others, origin } = node;
  const groups = splitEvenly(entries, themeBoxStyle(run, 'facts').columns);
  const columns = groups[0]?.length ?? 1;
  const rows = groups.map((group, index) => makeFactRow(group, columns, node, flow, index > 0));
  const above = title === null ? [] : [setPhrase(flow, title)];
  return [makeBox(run, 'facts', [...above, ...rows, ...run.blocks(others, flow)], origin)];
}

function makeFactRow(
  group: readonly Entry[],
  columns: number,
  { origin }: FactList,
  flow: Flow,
  follows: boolean,
): StyledBlock {
  const cells = group.map((entry) => makeCell([makeFact(entry, flow)], share(1)));
  // a short last row keeps the columns of the rows above it
  while (cells.length < columns) cells.push(makeCell([], share(1)));
  const before = follows ? flow.run.theme.text.leading / 2 : 0;
  return makeRow(cells, themeBoxStyle(flow.run, 'facts').gap, origin, { before });
}

function makeFact({ key, text, origin }: Entry, flow: Flow): StyledBlock {
  const number = key.content.length === 0 ? [] : [setPhrase(flow, key)];
  return makeStack([...number, setPhrase(flow, text)], origin);
}

import type { Entry, FactList } from '../../resolve/nodes.ts';
import { makeBox, makeCell, makeRow, makeStack, setPhrase, share } from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle } from '../context.ts';
import { splitEvenly } from './split-evenly.ts';

/** Big figures side by side, each over what it counts. */
export function styleFacts(node: FactList, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { title, entries, others, origin } = node;
  const groups = splitEvenly(entries, themeBoxStyle(context, 'facts').columns);
  const columns = groups[0]?.length ?? 1;
  const rows = groups.map((group, index) => makeFactRow(group, columns, node, scope, index > 0));
  const above = title === null ? [] : [setPhrase(scope, title)];
  return [makeBox(context, 'facts', [...above, ...rows, ...context.blocks(others, scope)], origin)];
}

function makeFactRow(
  group: readonly Entry[],
  columns: number,
  { origin }: FactList,
  scope: BlockScope,
  follows: boolean,
): StyledBlock {
  const cells = group.map((entry) => makeCell([makeFact(entry, scope)], share(1)));
  // a short last row keeps the columns of the rows above it
  while (cells.length < columns) cells.push(makeCell([], share(1)));
  const before = follows ? scope.context.theme.text.leading / 2 : 0;
  return makeRow(cells, themeBoxStyle(scope.context, 'facts').gap, origin, { before });
}

function makeFact({ key, text, origin }: Entry, scope: BlockScope): StyledBlock {
  const number = key.content.length === 0 ? [] : [setPhrase(scope, key)];
  return makeStack([...number, setPhrase(scope, text)], origin);
}

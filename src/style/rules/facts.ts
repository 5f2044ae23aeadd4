import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { makeBox, makeCell, makeRow, makeStack, makeText, makeVoice, share } from '../build-block.ts';
import type { Role } from '../element.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import { type Entry, readEntries, splitEvenly } from './entries.ts';
import { makeLabel, takeLabel } from './label.ts';

/** `:::facts`: big figures side by side, each over what it counts. */
export function styleFacts(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const look = boxRoleOf(run, 'facts');
  const { label, rest } = takeLabel(node);
  const { entries, others } = readEntries(rest, node, flow);
  const title = makeLabel(label, look.label, flow.parent, flow, node);
  if (entries.length === 0) return [...title, ...run.blocks(others, flow)];
  const list = run.structure.add('L', flow.parent, origin, { attributes: { listNumbering: 'Description' } });
  const groups = splitEvenly(entries, look.columns);
  const columns = groups[0]?.length ?? 1;
  const rows = groups.map((group, index) => makeFactRow(group, columns, list, flow, node, index > 0));
  return [makeBox(run, 'facts', [...title, ...rows, ...run.blocks(others, flow)], origin)];
}

function makeFactRow(
  group: readonly Entry[],
  columns: number,
  list: Role,
  flow: Flow,
  node: Nodes,
  follows: boolean,
): StyledBlock {
  const cells = group.map((entry) => makeCell([makeFact(entry, list, flow)], share(1)));
  // a short last row keeps the columns of the rows above it
  while (cells.length < columns) cells.push(makeCell([], share(1)));
  const before = follows ? flow.run.theme.text.leading / 2 : 0;
  return makeRow(cells, boxRoleOf(flow.run, 'facts').gap, originOf(node), { before });
}

function makeFact({ key, text, origin }: Entry, list: Role, flow: Flow): StyledBlock {
  const { run } = flow;
  const item = run.structure.add('LI', list, origin);
  const figure = run.structure.add('Lbl', item, origin);
  const body = run.structure.add('LBody', item, origin);
  const number = makeText(
    flow,
    'figure-number',
    figure,
    run.inlines(key, makeVoice(flow, 'figure-number', figure)),
    origin,
  );
  const label = makeText(
    flow,
    'figure-label',
    body,
    run.inlines(text, makeVoice(flow, 'figure-label', body)),
    origin,
  );
  return makeStack(key.length === 0 ? [label] : [number, label], origin);
}

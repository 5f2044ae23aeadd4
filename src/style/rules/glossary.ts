import type { ContainerDirective } from 'mdast-util-directive';
import {
  joinLastTwo,
  makeBox,
  makeCell,
  makeRow,
  makeStack,
  makeText,
  makeVoice,
  share,
} from '../build-block.ts';
import type { Role } from '../element.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import { type Entry, readEntries } from './entries.ts';
import { makeLabel, takeLabel } from './label.ts';

/** `:::glossary`: terms over their definitions, entries side by side, first at the start. */
export function styleGlossary(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const look = boxRoleOf(run, 'glossary');
  const { label, rest } = takeLabel(node);
  const { entries, others } = readEntries(rest, node, flow);
  const title = makeLabel(label, look.label, flow.parent, flow, node);
  if (entries.length === 0) return [...title, ...run.blocks(others, flow)];
  const list = run.structure.add('L', flow.parent, origin, { attributes: { listNumbering: 'None' } });
  const rows: StyledBlock[] = [];
  for (let start = 0; start < entries.length; start += look.columns) {
    const cells = Array.from({ length: look.columns }, (_, column) => {
      const entry = entries[start + column];
      return makeCell(entry === undefined ? [] : [makeEntry(entry, list, flow)], share(1));
    });
    rows.push(makeRow(cells, look.gap, origin, { before: start === 0 ? 0 : run.theme.text.leading / 2 }));
  }
  const blocks = [...title, ...joinLastTwo(rows), ...run.blocks(others, flow)];
  return [makeBox(run, 'glossary', blocks, origin)];
}

function makeEntry({ key, text, origin }: Entry, list: Role, flow: Flow): StyledBlock {
  const { run } = flow;
  const item = run.structure.add('LI', list, origin);
  const lbl = run.structure.add('Lbl', item, origin);
  const body = run.structure.add('LBody', item, origin);
  const term = makeText(run, 'term', lbl, run.inlines(key, makeVoice(flow, 'term', lbl)), origin);
  const definition = makeText(
    run,
    'definition',
    body,
    run.inlines(text, makeVoice(flow, 'definition', body)),
    origin,
  );
  return makeStack(key.length === 0 ? [definition] : [term, definition], origin);
}

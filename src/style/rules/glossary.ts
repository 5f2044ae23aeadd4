import type { ContainerDirective } from 'mdast-util-directive';
import { makeBox, makeColumns, makeStack, makeText, makeVoice } from '../build-block.ts';
import type { Role } from '../element.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock, textRoleOf } from '../flow.ts';
import { type Entry, readEntries } from './entries.ts';
import { makeLabel, takeLabel } from './label.ts';

/** `:::glossary`: terms over their definitions, read down the columns of the page as an index is. */
export function styleGlossary(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const look = boxRoleOf(run, 'glossary');
  const { label, rest } = takeLabel(node);
  const { entries, others } = readEntries(rest, node, flow);
  const title = makeLabel(label, look.label, flow.parent, flow, node);
  if (entries.length === 0) return [...title, ...run.blocks(others, flow)];
  const list = run.structure.add('L', flow.parent, origin, { attributes: { listNumbering: 'Description' } });
  const terms = entries.map((entry, index) => makeEntry(entry, index === 0, list, flow));
  const set = { count: look.columns, gap: look.gap, leastWidth: look.columnWidth };
  const blocks = [...title, makeColumns(terms, set, origin), ...run.blocks(others, flow)];
  return [makeBox(run, 'glossary', blocks, origin)];
}

function makeEntry({ key, text, origin }: Entry, isFirst: boolean, list: Role, flow: Flow): StyledBlock {
  const { run } = flow;
  const item = run.structure.add('LI', list, origin);
  const lbl = run.structure.add('Lbl', item, origin);
  const body = run.structure.add('LBody', item, origin);
  const term = makeText(flow, 'term', lbl, run.inlines(key, makeVoice(flow, 'term', lbl)), origin);
  const definition = makeText(
    flow,
    'definition',
    body,
    run.inlines(text, makeVoice(flow, 'definition', body)),
    origin,
  );
  // Apart by a line of theirs, so that lines stand beside lines.
  const before = isFirst ? 0 : textRoleOf(run, 'definition').leading;
  return makeStack(key.length === 0 ? [definition] : [term, definition], origin, { before });
}

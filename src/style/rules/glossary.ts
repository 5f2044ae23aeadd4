import type { Entry, Glossary } from '../../resolve/nodes.ts';
import { makeBox, makeColumns, makeStack, setPhrase } from '../build-block.ts';
import { type Flow, type StyledBlock, themeBoxStyle, themeTextStyle } from '../flow.ts';

/** Terms over their definitions, read down the columns of the page as an index is. */
export function styleGlossary(node: Glossary, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { title, entries, others, origin } = node;
  const { columns: count, gap, columnWidth: leastWidth } = themeBoxStyle(run, 'glossary');
  const terms = entries.map((entry, index) => makeEntry(entry, index === 0, flow));
  const above = title === null ? [] : [setPhrase(flow, title)];
  const columns = makeColumns(terms, { count, gap, leastWidth }, origin);
  return [makeBox(run, 'glossary', [...above, columns, ...run.blocks(others, flow)], origin)];
}

function makeEntry({ key, text, origin }: Entry, isFirst: boolean, flow: Flow): StyledBlock {
  const term = key.content.length === 0 ? [] : [setPhrase(flow, key)];
  // Apart by a line of theirs, so that lines stand beside lines.
  const before = isFirst ? 0 : themeTextStyle(flow.run, 'definition').leading;
  return makeStack([...term, setPhrase(flow, text)], origin, { before });
}

import type { Entry, Glossary } from '../../resolve/nodes.ts';
import { makeBox, makeColumns, makeStack, setPhrase } from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle, themeTextStyle } from '../context.ts';

/** Terms over their definitions, read down the columns of the page as an index is. */
export function styleGlossary(node: Glossary, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { name, title, entries, others, origin } = node;
  const { columns: count, gap, columnWidth: leastWidth } = themeBoxStyle(context, name);
  const make = name === 'definitions' ? makeDefinition : makeEntry;
  const terms = entries.map((entry, index) => make(entry, index === 0, scope));
  const above = title === null ? [] : [setPhrase(scope, title)];
  const set = name === 'definitions' ? terms : [makeColumns(terms, { count, gap, leastWidth }, origin)];
  return [makeBox(context, name, [...above, ...set, ...context.blocks(others, scope)], origin)];
}

function makeEntry({ key, text, origin }: Entry, isFirst: boolean, scope: BlockScope): StyledBlock {
  const term = key.content.length === 0 ? [] : [setPhrase(scope, key)];
  // Apart by a line of theirs, so that lines stand beside lines.
  const before = isFirst ? 0 : themeTextStyle(scope.context, 'definition').leading;
  return makeStack([...term, setPhrase(scope, text)], origin, { before });
}

/** A term, and what it means set in below it. */
function makeDefinition({ key, text, origin }: Entry, isFirst: boolean, scope: BlockScope): StyledBlock {
  const { gap } = themeBoxStyle(scope.context, 'definitions');
  const term = key.content.length === 0 ? [] : [setPhrase(scope, key)];
  const body = makeStack([setPhrase(scope, text)], origin, { start: gap });
  const before =
    isFirst || term.length === 0 ? 0 : themeTextStyle(scope.context, 'definition-text').leading / 2;
  return makeStack([...term, body], origin, { before });
}

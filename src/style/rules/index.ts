import type { Index, IndexEntry } from '../../resolve/index-nodes.ts';
import { makeBox, makeColumns, makeStack, setPhrase } from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle, themeTextStyle } from '../context.ts';

/** Terms in columns, under the letter they begin with. */
export function styleIndex(node: Index, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { title, children, columns: count, groups, origin } = node;
  const boxStyle = themeBoxStyle(context, 'index');
  const above = title === null ? [] : [setPhrase(scope, title)];
  const { before } = themeTextStyle(context, 'index-head');
  const entries = groups.map(({ head, entries: terms, origin: place }, index) => {
    const letter = setPhrase(scope, head, { direction: scope.direction, before: 0 });
    const group = [letter, ...terms.map((term) => makeEntry(term, scope))];
    return makeStack(group, place, { before: index === 0 ? 0 : before });
  });
  const set = { count, gap: boxStyle.gap, leastWidth: boxStyle.columnWidth };
  const blocks = count === 1 ? entries : [makeColumns(entries, set, origin)];
  return [makeBox(context, 'index', [...above, ...context.blocks(children, scope), ...blocks], origin)];
}

/** Of the size of its type: how far a term stands in from the one it is under, and a further line from the first. */
const STEP = 1.2;
const TURNOVER = 2.4;

function makeEntry({ rank, id, phrase, origin }: IndexEntry, scope: BlockScope): StyledBlock {
  const { size } = themeTextStyle(scope.context, phrase.styleName);
  const text = setPhrase(scope, phrase, {
    direction: scope.direction,
    indent: -TURNOVER * size,
    anchors: id === null ? [] : [id],
    keep: false,
  });
  const start = (STEP * (rank - 1) + TURNOVER) * size;
  return { ...makeStack([text], origin), padding: { start, end: 0, before: 0, after: 0 } };
}

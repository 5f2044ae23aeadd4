import type { Cell, Row, Table, TableColumn } from '../../resolve/nodes.ts';
import type { TableBlock, TableCell, TableRow, Track } from '../blocks.ts';
import { makeBox, makeFormatting, makeText, setPhrase } from '../build-block.ts';
import type { BlockScope, StyledBlock } from '../context.ts';
import type { InlineContent } from '../inline.ts';

/** The caption stands above, for it says how to read what follows. */
export function styleTable(node: Table, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { caption, others, turned, origin } = node;
  const title = caption === null ? [] : [setPhrase(scope, caption)];
  const box = makeBox(
    context,
    'table',
    [...title, makeTable(node, scope), ...context.blocks(others, scope)],
    origin,
  );
  return [{ ...box, turned }];
}

function makeTable(node: Table, scope: BlockScope): TableBlock<InlineContent> {
  const { tagTarget, columns, rowsOrigin } = node;
  const { padding, rules } = scope.context.theme.table;
  const header = node.header.map((row) => makeRow(row, columns, scope));
  const rows = node.rows.map((row) => makeRow(row, columns, scope));
  return {
    kind: 'table',
    tagTarget,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: false,
    anchors: [],
    origin: rowsOrigin,
    columns: columns.map((): Track => ({ kind: 'content' })),
    header,
    rows,
    cellPadding: padding,
    rules: header.length === 0 ? { ...rules, header: null } : rules,
  };
}

function makeRow(
  { tagTarget, cells }: Row,
  columns: readonly TableColumn[],
  scope: BlockScope,
): TableRow<InlineContent> {
  const made = columns.map((column, index) => makeCell(cells[index]!, column, scope));
  return { tagTarget, cells: made, background: null };
}

function makeCell(
  { phrase, scope: heads, alignAt }: Cell,
  column: TableColumn,
  scope: BlockScope,
): TableCell<InlineContent> {
  const { styleName, tagTarget, content: words, origin } = phrase;
  // −٥ and ١٢–١٧ read from the left, however short the cell
  const isolates = column.numeric && heads !== 'Column' ? [{ direction: 'ltr' } as const] : [];
  const content = scope.context.inlines(words, { ...makeFormatting(scope, styleName, tagTarget), isolates });
  // A number has no direction of its own that could turn the side it stands at: `n/a` stands with the others.
  const sides = { align: column.align, ...(alignAt === null ? {} : { direction: scope.direction }) };
  return { children: [makeText(scope, styleName, tagTarget, content, origin, sides)], alignAt };
}

import type { Cell, Row, Table, TableColumn } from '../../resolve/nodes.ts';
import type { TableBlock, TableCell, TableRow, Track } from '../blocks.ts';
import { makeBox, makeText, makeVoice, setPhrase } from '../build-block.ts';
import type { Flow, StyledBlock } from '../flow.ts';
import type { InlineContent } from '../inline.ts';

/** The caption stands above, for it says how to read what follows. */
export function styleTable(node: Table, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { caption, others, turned, origin } = node;
  const title = caption === null ? [] : [setPhrase(flow, caption)];
  const box = makeBox(run, 'table', [...title, makeTable(node, flow), ...run.blocks(others, flow)], origin);
  return [{ ...box, turned }];
}

function makeTable(node: Table, flow: Flow): TableBlock<InlineContent> {
  const { tagTarget, columns, rowsOrigin } = node;
  const { padding, rules } = flow.run.theme.table;
  const header = node.header.map((row) => makeRow(row, columns, flow));
  const rows = node.rows.map((row) => makeRow(row, columns, flow));
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
  flow: Flow,
): TableRow<InlineContent> {
  const made = columns.map((column, index) => makeCell(cells[index]!, column, flow));
  return { tagTarget, cells: made, background: null };
}

function makeCell(
  { phrase, scope, alignAt }: Cell,
  column: TableColumn,
  flow: Flow,
): TableCell<InlineContent> {
  const { styleName, tagTarget, content: words, origin } = phrase;
  // −٥ and ١٢–١٧ read from the left, however short the cell
  const isolates = column.numeric && scope !== 'Column' ? [{ direction: 'ltr' } as const] : [];
  const content = flow.run.inlines(words, { ...makeVoice(flow, styleName, tagTarget), isolates });
  // A number has no direction of its own that could turn the side it stands at: `n/a` stands with the others.
  const sides = { align: column.align, ...(alignAt === null ? {} : { direction: flow.direction }) };
  return { children: [makeText(flow, styleName, tagTarget, content, origin, sides)], alignAt };
}

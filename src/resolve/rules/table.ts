import type { Nodes, TableCell, Table as TableNode, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { TagTarget } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around } from '../context.ts';
import type { Cell, ResolvedBlock, Row, Table, TableColumn } from '../nodes.ts';
import { makePhrase, takeLabel } from '../phrase.ts';
import { plainText } from '../plain-text.ts';
import { makeCaption } from './captions.ts';
import { cellText } from './cell-text.ts';
import { readNumberCell } from './number-cell.ts';

/** A table without a caption. */
export function resolveTable(node: TableNode, around: Around): readonly ResolvedBlock[] {
  const origin = originOf(node);
  const element = around.context.structure.add('Table', around.parent, origin);
  const rows = readRows(node, element, around);
  return [{ kind: 'table', caption: null, turned: false, others: [], ...rows, origin }];
}

/** `:::table[caption]`; `{landscape}` turns its pages. */
export function resolveCaptionedTable(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context } = around;
  const origin = originOf(node);
  const { label, rest } = takeLabel(node);
  const table = rest.find((child): child is TableNode => child.type === 'table');
  if (table === undefined) {
    context.sink.report('table-expected', origin, { name: node.name });
    return context.blocks(rest, around);
  }
  const element = context.structure.add('Table', around.parent, originOf(table));
  const caption = makeCaption(label, boxStyleIn(context.theme, 'table').label, element, around, node);
  const others = context.blocks(
    rest.filter((child) => child !== table),
    around,
  );
  const turned = 'landscape' in (node.attributes ?? {});
  return [{ kind: 'table', caption, turned, others, ...readRows(table, element, around), origin }];
}

function readRows(
  node: TableNode,
  tagTarget: TagTarget,
  around: Around,
): Pick<Table, 'tagTarget' | 'columns' | 'header' | 'rows' | 'rowsOrigin'> {
  const { context } = around;
  const [first, ...rest] = node.children;
  const columns = readColumns(node);
  const head = first === undefined || isEmptyRow(first) ? [] : [first];
  const named = head.length > 0 && namesRows(rest);
  const readGroup = (nodes: readonly TableRow[], tag: 'THead' | 'TBody') => {
    if (nodes.length === 0) return [];
    // A table that is all head still has a body: ISO 14289-1, 7.2 allows no THead without one.
    const group = context.structure.add(rest.length === 0 ? 'TBody' : tag, tagTarget, originOf(node));
    return nodes.map((row) => readRow(row, columns, group, headsOf(tag, named), around));
  };
  const header = readGroup(head, 'THead');
  const rows = readGroup(rest, 'TBody');
  return { tagTarget, columns, header, rows, rowsOrigin: originOf(node) };
}

function isEmptyRow(row: TableRow): boolean {
  return row.children.every((cell) => plainText(cell).trim() === '');
}

/** Which cells of a row are headers: of their columns, of the row, or none. */
type Heads = 'all' | 'first' | 'none';

function headsOf(tag: 'THead' | 'TBody', named: boolean): Heads {
  if (tag === 'THead') return 'all';
  return named ? 'first' : 'none';
}

/**
 * Whether the first cells tell the rows apart. They are then said with each cell of their row, which who
 * hears a table has no other way to know; they look as written (ISO 14289-1, 7.5).
 */
function namesRows(rows: readonly TableRow[]): boolean {
  if (rows.length < 2 || rows.some(({ children }) => children.length < 2)) return false;
  const names = rows.map(({ children: [first] }) => (first === undefined ? '' : plainText(first).trim()));
  return !names.includes('') && new Set(names).size === names.length;
}

function readColumns(node: TableNode): readonly TableColumn[] {
  const count = Math.max(0, ...node.children.map((row) => row.children.length));
  const [, ...body] = node.children;
  return Array.from({ length: count }, (_, index) => {
    const cells = body.map((row) => row.children[index]);
    const kinds = cells.map(
      (cell) => readNumberCell(cell === undefined ? '' : plainText(cell))?.kind ?? 'text',
    );
    return {
      align: readAlign(node.align?.[index] ?? null),
      numeric: kinds.includes('number') && !kinds.includes('text'),
    };
  });
}

/**
 * Markdown's `:--` and `--:` were made for texts that run from the left; the eye of an Arabic author
 * takes the colon for the side on which the line begins, so they are start and end here. Numbers of a
 * column at the start align on their last digit, which is where an Arabic line begins.
 */
function readAlign(align: 'left' | 'right' | 'center' | null): TableColumn['align'] {
  return align === 'center' ? 'center' : align === 'right' ? 'end' : 'start';
}

function readRow(
  node: TableRow,
  columns: readonly TableColumn[],
  group: TagTarget,
  heads: Heads,
  around: Around,
): Row {
  const tagTarget = around.context.structure.add('TR', group, originOf(node));
  const cells = columns.map((column, index) =>
    readCell(node.children[index] ?? null, column, tagTarget, scopeOf(heads, index), around, node),
  );
  return { tagTarget, cells };
}

function scopeOf(heads: Heads, index: number): Cell['scope'] {
  if (heads === 'all') return 'Column';
  return heads === 'first' && index === 0 ? 'Row' : null;
}

function readCell(
  node: TableCell | null,
  { numeric }: TableColumn,
  row: TagTarget,
  scope: Cell['scope'],
  around: Around,
  rowNode: Nodes,
): Cell {
  const origin = originOf(node ?? rowNode);
  const tagTarget = around.context.structure.add(
    scope === null ? 'TD' : 'TH',
    row,
    origin,
    scope === null ? {} : { attributes: { scope } },
  );
  const styleName = scope === 'Column' ? 'cell-header' : 'cell';
  const phrase = makePhrase(node?.children ?? [], styleName, tagTarget, around, origin);
  const text = numeric && scope !== 'Column' ? cellText(phrase.content) : null;
  const alignAt = text === null ? null : (readNumberCell(text)?.alignAt ?? null);
  return { phrase, scope, alignAt };
}

import type { Nodes, Table, TableCell, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { TableCell as Cell, TableRow as Row, TableBlock, TextBlock, Track } from '../blocks.ts';
import { makeBox, makeText, makeVoice } from '../build-block.ts';
import type { Role } from '../element.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import type { InlineContent } from '../inline.ts';
import { plainText } from '../plain-text.ts';
import { makeLabel, takeLabel } from './label.ts';
import { cellText, readNumberCell } from './number-cell.ts';
import { scalePadding, scaleRow, tableScale } from './table-scale.ts';

type Align = TextBlock<InlineContent>['paragraph']['align'];

/** A table without a caption. */
export function styleTable(node: Table, flow: Flow): readonly StyledBlock[] {
  const element = flow.run.structure.add('Table', flow.parent, originOf(node));
  return [makeBox(flow.run, 'table', [makeTable(node, element, flow)], originOf(node))];
}

/** `:::table[caption]`: the caption stands above, for it says how to read what follows. `{landscape}` turns its pages. */
export function styleCaptionedTable(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { label, rest } = takeLabel(node);
  const table = rest.find((child): child is Table => child.type === 'table');
  if (table === undefined) {
    run.sink.report('table-expected', originOf(node), { name: node.name });
    return run.blocks(rest, flow);
  }
  const turned = 'landscape' in (node.attributes ?? {});
  const inside = turned ? { ...flow, measure: turnedMeasure(run.theme.page) } : flow;
  const element = run.structure.add('Table', flow.parent, originOf(table));
  const caption = makeLabel(label, boxRoleOf(run, 'table').label, element, flow, node, 'Caption');
  const others = run.blocks(
    rest.filter((child) => child !== table),
    flow,
  );
  const box = makeBox(
    run,
    'table',
    [...caption, makeTable(table, element, inside), ...others],
    originOf(node),
  );
  return [{ ...box, turned }];
}

/** Of a page turned a quarter: its long edge less the narrower margin at both sides. */
function turnedMeasure({ size, margin }: Flow['run']['theme']['page']): number {
  return size.height - 2 * Math.min(margin.inner, margin.outer);
}

function makeTable(node: Table, element: Role, flow: Flow): TableBlock<InlineContent> {
  const { run } = flow;
  const [first, ...rest] = node.children;
  const columns = readColumns(node);
  const { padding, rules } = run.theme.table;
  const head = first === undefined || isEmptyRow(first) ? [] : [first];
  const named = head.length > 0 && namesRows(rest);
  const makeRows = (nodes: readonly TableRow[], tag: 'THead' | 'TBody') => {
    if (nodes.length === 0) return [];
    // A table that is all head still has a body: ISO 14289-1, 7.2 allows no THead without one.
    const group = run.structure.add(rest.length === 0 ? 'TBody' : tag, element, originOf(node));
    return nodes.map((row) => makeTableRow(row, columns, group, headsOf(tag, named), flow));
  };
  const header = makeRows(head, 'THead');
  const rows = makeRows(rest, 'TBody');
  const scale = tableScale([...header, ...rows], padding.start + padding.end, node, flow);
  return {
    kind: 'table',
    role: element,
    spaceBefore: 0,
    spaceAfter: 0,
    keepWithNext: false,
    anchors: [],
    origin: originOf(node),
    columns: columns.map((): Track => ({ kind: 'content' })),
    header: header.map((row) => scaleRow(row, scale, flow)),
    rows: rows.map((row) => scaleRow(row, scale, flow)),
    cellPadding: scalePadding(padding, scale),
    rules: header.length === 0 ? { ...rules, header: null } : rules,
  };
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

interface Column {
  readonly align: Align;
  /** Of its cells but the header some are numbers, and the others say that there is none. */
  readonly numeric: boolean;
}

function readColumns(node: Table): readonly Column[] {
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
function readAlign(align: 'left' | 'right' | 'center' | null): Align {
  return align === 'center' ? 'center' : align === 'right' ? 'end' : 'start';
}

function makeTableRow(
  node: TableRow,
  columns: readonly Column[],
  group: Role,
  heads: Heads,
  flow: Flow,
): Row<InlineContent> {
  const role = flow.run.structure.add('TR', group, originOf(node));
  const cells = columns.map((column, index) =>
    makeTableCell(node.children[index] ?? null, column, role, scopeOf(heads, index), flow, node),
  );
  return { role, cells, background: null };
}

function scopeOf(heads: Heads, index: number): 'Column' | 'Row' | null {
  if (heads === 'all') return 'Column';
  return heads === 'first' && index === 0 ? 'Row' : null;
}

function makeTableCell(
  node: TableCell | null,
  column: Column,
  row: Role,
  scope: 'Column' | 'Row' | null,
  flow: Flow,
  rowNode: Nodes,
): Cell<InlineContent> {
  const { run } = flow;
  const origin = originOf(node ?? rowNode);
  const isHeader = scope === 'Column';
  const element = run.structure.add(
    scope === null ? 'TD' : 'TH',
    row,
    origin,
    scope === null ? {} : { attributes: { scope } },
  );
  const roleName = isHeader ? 'cell-header' : 'cell';
  const voice = makeVoice(flow, roleName, element);
  // −٥ and ١٢–١٧ read from the left, however short the cell
  const isolates = column.numeric && !isHeader ? [{ direction: 'ltr' } as const] : [];
  const content = node === null ? [] : run.inlines(node.children, { ...voice, isolates });
  const text = column.numeric && !isHeader ? cellText(content) : null;
  const alignAt = text === null ? null : (readNumberCell(text)?.alignAt ?? null);
  // A number has no direction of its own that could turn the side it stands at: `n/a` stands with the others.
  const sides = { align: column.align, ...(alignAt === null ? {} : { direction: flow.direction }) };
  return { children: [makeText(flow, roleName, element, content, origin, sides)], alignAt };
}

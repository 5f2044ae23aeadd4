import type { PhrasingContent, RootContent, Table, TableCell, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Making } from './block-elements.ts';
import { flattenBlocks } from './flatten-blocks.ts';
import type { HtmlElement } from './read-html.ts';
import { enterElement, type HtmlScope, readAlign } from './scope.ts';

/** Wider or higher than this no cell is: a table has so many columns at most. */
const MOST_SPAN = 100;

/** Cells made for spans of other cells, in one table: rows × columns of an honest one. */
const MOST_FILLED = 10_000;

/**
 * A table of HTML. Markdown's has cells of one line and no spans: blocks in a cell become lines, and a
 * wide cell is followed by empty ones, which is said.
 */
export function makeTable(element: HtmlElement, scope: HtmlScope, making: Making): readonly RootContent[] {
  const rows = collectRows(element);
  const cells = rows.flatMap(cellsOf);
  const inside = { ...scope, align: null, dir: null };
  const caption = element.children.find((part) => part.kind === 'element' && part.name === 'caption');
  const [only] = cells;
  // a table of one cell is a frame
  if (cells.length <= 1) return making.flow(only?.children ?? element.children, scope);
  const made = fillRows(rows.map((row) => makeRow(row, inside, making)));
  const isHead = rows[0] !== undefined && headsColumns(rows[0]);
  const head = isHead ? [] : [emptyRow(made[0]!)];
  const columns = made[0]!.children.length;
  const cellsByRow = rows.map(cellsOf);
  const align = Array.from({ length: columns }, (_, index) => alignOf(cellsByRow, index));
  const table: Table = {
    type: 'table',
    align,
    children: [...head, ...made],
    data: { origin: element.origin },
  };
  return caption?.kind === 'element' ? [captionTable(table, caption, inside, making)] : [table];
}

function collectRows(element: HtmlElement): readonly HtmlElement[] {
  return element.children.flatMap((part) => {
    if (part.kind !== 'element') return [];
    if (part.name === 'tr') return [part];
    return /^t(?:head|body|foot)$/.test(part.name) ? collectRows(part) : [];
  });
}

function cellsOf(row: HtmlElement): readonly HtmlElement[] {
  return row.children.filter(
    (part): part is HtmlElement => part.kind === 'element' && (part.name === 'td' || part.name === 'th'),
  );
}

/** The first row is a head where all its cells are. */
function headsColumns(row: HtmlElement): boolean {
  return cellsOf(row).every(({ name }) => name === 'th');
}

interface MadeCell {
  readonly node: TableCell;
  readonly columns: number;
  readonly rows: number;
}

interface MadeRow {
  readonly cells: readonly MadeCell[];
  readonly element: HtmlElement;
}

function makeRow(element: HtmlElement, scope: HtmlScope, making: Making): MadeRow {
  const cells = cellsOf(element).map((cell) => {
    const [columns, rows] = [spanOf(cell, 'colspan'), spanOf(cell, 'rowspan')];
    if (columns > 1 || rows > 1) scope.sink.report('html-table-span', cell.origin);
    const children = flattenBlocks(making.flow(cell.children, enterElement(cell, scope)), cell.origin);
    const isHead = cell.name === 'th' && !headsColumns(element);
    const words: PhrasingContent[] =
      isHead && children.length > 0
        ? [{ type: 'strong', children, data: { origin: cell.origin } }]
        : children;
    return { node: makeCell(words, cell), columns, rows };
  });
  return { cells, element };
}

function spanOf({ attributes }: HtmlElement, name: 'colspan' | 'rowspan'): number {
  const span = Number.parseInt(attributes[name] ?? '1', 10);
  return Number.isNaN(span) ? 1 : Math.min(Math.max(span, 1), MOST_SPAN);
}

function makeCell(children: PhrasingContent[], { origin }: HtmlElement): TableCell {
  return { type: 'tableCell', children, data: { origin } };
}

/** All rows as long as the longest, with empty cells where others reach over. */
function fillRows(rows: readonly MadeRow[]): TableRow[] {
  const taken: number[] = [];
  let filled = 0;
  const made = rows.map(({ cells, element }) => {
    const children: TableCell[] = [];
    const fill = () => {
      for (let index = children.length; (taken[index] ?? 0) > 0; index++) {
        taken[index]!--;
        children.push(makeCell([], element));
      }
    };
    for (const { node, columns, rows: down } of cells) {
      fill();
      for (let index = 0; index < columns && (index === 0 || filled < MOST_FILLED); index++) {
        taken[children.length] = down - 1;
        children.push(index === 0 ? node : makeCell([], element));
        if (index > 0) filled++;
      }
    }
    fill();
    return { type: 'tableRow', children, data: { origin: element.origin } } satisfies TableRow;
  });
  const columns = Math.max(...made.map(({ children }) => children.length));
  for (const [index, row] of made.entries())
    while (row.children.length < columns) row.children.push(makeCell([], rows[index]!.element));
  return made;
}

function emptyRow({ children, data }: TableRow): TableRow {
  const cells = children.map((): TableCell => ({ type: 'tableCell', children: [], data: { ...data } }));
  return { type: 'tableRow', children: cells, data: { ...data } };
}

/** Of a column, as its first cell says it; Markdown has it on paper too. */
function alignOf(
  rows: readonly (readonly HtmlElement[])[],
  column: number,
): 'left' | 'right' | 'center' | null {
  for (const row of rows) {
    const align = readAlign(row[column]?.attributes['align']);
    if (align === 'left' || align === 'right' || align === 'center') return align;
  }
  return null;
}

function captionTable(
  table: Table,
  caption: HtmlElement,
  scope: HtmlScope,
  { line }: Making,
): ContainerDirective | Table {
  const children = line(caption.children, scope);
  if (children.length === 0) return table;
  const { origin } = caption;
  const label = { type: 'paragraph', children, data: { origin, directiveLabel: true } } as const;
  return {
    type: 'containerDirective',
    name: 'table',
    attributes: {},
    children: [label, table],
    data: { origin },
  } as ContainerDirective;
}

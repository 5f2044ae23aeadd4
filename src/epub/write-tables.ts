import { isArtifact } from '../base/element.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Bar, Cell, Chart, Row, Table, TableColumn } from '../resolve/nodes.ts';
import { drawBar } from '../style/drawings.ts';
import { lengthOfBar, planShares, type Shares } from './bar-shares.ts';
import { setApart, textRun, within } from './collect-runs.ts';
import { drawShape } from './drawing.ts';
import type { PartWriter, WritePlace } from './part-writer.ts';
import { addClass } from './xml.ts';

/** A table, in a box of its own where more stands with it. */
function openTable(
  name: 'table' | 'chart',
  { tagTarget, others }: Table | Chart,
  at: WritePlace,
  writer: PartWriter,
): { readonly inside: WritePlace; readonly table: WritePlace } {
  if (others.length === 0) {
    const inside = writer.box(name, tagTarget, at);
    return { inside, table: inside };
  }
  const inside = writer.box(name, null, at);
  return { inside, table: { ...inside, node: writer.openElement(tagTarget, inside.node) } };
}

export function writeTable(node: Table, at: WritePlace, writer: PartWriter): void {
  const { inside, table } = openTable('table', node, at, writer);
  writer.anchor([], table.node);
  if (node.caption !== null) writer.phrase(node.caption, table);
  const heads: string[] = [];
  for (const rows of [node.header, node.rows]) {
    const group = rows[0] === undefined || isArtifact(rows[0].tagTarget) ? null : rows[0].tagTarget.parent;
    if (group === null) continue;
    const host = writer.openElement(group, table.node);
    for (const row of rows) {
      const cells = writeRow(row, node.columns, { ...at, node: host }, writer);
      if (rows === node.header) heads.push(...cells.map(wordsOf));
      else if (isWide(node)) nameCells(cells, heads);
    }
  }
  if (isWide(node)) addClass(table.node, 'wide');
  writer.blocks(node.others, { ...inside, measure: at.measure });
}

/** Columns: on a telephone more leave each less than a word. */
const MANY_COLUMNS = 5;

/** Whether its rows are written one under the other where there is no room: only what has one row of heads can be. */
const isWide = ({ columns, header }: Table) => columns.length >= MANY_COLUMNS && header.length === 1;

/** Under the head of its column each cell is read by itself. The first of a row names it, and needs none. */
function nameCells(cells: readonly XmlElement[], heads: readonly string[]): void {
  cells.forEach((cell, index) => {
    const head = heads[index] ?? '';
    if (index > 0 && head !== '' && cell.children.length > 0) cell.attributes['data-head'] = head;
  });
}

function wordsOf(node: XmlElement): string {
  return node.children.map((child) => (typeof child === 'string' ? child : wordsOf(child))).join('');
}

/** @returns its cells */
function writeRow(
  { tagTarget, cells }: Row,
  columns: readonly TableColumn[],
  at: WritePlace,
  writer: PartWriter,
): readonly XmlElement[] {
  const row = { ...at, node: writer.openElement(tagTarget, at.node) };
  return cells.map((cell, index) => writeCell(cell, columns[index]!, row, writer));
}

/** −٥ and ١٢–١٧ read from the left, however short the cell. */
function writeCell(
  { phrase, scope, alignAt }: Cell,
  column: TableColumn,
  at: WritePlace,
  writer: PartWriter,
): XmlElement {
  const own = writer.scope(phrase.styleName, phrase.tagTarget);
  const isNumber = column.numeric && scope !== 'Column';
  const runs = writer.runs(phrase, isNumber ? within(own, setApart('ltr')) : own);
  const node = writer.openElement(phrase.tagTarget, at.node);
  // A number has no direction of its own that could turn the side it stands at.
  const sides = { align: column.align, ...(alignAt === null ? {} : { direction: at.direction }) };
  return writer.fill(node, phrase, runs, at, sides);
}

/** A table whose numbers are drawn. */
export function writeChart(node: Chart, at: WritePlace, writer: PartWriter): void {
  const { bars, caption, unit } = node;
  const { inside, table } = openTable('chart', node, at, writer);
  if (caption !== null) {
    const title = writer.openElement(caption.tagTarget, table.node);
    const scope = writer.scope(caption.styleName, caption.tagTarget);
    const light = { ...scope, marks: [{ name: 'span', class: 'light' }] };
    const units = unit === '' ? [] : [textRun(`${caption.content.length === 0 ? '' : ' '}(${unit})`, light)];
    writer.fill(title, caption, [...writer.runs(caption), ...units], table);
  }
  const shares = planShares(bars, writer.draft.theme, at.measure);
  let body: XmlElement | null = null;
  for (const bar of bars) {
    const row = isArtifact(bar.name.tagTarget) ? null : bar.name.tagTarget.parent;
    body ??= writer.open(row?.parent ?? null, element('tbody'), table.node);
    const host = writer.open(row, element('tr'), body);
    writeBar(bar, shares, { ...at, node: host }, writer);
  }
  writer.blocks(node.others, { ...inside, measure: at.measure });
}

/** As long as its share of the width, the number after it. */
function writeBar({ name, shown, value }: Bar, shares: Shares, at: WritePlace, writer: PartWriter): void {
  writer.hasDrawings = true;
  writer.phrase(name, at);
  const drawing = drawBar(value === shares.most, writer.draft.theme);
  const share = lengthOfBar(value, shares) / (1 - shares.name);
  writer.phrase(shown, at, { before: [drawShape(drawing, at.measure, share)] });
}

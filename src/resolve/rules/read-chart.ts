import type { Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { readNumber } from '../../base/counters.ts';
import type { Origin } from '../../base/origin.ts';
import { suggestName } from '../../base/suggest-name.ts';
import { CHART_KINDS, type ChartData, type ChartKind, type Series } from '../../charts/chart-data.ts';
import { readDates } from '../../charts/read-dates.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { ResolveContext } from '../context.ts';
import { setDigits } from '../convert-digits.ts';
import { plainText } from '../plain-text.ts';

/** A cell as written, and where. */
interface DataCell {
  readonly text: string;
  readonly origin: Origin;
}

/** The first row names the series, the first column the categories. */
export type DataTable = readonly (readonly DataCell[])[];

export function cellsOfTable(table: Table): DataTable {
  const cells = (row: TableRow) =>
    row.children.map((cell) => ({ text: plainText(cell).trim(), origin: originOf(cell) }));
  return table.children.map(cells);
}

/** Whether more is asked for than bars of one series, which are set as text. */
export function isDrawn(node: ContainerDirective): boolean {
  const { type = 'bar', ...others } = node.attributes ?? {};
  if (type !== 'bar' || ['data', 'highlight', 'sort', 'source'].some((name) => name in others)) return true;
  const table = node.children.find((child) => child.type === 'table');
  const rows = table?.type === 'table' ? table.children.slice(1) : [];
  return rows.some(({ children }) =>
    children.slice(1).some((cell, index) => {
      const value = readNumber(plainText(cell).trim());
      return value !== null && (index > 0 || value < 0);
    }),
  );
}

/** The kind that is asked for; of one that there is not bars are drawn, and that is reported. */
export function kindOf(node: ContainerDirective, { sink }: ResolveContext): ChartKind {
  const written = node.attributes?.['type']?.trim().toLowerCase() ?? 'bar';
  const known = CHART_KINDS.find((kind) => kind === written);
  if (known !== undefined) return known;
  sink.report('chart-type', originOf(node), { written, known: CHART_KINDS.join(', ') });
  return 'bar';
}

/** Beyond these numbers are mistakes, or no reader tells them from naught. */
const GREATEST = 1e15;
const LEAST = 1e-12;

/** What a table says, in the order that is asked for. @returns null where there is nothing to draw, which is reported */
export function readChart(
  node: ContainerDirective,
  table: DataTable,
  kind: ChartKind,
  context: ResolveContext,
): ChartData | null {
  const [head = [], ...rows] = table;
  const columns = Math.max(0, ...table.map((row) => row.length)) - 1;
  const series = Array.from({ length: Math.max(0, columns) }, (_, index): Series => {
    const values = rows.map((row) => readValue(row[index + 1], kind, context));
    return { name: setDigits(head[index + 1]?.text ?? '', context), values };
  }).filter(({ values }) => values.some((value) => value !== null));
  if (series.length === 0) {
    context.sink.report('chart-empty', originOf(node));
    return null;
  }
  const names = rows.map(([first]) => first?.text ?? '');
  const times = kind === 'line' || kind === 'area' ? readDates(names) : null;
  const categories = names.map((name, index) => ({
    name: setDigits(name, context),
    time: times?.[index] ?? null,
  }));
  reportShape(node, kind, names.length, series.length, context);
  const order = orderOf(node, names, series[0]!, context);
  const highlight = highlightOf(node, names, context);
  return {
    kind,
    categories: order.map((at) => categories[at]!),
    series: series.map(({ name, values }) => ({ name, values: order.map((at) => values[at] ?? null) })),
    highlight: highlight === null ? null : order.indexOf(highlight),
  };
}

/** Categories that a reader tells apart on a page; of lines and areas as many as there are points. */
const MOST: Readonly<Record<ChartKind, number>> = {
  bar: 60,
  dot: 60,
  column: 60,
  grouped: 60,
  stacked: 60,
  pie: 12,
  line: Number.POSITIVE_INFINITY,
  area: Number.POSITIVE_INFINITY,
};

/** What a chart of that kind cannot show of its data, or not so that it is read. */
function reportShape(
  node: ContainerDirective,
  kind: ChartKind,
  categories: number,
  series: number,
  { sink }: ResolveContext,
): void {
  const origin = originOf(node);
  if (categories > MOST[kind]) sink.report('chart-many', origin, { count: categories, most: MOST[kind] });
  if (kind === 'pie' && series > 1) sink.report('chart-pie', origin);
  const canPoint = series === 1 && kind !== 'line' && kind !== 'area';
  if (node.attributes?.['highlight'] !== undefined && !canPoint) sink.report('chart-pointing', origin);
}

/** Cells of nothing, or of what stands for nothing, are missing values; all others that are no numbers are reported. */
function readValue(cell: DataCell | undefined, kind: ChartKind, { sink }: ResolveContext): number | null {
  if (cell === undefined || /^(?:[-–—…؟?*]|n\/?a|لا يوجد)?$/i.test(cell.text)) return null;
  const value = readNumber(cell.text);
  const size = Math.abs(value ?? 0);
  const isShown =
    value !== null && size <= GREATEST && (size === 0 || size >= LEAST) && (kind !== 'pie' || value >= 0);
  if (!isShown) sink.report('chart-value', cell.origin, { value: cell.text });
  return isShown ? value + 0 : null;
}

const ORDERS = ['ascending', 'descending'] as const;

/** Indices of the rows, as `sort` says. */
function orderOf(
  node: ContainerDirective,
  names: readonly string[],
  { values }: Series,
  { sink }: ResolveContext,
): readonly number[] {
  const order = [...names.keys()];
  const written = node.attributes?.['sort']?.trim().toLowerCase();
  if (written === undefined) return order;
  const known = ORDERS.find((name) => name === written);
  if (known === undefined) sink.report('chart-sort', originOf(node), { written, known: ORDERS.join(', ') });
  const sign = known === 'descending' ? -1 : 1;
  const numberAt = (at: number) => values[at] ?? Number.NEGATIVE_INFINITY;
  return known === undefined ? order : order.sort((a, b) => sign * (numberAt(a) - numberAt(b)));
}

function highlightOf(
  node: ContainerDirective,
  names: readonly string[],
  { sink }: ResolveContext,
): number | null {
  const written = node.attributes?.['highlight']?.trim();
  if (written === undefined) return null;
  const index = names.indexOf(written);
  if (index >= 0) return index;
  sink.report('chart-highlight', originOf(node), { written, ...suggestName(written, names) });
  return null;
}

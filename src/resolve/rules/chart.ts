import type { Nodes, Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { readNumber } from '../../base/counters.ts';
import type { TagTarget } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around, ResolveContext } from '../context.ts';
import { setDigits } from '../convert-digits.ts';
import type { Bar, Phrase, ResolvedBlock } from '../nodes.ts';
import { makePhrase, plainPhrase, takeLabel } from '../phrase.ts';
import { plainText } from '../plain-text.ts';
import { makeCaption } from './captions.ts';
import { resolveDrawnChart } from './drawn-chart.ts';
import { cellsOfTable, isDrawn, kindOf, readChart } from './read-chart.ts';

/**
 * `:::chart`: a bar for each row of its table, which it is when it is spoken; a drawing where more is asked for than one row
 * of bars.
 */
export function resolveChart(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context } = around;
  const origin = originOf(node);
  const { label, rest } = takeLabel(node);
  const table = rest.find((child): child is Table => child.type === 'table');
  if (isDrawn(node)) return drawFrom(node, around);
  if (table === undefined) {
    context.sink.report('table-expected', origin, { name: node.name });
    return context.blocks(rest, around);
  }
  const element = context.structure.add('Table', around.parent, origin);
  const unit = setDigits(node.attributes?.['unit'] ?? '', context);
  const caption = makeTitle(label, unit, element, around, node);
  const isWider = reportColumns(table, context);
  const series = readSeries(table, context);
  const body = context.structure.add('TBody', element, origin);
  const bars = series.map((value) => makeBar(value, body, around));
  const others = context.blocks(
    rest.filter((child) => child !== table || isWider),
    around,
  );
  return [{ kind: 'chart', tagTarget: element, caption, unit, bars, others, origin }];
}

/** From the file that it names, or its table, which stands there itself where nothing can be drawn. */
function drawFrom(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context } = around;
  const origin = originOf(node);
  const { label, rest } = takeLabel(node);
  const table = rest.find((child): child is Table => child.type === 'table');
  const rows = node.attributes?.['data'] === undefined ? null : context.charts.rowsOf(node, context.sink);
  const cells = rows?.map((row) => row.map((text) => ({ text, origin }))) ?? (table && cellsOfTable(table));
  if (cells === undefined) {
    if (node.attributes?.['data'] === undefined)
      context.sink.report('table-expected', origin, { name: node.name });
    return context.blocks(rest, around);
  }
  const data = readChart(node, cells, kindOf(node, context), context);
  if (data === null) return context.blocks(rest, around);
  const others = rest.filter((child) => child !== table);
  return resolveDrawnChart(node, data, cells, { label, others }, around);
}

/** A unit alone is said in it too. */
function makeTitle(
  label: readonly Nodes[],
  unit: string,
  element: TagTarget,
  around: Around,
  node: Nodes,
): Phrase | null {
  const { theme, structure } = around.context;
  const { label: styleName } = boxStyleIn(theme, 'chart');
  const caption = makeCaption(label, styleName, element, around, node);
  if (caption !== null || unit === '') return caption;
  const origin = originOf(node);
  return { styleName, tagTarget: structure.add('Caption', element, origin), content: [], origin };
}

interface Value {
  readonly node: TableRow;
  readonly name: readonly Nodes[];
  /** As written. */
  readonly shown: string;
  readonly value: number;
}

/** A bar has one length: where there are further columns, the table itself stands under its bars. */
function reportColumns(table: Table, { sink }: ResolveContext): boolean {
  let isWider = false;
  for (const row of table.children) {
    const others = row.children.slice(2).map((cell) => plainText(cell).trim());
    if (others.every((text) => text === '')) continue;
    isWider = true;
    sink.report('chart-columns', originOf(row.children[2] ?? row));
  }
  return isWider;
}

function readSeries(table: Table, { sink }: ResolveContext): readonly Value[] {
  return table.children.slice(1).map((node) => {
    const [name, number] = node.children;
    const shown = number === undefined ? '' : plainText(number).trim();
    const value = readNumber(shown);
    const isBar = value !== null && value >= 0;
    if (!isBar) sink.report('chart-number', originOf(number ?? node), { value: shown });
    return { node, name: name?.children ?? [], shown, value: isBar ? value : 0 };
  });
}

function makeBar({ node, name, shown, value }: Value, body: TagTarget, around: Around): Bar {
  const { context } = around;
  const origin = originOf(node);
  const row = context.structure.add('TR', body, origin);
  const header = context.structure.add('TH', row, origin, { attributes: { scope: 'Row' } });
  const cell = context.structure.add('TD', row, origin);
  return {
    name: makePhrase(name, 'bar-label', header, around, origin),
    shown: plainPhrase(setDigits(shown, context), 'bar-value', cell, origin),
    value,
    nameLength: name.map((node) => plainText(node)).join('').length,
    shownLength: shown.length,
    origin,
  };
}

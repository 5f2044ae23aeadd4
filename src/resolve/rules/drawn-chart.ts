import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { hasEasternDigits } from '../../base/digits.ts';
import type { TagTarget } from '../../base/element.ts';
import type { ChartData, ChartLooks } from '../../charts/chart-data.ts';
import { drawChart } from '../../charts/draw-chart.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn, textStyleIn } from '../../theme/rows.ts';
import type { Around, ResolveContext } from '../context.ts';
import { convertDigits, setDigits } from '../convert-digits.ts';
import type { Drawing } from '../image-source.ts';
import type { Figure, Phrase, ResolvedBlock } from '../nodes.ts';
import { plainPhrase } from '../phrase.ts';
import { PIXEL } from '../picture-size.ts';
import { makeCaption } from './captions.ts';
import type { DataTable } from './read-chart.ts';

/** Points: the measure of a usual page, so that type has its size on it. */
const WIDTH = 430;
/** Alternatives that are longer are not listened to; the data then is in its least and greatest values. */
const LONGEST_ALT = 2000;

/** A chart that is a drawing: a figure with its data as alternative, its source below it. */
export function resolveDrawnChart(
  node: ContainerDirective,
  data: ChartData,
  table: DataTable,
  rest: { readonly label: readonly Nodes[]; readonly others: readonly Nodes[] },
  around: Around,
): readonly ResolvedBlock[] {
  const { context } = around;
  const origin = originOf(node);
  const box = context.structure.add('Div', around.parent, origin);
  const title = makeTitle(node, rest.label, box, around);
  const written = table.map((row) => row.map(({ text }) => setDigits(text, context)));
  const figureTarget = context.structure.add('Div', box, origin);
  const tagTarget = context.structure.add('Figure', figureTarget, origin, {
    alt: sayData(data, written, context),
  });
  const looks = looksOf(around, table);
  const picture = drawChart(data, looks);
  const image: Drawing = {
    kind: 'drawing',
    path: '',
    width: picture.box.width / PIXEL,
    height: picture.box.height / PIXEL,
    viewBox: picture.box,
    nodes: picture.nodes,
  };
  const facts = { caption: null, isCaptionBeside: false, align: null, width: null, height: null };
  const figure: Figure = {
    kind: 'figure',
    figureTarget,
    image,
    tagTarget,
    ...facts,
    data: { name: context.words.table, rows: written },
    origin,
  };
  const inside = { ...around, parent: box };
  const children = [figure, ...makeSource(node, box, context), ...context.blocks(rest.others, inside)];
  return [{ kind: 'box', tagTarget: box, name: 'chart', title, children, origin }];
}

/** The unit is said once, after the title. */
function makeTitle(
  node: ContainerDirective,
  label: readonly Nodes[],
  parent: TagTarget,
  around: Around,
): Phrase | null {
  const { context } = around;
  const origin = originOf(node);
  const { label: styleName } = boxStyleIn(context.theme, 'chart');
  const caption = makeCaption(label, styleName, parent, around, node, 'P');
  const unit = setDigits(node.attributes?.['unit'] ?? '', context);
  if (unit === '') return caption;
  if (caption === null)
    return plainPhrase(`(${unit})`, styleName, context.structure.add('P', parent, origin), origin);
  return { ...caption, content: [...caption.content, { kind: 'text', text: ` (${unit})`, origin }] };
}

/** `source=`: where the numbers come from. */
function makeSource(
  node: ContainerDirective,
  parent: TagTarget,
  context: ResolveContext,
): readonly ResolvedBlock[] {
  const source = node.attributes?.['source']?.trim() ?? '';
  if (source === '') return [];
  const origin = originOf(node);
  const target = context.structure.add('P', parent, origin);
  const phrase = plainPhrase(setDigits(source, context), 'caption', target, origin);
  return [{ kind: 'label', phrase, origin }];
}

/** Category by category, in the marks of the document's script; of very much the ends alone. */
function sayData(
  { categories, series }: ChartData,
  written: readonly (readonly string[])[],
  context: ResolveContext,
): string {
  const isRtl = context.settings.dir === 'rtl';
  const [comma, semicolon] = isRtl ? ['، ', '؛ '] : [', ', '; '];
  const rows = written.slice(1).map((row) => {
    const values = row
      .slice(1)
      .map((text, index) => (series.length > 1 ? `${written[0]![index + 1] ?? ''} ${text}` : text));
    return `${row[0] ?? ''}: ${values.join(comma)}`;
  });
  const whole = rows.join(semicolon);
  if (whole.length <= LONGEST_ALT) return whole;
  const ends = [rows[0], '…', rows.at(-1)].join(semicolon);
  return `${categories.length}: ${ends}`.slice(0, LONGEST_ALT);
}

/** The looks of the theme, its numbers in the digits of the document, or of the table where these are as typed. */
function looksOf({ context, direction }: Around, table: DataTable): ChartLooks {
  const { theme, textDigits, charts } = context;
  const { colors } = theme;
  const typed = table
    .flat()
    .map(({ text }) => text)
    .join('');
  const own = /[\u06F0-\u06F9]/.test(typed) ? 'persian' : 'arabic-indic';
  const counter = textDigits ?? (hasEasternDigits(typed) ? own : null);
  const black = '#000000';
  return {
    width: WIDTH,
    size: textStyleIn(theme, 'bar-label').size,
    isRtl: direction === 'rtl',
    ink: colors['ink'] ?? black,
    grey: colors['grey'] ?? black,
    line: colors['line'] ?? black,
    paper: colors['paper'] ?? '#FFFFFF',
    accent: colors['accent'] ?? black,
    format: (value, decimals) => {
      const plain = group(value, value === 0 ? 0 : decimals);
      return counter === null ? plain : convertDigits(plain, counter);
    },
    percent: counter === null || counter === 'decimal' ? '%' : '\u066A',
    setWords: charts.setWords,
  };
}

/** 12,345.6; a number of four digits may be a year, and stays as it is. */
function group(value: number, decimals: number): string {
  const [whole = '', part] = Math.abs(value).toFixed(decimals).split('.');
  const grouped = whole.length > 4 ? whole.replace(/\B(?=(?:\d{3})+$)/g, ',') : whole;
  return `${value < 0 ? '-' : ''}${grouped}${part === undefined ? '' : `.${part}`}`;
}

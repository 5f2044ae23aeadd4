import type { Nodes, Table, TableRow } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { ShapePath } from '../blocks.ts';
import {
  makeBox,
  makeCell,
  makePlainText,
  makeRow,
  makeRun,
  makeShape,
  makeStack,
  makeText,
  makeVoice,
  point,
  share,
} from '../build-block.ts';
import { setDigits } from '../convert-digits.ts';
import { readNumber } from '../counters.ts';
import type { Role } from '../element.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock, textRoleOf } from '../flow.ts';
import { plainText } from '../plain-text.ts';
import { takeLabel } from './label.ts';

/**
 * `:::chart`: horizontal bars from the start side, each with its name before it and its value at its
 * end, so that no legend and no axis is needed. Spoken, it is the table it was written as.
 */
export function styleChart(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const { label, rest } = takeLabel(node);
  const table = rest.find((child): child is Table => child.type === 'table');
  if (table === undefined) {
    run.sink.report('table-expected', origin, { name: node.name });
    return run.blocks(rest, flow);
  }
  const element = run.structure.add('Table', flow.parent, origin);
  const title = makeTitle(label, node, element, flow);
  const isWider = reportColumns(table, flow);
  const bars = readBars(table, flow);
  const shares = planShares(bars, flow);
  const body = run.structure.add('TBody', element, origin);
  const rows = bars.map((bar) => makeBar(bar, shares, body, flow));
  return [
    makeBox(
      run,
      'chart',
      [
        ...title,
        ...rows,
        ...run.blocks(
          rest.filter((child) => child !== table || isWider),
          flow,
        ),
      ],
      origin,
    ),
  ];
}

/** The unit is said once, after the title: beside each number it would need a plural of its own. */
function makeTitle(
  label: readonly Nodes[],
  node: ContainerDirective,
  element: Role,
  flow: Flow,
): readonly StyledBlock[] {
  const { run } = flow;
  const unit = node.attributes?.['unit'] ?? '';
  if (label.length === 0 && unit === '') return [];
  const roleName = boxRoleOf(run, 'chart').label;
  const caption = run.structure.add('Caption', element, originOf(node));
  const voice = makeVoice(flow, roleName, caption);
  const light = { ...voice, style: run.styles.vary(voice.style, { weight: 400 }) };
  const units =
    unit === ''
      ? []
      : [makeRun(`${label.length === 0 ? '' : ' '}(${setDigits(unit, run)})`, light, originOf(node))];
  return [makeText(flow, roleName, caption, [...run.inlines(label, voice), ...units], originOf(node))];
}

interface Bar {
  readonly node: TableRow;
  readonly name: readonly Nodes[];
  /** As written. */
  readonly shown: string;
  readonly value: number;
}

/** A bar has one length: where there are further columns, the table itself stands under its bars. */
function reportColumns(table: Table, { run }: Flow): boolean {
  let isWider = false;
  for (const row of table.children) {
    const others = row.children.slice(2).map((cell) => plainText(cell).trim());
    if (others.every((text) => text === '')) continue;
    isWider = true;
    run.sink.report('chart-columns', originOf(row.children[2] ?? row));
  }
  return isWider;
}

function readBars(table: Table, { run }: Flow): readonly Bar[] {
  return table.children.slice(1).map((node) => {
    const [name, number] = node.children;
    const shown = number === undefined ? '' : plainText(number).trim();
    const value = readNumber(shown);
    const isBar = value !== null && value >= 0;
    if (!isBar) run.sink.report('chart-number', originOf(number ?? node), { value: shown });
    return { node, name: name?.children ?? [], shown, value: isBar ? value : 0 };
  });
}

/** Parts of the measure that names and values take, and the greatest value. The same for all rows. */
interface Shares {
  readonly name: number;
  readonly value: number;
  readonly most: number;
}

/** A letter of the sans is about half an em wide; a name may take at most two fifths before it breaks. */
function planShares(bars: readonly Bar[], { run, measure }: Flow): Shares {
  const em = textRoleOf(run, 'bar-label').size / measure;
  const longest = (texts: readonly string[]) => Math.max(0, ...texts.map((text) => text.length));
  const name = longest(bars.map((bar) => bar.name.map(plainText).join(''))) * 0.5 * em + em;
  const value = longest(bars.map((bar) => bar.shown)) * 0.6 * em + 1.5 * em;
  return {
    name: Math.min(0.4, Math.max(0.1, name)),
    value: Math.min(0.25, value),
    most: Math.max(0, ...bars.map((bar) => bar.value)),
  };
}

function makeBar({ node, name, shown, value }: Bar, shares: Shares, body: Role, flow: Flow): StyledBlock {
  const { run } = flow;
  const origin = originOf(node);
  const row = run.structure.add('TR', body, origin);
  const header = run.structure.add('TH', row, origin, { attributes: { scope: 'Row' } });
  const cell = run.structure.add('TD', row, origin);
  const label = makeText(
    flow,
    'bar-label',
    header,
    run.inlines(name, makeVoice(flow, 'bar-label', header)),
    origin,
  );
  const room = 1 - shares.name - shares.value;
  // a track of no width at all would divide by zero where all values are zero
  const length = Math.max(0.002, shares.most === 0 ? 0 : room * (value / shares.most));
  const number = makePlainText(flow, 'bar-value', cell, setDigits(shown, run), origin);
  const shape = makeShape(textRoleOf(run, 'bar-label').leading, drawBar(value === shares.most, flow), origin);
  return makeRow(
    [
      makeCell([makeStack([label], origin, { end: 6 })], share(shares.name)),
      makeCell([shape], share(length)),
      makeCell(
        [{ ...makeStack([number], origin), padding: { start: 5, end: 0, before: 0, after: 0 } }],
        share(1 - shares.name - length),
      ),
    ],
    0,
    origin,
    { keep: false },
  );
}

/** The longest bar in the accent, the others paler; a hairline at the start joins them to a common foot. */
function drawBar(isLongest: boolean, { run }: Flow): readonly ShapePath[] {
  const height = textRoleOf(run, 'bar-label').leading;
  const { colors } = run.theme;
  const fill = (isLongest ? colors['accent'] : colors['soft']) ?? '#000000';
  const top = height * 0.24;
  const foot = height * 0.8;
  const bar = [point(0, 0, top), point(1, 0, top), point(1, 0, foot), point(0, 0, foot)];
  const axis = [point(0, 0, 0), point(0, 0, height)];
  return [
    { points: bar, closed: true, fill, stroke: null },
    { points: axis, closed: false, fill: null, stroke: { width: 0.5, color: colors['grey'] ?? '#000000' } },
  ];
}

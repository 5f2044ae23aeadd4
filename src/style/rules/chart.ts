import { polygon, polyline } from '../../base/path.ts';
import type { Bar, Chart } from '../../resolve/nodes.ts';
import type { ShapePath } from '../blocks.ts';
import {
  makeBox,
  makeCell,
  makeRow,
  makeRun,
  makeShape,
  makeStack,
  makeText,
  makeVoice,
  point,
  setPhrase,
  share,
} from '../build-block.ts';
import { type Flow, type StyledBlock, textRoleOf } from '../flow.ts';

/**
 * Horizontal bars from the start side, each with its name before it and its value at its end, so that no legend and
 * no axis is needed.
 */
export function styleChart(node: Chart, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { bars, others, origin } = node;
  const shares = planShares(bars, flow);
  const rows = bars.map((bar) => makeBar(bar, shares, flow));
  return [makeBox(run, 'chart', [...makeTitle(node, flow), ...rows, ...run.blocks(others, flow)], origin)];
}

/** The unit is said once, after the title: beside each number it would need a plural of its own. */
function makeTitle({ caption, unit, origin }: Chart, flow: Flow): readonly StyledBlock[] {
  if (caption === null) return [];
  const { run } = flow;
  const { look, role, content } = caption;
  const voice = makeVoice(flow, look, role);
  const light = { ...voice, style: run.styles.vary(voice.style, { weight: 400 }) };
  const units = unit === '' ? [] : [makeRun(`${content.length === 0 ? '' : ' '}(${unit})`, light, origin)];
  return [makeText(flow, look, role, [...run.inlines(content, voice), ...units], origin)];
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
  const name = Math.max(0, ...bars.map(({ nameLength }) => nameLength)) * 0.5 * em + em;
  const value = Math.max(0, ...bars.map(({ shownLength }) => shownLength)) * 0.6 * em + 1.5 * em;
  return {
    name: Math.min(0.4, Math.max(0.1, name)),
    value: Math.min(0.25, value),
    most: Math.max(0, ...bars.map((bar) => bar.value)),
  };
}

function makeBar({ name, shown, value, origin }: Bar, shares: Shares, flow: Flow): StyledBlock {
  const label = setPhrase(flow, name);
  const room = 1 - shares.name - shares.value;
  // a track of no width at all would divide by zero where all values are zero
  const length = Math.max(0.002, shares.most === 0 ? 0 : room * (value / shares.most));
  const number = setPhrase(flow, shown);
  const { leading } = textRoleOf(flow.run, 'bar-label');
  const shape = makeShape(leading, drawBar(value === shares.most, flow), origin);
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
    { path: polygon(bar), fill, stroke: null },
    { path: polyline(axis), fill: null, stroke: { width: 0.5, color: colors['grey'] ?? '#000000' } },
  ];
}

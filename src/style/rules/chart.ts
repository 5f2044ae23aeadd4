import type { Bar, Chart } from '../../resolve/nodes.ts';
import {
  makeBox,
  makeCell,
  makeRow,
  makeRun,
  makeShape,
  makeStack,
  makeText,
  makeVoice,
  setPhrase,
  share,
} from '../build-block.ts';
import { drawBar, lengthOfBar, planShares, type Shares } from '../drawings.ts';
import type { Flow, StyledBlock } from '../flow.ts';

/**
 * Horizontal bars from the start side, each with its name before it and its value at its end, so that no legend and
 * no axis is needed.
 */
export function styleChart(node: Chart, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { bars, others, origin } = node;
  const shares = planShares(bars, run.theme, flow.measure);
  const rows = bars.map((bar) => makeBar(bar, shares, flow));
  return [makeBox(run, 'chart', [...makeTitle(node, flow), ...rows, ...run.blocks(others, flow)], origin)];
}

/** The unit is said once, after the title: beside each number it would need a plural of its own. */
function makeTitle({ caption, unit, origin }: Chart, flow: Flow): readonly StyledBlock[] {
  if (caption === null) return [];
  const { run } = flow;
  const { styleName, tagTarget, content } = caption;
  const voice = makeVoice(flow, styleName, tagTarget);
  const light = { ...voice, style: run.styles.vary(voice.style, { weight: 400 }) };
  const units = unit === '' ? [] : [makeRun(`${content.length === 0 ? '' : ' '}(${unit})`, light, origin)];
  return [makeText(flow, styleName, tagTarget, [...run.inlines(content, voice), ...units], origin)];
}

function makeBar({ name, shown, value, origin }: Bar, shares: Shares, flow: Flow): StyledBlock {
  const label = setPhrase(flow, name);
  const length = lengthOfBar(value, shares);
  const number = setPhrase(flow, shown);
  const { height, paths } = drawBar(value === shares.most, flow.run.theme);
  const shape = makeShape(height, paths, origin);
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

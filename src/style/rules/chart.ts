import type { Bar, Chart } from '../../resolve/nodes.ts';
import {
  makeBox,
  makeCell,
  makeFormatting,
  makeRow,
  makeShape,
  makeStack,
  makeText,
  makeTextInline,
  setPhrase,
  share,
} from '../build-block.ts';
import type { BlockScope, StyledBlock } from '../context.ts';
import { drawBar, lengthOfBar, planShares, type Shares } from '../drawings.ts';

/**
 * Horizontal bars from the start side, each with its name before it and its value at its end, so that no legend and
 * no axis is needed.
 */
export function styleChart(node: Chart, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { bars, others, origin } = node;
  const shares = planShares(bars, context.theme, scope.measure);
  const rows = bars.map((bar) => makeBar(bar, shares, scope));
  return [
    makeBox(context, 'chart', [...makeTitle(node, scope), ...rows, ...context.blocks(others, scope)], origin),
  ];
}

/** The unit is said once, after the title: beside each number it would need a plural of its own. */
function makeTitle({ caption, unit, origin }: Chart, scope: BlockScope): readonly StyledBlock[] {
  if (caption === null) return [];
  const { context } = scope;
  const { styleName, tagTarget, content } = caption;
  const formatting = makeFormatting(scope, styleName, tagTarget);
  const light = { ...formatting, style: context.styles.vary(formatting.style, { weight: 400 }) };
  const units =
    unit === '' ? [] : [makeTextInline(`${content.length === 0 ? '' : ' '}(${unit})`, light, origin)];
  return [makeText(scope, styleName, tagTarget, [...context.inlines(content, formatting), ...units], origin)];
}

function makeBar({ name, shown, value, origin }: Bar, shares: Shares, scope: BlockScope): StyledBlock {
  const label = setPhrase(scope, name);
  const length = lengthOfBar(value, shares);
  const number = setPhrase(scope, shown);
  const { height, paths } = drawBar(value === shares.most, scope.context.theme);
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

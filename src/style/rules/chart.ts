import type { Chart } from '../../resolve/nodes.ts';
import type { RowCell, TextBlock } from '../blocks.ts';
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
import { drawBar } from '../drawings.ts';
import type { InlineContent } from '../inline.ts';

/**
 * Horizontal bars from the start side, each with its name before it and its value at its end, so that no legend and
 * no axis is needed. Names and values have the room that the longest of them takes, bars what is left.
 */
export function styleChart(node: Chart, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { bars, others, origin } = node;
  const names = bars.map(({ name }) => setPhrase(scope, name));
  const values = bars.map(({ shown }) => setPhrase(scope, shown));
  const most = Math.max(0, ...bars.map(({ value }) => value));
  const rows = bars.map(({ value, origin }, index) => {
    const { height, paths } = drawBar(value === most, context.theme);
    const length = Math.max(SHORTEST, most === 0 ? 0 : value / most);
    const bar = makeCell([makeShape(height, paths, origin)], share(length));
    const cells = [makeName(names, index), bar, makeValue(values, index, 1 - length)];
    return makeRow(cells, 0, origin, { keep: false });
  });
  return [
    makeBox(context, 'chart', [...makeTitle(node, scope), ...rows, ...context.blocks(others, scope)], origin),
  ];
}

/** Of the longest bar: what is drawn even for nothing. */
const SHORTEST = 0.002;

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

type Texts = readonly TextBlock<InlineContent>[];

/** Points: before a bar, and after it. */
const NAME_GAP = 8;
const VALUE_GAP = 5;

/** A name may take two fifths of the row before it breaks. */
function makeName(names: Texts, index: number): RowCell<InlineContent> {
  const name = names[index]!;
  const width = { texts: names, least: 0, plus: NAME_GAP, times: 1 };
  return makeCell([makeStack([name], name.origin, { end: NAME_GAP })], {
    kind: 'text',
    width,
    least: 0.1,
    most: 0.4,
    fraction: 0,
  });
}

/** @param fraction of the room of the bars, which its own leaves */
function makeValue(values: Texts, index: number, fraction: number): RowCell<InlineContent> {
  const value = values[index]!;
  const width = { texts: values, least: 0, plus: VALUE_GAP, times: 1 };
  const set = {
    ...makeStack([value], value.origin),
    padding: { start: VALUE_GAP, end: 0, before: 0, after: 0 },
  };
  return makeCell([set], { kind: 'text', width, least: 0, most: 0.25, fraction });
}

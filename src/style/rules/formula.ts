import type { SetFormula } from '../../math/formula.ts';
import type { Drawing } from '../../resolve/image-source.ts';
import type { Formula } from '../../resolve/inline-nodes.ts';
import type { DisplayedFormula } from '../../resolve/nodes.ts';
import { PIXEL } from '../../resolve/picture-size.ts';
import { textStyleIn } from '../../theme/rows.ts';
import type { Color } from '../../theme/style-values.ts';
import { plainShape } from '../../vector/drawing.ts';
import type { ImageBlock } from '../blocks.ts';
import { makeCell, makeRow, setPhrase, share, textStyleOf } from '../build-block.ts';
import type { BlockScope, InlineFormatting, StyledBlock } from '../context.ts';
import type { Inline } from '../inline.ts';

/** As large as the letters around it, and on their baseline. */
export function styleInlineFormula(node: Formula, formatting: InlineFormatting): Inline {
  const { set, tagTarget, origin } = node;
  const { link, isolates, scope } = formatting;
  const { size, rise, color } = formatting.style;
  const { y, width, height } = set.box;
  const style = scope.context.styles.vary(formatting.style, { rise: rise - (y + height) * size });
  const image = drawFormula(set, color);
  const measures = { width: width * size, height: height * size, spelling: node.tex };
  return { kind: 'image', image, ...measures, style, tagTarget, link, isolates, origin };
}

/** Of the number of a formula and of as much on its other side, so that the formula stands in the middle: letters. */
const NUMBER_WIDTH = 3;

/** In the middle of the lines, its number at their end. */
export function styleFormula(node: DisplayedFormula, scope: BlockScope): readonly StyledBlock[] {
  const { set, styleName, tagTarget, number, origin } = node;
  const { context } = scope;
  const { size, color } = textStyleOf(context, styleName);
  const { leading } = textStyleIn(context.theme, styleName);
  const height = set.box.height * size;
  // with as much white space above as below it takes up whole lines, after which the text is on its grid again
  const space = (Math.ceil(height / leading + 1) * leading - height) / 2;
  const block: ImageBlock = {
    kind: 'image',
    tagTarget,
    spaceBefore: space,
    spaceAfter: space,
    keepWithNext: false,
    anchors: [],
    origin,
    image: drawFormula(set, color),
    width: set.box.width * size,
    height,
    align: 'center',
  };
  if (number === null) return [block];
  const side = { kind: 'points', points: NUMBER_WIDTH * size } as const;
  const cells = [
    makeCell([], side),
    { ...makeCell([block], share(1)), align: 'center' as const },
    { ...makeCell([setPhrase(scope, number, { align: 'end' })], side), align: 'center' as const },
  ];
  return [makeRow(cells, 0, origin, { before: space, after: space })];
}

/** The same of a formula in one colour is one picture, written once. */
const drawings = new WeakMap<SetFormula, Map<Color, Drawing>>();

function drawFormula(set: SetFormula, color: Color): Drawing {
  const known = drawings.get(set) ?? new Map<Color, Drawing>();
  drawings.set(set, known);
  const drawing = known.get(color) ?? makeDrawing(set, color);
  known.set(color, drawing);
  return drawing;
}

function makeDrawing({ box, shapes }: SetFormula, color: Color): Drawing {
  const { width, height } = box;
  return {
    kind: 'drawing',
    path: '',
    width: width / PIXEL,
    height: height / PIXEL,
    viewBox: box,
    nodes: shapes.map(({ path, color: own, strokeWidth }) => {
      const ink = own ?? color;
      return strokeWidth === null
        ? plainShape(path, ink, null)
        : plainShape(path, null, { width: strokeWidth, color: ink });
    }),
  };
}

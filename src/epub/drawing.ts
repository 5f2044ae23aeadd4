import { cornersOf, pointsOf } from '../base/path.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { ShapePath, ShapePoint } from '../style/blocks.ts';
import type { ThemeDrawing } from '../style/drawings.ts';
import type { Rule } from '../theme/style-values.ts';
import { number, svgPath } from '../vector/svg/write-path.ts';

/**
 * A drawing as SVG that is as wide as it is given room: what the theme places by parts of the width
 * becomes percentages, so that a bar keeps its share and a star its shape on a screen of any width. It
 * runs from the left; the style sheet turns it round where the text runs from the right.
 *
 * @param measure points, for the few paths that mix parts and points and so cannot be percentages
 * @param share of the room that it is given: an attribute, for calibre drops the style of a drawing
 */
export function drawShape(drawing: ThemeDrawing, measure: number, share = 1): XmlElement {
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      class: 'drawing',
      width: percent(share),
      height: number(drawing.height),
      'aria-hidden': 'true',
    },
    drawing.paths.map((path) => drawPath(path, measure)),
  );
}

function drawPath(path: ShapePath, measure: number): XmlElement {
  const points = pointsOf(path.path);
  const [first, second] = points;
  if (first === undefined) return element('g');
  const ink = inkOf(path);
  if (points.every(({ at }) => at === first.at)) return drawAround(path, first.at, ink);
  if (points.length === 2 && second !== undefined && isPlain(first) && isPlain(second)) {
    const ends = { x1: across(first), y1: number(first.y), x2: across(second), y2: number(second.y) };
    return element('line', { ...ends, ...ink });
  }
  const box = boxOf(path);
  if (box !== null) return element('rect', { ...box, ...ink });
  return element('path', {
    d: svgPath(path.path, ({ at, plus, y }) => ({ x: at * measure + plus, y })),
    ...ink,
  });
}

/** All points hang on one vertical: moved there, they are points of a fixed size. */
function drawAround(path: ShapePath, at: number, ink: Readonly<Record<string, string>>): XmlElement {
  const drawn = element('path', { d: svgPath(path.path, ({ plus, y }) => ({ x: plus, y })), ...ink });
  return at === 0 ? drawn : element('svg', { x: percent(at), overflow: 'visible' }, [drawn]);
}

function inkOf({ fill, stroke }: ShapePath): Readonly<Record<string, string>> {
  return { fill: fill ?? 'none', ...(stroke === null ? {} : strokeOf(stroke)) };
}

function strokeOf({ color, width }: Rule): Readonly<Record<string, string>> {
  return { stroke: color, 'stroke-width': number(width) };
}

/** At a part of the width, or some points from the start, but not both. */
function isPlain({ at, plus }: ShapePoint): boolean {
  return at === 0 || plus === 0;
}

function across({ at, plus }: ShapePoint): string {
  return at === 0 ? number(plus) : percent(at);
}

/** The rectangle that four points in parts of the width enclose; null for any other outline. */
function boxOf({ path }: ShapePath): Readonly<Record<string, string>> | null {
  const { points, closed } = cornersOf(path) ?? NO_CORNERS;
  const [a, b, c, d] = points;
  if (!closed || points.length !== 4 || !a || !b || !c || !d) return null;
  const isUpright = a.y === b.y && c.y === d.y && a.at === d.at && b.at === c.at;
  if (!isUpright || points.some(({ plus }) => plus !== 0)) return null;
  return {
    x: percent(Math.min(a.at, b.at)),
    y: number(Math.min(a.y, c.y)),
    width: percent(Math.abs(b.at - a.at)),
    height: number(Math.abs(c.y - a.y)),
  };
}

const NO_CORNERS = { points: [], closed: false } as const;

function percent(part: number): string {
  return `${number(part * 100)}%`;
}

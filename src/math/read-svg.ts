import type { Point, Rect } from '../base/geometry.ts';
import { type Matrix, multiply, scaleOf, transform } from '../base/matrix.ts';
import { mapPath, type Path, polygon, polyline, rectangle } from '../base/path.ts';
import { readPathData } from '../base/path-data.ts';
import type { OutlinedText } from '../vector/outlined-text.ts';
import { FormulaFault, type FormulaShape, TIE } from './formula.ts';
import type { LiteElement } from './mathjax.ts';

interface Place {
  readonly matrix: Matrix;
  readonly color: string | null;
  /** What reaches out of it is cut off, after `matrix`; null = nothing is. */
  readonly clip: Rect | null;
}

/** MathJax counts in thousandths of an em. */
const UNITS = 1000;
/** Around and in tables, as MathJax's own style sheet has it. */
const RULE = 70;

/**
 * The shapes of what MathJax has drawn, in em, and the box that it has reserved. Of SVG it writes groups, paths, rectangles,
 * lines, polygons and words; a nested `svg` cuts off what reaches out of it, which is the middle of a long bracket.
 *
 * @throws FormulaFault where it writes more
 */
export function readSvg(
  container: LiteElement,
  setText: (text: string) => OutlinedText,
): { readonly box: Rect; readonly shapes: readonly FormulaShape[] } {
  const svg = container.children[0];
  if (svg === undefined || !('children' in svg)) throw new FormulaFault('', 'no drawing');
  const [x, y, width, height] = numbersOf(svg, 'viewBox');
  if (height === undefined) throw new FormulaFault('', 'no size');
  const shapes: FormulaShape[] = [];
  const place: Place = { matrix: [1 / UNITS, 0, 0, 1 / UNITS, 0, 0], color: null, clip: null };
  for (const child of svg.children) readNode(child, place, setText, shapes);
  return { box: { x: x! / UNITS, y: y! / UNITS, width: width! / UNITS, height: height / UNITS }, shapes };
}

function readNode(
  node: LiteElement['children'][number],
  around: Place,
  setText: (text: string) => OutlinedText,
  shapes: FormulaShape[],
): void {
  if (!('children' in node)) return;
  const place = placeOf(node, around);
  if (node.kind === 'g' || node.kind === 'svg') {
    for (const child of node.children) readNode(child, place, setText, shapes);
    return;
  }
  const path = node.kind === 'text' ? setText(wordsOf(node)).path : READERS[node.kind]?.(node);
  if (path === undefined) throw new FormulaFault('', `<${node.kind}>`);
  const inside = node.kind === 'text' ? multiply(place.matrix, [UNITS, 0, 0, UNITS, 0, 0]) : place.matrix;
  const { clip, color } = place;
  const placed = mapPath(path, (point) => keepIn(clip, transform(point, inside)));
  const isRuled = 'data-frame' in node.attributes || 'data-line' in node.attributes;
  const isStroked = isRuled || node.kind === 'line' || node.attributes['fill'] === 'none';
  const width = isRuled ? RULE : numberOf(node, 'stroke-width');
  const strokeWidth = isStroked ? width * scaleOf(place.matrix) : null;
  if (strokeWidth !== 0) shapes.push({ path: placed, color, strokeWidth });
}

const READERS: Readonly<Record<string, (element: LiteElement) => Path<Point>>> = {
  path: ({ attributes }) => readPathData(String(attributes['d'] ?? '')),
  rect: (element) =>
    rectangle({
      x: numberOf(element, 'x'),
      y: numberOf(element, 'y'),
      width: numberOf(element, 'width'),
      height: numberOf(element, 'height'),
    }),
  line: (element) =>
    polyline([
      { x: numberOf(element, 'x1'), y: numberOf(element, 'y1') },
      { x: numberOf(element, 'x2'), y: numberOf(element, 'y2') },
    ]),
  polygon: (element) =>
    polygon(
      numbersOf(element, 'points').flatMap((x, at, all) =>
        at % 2 === 0 ? [{ x, y: all[at + 1] ?? 0 }] : [],
      ),
    ),
};

const numbersOf = ({ attributes }: LiteElement, name: string): readonly number[] =>
  (String(attributes[name] ?? '').match(/-?[\d.]+(?:e-?\d+)?/g) ?? []).map(Number);

const numberOf = (element: LiteElement, name: string): number => numbersOf(element, name)[0] ?? 0;

function wordsOf({ children }: LiteElement): string {
  return children
    .map((child) => ('children' in child ? wordsOf(child) : child.value))
    .join('')
    .replaceAll(TIE, ' ');
}

function placeOf(element: LiteElement, { matrix, color, clip }: Place): Place {
  const { transform: written, fill } = element.attributes;
  const moved = written === undefined ? matrix : multiply(matrix, readTransform(String(written)));
  const isNamed = fill !== undefined && fill !== 'currentColor' && fill !== 'none';
  const own = isNamed ? readColor(String(fill)) : color;
  if (element.kind !== 'svg') return { matrix: moved, color: own, clip };
  return { ...enterView(element, moved), color: own };
}

/** A view of its own (SVG 2, 8.2): what `viewBox` says is laid over a rectangle of the surroundings. */
function enterView(element: LiteElement, around: Matrix): Pick<Place, 'matrix' | 'clip'> {
  const [left = 0, top = 0, width = 1, height = 1] = numbersOf(element, 'viewBox');
  const [x, y] = [numberOf(element, 'x'), numberOf(element, 'y')];
  const across = (numberOf(element, 'width') || width) / width;
  const down = (numberOf(element, 'height') || height) / height;
  const matrix = multiply(around, [across, 0, 0, down, x - left * across, y - top * down]);
  const one = transform({ x: left, y: top }, matrix);
  const other = transform({ x: left + width, y: top + height }, matrix);
  const clip = {
    x: Math.min(one.x, other.x),
    y: Math.min(one.y, other.y),
    width: Math.abs(other.x - one.x),
    height: Math.abs(other.y - one.y),
  };
  return { matrix, clip };
}

/** The pieces that are cut are straight bars, which stay what they are where their corners are moved to the edge. */
function keepIn(clip: Rect | null, { x, y }: Point): Point {
  if (clip === null) return { x, y };
  return {
    x: Math.min(Math.max(x, clip.x), clip.x + clip.width),
    y: Math.min(Math.max(y, clip.y), clip.y + clip.height),
  };
}

function readTransform(written: string): Matrix {
  let matrix: Matrix = [1, 0, 0, 1, 0, 0];
  for (const [, name, given] of written.matchAll(/([a-z]+)\s*\(([^)]*)\)/g)) {
    const numbers = given!.split(/[\s,]+/).map(Number);
    const [first = 0, second] = numbers;
    if (name === 'translate') matrix = multiply(matrix, [1, 0, 0, 1, first, second ?? 0]);
    else if (name === 'scale') matrix = multiply(matrix, [first, 0, 0, second ?? first, 0, 0]);
    else if (name === 'matrix' && numbers.length === 6)
      matrix = multiply(matrix, numbers as unknown as Matrix);
    else throw new FormulaFault('', `${name}(${given})`);
  }
  return matrix;
}

/**
 * Colours that `\color` gives by name (the sixteen of HTML, CSS Color 4, 6.1, and a few more), or as numbers.
 *
 * @throws FormulaFault for one that is not known
 */
function readColor(written: string): string {
  const hex = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i.exec(written)?.[1];
  if (hex !== undefined)
    return `#${hex.length === 6 ? hex : [...hex].map((digit) => digit + digit).join('')}`;
  const known = COLORS[written.toLowerCase()];
  if (known === undefined) throw new FormulaFault('UnknownColor', `Unknown color ${written}`);
  return known;
}

const COLORS: Readonly<Record<string, string>> = {
  black: '#000000',
  gray: '#808080',
  silver: '#C0C0C0',
  white: '#FFFFFF',
  maroon: '#800000',
  red: '#FF0000',
  purple: '#800080',
  fuchsia: '#FF00FF',
  magenta: '#FF00FF',
  green: '#008000',
  lime: '#00FF00',
  olive: '#808000',
  yellow: '#FFFF00',
  navy: '#000080',
  blue: '#0000FF',
  teal: '#008080',
  aqua: '#00FFFF',
  cyan: '#00FFFF',
  orange: '#FFA500',
  brown: '#A52A2A',
};

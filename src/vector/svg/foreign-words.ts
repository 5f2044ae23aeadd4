import type { DrawnNode } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';
import { faceOf } from './fonts.ts';
import { inkShape } from './ink.ts';
import { readLength } from './lengths.ts';
import { type Style, styleOf } from './style.ts';
import type { SvgContext, SvgScope } from './svg-context.ts';
import { isElement, type SvgElement } from './svg-tree.ts';

/** Elements of HTML that begin a line. */
const LINES: ReadonlySet<string> = new Set([
  'br',
  'div',
  'p',
  'li',
  'tr',
  'h1',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'table',
]);

/** Distance of baselines, in sizes of the letters. */
const LEADING = 1.3;
/** Of capital letters about the half, so that they stand in the middle. */
const MIDDLE = 0.35;

/**
 * The words of HTML within a drawing, as programs of diagrams write labels: line by line in the middle of its room, in
 * the looks of the first word. Its boxes and lists are not drawn, which is noticed.
 */
export function drawForeignWords(
  element: SvgElement,
  scope: SvgScope,
  context: SvgContext,
): readonly DrawnNode[] {
  const { lines, style } = readLines(element, scope.style, context);
  if (lines.length === 0) return [];
  context.notice('<foreignObject>', element);
  const size = Number(style['font-size']);
  const length = (name: string, whole: number) =>
    readLength(element.attributes[name], { whole, fontSize: size }) ?? 0;
  const { width, height } = scope.viewport;
  const room = { width: length('width', width), height: length('height', height) };
  const middle = length('x', width) + room.width / 2;
  const first =
    length('y', height) + room.height / 2 - ((lines.length - 1) / 2) * LEADING * size + MIDDLE * size;
  return lines.flatMap((words, index) => {
    const set = context.setWords(words, faceOf(style));
    const wide = set.width * size;
    const across = room.width > 0 && wide > room.width ? (room.width / wide) * size : size;
    const x = middle - (set.width * across) / 2;
    const path = movePath(set.path, [across, 0, 0, size, x, first + index * LEADING * size]);
    return inkShape(
      path,
      element,
      { ...scope, style: { ...style, fill: style['color']!, stroke: 'none' } },
      context,
    );
  });
}

/** Lines of words, and the looks of the first of them. */
function readLines(
  element: SvgElement,
  around: Style,
  context: SvgContext,
): { readonly lines: readonly string[]; readonly style: Style } {
  const lines = [''];
  let found: Style | null = null;
  const collect = (node: SvgElement, outer: Style) => {
    const style = styleOf(node, outer, context.sheet);
    if (style['display'] === 'none') return;
    if (LINES.has(node.name)) lines.push('');
    for (const child of node.children) {
      if (isElement(child)) collect(child, style);
      else {
        if (child.trim() !== '') found ??= style;
        lines.push(`${lines.pop()}${child}`);
      }
    }
    if (LINES.has(node.name)) lines.push('');
  };
  collect(element, around);
  const words = lines.map((line) => line.replace(/\s+/g, ' ').trim()).filter((line) => line !== '');
  return { lines: words, style: found ?? around };
}

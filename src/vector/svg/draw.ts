import { type Matrix, multiply } from '../../base/matrix.ts';
import { rectangle } from '../../base/path.ts';
import type { Clip, DrawnNode, Fill, Stroke } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';
import { readClips } from './clip.ts';
import { extentOfNodes } from './extent.ts';
import { drawForeignWords } from './foreign-words.ts';
import { drawImage } from './image.ts';
import { inkShape } from './ink.ts';
import { readLength } from './lengths.ts';
import { drawMarkers } from './markers.ts';
import { isShape, outlineOf } from './shapes.ts';
import { readShare, styleOf } from './style.ts';
import { enter, type SvgContext, type SvgScope } from './svg-context.ts';
import { elementsOf, type SvgElement } from './svg-tree.ts';
import { drawText } from './text.ts';
import { readTransform } from './transform.ts';
import { fitViewBox, readViewBox } from './view-box.ts';

/** What stands within an element, in units of the drawing. @throws SvgFault where it becomes too much */
export function drawChildren(
  element: SvgElement,
  scope: SvgScope,
  context: SvgContext,
): readonly DrawnNode[] {
  return elementsOf(element).flatMap((child) => drawElement(child, scope, context));
}

/** What is not shown itself, but where others refer to it, and what tells of the file. */
const SILENT: ReadonlySet<string> = new Set([
  ...[
    'defs',
    'symbol',
    'clipPath',
    'mask',
    'linearGradient',
    'radialGradient',
    'marker',
    'pattern',
    'filter',
  ],
  ...['title', 'desc', 'metadata', 'style', 'view'],
]);

type DrawElement = (element: SvgElement, scope: SvgScope, context: SvgContext) => readonly DrawnNode[];

const ELEMENTS: ReadonlyMap<string, DrawElement> = new Map(
  Object.entries({
    g: drawChildren,
    a: drawChildren,
    svg: drawView,
    use: drawUse,
    switch: drawSwitch,
    image: drawImage,
    text: drawText,
    foreignObject: drawForeignWords,
  }),
);

function drawElement(element: SvgElement, scope: SvgScope, context: SvgContext): readonly DrawnNode[] {
  if (SILENT.has(element.name)) return [];
  const draw = isShape(element) ? drawShape : ELEMENTS.get(element.name);
  if (draw === undefined) {
    context.notice(`<${element.name}>`, element);
    return [];
  }
  const style = styleOf(element, scope.style, context.sheet);
  if (style['display'] === 'none') return [];
  context.count();
  const own = readTransform(style['transform'] || element.attributes['transform']);
  const inside = { ...scope, style, matrix: multiply(scope.matrix, own) };
  if (!inside.matrix.every(Number.isFinite)) return [];
  return layOn(draw(element, inside, context), element, inside, context);
}

/** Opacity and clipping of what an element has drawn. */
function layOn(
  nodes: readonly DrawnNode[],
  element: SvgElement,
  scope: SvgScope,
  context: SvgContext,
): readonly DrawnNode[] {
  const { style } = scope;
  for (const name of ['mask', 'filter'] as const) if (style[name] !== 'none') context.notice(name, element);
  if (style['mix-blend-mode'] !== 'normal')
    context.notice(`mix-blend-mode: ${style['mix-blend-mode']}`, element);
  if (nodes.length === 0) return nodes;
  const opacity = readShare(style['opacity']);
  const clips = readClips(element, style, scope, () => extentOfNodes(nodes, scope.matrix), context);
  if (opacity === 0) return [];
  if (opacity === 1 && clips.length === 0) return nodes;
  const [only] = nodes;
  const faded = clips.length === 0 && nodes.length === 1 && only !== undefined ? fade(only, opacity) : null;
  return faded === null ? [{ kind: 'group', opacity, clips, nodes }] : [faded];
}

/** One ink by itself may be as transparent as what it makes; null where two lie on one another. */
function fade(node: DrawnNode, opacity: number): DrawnNode | null {
  if (node.kind === 'raster') return { ...node, opacity: node.opacity * opacity };
  if (node.kind === 'group' || (node.fill !== null && node.stroke !== null)) return null;
  const times = <T extends Fill | Stroke>(ink: T | null) => ink && { ...ink, opacity: ink.opacity * opacity };
  return { ...node, fill: times(node.fill), stroke: times(node.stroke) };
}

function drawShape(element: SvgElement, scope: SvgScope, context: SvgContext): readonly DrawnNode[] {
  const { style, viewport } = scope;
  const path = outlineOf(element, { viewport, fontSize: Number(style['font-size']) });
  if (path === null || path.length === 0) return [];
  const marks = isMarked(element) ? drawMarkers(path, style, scope, context) : [];
  return style['visibility'] === 'visible' ? [...inkShape(path, element, scope, context), ...marks] : marks;
}

const isMarked = ({ name }: SvgElement) => name === 'path' || name === 'line' || name.startsWith('poly');

/** The first that can be shown (SVG 2, 5.9.3); HTML among SVG is what programs add for browsers alone. */
function drawSwitch(element: SvgElement, scope: SvgScope, context: SvgContext): readonly DrawnNode[] {
  const chosen = elementsOf(element).find(
    ({ name, attributes }) => name !== 'foreignObject' && !('requiredExtensions' in attributes),
  );
  return chosen === undefined ? drawChildren(element, scope, context) : drawElement(chosen, scope, context);
}

function drawUse(element: SvgElement, scope: SvgScope, context: SvgContext): readonly DrawnNode[] {
  const { href = '', width, height } = element.attributes;
  const target = href.startsWith('#') ? context.find(href.slice(1)) : null;
  if (target === null) {
    context.notice(`<use> ${href}`, element);
    return [];
  }
  const inside = isWithin(element, target) ? null : enter(target, scope);
  if (inside === null) {
    context.notice(`<use> ${href}`, element);
    return [];
  }
  const moved = { ...inside, matrix: multiply(inside.matrix, offsetOf(element, scope)) };
  if (target.name !== 'symbol' && target.name !== 'svg') return drawElement(target, moved, context);
  const sized = { ...target.attributes, ...(width && { width }), ...(height && { height }) };
  const view = { ...target, attributes: sized };
  const style = styleOf(target, scope.style, context.sheet);
  return style['display'] === 'none' ? [] : drawView(view, { ...moved, style }, context);
}

function isWithin(element: SvgElement, target: SvgElement): boolean {
  for (let around = element.parent; around !== null; around = around.parent)
    if (around === target) return true;
  return false;
}

function offsetOf({ attributes }: SvgElement, { viewport, style }: SvgScope): Matrix {
  const fontSize = Number(style['font-size']);
  const x = readLength(attributes['x'], { whole: viewport.width, fontSize }) ?? 0;
  const y = readLength(attributes['y'], { whole: viewport.height, fontSize }) ?? 0;
  return [1, 0, 0, 1, x, y];
}

/** A view of its own (SVG 2, 8.2), beyond whose edges nothing is seen. */
function drawView(element: SvgElement, scope: SvgScope, context: SvgContext): readonly DrawnNode[] {
  const { attributes, name } = element;
  const fontSize = Number(scope.style['font-size']);
  const sizeOf = (side: 'width' | 'height') =>
    readLength(attributes[side], { whole: scope.viewport[side], fontSize }) ?? scope.viewport[side];
  const room = { width: sizeOf('width'), height: sizeOf('height') };
  if (!(room.width > 0 && room.height > 0)) return [];
  const box = readViewBox(element) ?? { x: 0, y: 0, ...room };
  const placed = name === 'svg' ? multiply(scope.matrix, offsetOf(element, scope)) : scope.matrix;
  const matrix = multiply(placed, fitViewBox(box, room, attributes['preserveAspectRatio']));
  const nodes = drawChildren(element, { ...scope, matrix, viewport: box }, context);
  if (nodes.length === 0 || scope.style['overflow'] === 'visible') return nodes;
  return [{ kind: 'group', opacity: 1, clips: [clipTo(room, placed)], nodes }];
}

function clipTo(room: SvgScope['viewport'], matrix: Matrix): Clip {
  return { path: movePath(rectangle({ x: 0, y: 0, ...room }), matrix), rule: 'nonzero' };
}

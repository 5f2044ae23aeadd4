import type { Point } from '../base/geometry.ts';
import { IDENTITY, invert, type Matrix, transform } from '../base/matrix.ts';
import { unreachable } from '../base/unreachable.ts';
import { type Canvas, type Ink, type Painting, pixelOf } from '../raster/canvas.ts';
import { cutDashes } from './cut-dashes.ts';
import {
  type DrawnNode,
  type DrawnShape,
  type Gradient,
  type GradientStop,
  isColor,
  type Paint,
} from './drawing.ts';
import { moveNode } from './map-drawing.ts';

/**
 * Paints nodes on pixels, for who knows no drawings: lines end and join straight, and the pictures of pixels within a
 * drawing are left out.
 *
 * @param matrix from the units of the nodes to pixels
 */
export function paintNodes(
  nodes: readonly DrawnNode[],
  matrix: Matrix,
  canvas: Canvas,
  within: Pick<Painting, 'clip' | 'mask'>,
): void {
  for (const node of nodes) paintNode(moveNode(node, matrix), canvas, within);
}

/** @param node in pixels */
function paintNode(node: DrawnNode, canvas: Canvas, within: Pick<Painting, 'clip' | 'mask'>): void {
  switch (node.kind) {
    case 'shape':
      paintShape(node, canvas, within);
      break;
    case 'group': {
      let { mask } = within;
      for (const { path, rule } of node.clips) mask = canvas.mask(path, rule, mask);
      const before = node.opacity === 1 ? null : canvas.pixels.slice();
      paintNodes(node.nodes, IDENTITY, canvas, { ...within, mask });
      if (before !== null) canvas.fade(before, node.opacity);
      break;
    }
    case 'raster':
      break;
    default:
      unreachable(node, 'shape, group, raster');
  }
}

function paintShape(
  { path, fill, stroke }: DrawnShape,
  canvas: Canvas,
  within: Pick<Painting, 'clip' | 'mask'>,
): void {
  if (fill !== null) {
    canvas.fill(path, inkOf(fill.paint), { ...within, opacity: fill.opacity, rule: fill.rule });
  }
  if (stroke === null) return;
  const drawn = stroke.dash === null ? path : cutDashes(path, stroke.dash);
  canvas.stroke(drawn, stroke.width, inkOf(stroke.paint), { ...within, opacity: stroke.opacity });
}

function inkOf(paint: Paint): Ink {
  if (isColor(paint)) return pixelOf(paint);
  const back = invert(paint.matrix);
  const last = paint.stops.at(-1)!;
  if (back === null) return () => ({ color: pixelOf(last.color), opacity: last.opacity });
  return (x, y) => colorAt(shareAt(transform({ x, y }, back), paint), paint.stops);
}

/** How far a point lies between the ends of a gradient (SVG 2, 14.2.2 and 14.2.3), of a focus off the centre about. */
function shareAt({ x, y }: Point, { from, to, isRadial }: Gradient): number {
  if (isRadial) return (Math.hypot(x - to.x, y - to.y) - from.radius) / (to.radius - from.radius);
  const [dx, dy] = [to.x - from.x, to.y - from.y];
  return ((x - from.x) * dx + (y - from.y) * dy) / (dx * dx + dy * dy);
}

function colorAt(
  share: number,
  stops: readonly GradientStop[],
): { readonly color: number; readonly opacity: number } {
  const next = stops.findIndex(({ at }) => at > share);
  const one = next === -1 ? stops.at(-1)! : stops[Math.max(0, next - 1)]!;
  const other = next === -1 ? one : stops[next]!;
  const t = other.at > one.at ? Math.min(1, Math.max(0, (share - one.at) / (other.at - one.at))) : 0;
  const [low, high] = [pixelOf(one.color), pixelOf(other.color)];
  const channel = (shift: number) => {
    const [a, b] = [(low >> shift) & 0xff, (high >> shift) & 0xff];
    return Math.round(a + (b - a) * t) << shift;
  };
  return {
    color: channel(16) | channel(8) | channel(0),
    opacity: one.opacity + (other.opacity - one.opacity) * t,
  };
}

import type { Point } from '../../base/geometry.ts';
import { multiply } from '../../base/matrix.ts';
import { type Path, rectangle } from '../../base/path.ts';
import type { DrawnNode } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';
import { readLength } from './lengths.ts';
import { INITIAL_STYLE, readReference, type Style, styleOf } from './style.ts';
import { enter, type SvgContext, type SvgScope } from './svg-context.ts';
import type { SvgElement } from './svg-tree.ts';
import { rotateAround } from './transform.ts';
import { fitViewBox, readViewBox } from './view-box.ts';

/** A corner of a path, with the directions in which the path arrives and leaves: radians, null where it does not. */
interface Vertex extends Point {
  readonly arrives: number | null;
  readonly leaves: number | null;
}

/** The markers on a path (SVG 2, 13.7), in units of the drawing. @param scope of the path, which is in its units */
export function drawMarkers(
  path: Path<Point>,
  style: Style,
  scope: SvgScope,
  context: SvgContext,
): readonly DrawnNode[] {
  if (['start', 'mid', 'end'].every((at) => style[`marker-${at}`] === 'none')) return [];
  const vertices = verticesOf(path);
  return vertices.flatMap((vertex, index) => {
    const at = [...(index === 0 ? ['start'] : []), ...(index === vertices.length - 1 ? ['end'] : [])];
    return (at.length === 0 ? ['mid'] : at).flatMap((place) => {
      const reference = readReference(style[`marker-${place}`]!);
      const marker = reference && context.find(reference.id);
      if (marker?.name !== 'marker') return [];
      const inside = enter(marker, scope);
      return inside === null ? [] : drawMarker(marker, vertex, place, { ...inside, style }, context);
    });
  });
}

function drawMarker(
  marker: SvgElement,
  vertex: Vertex,
  place: string,
  scope: SvgScope,
  context: SvgContext,
): readonly DrawnNode[] {
  const { attributes } = marker;
  const around = Number(scope.style['font-size']);
  const lengthOf = (name: string, initial: number) =>
    readLength(attributes[name], { whole: scope.viewport.width, fontSize: around }) ?? initial;
  const room = { width: lengthOf('markerWidth', 3), height: lengthOf('markerHeight', 3) };
  if (!(room.width > 0 && room.height > 0)) return [];
  const stroke =
    readLength(scope.style['stroke-width'], { whole: scope.viewport.width, fontSize: around }) ?? 1;
  const units = attributes['markerUnits'] === 'userSpaceOnUse' ? 1 : stroke;
  const box = readViewBox(marker) ?? { x: 0, y: 0, ...room };
  const fitted = fitViewBox(box, room, attributes['preserveAspectRatio']);
  const [refX, refY] = [lengthOf('refX', 0), lengthOf('refY', 0)];
  const turned = multiply(
    [1, 0, 0, 1, vertex.x, vertex.y],
    rotateAround(angleOf(attributes['orient'], vertex, place)),
  );
  const scaled = multiply(turned, [units * fitted[0], 0, 0, units * fitted[3], 0, 0]);
  const matrix = multiply(scope.matrix, multiply(scaled, [1, 0, 0, 1, -refX, -refY]));
  // what it holds takes its looks from where it stands in the file, not from the line that it marks
  const style = styleOf(marker, INITIAL_STYLE, context.sheet);
  const nodes = context.draw(marker, { ...scope, style, matrix, viewport: box });
  if (nodes.length === 0 || style['overflow'] === 'visible' || style['overflow'] === 'auto') return nodes;
  return [
    {
      kind: 'group',
      opacity: 1,
      clips: [{ path: movePath(rectangle(box), matrix), rule: 'nonzero' }],
      nodes,
    },
  ];
}

function angleOf(orient: string | undefined, { arrives, leaves }: Vertex, place: string): number {
  if (orient === undefined) return 0;
  if (!orient.startsWith('auto')) return ((Number.parseFloat(orient) || 0) * Math.PI) / 180;
  const middle = arrives === null || leaves === null ? (arrives ?? leaves ?? 0) : bisect(arrives, leaves);
  return orient === 'auto-start-reverse' && place === 'start' ? middle + Math.PI : middle;
}

function bisect(one: number, other: number): number {
  return Math.atan2(Math.sin(one) + Math.sin(other), Math.cos(one) + Math.cos(other));
}

function verticesOf(path: Path<Point>): readonly Vertex[] {
  const vertices: { x: number; y: number; arrives: number | null; leaves: number | null }[] = [];
  let start = 0;
  for (const segment of path) {
    const before = vertices.at(-1);
    if (segment.kind === 'move') {
      start = vertices.length;
      vertices.push({ ...segment.to, arrives: null, leaves: null });
      continue;
    }
    const to = segment.kind === 'close' ? vertices[start]! : segment.to;
    if (before === undefined) continue;
    const [first, last] = segment.kind === 'curve' ? handlesOf(before, segment) : [to, before];
    before.leaves = directionOf(before, first);
    const arrives = directionOf(last, to);
    if (segment.kind === 'close') vertices[start]!.arrives = arrives;
    vertices.push({
      x: to.x,
      y: to.y,
      arrives,
      leaves: segment.kind === 'close' ? vertices[start]!.leaves : null,
    });
  }
  return vertices;
}

/** Towards which a curve leaves, and from which it arrives: handles that lie on an end say nothing. */
function handlesOf(
  from: Point,
  { first, second, to }: { readonly first: Point; readonly second: Point; readonly to: Point },
): readonly [Point, Point] {
  const isAt = (one: Point, other: Point) => one.x === other.x && one.y === other.y;
  const leaves = [first, second, to].find((point) => !isAt(point, from)) ?? to;
  const arrives = [second, first, from].find((point) => !isAt(point, to)) ?? from;
  return [leaves, arrives];
}

function directionOf(from: Point, to: Point): number | null {
  return from.x === to.x && from.y === to.y ? null : Math.atan2(to.y - from.y, to.x - from.x);
}

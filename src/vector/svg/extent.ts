import type { Point, Rect } from '../../base/geometry.ts';
import { invert, type Matrix, transform } from '../../base/matrix.ts';
import { boundsOf, cornersOfRect, pointsOf } from '../../base/path.ts';
import { unreachable } from '../../base/unreachable.ts';
import type { DrawnNode } from '../drawing.ts';
import { movePath } from '../map-drawing.ts';

/** The least rectangle around what is drawn, without the widths of lines, in units that `matrix` leads from. */
export function extentOfNodes(nodes: readonly DrawnNode[], matrix: Matrix): Rect {
  const back = invert(matrix);
  const points = back === null ? [] : nodes.flatMap((node) => pointsOfNode(node, back));
  return points.length === 0 ? { x: 0, y: 0, width: 0, height: 0 } : boundsOf(points);
}

const UNIT: Rect = { x: 0, y: 0, width: 1, height: 1 };

function pointsOfNode(node: DrawnNode, back: Matrix): readonly Point[] {
  switch (node.kind) {
    case 'shape':
      return pointsOf(movePath(node.path, back));
    case 'group':
      return node.nodes.flatMap((child) => pointsOfNode(child, back));
    case 'raster':
      return cornersOfRect(UNIT).map((corner) => transform(transform(corner, node.matrix), back));
    default:
      return unreachable(node, 'shape, group, raster');
  }
}

import type { Point } from '../base/geometry.ts';
import { type Matrix, multiply, scaleOf, transform } from '../base/matrix.ts';
import { mapPath, type Path } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Raster } from '../raster/raster.ts';
import { type DrawnNode, type Gradient, isColor, type Paint, type Stroke } from './drawing.ts';

/** The same, moved and scaled. A line becomes as many times as wide as lengths grow in the mean. */
export function moveNode(node: DrawnNode, matrix: Matrix): DrawnNode {
  switch (node.kind) {
    case 'shape': {
      const { path, fill, stroke } = node;
      return {
        kind: 'shape',
        path: movePath(path, matrix),
        fill: fill && { ...fill, paint: movePaint(fill.paint, matrix) },
        stroke: stroke && moveStroke(stroke, matrix),
      };
    }
    case 'group': {
      const clips = node.clips.map(({ path, rule }) => ({ path: movePath(path, matrix), rule }));
      return { ...node, clips, nodes: node.nodes.map((child) => moveNode(child, matrix)) };
    }
    case 'raster':
      return { ...node, matrix: multiply(matrix, node.matrix) };
    default:
      return unreachable(node, 'shape, group, raster');
  }
}

export function movePath(path: Path<Point>, matrix: Matrix): Path<Point> {
  return mapPath(path, (point) => transform(point, matrix));
}

function moveStroke(stroke: Stroke, matrix: Matrix): Stroke {
  const times = scaleOf(matrix);
  const { dash } = stroke;
  return {
    ...stroke,
    paint: movePaint(stroke.paint, matrix),
    width: stroke.width * times,
    dash: dash && { lengths: dash.lengths.map((length) => length * times), phase: dash.phase * times },
  };
}

const movePaint = (paint: Paint, matrix: Matrix): Paint =>
  isColor(paint) ? paint : { ...paint, matrix: multiply(matrix, paint.matrix) };

/** The same in other colours; pixels keep theirs. */
export function recolor(node: DrawnNode, color: (color: string) => string): DrawnNode {
  const recolorPaint = (paint: Paint): Paint =>
    isColor(paint) ? color(paint) : recolorGradient(paint, color);
  switch (node.kind) {
    case 'shape': {
      const { fill, stroke } = node;
      return {
        ...node,
        fill: fill && { ...fill, paint: recolorPaint(fill.paint) },
        stroke: stroke && { ...stroke, paint: recolorPaint(stroke.paint) },
      };
    }
    case 'group':
      return { ...node, nodes: node.nodes.map((child) => recolor(child, color)) };
    case 'raster':
      return node;
    default:
      return unreachable(node, 'shape, group, raster');
  }
}

function recolorGradient(gradient: Gradient, color: (color: string) => string): Gradient {
  return { ...gradient, stops: gradient.stops.map((stop) => ({ ...stop, color: color(stop.color) })) };
}

/** The pictures of pixels within a drawing, each as often as it is drawn. */
export function rastersOf(nodes: readonly DrawnNode[]): readonly Raster[] {
  return nodes.flatMap((node) => {
    if (node.kind === 'raster') return [node.raster];
    return node.kind === 'group' ? rastersOf(node.nodes) : [];
  });
}

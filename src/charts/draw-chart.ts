import type { Rect } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { DrawnNode } from '../vector/drawing.ts';
import { Board } from './board.ts';
import type { ChartData, ChartLooks } from './chart-data.ts';
import { drawColumns, drawStacked } from './draw-columns.ts';
import { drawLines } from './draw-lines.ts';
import { drawPie } from './draw-pie.ts';
import { drawRows } from './draw-rows.ts';

/** Of the width: what axes enclose is as high. */
const HEIGHT = 0.42;

/** A chart within its box; points, from its left top corner. */
export function drawChart(
  data: ChartData,
  looks: ChartLooks,
): { readonly box: Rect; readonly nodes: readonly DrawnNode[] } {
  const board = new Board(looks);
  const height = drawKind(data, looks.width * HEIGHT, board);
  return { box: { x: 0, y: 0, width: looks.width, height: Math.ceil(height) }, nodes: board.nodes };
}

function drawKind(data: ChartData, height: number, board: Board): number {
  switch (data.kind) {
    case 'column':
    case 'grouped':
      return drawColumns(data, height, board);
    case 'stacked':
      return drawStacked(data, height, board);
    case 'bar':
    case 'dot':
      return drawRows(data, board);
    case 'line':
    case 'area':
      return drawLines(data, height, board);
    case 'pie':
      return drawPie(data, board);
    default:
      return unreachable(data.kind, 'the kinds of charts');
  }
}

import type { Point, Rect } from '../base/geometry.ts';
import { mapPath, type Path } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import { type Outlines, outlinesOf } from '../page/glyph-outlines.ts';
import type { DrawItem, DrawnPath, Page } from '../page/page.ts';
import { Canvas, pixelOf } from '../raster/canvas.ts';
import { writePng } from '../raster/write-png.ts';
import type { Drawing } from '../resolve/image-source.ts';
import { pixelsTo, WHITE } from '../resolve/picture-of-drawing.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import { piecesOf } from '../text/line-pieces.ts';
import { paintNodes } from '../vector/paint-drawing.ts';

/**
 * The first page of the print as a PNG: a library shows a cover without fonts and often without knowing Arabic, and many
 * know no SVG; so it is the very page, joined and ordered as shaped. Photographs on that page are left out.
 */
export function drawCover({ size, drawItems }: Page): Uint8Array {
  const board = openBoard(size);
  const outlines: Outlines = new Map();
  for (const drawItem of drawItems) paintItem(drawItem, board, outlines);
  return writePng(board.canvas);
}

/** What is painted on, and pixels to a point. */
interface Board {
  readonly canvas: Canvas;
  readonly scale: number;
}

function openBoard({ width, height }: Readonly<Record<'width' | 'height', number>>): Board {
  const scale = pixelsTo({ width, height });
  const pixels = (points: number) => Math.max(1, Math.round(points * scale));
  return { canvas: new Canvas(pixels(width), pixels(height), WHITE), scale };
}

function paintItem(drawItem: DrawItem, board: Board, outlines: Outlines): void {
  switch (drawItem.kind) {
    case 'path':
      paintPath(drawItem, board, (point) => point);
      break;
    case 'line':
      for (const piece of piecesOf(drawItem.line)) {
        if (piece.kind !== 'glyphs') continue;
        const ink = { fill: piece.style.color, stroke: null };
        for (const { path, place } of outlinesOf(piece, drawItem, outlines))
          paintPath({ ...ink, path }, board, place);
      }
      break;
    case 'image':
      if (drawItem.image.kind === 'drawing') paintDrawing(drawItem.image, drawItem.rect, board);
      break;
    case 'gutter':
      break;
    default:
      unreachable(drawItem, 'path, line, image, gutter');
  }
}

/** @param place points of the path as points of the page */
function paintPath<P>(
  { path, fill, stroke }: Pick<DrawnPath, 'fill' | 'stroke'> & { readonly path: Path<P> },
  { canvas, scale }: Board,
  place: (point: P) => Point,
): void {
  const placed = mapPath(path, (point) => {
    const { x, y } = place(point);
    return { x: x * scale, y: y * scale };
  });
  if (fill !== null) canvas.fill(placed, pixelOf(fill));
  if (stroke !== null) canvas.stroke(placed, stroke.width * scale, pixelOf(stroke.color));
}

/** Stretched to its place, and cut off at its edges. */
function paintDrawing(drawing: Drawing, { x, y, width, height }: Rect, board: Board): void {
  const { size, nodes } = scaleDrawing(drawing);
  const { canvas, scale } = board;
  const [across, down] = [(width / size.width) * scale, (height / size.height) * scale];
  const clip = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
  paintNodes(nodes, [across, 0, 0, down, clip.x, clip.y], canvas, { clip, mask: null });
}

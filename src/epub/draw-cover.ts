import type { Point, Rect } from '../base/geometry.ts';
import { mapPath } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import { type Outlines, outlinesOf } from '../page/glyph-outlines.ts';
import type { DrawItem, Page } from '../page/page.ts';
import { Canvas } from '../raster/canvas.ts';
import { writePng } from '../raster/write-png.ts';
import type { Drawing, DrawnShape } from '../resolve/image-source.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import { piecesOf } from '../text/line-pieces.ts';

/** Pixels: across, what the screens of e-readers have (1072 to 1264); of the longer side what any shop takes. */
const SHORT_SIDE = 1200;
const LONG_SIDE = 4000;
const WHITE = 0xffffff;

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

/** A drawing that the author names as cover, as a PNG. */
export function drawPicture(drawing: Drawing): Uint8Array {
  const board = openBoard(drawing);
  paintDrawing(drawing, { x: 0, y: 0, width: drawing.width, height: drawing.height }, board);
  return writePng(board.canvas);
}

/** What is painted on, and pixels to a point. */
interface Board {
  readonly canvas: Canvas;
  readonly scale: number;
}

function openBoard({ width, height }: Readonly<Record<'width' | 'height', number>>): Board {
  const scale = Math.min(SHORT_SIDE / Math.min(width, height), LONG_SIDE / Math.max(width, height));
  const pixels = (points: number) => Math.max(1, Math.round(points * scale));
  return { canvas: new Canvas(pixels(width), pixels(height), WHITE), scale };
}

function paintItem(drawItem: DrawItem, board: Board, outlines: Outlines): void {
  switch (drawItem.kind) {
    case 'path':
      paintShape(drawItem, board, (point) => point);
      break;
    case 'line':
      for (const piece of piecesOf(drawItem.line)) {
        if (piece.kind !== 'glyphs') continue;
        const shape = { fill: piece.style.color, stroke: null };
        for (const { path, place } of outlinesOf(piece, drawItem, outlines))
          paintShape({ ...shape, path }, board, place);
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

/** @param place points of the shape as points of the page, widths of lines by `thicker` times as many */
function paintShape(
  { path, fill, stroke }: DrawnShape,
  { canvas, scale }: Board,
  place: (point: Point) => Point,
  clip: Rect | null = null,
  thicker = 1,
): void {
  const placed = mapPath(path, (point) => {
    const { x, y } = place(point);
    return { x: x * scale, y: y * scale };
  });
  if (fill !== null) canvas.fill(placed, pixelOf(fill), clip);
  if (stroke !== null) canvas.stroke(placed, stroke.width * thicker * scale, pixelOf(stroke.color), clip);
}

/** `#RRGGBB` as a number. */
const pixelOf = (color: string) => Number.parseInt(color.slice(1, 7), 16);

/** Stretched to its place, and cut off at its edges. */
function paintDrawing(drawing: Drawing, { x, y, width, height }: Rect, board: Board): void {
  const { size, shapes } = scaleDrawing(drawing);
  const [across, down] = [width / size.width, height / size.height];
  const { scale } = board;
  const clip = { x: x * scale, y: y * scale, width: width * scale, height: height * scale };
  for (const shape of shapes)
    paintShape(
      shape,
      board,
      (point) => ({ x: x + point.x * across, y: y + point.y * down }),
      clip,
      Math.sqrt(across * down),
    );
}

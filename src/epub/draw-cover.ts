import type { Point, Rect } from '../base/geometry.ts';
import { mapPath, type Path, type PathSegment } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Face } from '../font/face.ts';
import type { DrawItem, DrawnLine, Page } from '../page/page.ts';
import { Canvas } from '../raster/canvas.ts';
import { writePng } from '../raster/write-png.ts';
import type { Drawing, DrawnShape } from '../resolve/image-source.ts';
import { scaleDrawing } from '../resolve/scale-drawing.ts';
import type { GlyphPiece } from '../text/line.ts';
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
  const outlines = new Map<Face, Map<number, Path<Point>>>();
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

/** Outlines of glyphs that were met before, by face and number. */
type Outlines = Map<Face, Map<number, Path<Point>>>;

function paintItem(drawItem: DrawItem, board: Board, outlines: Outlines): void {
  switch (drawItem.kind) {
    case 'path':
      paintShape(drawItem, board, (point) => point);
      break;
    case 'line':
      for (const piece of piecesOf(drawItem.line))
        if (piece.kind === 'glyphs') paintPiece(piece, drawItem, board, outlines);
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

/** Glyphs of one face at one size. */
function paintPiece(piece: GlyphPiece, line: DrawnLine, board: Board, outlines: Outlines): void {
  const { run, from, to, kashida, style } = piece;
  const points = style.size / run.face.unitsPerEm;
  const shape = { fill: style.color, stroke: null };
  let pen = 0;
  for (let at = from; at < to; at++) {
    const advance = run.advances[at]!;
    const isElongated = kashida !== null && run.clusters[at] === kashida.at && advance > 0;
    const width = isElongated ? kashida.width : advance;
    const stretch = isElongated ? width / advance : 1;
    const [x, y] = [pen + run.dx[at]!, run.dy[at]!];
    paintShape({ ...shape, path: outlineOf(run.face, run.ids[at]!, outlines) }, board, (point) => ({
      x: line.x + piece.x + (x + point.x * stretch) * points,
      y: line.baseline - style.rise - (y + point.y) * points,
    }));
    pen += width;
  }
}

function outlineOf(face: Face, glyph: number, outlines: Outlines): Path<Point> {
  const known = outlines.get(face) ?? new Map<number, Path<Point>>();
  outlines.set(face, known);
  const path = known.get(glyph) ?? readOutline(face.outline(glyph));
  known.set(glyph, path);
  return path;
}

/** Path data of a glyph: M, L, Q, C and Z with absolute places; a quadratic curve is a cubic one. */
function readOutline(data: string): Path<Point> {
  const path: PathSegment<Point>[] = [];
  let pen: Point = { x: 0, y: 0 };
  for (const [, letter, places] of data.matchAll(/([MLQCZ])([^MLQCZ]*)/g)) {
    const numbers = (places!.match(/-?[\d.]+/g) ?? []).map(Number);
    const points = numbers.flatMap((x, index) => (index % 2 === 0 ? [{ x, y: numbers[index + 1]! }] : []));
    const end = points.at(-1) ?? pen;
    const [first, second] = points;
    if (letter === 'Z') path.push({ kind: 'close' });
    else if (letter === 'M' || letter === 'L') path.push({ kind: letter === 'M' ? 'move' : 'line', to: end });
    else if (letter === 'Q') {
      const toward = (point: Point) => ({
        x: point.x + (2 / 3) * (first!.x - point.x),
        y: point.y + (2 / 3) * (first!.y - point.y),
      });
      path.push({ kind: 'curve', first: toward(pen), second: toward(end), to: end });
    } else path.push({ kind: 'curve', first: first!, second: second!, to: end });
    pen = end;
  }
  return path;
}

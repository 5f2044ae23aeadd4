import { isArtifact } from '../base/element.ts';
import type { Point } from '../base/geometry.ts';
import type { PathSegment } from '../base/path.ts';
import { unreachable } from '../base/unreachable.ts';
import type { GlyphPiece, Line, LinePiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { DrawItem, Laid, Page } from './page.ts';

/**
 * Laid pages as text, a draw item a line, in painting order: what tests compare and bug reports carry. Lines
 * are in logical order, so every word of the source can be found; what is not read aloud (running heads,
 * repeated table headers) is called `furniture` instead of `line`, so that words can be counted.
 */
export function dumpPages(laid: Laid): string {
  return laid.pages.map(dumpPage).join('\n');
}

function dumpPage(page: Page): string {
  const { width, height } = page.size;
  const head = `page ${page.index + 1} “${page.label}” ${page.side} ${tenths(width)}×${tenths(height)}`;
  const anchors = page.anchors.map(({ id, x, y }) => `  anchor ${tenths(x)} ${tenths(y)} ${id}`);
  const outline = page.outline.map(({ entry, y }) => `  outline ${entry.level} ${tenths(y)} ${entry.title}`);
  return [head, ...page.drawItems.map(dumpDrawItem), ...anchors, ...outline, ''].join('\n');
}

function dumpDrawItem(drawItem: DrawItem): string {
  switch (drawItem.kind) {
    case 'line': {
      const read = piecesOf(drawItem.line).some((piece) => !isArtifact(piece.tagTarget));
      const name = read || piecesOf(drawItem.line).length === 0 ? 'line' : 'furniture';
      return `  ${name} ${tenths(drawItem.x)} ${tenths(drawItem.baseline)} ${textOfLine(drawItem.line)}`;
    }
    case 'path': {
      const points = drawItem.path.flatMap(dumpSegment).join(' ');
      const stroke =
        drawItem.stroke === null ? '' : ` stroke ${drawItem.stroke.width} ${drawItem.stroke.color}`;
      return `  path ${points}${drawItem.fill === null ? '' : ` fill ${drawItem.fill}`}${stroke}`;
    }
    case 'image': {
      const { x, y, width, height } = drawItem.rect;
      return `  image ${tenths(x)} ${tenths(y)} ${tenths(width)}×${tenths(height)} ${drawItem.image.path}`;
    }
    case 'gutter': {
      const { x, y, width, height } = drawItem.rect;
      return `  gutter ${tenths(x)} ${tenths(y)} ${tenths(width)}×${tenths(height)}`;
    }
    default:
      return unreachable(drawItem, 'line, path, image, gutter');
  }
}

/** Points alone where all is straight. */
function dumpSegment(segment: PathSegment<Point>): readonly string[] {
  const show = ({ x, y }: Point) => `${tenths(x)},${tenths(y)}`;
  switch (segment.kind) {
    case 'move':
    case 'line':
      return [show(segment.to)];
    case 'curve':
      return [`(${show(segment.first)} ${show(segment.second)})`, show(segment.to)];
    case 'close':
      return [];
    default:
      return unreachable(segment, 'move, line, curve, close');
  }
}

/** The characters of a line in logical order. */
export function textOfLine(line: Line): string {
  return piecesOf(line).map(textOfPiece).join('');
}

function textOfPiece(piece: LinePiece): string {
  switch (piece.kind) {
    case 'glyphs':
      return textOfGlyphs(piece);
    case 'space':
      return piece.char;
    case 'leader':
      return ' … ';
    case 'image':
      return '\uFFFC';
    default:
      return unreachable(piece, 'glyphs, space, leader, image');
  }
}

/** The source's characters: the tatweel of an elongation is none of them. */
function textOfGlyphs({ run, charFrom, charTo, kashida }: GlyphPiece): string {
  if (kashida === null) return run.text.slice(charFrom, charTo);
  return run.text.slice(charFrom, kashida.at) + run.text.slice(kashida.at + 1, charTo);
}

/** A tenth of a point is finer than the eye and coarser than rounding. */
function tenths(points: number): string {
  return String(Math.round(points * 10) / 10);
}

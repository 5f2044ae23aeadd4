import { tameText } from '../base/bidi-controls.ts';
import type { Rect } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { DrawItem, DrawnLine, Page } from '../page/page.ts';
import type { GlyphPiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import { drawDrawing, drawShape } from './image-file.ts';
import { number } from './svg-path.ts';
import { element, type XmlElement } from './xml.ts';

/**
 * The first page of the print as a picture, letters as outlines: a library shows a cover without fonts
 * and often without knowing Arabic, and so it is the very page, joined and ordered as shaped. Raster images
 * on that page are left out.
 */
export function drawCover(page: Page, title: string): XmlElement {
  const outlines = new Map<string, string>();
  const elements = page.drawItems.flatMap((drawItem) => drawItemInSvg(drawItem, outlines));
  const { width, height } = page.size;
  const size = { width: number(width), height: number(height) };
  const glyphs = [...outlines].map(([d, id]) => element('path', { id, d }));
  return element(
    'svg',
    {
      xmlns: 'http://www.w3.org/2000/svg',
      'xmlns:xlink': 'http://www.w3.org/1999/xlink',
      viewBox: `0 0 ${size.width} ${size.height}`,
      ...size,
    },
    [
      element('title', {}, [tameText(title)]),
      element('defs', {}, glyphs),
      element('rect', { ...size, fill: '#FFFFFF' }),
      ...elements,
    ],
  );
}

function drawItemInSvg(drawItem: DrawItem, outlines: Map<string, string>): readonly XmlElement[] {
  switch (drawItem.kind) {
    case 'path':
      return drawItem.path.length === 0 ? [] : [drawShape(drawItem)];
    case 'line':
      return piecesOf(drawItem.line).flatMap((piece) =>
        piece.kind === 'glyphs' ? drawPiece(piece, drawItem, outlines) : [],
      );
    case 'image':
      return drawItem.image.kind === 'drawing' ? [drawDrawing(drawItem.image, placeOf(drawItem.rect))] : [];
    case 'gutter':
      return [];
    default:
      return unreachable(drawItem, 'path, line, image, gutter');
  }
}

function placeOf({ x, y, width, height }: Rect) {
  return { x: number(x), y: number(y), width: number(width), height: number(height) };
}

/** Glyphs of one face at one size: font units, y upwards, turned into points by the group around them. */
function drawPiece(piece: GlyphPiece, line: DrawnLine, outlines: Map<string, string>): readonly XmlElement[] {
  const { run, from, to, kashida, style } = piece;
  const uses: XmlElement[] = [];
  let pen = 0;
  for (let at = from; at < to; at++) {
    const advance = run.advances[at]!;
    const isElongated = kashida !== null && run.clusters[at] === kashida.at && advance > 0;
    const width = isElongated ? kashida.width : advance;
    const d = run.face.outline(run.ids[at]!);
    if (d !== '') {
      const id = outlines.get(d) ?? `g${outlines.size + 1}`;
      outlines.set(d, id);
      const x = number(pen + run.dx[at]!);
      const y = number(run.dy[at]!);
      const place = isElongated
        ? { transform: `translate(${x} ${y}) scale(${number(width / advance)} 1)` }
        : { x, y };
      uses.push(element('use', { 'xlink:href': `#${id}`, ...place }));
    }
    pen += width;
  }
  if (uses.length === 0) return [];
  const scale = Math.round((style.size / run.face.unitsPerEm) * 1e6) / 1e6;
  const x = number(line.x + piece.x);
  const y = number(line.baseline - style.rise);
  const transform = `matrix(${scale} 0 0 ${-scale} ${x} ${y})`;
  return [element('g', { transform, fill: style.color }, uses)];
}

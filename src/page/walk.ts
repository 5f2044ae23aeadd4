import type { TagTarget } from '../base/element.ts';
import type { Size } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { DrawItem, DrawnGutter, DrawnImage, DrawnLine, DrawnPath, Page } from './page.ts';

/** The lines of pages in the order of painting, which is that of reading. */
export function* linesOf(pages: readonly Page[]): Generator<DrawnLine> {
  for (const { drawItems } of pages)
    for (const drawItem of drawItems) if (drawItem.kind === 'line') yield drawItem;
}

/** An image at the size at which it is shown, in points. */
export interface ShownImage {
  readonly image: ImageSource;
  readonly size: Size;
  readonly tagTarget: TagTarget;
}

/** The images of a draw item: a figure is one, a line may hold several. */
export function imagesOf(drawItem: DrawItem): readonly ShownImage[] {
  switch (drawItem.kind) {
    case 'image':
      return [{ image: drawItem.image, size: drawItem.rect, tagTarget: drawItem.tagTarget }];
    case 'line':
      if (drawItem.line.imageHeight === 0) return [];
      return piecesOf(drawItem.line).flatMap((piece) =>
        piece.kind === 'image' ? [{ image: piece.image, size: piece, tagTarget: piece.tagTarget }] : [],
      );
    case 'path':
    case 'gutter':
      return [];
    default:
      return unreachable(drawItem, 'line, path, image, gutter');
  }
}

/** What becomes of each kind; of what is left out, nothing. */
interface DrawItemMap {
  readonly line?: (line: DrawnLine) => DrawItem;
  readonly path?: (path: DrawnPath) => DrawItem;
  readonly image?: (image: DrawnImage) => DrawItem;
  readonly gutter?: (gutter: DrawnGutter) => DrawItem;
}

export function mapDrawItem(drawItem: DrawItem, { line, path, image, gutter }: DrawItemMap): DrawItem {
  switch (drawItem.kind) {
    case 'line':
      return line?.(drawItem) ?? drawItem;
    case 'path':
      return path?.(drawItem) ?? drawItem;
    case 'image':
      return image?.(drawItem) ?? drawItem;
    case 'gutter':
      return gutter?.(drawItem) ?? drawItem;
    default:
      return unreachable(drawItem, 'line, path, image, gutter');
  }
}

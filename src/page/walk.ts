import type { TagTarget } from '../base/element.ts';
import type { Size } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { LineMark, Mark, Page } from './page.ts';

/** The lines of pages in the order of painting, which is that of reading. */
export function* linesOf(pages: readonly Page[]): Generator<LineMark> {
  for (const { marks } of pages) for (const mark of marks) if (mark.kind === 'line') yield mark;
}

/** An image at the size at which it is shown, in points. */
export interface ShownImage {
  readonly image: ImageSource;
  readonly size: Size;
  readonly tagTarget: TagTarget;
}

/** The images of a mark: a figure is one, a line may hold several. */
export function imagesOf(mark: Mark): readonly ShownImage[] {
  switch (mark.kind) {
    case 'image':
      return [{ image: mark.image, size: mark.rect, tagTarget: mark.tagTarget }];
    case 'line':
      if (mark.line.imageHeight === 0) return [];
      return piecesOf(mark.line).flatMap((piece) =>
        piece.kind === 'image' ? [{ image: piece.image, size: piece, tagTarget: piece.tagTarget }] : [],
      );
    case 'path':
    case 'gutter':
      return [];
    default:
      return unreachable(mark, 'line, path, image, gutter');
  }
}

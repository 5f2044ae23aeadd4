import type { Role } from '../base/element.ts';
import type { Size } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Mark } from '../page/page.ts';
import type { RasterImage } from '../style/inline.ts';
import { piecesOf } from '../text/line-pieces.ts';

/** An image of pixels at the size at which it is printed, in points. */
interface PrintedImage {
  readonly image: RasterImage;
  readonly size: Size;
  readonly role: Role;
}

/** The raster images of a mark: a figure is one, a line may hold several. */
export function rastersOf(mark: Mark): readonly PrintedImage[] {
  switch (mark.kind) {
    case 'image':
      return mark.image.kind === 'raster' ? [{ image: mark.image, size: mark.rect, role: mark.role }] : [];
    case 'line':
      if (mark.line.imageHeight === 0) return [];
      return piecesOf(mark.line).flatMap((piece) =>
        piece.kind === 'image' && piece.image.kind === 'raster'
          ? [{ image: piece.image, size: piece, role: piece.role }]
          : [],
      );
    case 'path':
    case 'gutter':
      return [];
    default:
      return unreachable(mark, 'the kinds of marks');
  }
}

/** Dots per inch, along the axis that has fewer. */
export function resolutionOf({ image, size }: PrintedImage): number {
  return Math.min(image.width / size.width, image.height / size.height) * 72;
}

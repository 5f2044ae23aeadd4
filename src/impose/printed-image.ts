import type { DrawItem } from '../page/page.ts';
import { imagesOf, type ShownImage } from '../page/walk.ts';
import type { RasterImage } from '../resolve/image-source.ts';

/** An image of pixels at the size at which it is printed. */
type PrintedImage = ShownImage & { readonly image: RasterImage };

export function rastersOf(drawItem: DrawItem): readonly PrintedImage[] {
  return imagesOf(drawItem).filter((shown): shown is PrintedImage => shown.image.kind === 'raster');
}

/** Dots per inch, along the axis that has fewer. */
export function resolutionOf({ image, size }: PrintedImage): number {
  return Math.min(image.width / size.width, image.height / size.height) * 72;
}

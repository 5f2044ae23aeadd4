import { unreachable } from '../base/unreachable.ts';
import { withOrientation } from '../raster/with-orientation.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import { svgFile } from '../resolve/svg-file.ts';

/** What an image is called after in the package. */
export function extensionOf(image: ImageSource): 'png' | 'jpg' | 'svg' {
  if (image.kind === 'drawing') return 'svg';
  return image.format === 'png' ? 'png' : 'jpg';
}

/** The file of an image. */
export function imageBytes(image: ImageSource): Uint8Array {
  switch (image.kind) {
    case 'raster':
      return withOrientation(image);
    case 'drawing':
      return svgFile(image);
    default:
      return unreachable(image, 'raster, drawing');
  }
}

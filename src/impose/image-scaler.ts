import type { Size } from '../base/geometry.ts';
import { limits } from '../base/limits.ts';
import { loadSharp, PNG, type Sharp, spaceToWrite } from '../raster/load-sharp.ts';
import { liesAcross } from '../raster/orientation.ts';
import type { RasterImage } from '../resolve/image-source.ts';

/**
 * Spelt out, as `PNG` is. Reading a JPEG at half its size is quicker, and coarser than the kernel's own work.
 */
const RESIZE = { fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false } as const;
const JPEG = { quality: 82, chromaSubsampling: '4:2:0', mozjpeg: false, progressive: false } as const;

/** Makes an image smaller; null where nothing would be gained. Rejects where its pixels are damaged. */
export type ImageScaler = (image: RasterImage, size: Size) => Promise<RasterImage | null>;

/** The scaler, or null where sharp is not installed or has no part for this machine. */
export async function loadImageScaler(): Promise<ImageScaler | null> {
  const sharp = await loadSharp();
  return sharp === null ? null : (image, size) => scaleImage(image, size, sharp);
}

/**
 * Keeps the format, the alpha channel and grey as grey; colours of an embedded profile become sRGB, the
 * output intent of the document. Nothing else of the metadata is kept.
 */
async function scaleImage(image: RasterImage, size: Size, sharp: Sharp): Promise<RasterImage | null> {
  const source = sharp(image.bytes, { limitInputPixels: limits.imagePixels });
  const { space = '' } = await source.metadata();
  // Separated for a press by somebody who chose the inks.
  if (space === 'cmyk') return null;
  // its rows stay as they lie, and the painter turns them
  const [width, height] = liesAcross(image.orientation)
    ? [size.height, size.width]
    : [size.width, size.height];
  const scaled = source.resize(width, height, RESIZE).toColourspace(spaceToWrite(space));
  const bytes = await (image.format === 'png' ? scaled.png(PNG) : scaled.jpeg(JPEG)).toBuffer();
  // Line art of one bit grows when its edges become grey.
  return bytes.length < image.bytes.length ? { ...image, ...size, bytes, profiled: false } : null;
}

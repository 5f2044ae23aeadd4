import type { Size } from '../base/geometry.ts';
import { limits } from '../base/limits.ts';
import { loadPeer } from '../base/load-peer.ts';
import { liesAcross } from '../raster/orientation.ts';
import type { RasterImage } from '../resolve/image-source.ts';

/** What we use of sharp, an optional peer: it is given bytes and yields bytes, and opens no file. */
type Sharp = (bytes: Uint8Array, limits: { readonly limitInputPixels: number }) => SharpImage;

interface SharpImage {
  metadata(): Promise<{ readonly space?: string }>;
  resize(width: number, height: number, options: typeof RESIZE): SharpImage;
  toColourspace(space: string): SharpImage;
  png(options: typeof PNG): SharpImage;
  jpeg(options: typeof JPEG): SharpImage;
  toBuffer(): Promise<Uint8Array>;
}

/**
 * Everything that could differ from one release of sharp to the next is spelt out: same input, same bytes.
 * Reading a JPEG at half its size is quicker, and coarser than the kernel's own work.
 */
const RESIZE = { fit: 'fill', kernel: 'lanczos3', fastShrinkOnLoad: false } as const;
const PNG = { compressionLevel: 9, adaptiveFiltering: true, palette: false, progressive: false } as const;
const JPEG = { quality: 82, chromaSubsampling: '4:2:0', mozjpeg: false, progressive: false } as const;

/** sharp's names of grey, in 8 and in 16 bits. */
const GREYS: ReadonlySet<string> = new Set(['b-w', 'grey16']);

/** Makes an image smaller; null where nothing would be gained. Rejects where its pixels are damaged. */
export type ImageScaler = (image: RasterImage, size: Size) => Promise<RasterImage | null>;

/** The scaler, or null where sharp is not installed or has no part for this machine. */
export async function loadImageScaler(): Promise<ImageScaler | null> {
  try {
    const sharp = await loadPeer<{ readonly default: Sharp }>('sharp');
    return sharp === null ? null : (image, size) => scaleImage(image, size, sharp.default);
  } catch (error) {
    // npm leaves out the binary of another platform without a word, and sharp says so only here.
    const isHalfInstalled = error instanceof Error && error.message.startsWith('Could not load the "sharp"');
    if (!isHalfInstalled) throw error;
    return null;
  }
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
  const scaled = source.resize(width, height, RESIZE).toColourspace(GREYS.has(space) ? 'b-w' : 'srgb');
  const bytes = await (image.format === 'png' ? scaled.png(PNG) : scaled.jpeg(JPEG)).toBuffer();
  // Line art of one bit grows when its edges become grey.
  return bytes.length < image.bytes.length ? { ...image, ...size, bytes, profiled: false } : null;
}

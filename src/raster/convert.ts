import { limits } from '../base/limits.ts';
import { checkSize } from './check-size.ts';
import { loadSharp, PNG, type Sharp, spaceToWrite } from './load-sharp.ts';
import { RasterFault } from './raster-fault.ts';
import { startsWith } from './tag.ts';

/** A format that no reader of PDF shows, and sharp reads. */
interface Foreign {
  /** As it is called. */
  readonly name: 'GIF' | 'WebP' | 'AVIF' | 'TIFF';
  /** Whether its pixels were written with loss, so that a JPEG of them loses nothing that is seen. */
  readonly isLossy: boolean;
}

/** So little is lost that no eye tells it from the original. */
const JPEG = { quality: 95, chromaSubsampling: '4:4:4', mozjpeg: false, progressive: false } as const;

/** By its first bytes alone: what begins otherwise, an SVG above all, is never handed to sharp. */
export function foreignFormat(bytes: Uint8Array): Foreign | null {
  if (startsWith(bytes, 'GIF87a') || startsWith(bytes, 'GIF89a')) return { name: 'GIF', isLossy: false };
  // a WebP of one lossy picture begins with VP8 and a space; others may hold anything (RFC 9649, 2.5 to 2.7)
  if (startsWith(bytes, 'RIFF') && startsWith(bytes, 'WEBP', 8))
    return { name: 'WebP', isLossy: startsWith(bytes, 'VP8 ', 12) };
  // HEIC has the same box, and patents for which sharp reads none
  if (startsWith(bytes, 'ftypavif', 4) || startsWith(bytes, 'ftypavis', 4))
    return { name: 'AVIF', isLossy: true };
  if (startsWith(bytes, 'II*\0') || startsWith(bytes, 'MM\0*')) return { name: 'TIFF', isLossy: false };
  return null;
}

/**
 * The first picture of a foreign file as PNG, or as JPEG where it was lossy and has no transparency: upright, of 8 bits,
 * in sRGB or grey. Its size is looked at before a pixel is.
 *
 * @throws RasterFault where sharp is not installed, or the file is too large or damaged
 */
export async function convertRaster(
  bytes: Uint8Array,
  { name, isLossy }: Foreign,
  load: () => Promise<Sharp | null> = loadSharp,
): Promise<Uint8Array> {
  const sharp = await load();
  if (sharp === null) throw new RasterFault('needs-sharp', { name });
  const open = (limitInputPixels: number) => sharp(bytes, { limitInputPixels, failOn: 'error', pages: 1 });
  // its errors are of any kind, and say in English what no author can mend
  const refuse = (): never => {
    throw new RasterFault('not-converted', { name });
  };
  // of the header, without a limit: what is too large is told by its own size
  const { width, height, space = '', hasAlpha = false } = await open(0).metadata().catch(refuse);
  checkSize(width, height);
  const upright = open(limits.imagePixels).autoOrient().toColourspace(spaceToWrite(space));
  const written = isLossy && !hasAlpha ? upright.jpeg(JPEG) : upright.png(PNG);
  return await written.toBuffer().catch(refuse);
}

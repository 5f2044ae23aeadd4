import type { Sink } from '../base/diagnostic.ts';
import { originOfTarget } from '../base/element.ts';
import type { Size } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Laid, Page } from '../page/page.ts';
import { mapDrawItem } from '../page/walk.ts';
import type { Profile } from '../project/profile.ts';
import type { ImageSource, RasterImage } from '../resolve/image-source.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { Theme } from '../theme/theme.ts';
import { type ImageScaler, loadImageScaler } from './image-scaler.ts';
import { rastersOf, resolutionOf } from './printed-image.ts';

/** An image a little over the limit is not worth a second compression. */
const TOLERANCE = 1.2;
/** Bytes. What an icon could save is less than what it costs to load sharp. */
const LEAST_BYTES = 32_000;

/** An image with more dots than its printed size can show. */
interface Excess {
  readonly image: RasterImage;
  /** Dots per inch at its largest use. */
  readonly dpi: number;
  readonly origin: Origin | null;
}

/**
 * Raster images are brought down to the resolution at which they are read: on a screen, or on paper. Each is
 * scaled once, for its largest use. Without sharp they stay as they are, and each is named with its price.
 */
export async function fitImages(
  laid: Laid,
  profile: Profile,
  limits: Theme['images'],
  sink: Sink,
  loadScaler?: () => Promise<ImageScaler | null>,
): Promise<Laid> {
  const fitted = await scaleImages(laid, profile, limits, sink, loadScaler);
  return fitted.size === 0 ? laid : { ...laid, pages: laid.pages.map((page) => replaceImages(page, fitted)) };
}

/** The same for a format that has no pages of its own: smaller images, by the bytes of those that they are made of. */
export async function scaleImages(
  laid: Laid,
  profile: Profile,
  limits: Theme['images'],
  sink: Sink,
  loadScaler: () => Promise<ImageScaler | null> = loadImageScaler,
): Promise<ReadonlyMap<Uint8Array, RasterImage>> {
  const limit = profile === 'screen' ? limits.screen : limits.print;
  const excesses = limit === 0 ? [] : findExcesses(laid.pages, limit);
  const fitted = new Map<Uint8Array, RasterImage>();
  if (excesses.length === 0) return fitted;
  const scale = await loadScaler();
  for (const excess of excesses) {
    if (scale === null) reportLarge(excess, limit, sink);
    else fitted.set(excess.image.bytes, await fitImage(excess, limit, scale, sink));
  }
  return fitted;
}

/** In the order in which they are met. */
function findExcesses(pages: readonly Page[], limit: number): readonly Excess[] {
  const largest = new Map<Uint8Array, Excess>();
  for (const printed of pages.flatMap(({ drawItems }) => drawItems.flatMap(rastersOf))) {
    const { image, tagTarget } = printed;
    const dpi = resolutionOf(printed);
    const known = largest.get(image.bytes);
    if (known === undefined || dpi < known.dpi)
      largest.set(image.bytes, { image, dpi, origin: originOfTarget(tagTarget) });
  }
  return [...largest.values()].filter(
    ({ image, dpi }) => dpi > limit * TOLERANCE && image.bytes.length >= LEAST_BYTES,
  );
}

/** One after the other, for fifty million pixels take 200 MB each. */
async function fitImage(
  { image, dpi, origin }: Excess,
  limit: number,
  scale: ImageScaler,
  sink: Sink,
): Promise<RasterImage> {
  const size: Size = {
    width: Math.max(1, Math.floor((image.width * limit) / dpi)),
    height: Math.max(1, Math.floor((image.height * limit) / dpi)),
  };
  try {
    return (await scale(image, size)) ?? image;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    sink.report('image-unscaled', origin, { path: image.path, reason: error.message.split('\n')[0] ?? '' });
    return image;
  }
}

/** Bytes go roughly with the pixels, and these with the square of the resolution. */
function reportLarge({ image, dpi, origin }: Excess, limit: number, sink: Sink): void {
  const bytes = image.bytes.length;
  const kB = (count: number) => Math.max(1, Math.round(count / 1000));
  sink.report('image-large', origin, {
    path: image.path,
    dpi: Math.round(dpi),
    limit,
    size: kB(bytes),
    least: kB(bytes * (limit / dpi) ** 2),
  });
}

/** @param fitted scaled images, by the bytes of those that they are made of */
function replaceImages(page: Page, fitted: ReadonlyMap<Uint8Array, RasterImage>): Page {
  const fittedOf = (image: ImageSource) =>
    (image.kind === 'raster' ? fitted.get(image.bytes) : undefined) ?? image;
  const drawItems = page.drawItems.map((drawItem) =>
    mapDrawItem(drawItem, {
      image: (of) => ({ ...of, image: fittedOf(of.image) }),
      line: (of) => {
        if (of.line.imageHeight === 0) return of;
        const pieces = piecesOf(of.line).map((piece) =>
          piece.kind === 'image' ? { ...piece, image: fittedOf(piece.image) } : piece,
        );
        return { ...of, line: { ...of.line, words: { kind: 'placed', pieces } } };
      },
    }),
  );
  return { ...page, drawItems };
}

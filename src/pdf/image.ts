import { isArtifact, type TagTarget } from '../base/element.ts';
import type { Rect, Size } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Laid, Page } from '../page/page.ts';
import { imagesOf } from '../page/walk.ts';
import { readJpegFrame } from '../resolve/image-size.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import { drawForm } from './drawing.ts';
import { decimal, type PageContent } from './page-content.ts';
import type { PdfFile, PdfXObject } from './pdf-file.ts';

/** The images of the document: each is embedded once, however often it is drawn. */
export type DocumentImages = ReadonlyMap<ImageSource, EmbeddedImage>;

interface EmbeddedImage {
  readonly object: PdfXObject;
  /** Of the space in which it paints. A raster fills one unit, upside down to the page. */
  readonly size: Size;
}

const UPSIDE_DOWN: Size = { width: 1, height: -1 };

/** Embeds all images before the first page, in the order in which they are met. */
export async function embedImages(pages: readonly Page[], file: PdfFile): Promise<DocumentImages> {
  const images = new Map<ImageSource, EmbeddedImage>();
  for (const { drawItems } of pages) {
    for (const { image: source } of drawItems.flatMap(imagesOf)) {
      if (!images.has(source)) images.set(source, await embedImage(source, file));
    }
  }
  return images;
}

async function embedImage(source: ImageSource, file: PdfFile): Promise<EmbeddedImage> {
  switch (source.kind) {
    case 'raster':
      return { object: await file.embedImage(source.bytes), size: UPSIDE_DOWN };
    case 'drawing': {
      const { size, operators } = drawForm(source);
      return { object: file.embedForm(size, operators), size };
    }
    default:
      return unreachable(source, 'raster, drawing');
  }
}

/** Where images stand whose colours are inks: JPEG of four channels. In each element once. */
export function findInkImages({ pages }: Laid): readonly (Origin | null)[] {
  const hasInks = (image: ImageSource) =>
    image.kind === 'raster' && image.format === 'jpeg' && readJpegFrame(image.bytes)?.components === 4;
  const tagTargets = pages
    .flatMap(({ drawItems }) => drawItems.flatMap(imagesOf))
    .filter(({ image }) => hasInks(image))
    .map(({ tagTarget }) => tagTarget);
  return [...new Set(tagTargets)].map((tagTarget) => (isArtifact(tagTarget) ? null : tagTarget.origin));
}

/** Draws an image over `rect`, at reading position `position`. An alpha channel becomes a soft mask. */
export function paintImage(
  source: ImageSource,
  rect: Rect,
  tagTarget: TagTarget,
  position: number,
  content: PageContent,
  images: DocumentImages,
): void {
  const { object, size } = images.get(source)!;
  content.useXObject(object);
  content.enter(tagTarget, position, position + 1);
  content.write(`q ${transform(rect, size)} cm /${object.label} Do Q\n`);
  if (!isArtifact(tagTarget)) content.tree.addBox(tagTarget, content.index, rect);
}

/** The matrix that fits what is painted in `size` to `rect` of the page, whose y runs downwards. */
function transform({ x, y, width, height }: Rect, size: Size): string {
  const top = size.height < 0 ? y + height : y;
  return `${scale(width, size.width)} 0 0 ${scale(height, size.height)} ${decimal(x)} ${decimal(top)}`;
}

/** Of many units each is a small part of a point. */
const scale = (length: number, units: number) => decimal(length / units, Math.abs(units) > 1 ? 1e6 : 100);

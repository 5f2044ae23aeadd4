import { isArtifact, type TagTarget } from '../base/element.ts';
import type { Rect } from '../base/geometry.ts';
import type { Matrix } from '../base/matrix.ts';
import type { Origin } from '../base/origin.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Laid, Page } from '../page/page.ts';
import { imagesOf } from '../page/walk.ts';
import type { Orientation } from '../raster/orientation.ts';
import type { Raster } from '../raster/raster.ts';
import type { ImageSource } from '../resolve/image-source.ts';
import { rastersOf } from '../vector/map-drawing.ts';
import { ColorProfiles } from './color-profiles.ts';
import { embedDrawing } from './drawing.ts';
import { embedJpeg } from './jpeg-image.ts';
import { decimal, type PageContent } from './page-content.ts';
import type { PdfFile, PdfXObject } from './pdf-file.ts';
import { embedPng } from './png-image.ts';

/** The images of the document: each is embedded once, however often it is drawn. */
export type DocumentImages = ReadonlyMap<ImageSource, EmbeddedImage>;

interface EmbeddedImage {
  readonly object: PdfXObject;
  /** From the space in which it paints, y upwards, to a square of one unit, y downwards. */
  readonly place: Matrix;
}

/** A raster fills one unit. Where its first row and its first column lie (CIPA DC-008, 4.6.5.1.5) is made good. */
const PLACES: Readonly<Record<Orientation, Matrix>> = {
  1: [1, 0, 0, -1, 0, 1],
  2: [-1, 0, 0, -1, 1, 1],
  3: [-1, 0, 0, 1, 1, 0],
  4: [1, 0, 0, 1, 0, 0],
  5: [0, 1, -1, 0, 1, 0],
  6: [0, 1, 1, 0, 0, 0],
  7: [0, -1, 1, 0, 0, 1],
  8: [0, -1, -1, 0, 1, 1],
};

/** Embeds all images before the first page, in the order in which they are met; what has the same bytes once. */
export async function embedImages(pages: readonly Page[], file: PdfFile): Promise<DocumentImages> {
  const images = new Map<ImageSource, EmbeddedImage>();
  const objects = new Map<Uint8Array, PdfXObject>();
  const profiles = new ColorProfiles(file);
  for (const { drawItems } of pages) {
    for (const { image: source } of drawItems.flatMap(imagesOf)) {
      if (!images.has(source)) images.set(source, await embedImage(source, file, profiles, objects));
    }
  }
  return images;
}

async function embedImage(
  source: ImageSource,
  file: PdfFile,
  profiles: ColorProfiles,
  objects: Map<Uint8Array, PdfXObject>,
): Promise<EmbeddedImage> {
  switch (source.kind) {
    case 'raster':
      return embedRaster(source, file, profiles, objects);
    case 'drawing': {
      const rasters = new Map<Raster, EmbeddedImage>();
      for (const raster of rastersOf(source.nodes))
        rasters.set(raster, await embedRaster(raster, file, profiles, objects));
      const { size, object } = embedDrawing(source, rasters, file);
      return { object, place: [1 / size.width, 0, 0, 1 / size.height, 0, 0] };
    }
    default:
      return unreachable(source, 'raster, drawing');
  }
}

async function embedRaster(
  { bytes, format, orientation }: Pick<Raster, 'bytes' | 'format' | 'orientation'>,
  file: PdfFile,
  profiles: ColorProfiles,
  objects: Map<Uint8Array, PdfXObject>,
): Promise<EmbeddedImage> {
  const embed = format === 'png' ? embedPng : embedJpeg;
  const object = objects.get(bytes) ?? (await embed(bytes, file, profiles));
  objects.set(bytes, object);
  return { object, place: PLACES[orientation] };
}

/** Where images stand whose colours are inks that no profile tells of. In each element once. */
export function findInkImages({ pages }: Laid): readonly (Origin | null)[] {
  const isInked = ({ colors, profiled }: Pick<Raster, 'colors' | 'profiled'>) =>
    colors === 'inks' && !profiled;
  const hasInks = (image: ImageSource) =>
    image.kind === 'raster' ? isInked(image) : rastersOf(image.nodes).some(isInked);
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
  const { object, place } = images.get(source)!;
  content.useXObject(object);
  content.enter(tagTarget, position, position + 1);
  content.write(`q ${transform(rect, place)} cm /${object.label} Do Q\n`);
  if (!isArtifact(tagTarget)) content.tree.addBox(tagTarget, content.index, rect);
}

/** The matrix that fits what is painted to `rect` of the page, whose y runs downwards. */
function transform({ x, y, width, height }: Rect, [a, b, c, d, e, f]: Matrix): string {
  const scales = [scale(a, width), scale(b, height), scale(c, width), scale(d, height)];
  return `${scales.join(' ')} ${decimal(x + e * width)} ${decimal(y + f * height)}`;
}

/** Of many units each is a small part of a point. */
const scale = (factor: number, length: number) =>
  decimal(factor * length, Number.isInteger(factor) ? 100 : 1e6);

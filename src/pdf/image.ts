import { isArtifact, type Role } from '../base/element.ts';
import type { Rect } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Laid, Mark, Page } from '../page/page.ts';
import { readJpegFrame } from '../resolve/image-size.ts';
import type { ImageSource } from '../style/inline.ts';
import { decimal, type PageContent } from './page-content.ts';
import type { PdfFile, PdfImage } from './pdf-file.ts';

/** The images of the document: each is embedded once, however often it is drawn. */
export type DocumentImages = ReadonlyMap<ImageSource, PdfImage>;

/** Embeds all images before the first page, in the order in which they are met. */
export async function embedImages(pages: readonly Page[], file: PdfFile): Promise<DocumentImages> {
  const images = new Map<ImageSource, PdfImage>();
  for (const { marks } of pages) {
    for (const source of marks.flatMap(imagesOf)) {
      if (!images.has(source)) images.set(source, await file.embedImage(source.bytes));
    }
  }
  return images;
}

/** Where images stand whose colours are inks: JPEG of four channels. In each element once. */
export function findInkImages({ pages }: Laid): readonly (Origin | null)[] {
  const hasInks = ({ format, bytes }: ImageSource) =>
    format === 'jpeg' && readJpegFrame(bytes)?.components === 4;
  const roles = pages
    .flatMap(({ marks }) => marks.flatMap(showingsOf))
    .filter(({ image }) => hasInks(image))
    .map(({ role }) => role);
  return [...new Set(roles)].map((role) => (isArtifact(role) ? null : role.origin));
}

function imagesOf(mark: Mark): readonly ImageSource[] {
  return showingsOf(mark).map(({ image }) => image);
}

function showingsOf(mark: Mark): readonly { readonly image: ImageSource; readonly role: Role }[] {
  if (mark.kind === 'image') return [mark];
  if (mark.kind !== 'line' || mark.line.imageHeight === 0) return [];
  return mark.line.pieces.filter((piece) => piece.kind === 'image');
}

/** Draws an image over `rect`, at reading position `position`. An alpha channel becomes a soft mask. */
export function paintImage(
  source: ImageSource,
  rect: Rect,
  role: Role,
  position: number,
  content: PageContent,
  images: DocumentImages,
): void {
  const image = images.get(source)!;
  content.useImage(image);
  content.enter(role, position, position + 1);
  const { x, y, width, height } = rect;
  // The page's y runs downwards and an image's upwards.
  content.write(
    `q ${decimal(width)} 0 0 ${decimal(-height)} ${decimal(x)} ${decimal(y + height)} cm /${image.label} Do Q\n`,
  );
  if (!isArtifact(role)) content.tree.addBox(role, content.index, rect);
}

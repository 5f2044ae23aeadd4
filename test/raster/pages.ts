import type { PDFiumLibrary } from '@hyzyla/pdfium';
import * as mupdf from 'mupdf';
import { Sink } from '../../src/base/diagnostic.ts';
import type { DrawnImage } from '../../src/page/page.ts';
import { readRaster } from '../../src/raster/raster.ts';
import type { RasterImage } from '../../src/resolve/image-source.ts';
import { paintWhole } from '../paint-whole.ts';
import { element, laid, page } from '../pdf/lay.ts';

export const OPTIONS = {
  version: '1.7',
  textFor: 'reading',
  sourceDateEpoch: null,
  conformance: 'archive',
  attachments: [],
} as const;

export function imageOf(bytes: Uint8Array, path = 'صورة.png'): RasterImage {
  return { kind: 'raster', path, ...readRaster(bytes) };
}

/** A page of white with the image at (20, 20), a point a pixel. */
export function paintImages(...images: readonly RasterImage[]): Promise<Uint8Array> {
  const root = element('Document', null);
  const drawItems = images.map((image, at): DrawnImage => {
    const { width, height } = image;
    const rect = { x: 20, y: 20 + at * (height + 10), width, height };
    return { kind: 'image', image, rect, tagTarget: element('Figure', root, { alt: 'صورة' }) };
  });
  return paintWhole(
    laid(root, [page(0, drawItems, { size: { width: 100, height: 40 + drawItems.length * 60 } })]),
    OPTIONS,
    new Sink(),
  );
}

/** The first page as MuPDF draws it, a pixel a point; of each pixel red, green and blue. */
export function drawWithMupdf(bytes: Uint8Array): Drawn {
  const paper = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  const pixmap = paper.toPixmap(mupdf.Matrix.identity, mupdf.ColorSpace.DeviceRGB, false);
  return { width: pixmap.getWidth(), pixels: pixmap.getPixels(), step: 3 };
}

interface Drawn {
  readonly width: number;
  readonly pixels: Uint8Array | Uint8ClampedArray;
  /** Bytes a pixel. */
  readonly step: number;
}

let pdfium: Promise<PDFiumLibrary> | null = null;

/** As PDFium, the reader of Chromium, draws it. */
export async function drawWithPdfium(bytes: Uint8Array): Promise<Drawn> {
  pdfium ??= import('@hyzyla/pdfium').then(({ PDFiumLibrary }) => PDFiumLibrary.init());
  const document = await (await pdfium).loadDocument(Buffer.from(bytes));
  const { width, data } = await document.getPage(0).render({ scale: 1, render: 'bitmap' });
  document.destroy();
  return { width, pixels: data, step: 4 };
}

export function pixelAt({ width, pixels, step }: Drawn, x: number, y: number): readonly number[] {
  const at = step * (y * width + x);
  return [pixels[at]!, pixels[at + 1]!, pixels[at + 2]!];
}

/** The largest difference in a channel between the image at (20, 20) and what it should be over white. */
export function worstOf(
  drawn: Drawn,
  width: number,
  height: number,
  wanted: (x: number, y: number) => readonly number[],
): number {
  let worst = 0;
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const seen = pixelAt(drawn, 20 + x, 20 + y);
      const [red, green, blue, alpha = 255] = wanted(x, y);
      [red, green, blue].forEach((value, channel) => {
        const over = (value! * alpha) / 255 + 255 - alpha;
        worst = Math.max(worst, Math.abs(seen[channel]! - over));
      });
    }
  }
  return worst;
}

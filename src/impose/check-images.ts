import type { Sink } from '../base/diagnostic.ts';
import { originOfTarget } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import type { Page } from '../page/page.ts';
import type { RasterImage } from '../resolve/image-source.ts';
import type { PrintStyle } from '../theme/print-style.ts';
import { rastersOf, resolutionOf } from './printed-image.ts';

/** Dots per inch below which an eye at reading distance sees them in a photograph; printers ask for 300. */
const LEAST_RESOLUTION = 200;

/** Reports images too coarse for the size at which they are printed, and colour where grey was wanted; each once. */
export function checkImages(sheets: readonly Page[], print: PrintStyle, sink: Sink): void {
  const coarsest = new Map<RasterImage, { readonly dpi: number; readonly origin: Origin | null }>();
  for (const printed of sheets.flatMap(({ drawItems }) => drawItems.flatMap(rastersOf))) {
    const { image, tagTarget } = printed;
    const dpi = resolutionOf(printed);
    const before = coarsest.get(image);
    const origin = originOfTarget(tagTarget);
    if (before === undefined || dpi < before.dpi) coarsest.set(image, { dpi, origin });
  }
  for (const [image, { dpi, origin }] of coarsest) {
    const { path } = image;
    if (dpi < LEAST_RESOLUTION) {
      const width = Math.ceil((image.width * LEAST_RESOLUTION) / dpi);
      sink.report('image-coarse', origin, { path, dpi: Math.round(dpi), least: LEAST_RESOLUTION, width });
    }
    if (print.grey && image.colors !== 'grey') sink.report('image-coloured', origin, { path });
  }
}

import type { Rect, Size } from '../base/geometry.ts';
import type { Raster } from '../raster/raster.ts';
import type { DrawnNode } from '../vector/drawing.ts';

/** An image read and measured. Its size is in pixels, of a drawing in those of CSS: 96 to the inch. */
export type ImageSource = RasterImage | Drawing;

interface ImageBase extends Size {
  /** Of its file in the project. */
  readonly path: string;
}

/** Files of the same bytes share them, whatever they are called. */
export interface RasterImage
  extends ImageBase,
    Pick<Raster, 'format' | 'orientation' | 'colors' | 'profiled' | 'alpha' | 'bytes'> {
  readonly kind: 'raster';
}

/** Painted one over another and cut off at the edges of the view box. */
export interface Drawing extends ImageBase {
  readonly kind: 'drawing';
  /** What is shown, stretched to the size of the image; of a width and a height. */
  readonly viewBox: Rect;
  /** In units of the view box. */
  readonly nodes: readonly DrawnNode[];
}

import type { Size } from '../base/geometry.ts';
import type { Figure } from './nodes.ts';

/** Points a pixel: 96 to the inch, as on the web. */
export const PIXEL = 0.75;

/** Points, or a share of the measure. */
export type PictureLength = number | { readonly share: number };

/** What is known of the size of a picture before its measure is. */
export interface PictureSize {
  readonly width: PictureLength;
  /** null = as its width and its proportion say. */
  readonly height: number | null;
}

/** As large as its pixels, or as the author has written. */
export function readPictureSize({ image, width: across, height: down }: Figure): PictureSize {
  const natural = { width: image.width * PIXEL, height: image.height * PIXEL };
  const width = readPictureLength(across);
  const height = readPictureLength(down);
  // the height of what a picture stands in is not known
  if (typeof height === 'number')
    return { width: width ?? (natural.width * height) / natural.height, height };
  if (width === null) return natural;
  return { width, height: typeof width === 'number' ? (natural.height * width) / natural.width : null };
}

/** Points. @param measure of the text it stands in */
export function sizePicture({ width, height }: PictureSize, image: Figure['image'], measure: number): Size {
  const across = typeof width === 'number' ? width : width.share * measure;
  return { width: across, height: height ?? (image.height * across) / image.width };
}

/** Points a unit; a bare number is pixels. */
const UNITS: Readonly<Record<string, number>> = {
  '': PIXEL,
  px: PIXEL,
  pt: 1,
  in: 72,
  cm: 72 / 2.54,
  mm: 72 / 25.4,
};

/** A length as HTML and Pandoc write it; null for one that says nothing of this page (`auto`, `20vw`). */
export function readPictureLength(written: string | null): PictureLength | null {
  const [, number = '', unit = ''] =
    /^\s*(\d{1,5}(?:\.\d{1,4})?)\s*(%|[a-z]*)\s*$/i.exec(written ?? '') ?? [];
  const value = Number(number);
  if (number === '' || value === 0) return null;
  if (unit === '%') return { share: Math.min(value, 100) / 100 };
  const points = UNITS[unit.toLowerCase()];
  return points === undefined ? null : value * points;
}

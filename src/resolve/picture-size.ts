import type { Size } from '../base/geometry.ts';
import type { Figure } from './nodes.ts';

/** Points a pixel: 96 to the inch, as on the web. */
export const PIXEL = 0.75;

/** As large as its pixels, or as the author has written. Points. @param measure of the text it stands in */
export function sizePicture({ image, width: across, height: down }: Figure, measure: number): Size {
  const natural = { width: image.width * PIXEL, height: image.height * PIXEL };
  const width = readPictureLength(across, measure);
  const height = readPictureLength(down, null);
  if (width !== null && height !== null) return { width, height };
  if (width !== null) return { width, height: (natural.height * width) / natural.width };
  if (height !== null) return { width: (natural.width * height) / natural.height, height };
  return natural;
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
export function readPictureLength(written: string | null, measure: number | null): number | null {
  const [, number = '', unit = ''] =
    /^\s*(\d{1,5}(?:\.\d{1,4})?)\s*(%|[a-z]*)\s*$/i.exec(written ?? '') ?? [];
  const value = Number(number);
  if (number === '' || value === 0) return null;
  if (unit === '%') return measure === null ? null : (measure * Math.min(value, 100)) / 100;
  const points = UNITS[unit.toLowerCase()];
  return points === undefined ? null : value * points;
}

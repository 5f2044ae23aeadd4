import { startsWith, viewOf } from './tag.ts';

/**
 * How the rows of an image lie when it is looked at, as EXIF has it (CIPA DC-008, 4.6.5.1.5): 1 as they are, 2 mirrored,
 * 3 turned round, 4 upside down, 6 turned clockwise by a quarter, 8 the other way, 5 and 7 these mirrored. From 5 on
 * its columns are rows, and width and height change places.
 */
export type Orientation = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8;

const TAG = 0x0112;
const SHORT = 3;
/** Bytes of an entry of a directory. */
const ENTRY = 12;

/** @param tiff what EXIF is: a TIFF of tags without pixels; 1 where it does not say, or is damaged */
export function readOrientation(tiff: Uint8Array): Orientation {
  const isLittle = startsWith(tiff, 'II*\0');
  if (tiff.length < 14 || (!isLittle && !startsWith(tiff, 'MM\0*'))) return 1;
  const view = viewOf(tiff);
  const directory = view.getUint32(4, isLittle);
  if (directory + 2 > tiff.length) return 1;
  const count = view.getUint16(directory, isLittle);
  for (let index = 0; index < count; index++) {
    const at = directory + 2 + index * ENTRY;
    if (at + ENTRY > tiff.length) return 1;
    if (view.getUint16(at, isLittle) !== TAG) continue;
    const value = view.getUint16(at + 8, isLittle);
    return view.getUint16(at + 2, isLittle) === SHORT && value >= 1 && value <= 8
      ? (value as Orientation)
      : 1;
  }
  return 1;
}

/** A TIFF that says how the rows lie, and nothing else. */
export function writeOrientation(orientation: Orientation): Uint8Array {
  const tiff = new Uint8Array(26);
  const view = viewOf(tiff);
  tiff.set([0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1]);
  view.setUint16(10, TAG);
  view.setUint16(12, SHORT);
  view.setUint32(14, 1);
  view.setUint16(18, orientation);
  return tiff;
}

/** Whether width and height change places. */
export function liesAcross(orientation: Orientation): boolean {
  return orientation >= 5;
}

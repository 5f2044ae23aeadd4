import { isJpeg, readJpeg } from './jpeg-file.ts';
import { liesAcross, type Orientation } from './orientation.ts';
import { isPng, readPng } from './png-file.ts';
import { readRows, unfoldedBytes } from './png-rows.ts';
import { RasterFault } from './raster-fault.ts';
import { readTag } from './tag.ts';

/** What must be known of an image of pixels before it is placed. */
export interface Raster {
  readonly format: 'png' | 'jpeg';
  /** Pixels, as it is looked at. */
  readonly width: number;
  readonly height: number;
  /** How its rows lie in `bytes`, which do not say so themselves. */
  readonly orientation: Orientation;
  /** What its colours are made of. */
  readonly colors: 'grey' | 'light' | 'inks';
  /** Whether it has a profile that says what its colours are. */
  readonly profiled: boolean;
  /** Whether it names one that cannot be used. */
  readonly losesProfile: boolean;
  readonly alpha: boolean;
  /** Of a PNG what its pixels unfold to; of a JPEG, which is passed on as it is, nothing. */
  readonly unfolded: number;
  /** The file without what is not needed to show it. */
  readonly bytes: Uint8Array;
}

/** Reads headers and structure; nothing is unfolded but a colour profile. @throws RasterFault */
export function readRaster(bytes: Uint8Array): Raster {
  if (isPng(bytes)) return describePng(bytes);
  if (isJpeg(bytes)) return describeJpeg(bytes);
  throw new RasterFault(nameFormat(bytes));
}

/** Reads the pixels of a PNG through. @throws RasterFault where they are not what the header says */
export async function checkPixels({ format, bytes }: Raster): Promise<void> {
  if (format === 'png') await readRows(readPng(bytes), { row: () => {} });
}

function describePng(file: Uint8Array): Raster {
  const png = readPng(file);
  const { colorType, transparency, orientation, profile, losesProfile, bytes } = png;
  const isGrey = colorType === 0 || colorType === 4;
  return {
    format: 'png',
    ...sizeOf(png),
    orientation,
    colors: isGrey ? 'grey' : 'light',
    profiled: profile !== null,
    losesProfile,
    alpha: transparency !== null || colorType === 4 || colorType === 6,
    unfolded: unfoldedBytes(png),
    bytes,
  };
}

const COLORS = { 1: 'grey', 3: 'light', 4: 'inks' } as const;

function describeJpeg(file: Uint8Array): Raster {
  const jpeg = readJpeg(file);
  const { components, orientation, profile, losesProfile, bytes } = jpeg;
  return {
    format: 'jpeg',
    ...sizeOf(jpeg),
    orientation,
    colors: COLORS[components.length as 1 | 3 | 4],
    profiled: profile !== null,
    losesProfile,
    alpha: false,
    unfolded: 0,
    bytes,
  };
}

/** As it is looked at. */
function sizeOf(stored: {
  readonly width: number;
  readonly height: number;
  readonly orientation: Orientation;
}) {
  const { width, height, orientation } = stored;
  return liesAcross(orientation) ? { width: height, height: width } : { width, height };
}

/** Formats people are likely to try, by their first bytes. */
function nameFormat(bytes: Uint8Array) {
  if (bytes.length === 0) return 'empty';
  const start = readTag(bytes, 0);
  if (start.startsWith('BM')) return 'bmp';
  if (readTag(bytes, 4) === 'ftyp') return 'heic';
  return start === '%PDF' ? 'pdf' : 'other-format';
}

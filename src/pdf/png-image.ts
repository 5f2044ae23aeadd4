import { type PngFile, readPng } from '../raster/png-file.ts';
import { undoFilter } from '../raster/png-filter.ts';
import type { Pass, RowReader } from '../raster/png-rows.ts';
import { filterStep, readBits, readStraightRows } from '../raster/straight-rows.ts';
import type { ColorProfiles } from './color-profiles.ts';
import { DeflatedRows } from './deflate.ts';
import type { PdfDict, PdfFile, PdfValue, PdfXObject } from './pdf-file.ts';

/**
 * Embeds a PNG. Opaque pixels are passed on as they are deflated: the filters of PNG are those of PDF (ISO 32000-1,
 * 7.4.4.4). Transparency becomes a soft mask.
 *
 * @throws RasterFault where it is none, which stages before this one have refused
 */
export async function embedPng(
  bytes: Uint8Array,
  file: PdfFile,
  profiles: ColorProfiles,
): Promise<PdfXObject> {
  const png = readPng(bytes);
  const { width, height, depth } = png;
  const { colors, mask } = await separate(png);
  const channels = hasAlphaChannel(png) ? png.samples - 1 : png.samples;
  const data: PdfDict = {
    ...{ Width: width, Height: height, BitsPerComponent: depth },
    ColorSpace: spaceOf(png, channels, profiles),
    ...deflatedRows(width, depth, channels),
  };
  if (mask !== null) data['SMask'] = writeMask(png, mask, file);
  return file.embedImage(data, colors);
}

/** With an alpha channel the mask has its filters, and its depth; from one colour, or a palette, it is made anew. */
function writeMask(png: PngFile, mask: readonly Uint8Array[], file: PdfFile) {
  const { width, height } = png;
  const depth = hasAlphaChannel(png) ? png.depth : 8;
  const data: PdfDict = {
    ...{ Type: 'XObject', Subtype: 'Image', Width: width, Height: height },
    ...{ ColorSpace: 'DeviceGray', BitsPerComponent: depth },
    ...deflatedRows(width, depth, 1),
  };
  return file.encodedStream(data, mask);
}

/** Rows that begin with their filter, as in PNG. */
function deflatedRows(width: number, depth: number, channels: number): PdfDict {
  const rows = { Predictor: 15, Colors: channels, BitsPerComponent: depth, Columns: width };
  return { Filter: 'FlateDecode', DecodeParms: rows };
}

function spaceOf(png: PngFile, channels: number, profiles: ColorProfiles): PdfValue {
  const { palette, profile, gamma } = png;
  const parts = palette === null ? channels : 3;
  const space = gamma === null ? profiles.spaceOf(parts, profile) : profiles.calibrated(parts, gamma);
  return palette === null ? space : ['Indexed', space, palette.length / 3 - 1, palette];
}

function hasAlphaChannel({ colorType }: PngFile): boolean {
  return colorType === 4 || colorType === 6;
}

/** A palette all of whose colours are opaque hides nothing. */
function hasMask({ palette, transparency }: PngFile): boolean {
  if (transparency === null) return false;
  return palette === null || transparency.some((alpha) => alpha < 255);
}

/** Deflated rows of colours, and of what is seen of them; null where that is all. */
interface Planes {
  readonly colors: readonly Uint8Array[];
  readonly mask: readonly Uint8Array[] | null;
}

async function separate(png: PngFile): Promise<Planes> {
  const isSplit = hasAlphaChannel(png);
  const isMasked = isSplit || hasMask(png);
  const isRewritten = isSplit || png.interlaced;
  if (!isMasked && !isRewritten) return { colors: png.data, mask: null };
  const colors = isRewritten ? new DeflatedRows() : null;
  const mask = isMasked ? new DeflatedRows() : null;
  const writeRow = isSplit ? splitRows(png, colors!, mask!) : copyRows(png, colors, mask);
  // zlib has threads for both
  const pause = async () => {
    await Promise.all([colors?.settle(), mask?.settle()]);
  };
  await readStraightRows(png, { row: writeRow, pause });
  return { colors: colors === null ? png.data : await colors.finish(), mask: (await mask?.finish()) ?? null };
}

/** Filters look at bytes of the same channel alone: they stay right where channels part. */
function splitRows({ width, depth, samples }: PngFile, colors: DeflatedRows, mask: DeflatedRows) {
  const alphaBytes = depth / 8;
  const colorBytes = (samples - 1) * alphaBytes;
  const colorRow = new Uint8Array(1 + width * colorBytes);
  const maskRow = new Uint8Array(1 + width * alphaBytes);
  const partChannels = (row: Uint8Array) => {
    let [from, color, alpha] = [1, 1, 1];
    while (from < row.length) {
      for (let byte = 0; byte < colorBytes; byte++) colorRow[color++] = row[from++]!;
      for (let byte = 0; byte < alphaBytes; byte++) maskRow[alpha++] = row[from++]!;
    }
  };
  return (row: Uint8Array): void => {
    colorRow[0] = row[0]!;
    maskRow[0] = row[0]!;
    if (colorBytes === 3) partBytes(row, colorRow, maskRow);
    else partChannels(row);
    colors.write(colorRow);
    mask.write(maskRow);
  };
}

/** Colour and alpha of 8 bits, which nearly all are: a third of the time that a loop over their bytes takes. */
function partBytes(row: Uint8Array, colorRow: Uint8Array, maskRow: Uint8Array): void {
  for (let from = 1, color = 1, alpha = 1; from < row.length; from += 4, color += 3, alpha++) {
    colorRow[color] = row[from]!;
    colorRow[color + 1] = row[from + 1]!;
    colorRow[color + 2] = row[from + 2]!;
    maskRow[alpha] = row[from + 3]!;
  }
}

/** Rows as they are, and what a colour that stands for transparency, or a palette, lets see of them. */
function copyRows(png: PngFile, colors: DeflatedRows | null, mask: DeflatedRows | null): RowReader['row'] {
  const step = filterStep(png);
  const alphaAt = mask === null ? null : alphaOf(png);
  const maskRow = new Uint8Array(1 + png.width);
  let above = new Uint8Array();
  let undone = new Uint8Array();
  return (row: Uint8Array, { rowBytes, width }: Pass, y: number): void => {
    colors?.write(row);
    if (mask === null || alphaAt === null) return;
    if (y === 0) [above, undone] = [new Uint8Array(rowBytes), new Uint8Array(rowBytes)];
    undone.set(row);
    undoFilter(undone, above, step);
    for (let x = 0; x < width; x++) maskRow[1 + x] = alphaAt(undone, x);
    mask.write(maskRow);
    [above, undone] = [undone, above];
  };
}

/** What is seen of the pixel `x` of a row: 0 to 255. */
function alphaOf(png: PngFile): (row: Uint8Array, x: number) => number {
  const { depth, colorType } = png;
  const transparency = png.transparency!;
  if (colorType === 3) return (row, x) => transparency[readBits(row, x, depth)] ?? 255;
  if (depth < 8) {
    // of its two bytes the lowest bits alone count (PNG 3rd edition, 11.3.1.1)
    const grey = transparency[1]! & ((1 << depth) - 1);
    return (row, x) => (readBits(row, x, depth) === grey ? 0 : 255);
  }
  const key = depth === 16 ? transparency : transparency.filter((_, at) => at % 2 === 1);
  return (row, x) => {
    const at = 1 + x * key.length;
    for (let byte = 0; byte < key.length; byte++) if (row[at + byte] !== key[byte]) return 255;
    return 0;
  };
}

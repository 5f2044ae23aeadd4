import { crc32 } from 'node:zlib';
import { type Orientation, writeOrientation } from './orientation.ts';
import type { Raster } from './raster.ts';
import { viewOf } from './tag.ts';

/** Signature and IHDR. */
const PNG_HEAD = 33;

/**
 * The file of an image that says itself how its rows lie, for readers that are handed no matrix beside it: browsers
 * obey that (CSS Images 3, image-orientation). What EXIF said beside it is not said again.
 */
export function withOrientation(image: Pick<Raster, 'format' | 'orientation' | 'bytes'>): Uint8Array {
  const { format, orientation, bytes } = image;
  if (orientation === 1) return bytes;
  const [head, told] = format === 'png' ? [PNG_HEAD, pngChunk(orientation)] : [2, jpegSegment(orientation)];
  return Buffer.concat([bytes.subarray(0, head), told, bytes.subarray(head)]);
}

/** The chunk eXIf (PNG 3rd edition, 11.3.4.5). */
function pngChunk(orientation: Orientation): Uint8Array {
  const tiff = writeOrientation(orientation);
  const chunk = new Uint8Array(12 + tiff.length);
  const view = viewOf(chunk);
  view.setUint32(0, tiff.length);
  chunk.set(Buffer.from('eXIf', 'latin1'), 4);
  chunk.set(tiff, 8);
  view.setUint32(8 + tiff.length, crc32(chunk.subarray(4, 8 + tiff.length)));
  return chunk;
}

/** APP1 right after SOI (CIPA DC-008, 4.5.4). */
function jpegSegment(orientation: Orientation): Uint8Array {
  const tiff = writeOrientation(orientation);
  const head = [0xff, 0xe1, 0, 8 + tiff.length, ...Buffer.from('Exif\0\0', 'latin1')];
  return Uint8Array.from([...head, ...tiff]);
}

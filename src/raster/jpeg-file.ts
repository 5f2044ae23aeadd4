import { limits } from '../base/limits.ts';
import { checkSize } from './check-size.ts';
import { isSoundProfile } from './icc-profile.ts';
import { JpegTables } from './jpeg-tables.ts';
import { type Orientation, readOrientation } from './orientation.ts';
import { RasterFault } from './raster-fault.ts';
import { startsWith, viewOf } from './tag.ts';

/** What the frame header of a JPEG says (ITU-T T.81, B.2.2). */
export interface JpegFrame {
  /** The process: 0 baseline, 1 extended, 2 progressive. */
  readonly process: number;
  /** Pixels, as stored. */
  readonly width: number;
  readonly height: number;
  /** Names of the channels: of one grey, of three colours, of four inks. */
  readonly components: readonly number[];
}

/** A JPEG whose segments are whole and in order. */
interface JpegFile extends JpegFrame {
  /** How Adobe's segment says that colours are stored: 0 as they are, 1 YCbCr, 2 YCCK; null where there is none. */
  readonly adobe: number | null;
  /** Whether three channels are red, green and blue, as nothing but their names tells. */
  readonly isRgb: boolean;
  readonly profile: Uint8Array | null;
  /** Whether it names a profile that cannot be used. */
  readonly losesProfile: boolean;
  readonly orientation: Orientation;
  /** The file without what is not needed to show it: EXIF, XMP, IPTC, comments, thumbnails, what follows the end. */
  readonly bytes: Uint8Array;
}

const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
const COM = 0xfe;
const ICC = 'ICC_PROFILE\0';
const EXIF = 'Exif\0\0';

export function isJpeg(bytes: Uint8Array): boolean {
  return bytes[0] === 0xff && bytes[1] === SOI && bytes[2] === 0xff;
}

/** @throws RasterFault where a segment is not as ITU-T T.81, annex B, has it */
export function readJpeg(bytes: Uint8Array): JpegFile {
  const reader = new SegmentReader();
  for (let at = 2; ; ) {
    const marker = findMarker(bytes, at);
    const { code } = marker;
    if (code === EOI) return reader.finish(bytes);
    const start = marker.at + 2;
    const length = start + 2 <= bytes.length ? viewOf(bytes).getUint16(start) : 0;
    if (start + Math.max(2, length) > bytes.length) throw new RasterFault('cut-off');
    if (length < 2) throw refusal(code);
    at = start + length;
    reader.add({ code, body: bytes.subarray(start + 2, at), whole: bytes.subarray(marker.at, at) });
    if (code === SOS) {
      const end = endOfScan(bytes, at);
      reader.addScan(bytes.subarray(at, end));
      at = end;
    }
  }
}

/** FF, as often as one likes, and the code. */
function findMarker(bytes: Uint8Array, from: number): { readonly at: number; readonly code: number } {
  let at = from;
  while (bytes[at] === 0xff && bytes[at + 1] === 0xff) at++;
  if (at + 1 >= bytes.length) throw new RasterFault('cut-off');
  const code = bytes[at + 1]!;
  // RST and TEM, which stand alone, have their place within scans
  if (bytes[at] !== 0xff || code < 0xc0 || (code >= 0xd0 && code <= SOI)) throw refusal(code);
  return { at, code };
}

/** Within a scan FF is followed by 00, by RST, or by FF before a marker. @throws RasterFault */
function endOfScan(bytes: Uint8Array, from: number): number {
  for (let at = bytes.indexOf(0xff, from); at >= 0; at = bytes.indexOf(0xff, at + 1)) {
    const next = bytes[at + 1];
    if (next === undefined) break;
    if (next !== 0 && next !== 0xff && (next < 0xd0 || next > 0xd7)) return at;
  }
  throw new RasterFault('cut-off');
}

interface Segment {
  readonly code: number;
  readonly body: Uint8Array;
  /** With its marker and its length. */
  readonly whole: Uint8Array;
}

class SegmentReader {
  readonly #kept: Uint8Array[] = [];
  readonly #profile: (Uint8Array | undefined)[] = [];
  readonly #tables = new JpegTables();
  #frame: JpegFrame | null = null;
  #adobe: number | null = null;
  #orientation: Orientation = 1;
  #hasJfif = false;
  #profileParts = 0;
  #scans = 0;

  /** Takes the next segment. @throws RasterFault */
  add(segment: Segment): void {
    const { code } = segment;
    if (code >= 0xe0 && code <= 0xef) this.#addApplication(segment);
    else if (code === 0xc4) this.#keep(segment, this.#tables.addHuffman(segment.body));
    else if (code === 0xdb) this.#keep(segment, this.#tables.addQuantization(segment.body));
    else if (code >= 0xc0 && code <= 0xcf && code !== 0xc8 && code !== 0xcc) this.#addFrame(segment);
    else if (code === SOS) this.#addScan(segment);
    else if (code === 0xdd) this.#keep(segment, segment.body.length === 2);
    else if (code !== COM) throw refusal(code);
  }

  addScan(data: Uint8Array): void {
    this.#kept.push(data);
  }

  finish(bytes: Uint8Array): JpegFile {
    if (this.#frame === null || this.#scans === 0) throw new RasterFault('cut-off');
    const { profile, losesProfile } = this.#joinProfile(this.#frame.components.length);
    const parts = [bytes.subarray(0, 2), ...this.#kept, Uint8Array.of(0xff, EOI)];
    const length = parts.reduce((sum, part) => sum + part.length, 0);
    return {
      ...this.#frame,
      adobe: this.#adobe,
      isRgb:
        this.#adobe === null && !this.#hasJfif && String.fromCharCode(...this.#frame.components) === 'RGB',
      profile,
      losesProfile,
      orientation: this.#orientation,
      bytes: length === bytes.length ? bytes : Buffer.concat(parts, length),
    };
  }

  #keep(segment: Segment, isSound: boolean): void {
    if (!isSound) throw refusal(segment.code);
    this.#kept.push(segment.whole);
  }

  /** Of what programs add three things say how to show it; the rest, GPS and thumbnails among it, is left out. */
  #addApplication({ code, body, whole }: Segment): void {
    if (code === 0xe0 && startsWith(body, 'JFIF\0') && body.length >= 14 && !this.#hasJfif) {
      this.#hasJfif = true;
      // 14 bytes and a thumbnail of the size that the last two of them tell
      const head = Uint8Array.from([0xff, 0xe0, 0, 16, ...body.subarray(0, 12), 0, 0]);
      this.#kept.push(body.length === 14 ? whole : head);
    } else if (code === 0xe1 && startsWith(body, EXIF)) {
      this.#orientation = readOrientation(body.subarray(EXIF.length));
    } else if (code === 0xe2 && startsWith(body, ICC) && body.length > ICC.length + 2) {
      this.#profile[body[ICC.length]!] ??= body.subarray(ICC.length + 2);
      this.#profileParts = body[ICC.length + 1]!;
      this.#kept.push(whole);
    } else if (code === 0xee && startsWith(body, 'Adobe') && body.length >= 12) {
      this.#adobe ??= body[11]!;
      this.#kept.push(whole);
    }
  }

  #addFrame(segment: Segment): void {
    if (this.#frame !== null) throw refusal(segment.code);
    this.#frame = readFrame(segment, this.#tables);
    this.#kept.push(segment.whole);
  }

  #addScan(segment: Segment): void {
    if (this.#frame === null) throw refusal(SOS);
    this.#scans += 1;
    if (this.#scans > limits.jpegScans) throw new RasterFault('jpeg-scans', { most: limits.jpegScans });
    this.#keep(segment, this.#tables.isScan(segment.body, this.#frame));
  }

  /** The parts of a profile are numbered from 1 (ICC.1, B.4). */
  #joinProfile(channels: number): Pick<JpegFile, 'profile' | 'losesProfile'> {
    if (this.#profileParts === 0) return { profile: null, losesProfile: false };
    const parts = Array.from({ length: this.#profileParts }, (_, index) => this.#profile[index + 1]);
    const profile = Buffer.concat(parts.filter((part) => part !== undefined));
    const isWhole = parts.every((part) => part !== undefined) && profile.length <= limits.profileBytes;
    const isSound = isWhole && isSoundProfile(profile, channels);
    return { profile: isSound ? profile : null, losesProfile: !isSound };
  }
}

/** Baseline, extended and progressive: what readers of PDF decode (ISO 32000-1, 7.4.8). @throws RasterFault */
function readFrame({ code, body }: Segment, tables: JpegTables): JpegFrame {
  const view = viewOf(body);
  if (body.length < 6) throw refusal(code);
  const process = code - 0xc0;
  if (process > 2) throw new RasterFault('jpeg-process');
  if (body[0] !== 8) throw new RasterFault('jpeg-bits', { bits: body[0]! });
  const channels = body[5]!;
  if (channels !== 1 && channels !== 3 && channels !== 4)
    throw new RasterFault('jpeg-channels', { channels });
  if (body.length !== 6 + 3 * channels || !tables.isFrame(body)) throw refusal(code);
  const [height, width] = [view.getUint16(1), view.getUint16(3)];
  checkSize(width, height);
  const components = Array.from({ length: channels }, (_, index) => body[6 + 3 * index]!);
  return { process, width, height, components };
}

function refusal(code: number): RasterFault {
  return new RasterFault('jpeg-segment', { segment: code.toString(16).toUpperCase().padStart(2, '0') });
}

import { brotliDecompressSync, inflateSync } from 'node:zlib';
import { limits } from '../base/limits.ts';
import { ByteReader } from './byte-reader.ts';
import { restoreMetrics, restoreOutlines } from './packed-outlines.ts';
import { writeFontFile } from './sfnt-file.ts';

/** Tags by their number in a table directory (WOFF 2.0, 4.1); four letters each, spaces included. */
const TAGS =
  'cmapheadhheahmtxmaxpnameOS/2postcvt fpgmglyflocaprepCFF VORGEBDTEBLCgasphdmxkernLTSHPCLTVDMXvheavmtxBASEGDEFGPOSGSUBEBSCJSTFMATHCBDTCBLCCOLRCPALSVG sbixacntavarbdatblocbslncvarfdscfeatfmtxfvargvarhstyjustlcarmortmorxopbdproptrakZapfSilfGlatGlocFeatSill';
const OTHER_TAG = 63;

const WOFF_HEADER = 44;
const WOFF2_HEADER = 48;

/** The OpenType file of a WOFF 1.0 file, every table of which is deflated by itself. @throws RangeError where it is damaged */
export function unpackWoff(file: Uint8Array): Uint8Array {
  const reader = new ByteReader(file);
  reader.at = 12;
  const count = reader.uint16();
  reader.at = WOFF_HEADER;
  const tables = new Map<string, Uint8Array>();
  for (let index = 0; index < count; index++) {
    const tag = String.fromCharCode(...reader.bytes(4));
    const [offset, packed, size] = [reader.uint32(), reader.uint32(), reader.uint32()];
    reader.at += 4;
    const source = new ByteReader(file);
    source.at = offset;
    const bytes = source.bytes(packed);
    tables.set(
      tag,
      packed === size ? bytes : decompress(() => inflateSync(bytes, { maxOutputLength: size })),
    );
  }
  tables.delete('DSIG');
  return writeFontFile(tables);
}

interface Entry {
  readonly tag: string;
  readonly isTransformed: boolean;
  /** In the unpacked stream. */
  readonly size: number;
}

/** The OpenType file of a WOFF 2.0 file. @throws RangeError where it is damaged, or a collection */
export function unpackWoff2(file: Uint8Array): Uint8Array {
  const reader = new ByteReader(file);
  reader.at = 4;
  if (String.fromCharCode(...reader.bytes(4)) === 'ttcf')
    throw new RangeError('a collection inside WOFF 2.0');
  reader.at = 12;
  const count = reader.uint16();
  reader.at = 20;
  const packed = reader.uint32();
  reader.at = WOFF2_HEADER;
  const entries = Array.from({ length: count }, () => readEntry(reader));
  const size = entries.reduce((sum, entry) => sum + entry.size, 0);
  if (size > limits.fileBytes) throw new RangeError('larger than any file that is read');
  const bytes = reader.bytes(packed);
  const stream = new ByteReader(decompress(() => brotliDecompressSync(bytes, { maxOutputLength: size })));
  const tables = new Map(entries.map(({ tag, size: length }) => [tag, stream.bytes(length)]));
  restore(tables, new Set(entries.filter(({ isTransformed }) => isTransformed).map(({ tag }) => tag)));
  return writeFontFile(tables);
}

function readEntry(reader: ByteReader): Entry {
  const flags = reader.uint8();
  const known = flags & 0x3f;
  const tag =
    known === OTHER_TAG ? String.fromCharCode(...reader.bytes(4)) : TAGS.slice(4 * known, 4 * known + 4);
  const version = flags >> 6;
  // For these two version 0 is the transformed one and 3 the plain one; for all others 0 is plain.
  const isTransformed = tag === 'glyf' || tag === 'loca' ? version !== 3 : version !== 0;
  const size = reader.base128();
  return { tag, isTransformed, size: isTransformed ? reader.base128() : size };
}

function restore(tables: Map<string, Uint8Array>, transformed: ReadonlySet<string>): void {
  tables.delete('DSIG');
  const [glyf, hmtx, hhea, head] = ['glyf', 'hmtx', 'hhea', 'head'].map((tag) => tables.get(tag));
  if (!transformed.has('glyf') || !glyf || !head || !hhea) return;
  const outlines = restoreOutlines(glyf);
  tables.set('glyf', outlines.glyf).set('loca', outlines.loca);
  const longOffsets = head.slice();
  longOffsets.set([0, 1], 50);
  tables.set('head', longOffsets);
  if (hmtx && transformed.has('hmtx')) tables.set('hmtx', restoreMetrics(hmtx, hhea, outlines.bearings));
}

/** zlib has errors of its own for what is damaged, or longer than it says. */
function decompress(run: () => Uint8Array): Uint8Array {
  try {
    return run();
  } catch (error) {
    throw new RangeError('a damaged stream', { cause: error });
  }
}

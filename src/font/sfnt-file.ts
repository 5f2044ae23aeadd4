/** A table of a font file, by its tag of four letters. */
export type Tables = ReadonlyMap<string, Uint8Array>;

/** Of the header, and of a record of the table directory (OpenType 1.9, "Organization of an OpenType Font"). */
const HEADER_SIZE = 12;
const RECORD_SIZE = 16;
const TRUE_TYPE = 0x00010000;
/** `OTTO`. */
const POST_SCRIPT = 0x4f54544f;
/** Where `head` holds the checksum of the whole file, and what that and all else sum up to. */
const ADJUSTMENT = 8;
const WHOLE_SUM = 0xb1b0afba;

/**
 * A font file of these tables, in the order of their tags, with its checksums: TrueType, unless there are PostScript
 * outlines.
 */
export function writeFontFile(tables: Tables): Uint8Array {
  const sorted = [...tables].sort(([a], [b]) => (a < b ? -1 : 1));
  const start = HEADER_SIZE + RECORD_SIZE * sorted.length;
  const size = sorted.reduce((sum, [, bytes]) => sum + align(bytes.length), start);
  const file = new Uint8Array(size);
  const view = new DataView(file.buffer);
  writeHeader(view, sorted.length, tables.has('CFF ') || tables.has('CFF2') ? POST_SCRIPT : TRUE_TYPE);
  let offset = start;
  let head = 0;
  let whole = 0;
  for (const [index, [tag, bytes]] of sorted.entries()) {
    const record = HEADER_SIZE + RECORD_SIZE * index;
    file.set(bytes, offset);
    if (tag === 'head') {
      head = offset;
      view.setUint32(head + ADJUSTMENT, 0);
    }
    file.set(new TextEncoder().encode(tag), record);
    const own = sum(view, offset, align(bytes.length));
    whole += own;
    view.setUint32(record + 4, own);
    view.setUint32(record + 8, offset);
    view.setUint32(record + 12, bytes.length);
    offset += align(bytes.length);
  }
  view.setUint32(head + ADJUSTMENT, WHOLE_SUM - whole - sum(view, 0, start));
  return file;
}

/**
 * The tables of a font whose directory is at `start`, which in a collection is not 0.
 *
 * @throws RangeError where the directory or a table goes beyond the file
 */
export function readFontFile(file: Uint8Array, start = 0): Map<string, Uint8Array> {
  const view = viewOf(file);
  const tables = new Map<string, Uint8Array>();
  const end = start + HEADER_SIZE + RECORD_SIZE * view.getUint16(start + 4);
  for (let record = start + HEADER_SIZE; record < end; record += RECORD_SIZE) {
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    if (offset + length > file.length) throw new RangeError('a table beyond the end of the file');
    const tag = String.fromCharCode(...file.subarray(record, record + 4));
    tables.set(tag, file.subarray(offset, offset + length));
  }
  return tables;
}

export function viewOf({ buffer, byteOffset, byteLength }: Uint8Array): DataView {
  return new DataView(buffer, byteOffset, byteLength);
}

function writeHeader(view: DataView, count: number, signature: number): void {
  const power = Math.floor(Math.log2(count));
  const searched = RECORD_SIZE * 2 ** power;
  view.setUint32(0, signature);
  view.setUint16(4, count);
  view.setUint16(6, searched);
  view.setUint16(8, power);
  view.setUint16(10, RECORD_SIZE * count - searched);
}

/** Of the 32-bit words, modulo 2^32. */
function sum(view: DataView, from: number, size: number): number {
  let total = 0;
  for (let at = from; at < from + size; at += 4) total = (total + view.getUint32(at)) >>> 0;
  return total;
}

/** To the four bytes at whose multiples tables, and here glyph descriptions, begin. */
export function align(size: number): number {
  return Math.ceil(size / 4) * 4;
}

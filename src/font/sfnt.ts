/**
 * The few numbers of a font file that layout asks for, read from its tables (OpenType 1.9: head, hhea,
 * OS/2, post). Font units.
 */
export interface SfntMetrics {
  readonly unitsPerEm: number;
  /** Of hhea; descent is negative. */
  readonly ascent: number;
  readonly descent: number;
  readonly xHeight: number;
  readonly capHeight: number;
  /** The offset is negative below the baseline. */
  readonly underline: { readonly offset: number; readonly thickness: number };
}

const HEADER_SIZE = 12;
const RECORD_SIZE = 16;

/**
 * A table of a font file, by its tag; undefined where there is none or it is empty. Read here and not by HarfBuzz,
 * whose bindings keep the file in memory for ever once a table was asked for.
 *
 * @throws RangeError where the file ends before its table directory does.
 */
function findTable(file: Uint8Array, tag: string): DataView | undefined {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const end = HEADER_SIZE + RECORD_SIZE * view.getUint16(4);
  for (let record = HEADER_SIZE; record < end; record += RECORD_SIZE) {
    if (![...tag].every((char, at) => view.getUint8(record + at) === char.charCodeAt(0))) continue;
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    const table = file.subarray(offset, offset + length);
    return length === 0 ? undefined : new DataView(table.buffer, table.byteOffset, table.byteLength);
  }
  return undefined;
}

/** @throws RangeError where a table is shorter than its own version says. */
export function readMetrics(file: Uint8Array): SfntMetrics {
  const table = (tag: string) => findTable(file, tag);
  const [head, hhea, os2, post] = [table('head'), table('hhea'), table('OS/2'), table('post')];
  if (!head || !hhea) throw new RangeError('no head or hhea table');
  const unitsPerEm = head.getUint16(18);
  // xHeight and capHeight came with version 2 of OS/2; older fonts get the usual proportions.
  const heights = os2 !== undefined && os2.getUint16(0) >= 2;
  return {
    unitsPerEm,
    ascent: hhea.getInt16(4),
    descent: hhea.getInt16(6),
    xHeight: heights ? os2.getInt16(86) : Math.round(unitsPerEm * 0.5),
    capHeight: heights ? os2.getInt16(88) : Math.round(unitsPerEm * 0.7),
    underline: post
      ? { offset: post.getInt16(8), thickness: post.getInt16(10) }
      : { offset: Math.round(-unitsPerEm * 0.1), thickness: Math.round(unitsPerEm * 0.05) },
  };
}

import { checkCharStrings } from './check-charstrings.ts';
import { checkGlyphs } from './check-glyphs.ts';
import { FontDamage } from './font-damage.ts';
import { viewOf } from './sfnt-file.ts';

/** Without these no text can be set; others have values to fall back on. */
const NEEDED_TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

const HEADER_SIZE = 12;
const RECORD_SIZE = 16;
/** Bytes of tables that have one size (OpenType 1.9); `maxp` is as long as its outlines need. */
const SIZES: Readonly<Record<string, number>> = { head: 54, hhea: 36, maxp: 6, post: 32 };
const TRUE_TYPE_MAXP = 32;

/**
 * Whether a font is one that can be set, measured and embedded: all that is counted is there and lies inside, and every
 * outline is one. It is looked at as a whole, once, so that nothing of it surprises those who draw it.
 *
 * @throws FontDamage with the first table that is not so
 * @throws RangeError where it is no font at all
 */
export function checkFont(file: Uint8Array): void {
  const tables = readDirectory(file);
  for (const tag of NEEDED_TABLES) if (!tables.has(tag)) throw new FontDamage(tag, 'absent');
  for (const [tag, size] of Object.entries(SIZES))
    if ((tables.get(tag)?.length ?? size) < size) throw new FontDamage(tag, 'short');
  const [head, hhea, maxp] = ['head', 'hhea', 'maxp'].map((tag) => viewOf(tables.get(tag)!));
  const unitsPerEm = head!.getUint16(18);
  if (unitsPerEm < 16 || unitsPerEm > 16_384) throw new FontDamage('head', 'units-per-em', unitsPerEm);
  const count = maxp!.getUint16(4);
  if (count === 0) throw new FontDamage('maxp', 'no-glyphs');
  const metrics = hhea!.getUint16(34);
  if (metrics === 0) throw new FontDamage('hhea', 'no-glyphs');
  if (tables.get('hmtx')!.length < 4 * metrics) throw new FontDamage('hmtx', 'short');
  checkOutlines(tables, head!, count);
}

/** @throws RangeError where there is no directory */
function readDirectory(file: Uint8Array): ReadonlyMap<string, Uint8Array> {
  const view = viewOf(file);
  const tables = new Map<string, Uint8Array>();
  const end = HEADER_SIZE + RECORD_SIZE * view.getUint16(4);
  for (let record = HEADER_SIZE; record < end; record += RECORD_SIZE) {
    const tag = String.fromCharCode(...file.subarray(record, record + 4));
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    if (offset + length > file.length) throw new FontDamage(tag, 'beyond-file');
    tables.set(tag, file.subarray(offset, offset + length));
  }
  if (tables.size === 0) throw new RangeError('no tables');
  return tables;
}

function checkOutlines(tables: ReadonlyMap<string, Uint8Array>, head: DataView, count: number): void {
  const [glyf, loca, cff] = ['glyf', 'loca', 'CFF '].map((tag) => tables.get(tag));
  if (glyf) {
    if (!loca) throw new FontDamage('loca', 'absent');
    if (tables.get('maxp')!.length < TRUE_TYPE_MAXP) throw new FontDamage('maxp', 'short');
    checkGlyphs(glyf, readOffsets(loca, glyf.length, head.getInt16(50), count));
  } else if (cff) checkCharStrings(cff, count);
}

/** Where glyphs begin in `glyf`, and the end of the last. */
function readOffsets(loca: Uint8Array, size: number, kind: number, count: number): Uint32Array {
  if (kind !== 0 && kind !== 1) throw new FontDamage('head', 'offset-kind');
  if (loca.length < (count + 1) * (kind === 0 ? 2 : 4)) throw new FontDamage('loca', 'short');
  const view = viewOf(loca);
  const offsets = new Uint32Array(count + 1);
  let before = 0;
  for (let glyph = 0; glyph <= count; glyph++) {
    const offset = kind === 0 ? 2 * view.getUint16(2 * glyph) : view.getUint32(4 * glyph);
    if (offset < before) throw new FontDamage('loca', 'offsets-fall', glyph);
    if (offset > size) throw new FontDamage('loca', 'offsets-beyond', glyph);
    offsets[glyph] = before = offset;
  }
  return offsets;
}

import { ARABIC_WORD, type Face } from './face.ts';

/** Why a file cannot be used as a font; the diagnostic is named after it. */
export type FontFault = 'unreadable' | 'undrawn' | 'unjoined';

/** Without these no text can be set; others have values to fall back on. */
const NEEDED_TABLES = ['cmap', 'head', 'hhea', 'hmtx', 'maxp'];

const HEADER_SIZE = 12;
const RECORD_SIZE = 16;

/**
 * Opens a font that may be damaged in any way.
 *
 * @param read yields the font as a file of its own, neither packed nor variable
 * @param open what makes a face of a file that looks like a font
 */
export function openFontFile(read: () => Uint8Array, open: (bytes: Uint8Array) => Face): Face | FontFault {
  let face: Face;
  try {
    const bytes = read();
    if (!isWhole(bytes)) return 'unreadable';
    face = open(bytes);
  } catch (error) {
    // What HarfBuzz and the readers of tables throw at bytes that end too early; anything else is ours.
    if (error instanceof RangeError) return 'unreadable';
    throw error;
  }
  if (!drawsAnything(face)) return 'undrawn';
  return joinsArabic(face) ? face : 'unjoined';
}

/** Whether the tables that are needed are there and all that there are end inside the file. */
function isWhole(bytes: Uint8Array): boolean {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < HEADER_SIZE) return false;
  const tables = new Map<string, DataView>();
  const count = view.getUint16(4);
  if (HEADER_SIZE + RECORD_SIZE * count > bytes.length) return false;
  for (let record = HEADER_SIZE; record < HEADER_SIZE + RECORD_SIZE * count; record += RECORD_SIZE) {
    const tag = String.fromCharCode(...bytes.subarray(record, record + 4));
    const [offset, length] = [view.getUint32(record + 8), view.getUint32(record + 12)];
    if (offset + length > bytes.length) return false;
    tables.set(tag, new DataView(bytes.buffer, bytes.byteOffset + offset, length));
  }
  return NEEDED_TABLES.every((tag) => tables.has(tag)) && hasMetrics(tables) && hasOffsets(tables);
}

/** Whether `hmtx` has the records that `hhea` counts. */
function hasMetrics(tables: ReadonlyMap<string, DataView>): boolean {
  const hhea = tables.get('hhea')!;
  if (hhea.byteLength < 36) return false;
  const count = hhea.getUint16(34);
  return count > 0 && tables.get('hmtx')!.byteLength >= 4 * count;
}

/** Whether all that `loca` points at is in `glyf`; true where the outlines are of another kind. */
function hasOffsets(tables: ReadonlyMap<string, DataView>): boolean {
  const [head, maxp, loca, glyf] = ['head', 'maxp', 'loca', 'glyf'].map((tag) => tables.get(tag));
  if (!glyf) return true;
  if (!loca || !head || !maxp || head.byteLength < 54 || maxp.byteLength < 32) return false;
  const isLong = head.getInt16(50) !== 0;
  const count = maxp.getUint16(4) + 1;
  if (loca.byteLength < count * (isLong ? 4 : 2)) return false;
  for (let glyph = 0; glyph < count; glyph++) {
    const offset = isLong ? loca.getUint32(4 * glyph) : 2 * loca.getUint16(2 * glyph);
    if (offset > glyf.byteLength) return false;
  }
  return true;
}

/** The planes that have letters and signs; a font of any use covers something there. */
const LAST_CODE_POINT = 0x1ffff;
const FIRST_CODE_POINT = 0x21;

/** Whether some character has an outline: with the first that has, the search ends. */
function drawsAnything(face: Face): boolean {
  for (let codePoint = FIRST_CODE_POINT; codePoint <= LAST_CODE_POINT; codePoint++) {
    if (!face.covers(codePoint)) continue;
    const request = { before: '', after: '', rtl: false, script: 'Zyyy', lang: 'und', features: '' };
    const { ids } = face.shape({ ...request, text: String.fromCodePoint(codePoint) });
    if (ids.some((glyph) => face.outline(glyph) !== '')) return true;
  }
  return false;
}

/** Letters that have four forms in every hand. */
const JOINING = Array.from('بتسعفقكلمنهي');

/**
 * Whether letters that the face has change as they join, by the means harfbuzzjs knows: GSUB or `morx`. Where only
 * Graphite would join them (tables Silf, Glat) they stand side by side, which is no Arabic; and where there are
 * only presentation forms in `cmap`, which HarfBuzz itself would take, but not as it is built for harfbuzzjs. True
 * for a face without such letters.
 */
function joinsArabic(face: Face): boolean {
  const letters = JOINING.filter((letter) => face.covers(letter.codePointAt(0)!));
  const shape = (text: string) => [...face.shape({ ...ARABIC_WORD, text }).ids];
  const joins = (letter: string) => {
    const alone = shape(letter);
    return shape(letter.repeat(3)).some((glyph) => !alone.includes(glyph));
  };
  return letters.length === 0 || letters.some(joins);
}

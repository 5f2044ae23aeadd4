import type { MessageValues } from '../base/diagnostic.ts';
import { checkFont } from './check-font.ts';
import { ARABIC_WORD, type Face } from './face.ts';
import type { BookFault } from './font-book.ts';
import { FontDamage } from './font-damage.ts';

/** Why a file cannot be used as a font, but for the file's name. */
export interface FontFault {
  readonly rule: Extract<BookFault['rule'], `font-${string}`>;
  readonly values: MessageValues;
}

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
    checkFont(bytes);
    face = open(bytes);
  } catch (error) {
    if (error instanceof FontDamage) {
      const { table, wording } = error;
      return {
        rule: 'font-damaged',
        values: { table: table.trim(), reason: wording.en, reasonAr: wording.ar },
      };
    }
    // What HarfBuzz and the readers of tables throw at bytes that end too early; anything else is ours.
    if (error instanceof RangeError) return { rule: 'font-unreadable', values: {} };
    throw error;
  }
  if (!drawsAnything(face)) return { rule: 'font-undrawn', values: {} };
  return joinsArabic(face) ? face : { rule: 'font-unjoined', values: {} };
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

import type { Direction } from './geometry.ts';

/** Which way a text is written, by its words. */

/**
 * Shares of foreign words from which a text is foreign: where it begins with one, and where it does not
 * (كتاب The Lord of the Rings is Arabic).
 */
const MOST = 2 / 3;
const NEARLY_ALL = 6 / 7;

/** A capital may begin a name, which a text in any language takes over as it is: it says half as much. */
const NAME_WEIGHT = 0.5;
/** Apart from the loop: as written for older engines the expression would be compiled at every word. */
const IS_NAME = /^\P{L}*\p{Lu}/u;

/** @param around the answer where the words leave it open */
export function directionOfText(text: string, around: Direction): Direction {
  if (!(around === 'rtl' ? LTR : RTL).test(text)) return around;
  let [native, foreign] = [0, 0];
  let begins: Direction | null = null;
  for (const word of text.split(/\s+/)) {
    // `الـPDF` is a word of the sentence around it.
    const startsRtl = isArabicLetter(word.charCodeAt(0));
    const isRtl = startsRtl || RTL.test(word);
    if (!isRtl && !LTR.test(word)) continue;
    const direction = isRtl ? 'rtl' : 'ltr';
    begins ??= direction;
    const weight = !startsRtl && IS_NAME.test(word) ? NAME_WEIGHT : 1;
    if (direction === around) native += weight;
    else foreign += weight;
  }
  if (foreign === 0 || foreign / (native + foreign) < (begins === around ? NEARLY_ALL : MOST)) return around;
  return around === 'rtl' ? 'ltr' : 'rtl';
}

/** How nearly every word of an Arabic text begins: two expressions less for each. */
const isArabicLetter = (unit: number) => unit >= 0x620 && unit <= 0x64a;

/** Letters that are written from the right: also Hebrew, Syriac, Thaana. */
export const RTL = /[\u05D0-\u05F2\u0620-\u065F\u066E-\u06D3\u06FA-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

/** Letters that are written from the left: Latin, Greek, Cyrillic and those of Asia. */
export const LTR = /[A-Za-z\u00C0-\u024F\u0370-\u052F\u0531-\u0587\u0900-\u1FFF\u3040-\u9FFF\uAC00-\uD7AF]/;

export const ANY_LETTER = /\p{L}/u;

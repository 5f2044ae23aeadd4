/** The digits that documents are written in: European, Arabic-Indic (U+0660) and Extended Arabic-Indic (U+06F0). */

/** All of them, for character classes. */
export const DIGITS = '0-9\\u0660-\\u0669\\u06F0-\\u06F9';

/** Their zeros. */
export const ARABIC_INDIC = 0x0660;
export const PERSIAN = 0x06f0;

/** The Arabic-Indic ones for character classes: of class AN (UAX#9), which readers of PDF treat unlike the others. */
export const ARABIC_INDIC_DIGITS = '\\u0660-\\u0669';

const DIGIT = new RegExp(`[${DIGITS}]`, 'g');
const EASTERN = /[\u0660-\u0669\u06F0-\u06F9]/;

export function hasEasternDigits(text: string): boolean {
  return EASTERN.test(text);
}

/** The digits of a text as those of another system. @param zero the code point of its zero */
export function mapDigits(text: string, zero: number): string {
  return text.replace(DIGIT, (digit) => String.fromCharCode(zero + (digit.charCodeAt(0) & 0xf)));
}

/** All digits as European ones. */
export function toAsciiDigits(text: string): string {
  return hasEasternDigits(text) ? mapDigits(text, 0x30) : text;
}

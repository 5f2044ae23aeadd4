import { ARABIC_INDIC, mapDigits, PERSIAN, toAsciiDigits } from './digits.ts';
import { digitsOfLang, easternDigitsOf } from './language.ts';
import { unreachable } from './unreachable.ts';

/** Numbers as list markers, folios, note and section numbers print them. */

/** Predefined counter styles, https://www.w3.org/TR/predefined-counter-styles/ names. */
export type CounterStyle =
  | 'decimal'
  | 'arabic-indic'
  | 'persian'
  | 'arabic-abjad'
  | 'hijai'
  | 'lower-alpha'
  | 'upper-alpha'
  | 'lower-roman'
  | 'symbols'
  | 'none';

/**
 * The 28 letters in abjad order, https://www.w3.org/TR/predefined-counter-styles/#arabic-abjad, but
 * with the hamza that Arabic practice writes on the first. The fifth carries a ZWJ: a bare heh is read as ٥.
 */
const ABJAD = 'أ ب ج د ه\u200D و ز ح ط ي ك ل م ن س ع ف ص ق ر ش ت ث خ ذ ض ظ غ'.split(' ');

/** The same letters in the order of dictionaries. */
const HIJAI = 'أ ب ت ث ج ح خ د ذ ر ز س ش ص ض ط ظ ع غ ف ق ك ل م ن ه\u200D و ي'.split(' ');

// biome-ignore format: a table
const ROMAN: readonly (readonly [number, string])[] = [
  [1000, 'm'], [900, 'cm'], [500, 'd'], [400, 'cd'], [100, 'c'], [90, 'xc'], [50, 'l'], [40, 'xl'], [10, 'x'], [9, 'ix'], [5, 'v'], [4, 'iv'], [1, 'i'],
];

/** Signs of notes in the order of presses (Chicago Manual of Style, 14.25), from the sixth on twice, and so on. */
const SYMBOLS = ['*', '†', '‡', '§', '¶'];

function formatSymbol(number: number): string {
  const at = (number - 1) % SYMBOLS.length;
  return SYMBOLS[at]!.repeat(1 + Math.floor((number - 1) / SYMBOLS.length));
}

/** `number` is a whole number; what a style cannot count (zero, past its last letter) prints in its digits. */
export function formatCounter(style: CounterStyle, number: number): string {
  switch (style) {
    case 'none':
      return '';
    case 'decimal':
      return String(number);
    case 'arabic-indic':
      return mapDigits(String(number), ARABIC_INDIC);
    case 'persian':
      return mapDigits(String(number), PERSIAN);
    case 'arabic-abjad':
      return ABJAD[number - 1] ?? mapDigits(String(number), ARABIC_INDIC);
    case 'hijai':
      return HIJAI[number - 1] ?? mapDigits(String(number), ARABIC_INDIC);
    case 'lower-alpha':
      return formatLatinLetters(number, 0x61);
    case 'upper-alpha':
      return formatLatinLetters(number, 0x41);
    case 'lower-roman':
      return formatRoman(number);
    case 'symbols':
      return number < 1 ? String(number) : formatSymbol(number);
    default:
      return unreachable(style, 'the CounterStyle names');
  }
}

/**
 * Several numbers as one, such as ١.٢; reads from the left, so it must stand in a left-to-right isolate.
 *
 * @param styles of each number; the last holds for all further ones, and `none` leaves its number out
 */
export function formatNumbering(styles: readonly CounterStyle[], numbers: readonly number[]): string {
  return numbers
    .map((number, index) => formatCounter(styles[Math.min(index, styles.length - 1)] ?? 'decimal', number))
    .filter((printed) => printed !== '')
    .join('.');
}

/** The digits a document counts in: as its theme or settings say, else as its language does. */
export function documentCounter(
  lang: string,
  digits: 'arab' | 'latn' | 'source',
): 'decimal' | 'arabic-indic' | 'persian' {
  if (digits === 'latn') return 'decimal';
  return COUNTERS[digits === 'arab' ? easternDigitsOf(lang) : digitsOfLang(lang)];
}

const COUNTERS = { latn: 'decimal', arab: 'arabic-indic', arabext: 'persian' } as const;

/** The value of a number written in any of the three systems, with ٫ or . and ٬ as separators; null when it is none. */
export function readNumber(text: string): number | null {
  const plain = toAsciiDigits(text.trim())
    .replace(/[\u066C\u2009\u00A0']/g, '')
    .replace('\u066B', '.')
    .replace('\u2212', '-');
  const match = /^[\u200E\u200F]?(-?\d+(?:\.\d+)?)\s*[%\u066A]?$/.exec(
    plain.replace(
      /^(-?\d{1,3})((?:,\d{3})+)(?=\D|$)/,
      (_, head: string, rest: string) => head + rest.replaceAll(',', ''),
    ),
  );
  return match ? Number(match[1]) : null;
}

/** a … z, aa, ab …: bijective base 26. */
function formatLatinLetters(number: number, first: number): string {
  if (number < 1) return String(number);
  let letters = '';
  for (let rest = number; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    letters = String.fromCharCode(first + ((rest - 1) % 26)) + letters;
  }
  return letters;
}

/** Roman numerals end at 3999 (predefined-counter-styles, 6.1 lower-roman). */
function formatRoman(number: number): string {
  if (number < 1 || number > 3999) return String(number);
  let rest = number;
  let numeral = '';
  for (const [value, sign] of ROMAN) {
    for (; rest >= value; rest -= value) numeral += sign;
  }
  return numeral;
}

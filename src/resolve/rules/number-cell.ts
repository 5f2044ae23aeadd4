import { DIGITS } from '../../base/digits.ts';

/** What a cell of a column of numbers holds. */
interface NumberCell {
  readonly kind: 'number' | 'placeholder';
  /**
   * Where cells of the column align: the UTF-16 offset in the cell's text of its decimal sign, or of what
   * follows the last digit of a whole number.
   */
  readonly alignAt: number;
}

const DIGIT = `[${DIGITS}]`;
/** LRM, RLM and ALM, as keyboards and spreadsheets leave them around numbers. */
const MARKS = '[\\u200E\\u200F\\u061C]*';
const SPACE = '[ \\u00A0\\u2009\\u202F]?';
/**
 * What parts groups of three: comma, apostrophes, U+066C and the spaces of ISO 80000-1, 7.3.1. A full stop does only
 * where there are two of them or a decimal comma follows: `30.125` is thirty and an eighth.
 */
const GROUPS = `(?:(?:[,'’\\u066C\\u00A0\\u2009\\u202F ]${DIGIT}{3})*|(?:[.]${DIGIT}{3}){2,}|[.]${DIGIT}{3}(?=,${DIGIT}))`;
/** ISO 4217 codes of the countries that write in Arabic letters, and of what they reckon in. */
const CODES =
  'AED|AFN|BHD|CHF|CNY|DJF|DZD|EGP|EUR|GBP|IDR|ILS|INR|IQD|IRR|JOD|JPY|KMF|KRW|KWD|KZT|LBP|LYD|MAD|MRU|MYR|OMR|PKR|QAR|RUB|SAR|SDG|SOS|SYP|TND|TRY|USD|UZS|YER';
const CURRENCY = `(?:\\p{Sc}|${CODES})?`;
const PER_CENT = '[%\\u066A\\u2030\\u0609]';
/** Units in Latin letters, with the prefixes that statistics use. Arabic words of quantity make a cell a phrase. */
const UNIT = `(?:${PER_CENT}|\\p{Sc}|${CODES}|°[CF]?|[kcmµn]?m[²³]?|[kmµ]?g|[kMGT]?(?:W|Wh|B|Hz|V|t|J)|ha|[cm]?[lL]|min|m?s|h|bn|mn|[KMB])?`;

/** Signs, brackets of accounting, currency before or after, per cent, a unit; one number. */
const NUMBER = new RegExp(
  `^(?<lead>${MARKS}[~≈<>≤≥±]?${SPACE}\\(?${PER_CENT}?${MARKS}[+\\-−]?${SPACE}${CURRENCY}${SPACE}[+\\-−]?${MARKS})` +
    `(?<whole>${DIGIT}{1,3}${GROUPS}|${DIGIT}+)(?:(?<sign>[.,\\u066B])(?<part>${DIGIT}+))?` +
    `${MARKS}${SPACE}${UNIT}${MARKS}\\)?${MARKS}[*†‡]?$`,
  'u',
);

/** What stands where there is no number (SDMX and the style books of statistical offices use all of these). */
const PLACEHOLDER =
  /^(?:|[-–—−―*x×]{1,3}|\.{1,3}|…|[nN]\/?[aA]\.?|غ\.? ?م\.?|غير (?:متاح|متوفر|معروف)|لا (?:يوجد|ينطبق|تتوفر)|لم يعلن|نامشخص|موجود نیست|دستیاب نہیں)$/u;

/** @returns null where the cell is a text, so that its column is none of numbers */
export function readNumberCell(text: string): NumberCell | null {
  const trimmed = text.trim();
  if (PLACEHOLDER.test(trimmed)) return { kind: 'placeholder', alignAt: text.length };
  const groups = NUMBER.exec(trimmed)?.groups;
  if (groups === undefined) return null;
  const { lead = '', whole = '' } = groups;
  return { kind: 'number', alignAt: text.indexOf(trimmed) + lead.length + whole.length };
}

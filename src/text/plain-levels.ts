/**
 * Characters of right-to-left text that come out at level 1 as long as no left-to-right letter is near:
 * Arabic letters and marks, white space, brackets and quotation marks, and signs that without a number
 * beside them are neutral. Digits, which come out at level 2, are the others that may stand here.
 */
const NOT_PLAIN =
  /[^\u0020-\u0040\u005B-\u0060\u007B-\u007E\u00A0\u00AB\u00BB\u060C-\u060F\u061B\u061D-\u0669\u066D-\u06DC\u06DF-\u06E8\u06EA-\u06FF\u2010-\u2027]/;

const DIGITS = '0-9\u0660-\u0669\u06F0-\u06F9';

/**
 * A digit with what UAX#9 may draw to its level: a sign of class ES or ET on either side (W4, W5), a
 * separator of class CS before a digit (W4), a mark on any of these (W1).
 */
const BOUND_TO_DIGIT = new RegExp(
  `[${DIGITS}](?:[#$%+\\-]|[,./:\\u00A0\\u060C][${DIGITS}]|\\p{Mn})|[#$%+\\-]\\p{Mn}*[${DIGITS}]`,
  'u',
);

const ANY_DIGIT = new RegExp(`[${DIGITS}]`, 'g');

/**
 * The levels of a right-to-left paragraph of plain text, null where only the whole of UAX#9 knows them. It
 * is most of what Warraq sets, and the algorithm costs twenty times as much.
 */
export function plainLevels(text: string): Uint8Array | null {
  if (NOT_PLAIN.test(text) || BOUND_TO_DIGIT.test(text)) return null;
  const levels = new Uint8Array(text.length).fill(1);
  for (const { index } of text.matchAll(ANY_DIGIT)) levels[index] = 2;
  return levels;
}

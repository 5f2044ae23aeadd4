/** What marks the items of a list, where it is not CommonMark's own. */

/** A marker as read from the text. */
export interface Marker {
  /** What all items of a list share: bullet, or kind of number and delimiter. */
  readonly kind: string;
  /** UTF-16 units of the number or letter, and of what follows it up to the white space. */
  readonly value: number;
  readonly delimiter: number;
  /** 1 for bullets; a letter counts by its place in the list. */
  readonly number: number;
  readonly letter: string | null;
}

const BULLET = /([•●▪◦‣])(?=[ \t]+[^ \t\r\n]|(?!\p{Lm})[\p{L}\p{Nd}«("*_[])/uy;
const NUMBER = /([٠-٩]{1,9}|[۰-۹]{1,9}|[0-9]{1,9})([.)]|[-–](?=[ \t]))(?=[ \t\r\n]|$)/y;
/** `١ - نص`: only of short numbers, for `٢٠٢٣ - ٢٠٢٤` is a range. */
const SPACED_NUMBER = /([٠-٩]{1,2}|[۰-۹]{1,2}|[0-9]{1,2})( [-–])(?=[ \t])/y;
const LETTER = /([\u0623\u0627\u0628-\u064A]\u0640?\u200D?)([.)]|[-–](?=[ \t]))(?=[ \t])/y;
const ARABIC_AHEAD = /[ \t]+[^\p{L}\p{Nd}\r\n]*(?=\p{L})\p{Script=Arabic}/uy;

/** The marker at `at`; `letters` are those of the list so far. */
export function readMarker(text: string, at: number, letters: string): Marker | null {
  const bullet = match(BULLET, text, at);
  if (bullet) return { kind: bullet[1]!, value: 0, delimiter: 1, number: 1, letter: null };
  return readNumber(text, at) ?? readLetter(text, at, letters);
}

function readNumber(text: string, at: number): Marker | null {
  const found = match(NUMBER, text, at) ?? match(SPACED_NUMBER, text, at);
  if (!found) return null;
  const [whole, digits, delimiter] = found as unknown as [string, string, string];
  const isHyphen = delimiter.length > 1 || delimiter === '-' || delimiter === '–';
  const zero = zeroOf(digits);
  // CommonMark's own, and figures before a minus or a dash.
  if (zero === 0x30 && !isHyphen) return null;
  if (isHyphen && (digits.length > 3 || !match(ARABIC_AHEAD, text, at + whole.length))) return null;
  const number = readDigits(digits);
  const value = digits.length;
  return { kind: `${zero}${delimiter}`, value, delimiter: delimiter.length, number, letter: null };
}

const ZEROS = [0x30, 0x660, 0x6f0];

const zeroOf = (digit: string) => ZEROS.findLast((code) => digit.charCodeAt(0) >= code)!;

/** The number that digits of one kind write. */
export function readDigits(digits: string): number {
  return [...digits].reduce((sum, digit) => sum * 10 + digit.charCodeAt(0) - zeroOf(digits), 0);
}

/**
 * `أ. محمد` is a title and a name. So a list of letters begins with أ only where the next line that
 * begins with a letter and the same delimiter begins with ب, and goes on in one of the two orders.
 */
function readLetter(text: string, at: number, before: string): Marker | null {
  const found = match(LETTER, text, at);
  if (!found) return null;
  const [whole, written, delimiter] = found as unknown as [string, string, string];
  const letter = foldLetter(written);
  if (!ORDERS.some((order) => order.startsWith(before + letter))) return null;
  if (before === '' && !isFollowedByBeh(text.slice(at + whole.length, at + LOOKAHEAD), delimiter))
    return null;
  const kind = `letter${delimiter}`;
  return { kind, value: written.length, delimiter: delimiter.length, number: before.length + 1, letter };
}

export const foldLetter = (written: string) => (written[0] === 'ا' ? 'أ' : written[0]!);

/** Units of the source within which the second letter of a list must come. */
const LOOKAHEAD = 4_000;

function isFollowedByBeh(text: string, delimiter: string): boolean {
  for (const found of text.matchAll(/^[ \t>]*([\u0621-\u064A])\u0640?([.)\-–])[ \t]/gm))
    if (found[2] === delimiter) return found[1] === 'ب';
  return false;
}

const ABJAD = 'أبجدهوزحطيكلمنسعفصقرشتثخذضظغ';
const HIJAI = 'أبتثجحخدذرزسشصضطظعغفقكلمنهوي';
const ORDERS = [ABJAD, HIJAI];

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

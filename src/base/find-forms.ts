import { DIGITS, toAsciiDigits } from './digits.ts';
import { NUMBER_FORMS, type NumberForm, SPACES } from './number-forms.ts';

/** A stretch of a text that is one form, or a word of a left-to-right script. UTF-16 offsets. */
export interface FormToken {
  readonly start: number;
  readonly end: number;
  /** Null for a word. */
  readonly form: NumberForm | null;
}

/** Letters of scripts that run from the left and of which names and codes are made. */
const LTR_LETTERS = '\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}';

/** Signs that a form may begin with. */
const SIGNS = '+\\-\\u00B1\\u2010\\u2011\\u2013\\u2212(%‰\\u066A\\u0609#№§@/~.\\\\*_<$¢£¤¥฿\\u20A0-\\u20CF';

/** Of a power that stands behind a letter: `ثا⁻¹`. */
const RAISED_SIGNS = '⁺⁻⁽';

const ANY = new RegExp(`[${DIGITS}${RAISED_SIGNS}A-Za-z]`);
const MAY_BEGIN = new RegExp(`[${DIGITS}${LTR_LETTERS}${SIGNS}${RAISED_SIGNS}]`, 'u');
const WORD = new RegExp(
  `[${LTR_LETTERS}${DIGITS}](?:[${LTR_LETTERS}\\p{M}${DIGITS}₀-₉⁰¹²³⁴-⁹⁺⁻]|[-.'’_:/&+@–][${LTR_LETTERS}${DIGITS}])*`,
  'uy',
);
const LETTER = new RegExp(`[${LTR_LETTERS}]`, 'u');
const IS_DIGIT = new RegExp(`[${DIGITS}]`);

/**
 * All forms and left-to-right words of a text, in order. At each place where one may begin, all forms that
 * may are tried and the longest wins, of equal ones the first of the table; the search goes on behind it, so
 * that none takes a part of another. Time is linear in the length of the text.
 */
export function findForms(text: string): readonly FormToken[] {
  if (!ANY.test(text)) return [];
  const tokens: FormToken[] = [];
  let at = 0;
  while (at < text.length) {
    const start = nextCandidate(text, at);
    if (start === text.length) break;
    const last = tokens.at(-1);
    const plain = last?.end === start ? null : plainAt(text, start);
    const token = plain ?? longestAt(text, start, last) ?? wordAt(text, start);
    if (token) tokens.push(token);
    at = token ? token.end : start + 1;
  }
  return tokens;
}

/** Whether a UTF-16 unit may begin a form or a word: 0 until it is first asked for. */
const partOfUnit = new Uint8Array(0x10000);
const NEITHER = 1;
const CANDIDATE = 2;
const FULL_STOP = 3;

/** The end of the text where there is none: a loop, as the pattern costs ten times as much. */
function nextCandidate(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const part = partOfUnit[text.charCodeAt(at)] || partOf(text, at);
    if (part === CANDIDATE) return at;
    // Most end a sentence: what begins with one has a digit or a letter behind it.
    if (part === FULL_STOP && partOf(text, at + 1) !== NEITHER) return at;
  }
  return text.length;
}

function partOf(text: string, at: number): number {
  if (at >= text.length) return NEITHER;
  const unit = text.charCodeAt(at);
  const known = partOfUnit[unit]!;
  if (known !== 0) return known;
  const isCandidate = MAY_BEGIN.test(String.fromCodePoint(text.codePointAt(at)!));
  const part = !isCandidate ? NEITHER : unit === 0x2e ? FULL_STOP : CANDIDATE;
  // Half a character says nothing about the others that begin with it.
  if ((unit & 0xf800) !== 0xd800) partOfUnit[unit] = part;
  return part;
}

/** Forms by what they may begin with. */
const TABLE = NUMBER_FORMS.map((form) => ({ form, pattern: new RegExp(form.pattern, 'uy') }));

/** A table row is tried only where one of its examples begins alike: a digit, a letter, or that very sign. */
const BY_FIRST = new Map<string, typeof TABLE>();
for (const row of TABLE)
  for (const first of new Set(row.form.examples.map((example) => kindOf(example[0]!))))
    BY_FIRST.set(first, [...(BY_FIRST.get(first) ?? []), row]);

function kindOf(character: string): string {
  if (IS_DIGIT.test(character)) return 'digit';
  if (LETTER.test(character)) return 'letter';
  if (/[$¢£¤¥฿\u20A0-\u20CF]/.test(character)) return 'currency';
  if (/[%‰\u066A\u0609]/.test(character)) return 'percent';
  return /[-\u2010\u2011\u2013\u2212\u00B1]/.test(character) ? 'minus' : character;
}

function longestAt(text: string, start: number, last: FormToken | undefined): FormToken | null {
  const kind = kindOf(text[start]!);
  const rows = BY_FIRST.get(kind);
  if (!rows || !mayBegin(text, start, kind)) return null;
  const follows = last?.end === start - 1 && SPACE.test(text[last.end]!);
  // 1994 –2011 is a range however it is spaced
  if (follows && text[start] === '\u2013') return null;
  let best: FormToken | null = null;
  for (const { form, pattern } of rows) {
    pattern.lastIndex = start;
    const match = pattern.exec(text);
    if (match === null) continue;
    const end = form.isCode ? trimEnd(text, start, start + match[0].length) : start + match[0].length;
    if (end <= (best?.end ?? start)) continue;
    const found = text.slice(start, end);
    if (form.holds && !form.holds({ text: found, digits: toAsciiDigits(found), follows })) continue;
    best = { start, end, form };
  }
  return best;
}

/** Letters of which no form is made but with more behind them, and digits too few for one of the registers. */
const PLAIN_WORD = /[A-Za-z]+(?=[\u060C\u061B\u061F\u00BB]*(?:$|\s+[A-Za-z\u0621-\u064A]))/y;
const PLAIN_NUMBER = new RegExp(
  `[${DIGITS}]{1,4}(?=[.:\\u060C\\u061B\\u061F\\u00BB]*(?:$|\\s*[\\u0621-\\u064A]))`,
  'y',
);
const NUMBER = NUMBER_FORMS.find(({ name }) => name === 'number')!;

/**
 * A word or a number that can be no part of a longer form, since the end or an Arabic word comes after it: most
 * of what is found, at the cost of one pattern instead of thirty.
 */
function plainAt(text: string, start: number): FormToken | null {
  PLAIN_NUMBER.lastIndex = start;
  if (PLAIN_NUMBER.test(text)) return { start, end: PLAIN_NUMBER.lastIndex, form: NUMBER };
  PLAIN_WORD.lastIndex = start;
  return PLAIN_WORD.test(text) ? { start, end: PLAIN_WORD.lastIndex, form: null } : null;
}

/** A run of letters and digits that is no form; null for a sign, which belongs to none. */
function wordAt(text: string, start: number): FormToken | null {
  WORD.lastIndex = start;
  const match = WORD.exec(text);
  return match ? { start, end: start + match[0].length, form: null } : null;
}

/** Letters that are written together with the word after them: و ف, ب ل ك, the article. */
const JOINED_PREFIX =
  /(?:^|[^\p{L}\p{M}])[\u0648\u0641]?(?:[\u0628\u0644\u0643]|[\u0628\u0643]?\u0627\u0644|\u0644\u0644)?\u0640*$/u;
/** Characters: the longest prefix and what comes before it. */
const PREFIX_LENGTH = 8;

/** Kinds of a first character that cannot belong to the word before it. */
const BEGINS_ANYWHERE: ReadonlySet<string> = new Set(['digit', 'letter', '(', 'currency', ...RAISED_SIGNS]);

/** After these a dash is no sign: a bracket, a fraction, a per cent. */
const NUMBER_END = /[)\]½⅓⅔¼¾⅕-⅞%‰\u066A°\p{Sc}]/u;

/**
 * Whether a form may begin here: never inside a word, and with a sign only where that cannot be the hyphen
 * or the slash of the word before it (كوفيد-19), but after a joined prefix (و+962, بـ/usr/bin).
 */
function mayBegin(text: string, start: number, kind: string): boolean {
  if (start === 0) return true;
  const before = text[start - 1]!;
  if (IS_DIGIT.test(before) || LETTER.test(before)) return false;
  if (BEGINS_ANYWHERE.has(kind)) return true;
  if (/[-+/.@#_~\\]/.test(before)) return false;
  if (!/[\p{L}\p{M}\u0640]/u.test(before)) return kind !== 'minus' || !NUMBER_END.test(before);
  const from = Math.max(0, start - PREFIX_LENGTH);
  // a letter for what was cut off, lest the end of a long word pass for a whole one
  return JOINED_PREFIX.test((from > 0 ? 'x' : '') + text.slice(from, start));
}

const CLOSING: Readonly<Record<string, string>> = { ')': '(', ']': '[', '}': '{' };

/** Without marks that end the sentence and not the address, and brackets that were opened before it. */
function trimEnd(text: string, start: number, end: number): number {
  const open = new Map<string, number>();
  for (const character of text.slice(start, end)) open.set(character, (open.get(character) ?? 0) + 1);
  let stop = end;
  for (; stop > start + 1; stop--) {
    const last = text[stop - 1]!;
    const opening = CLOSING[last];
    const isStray = opening !== undefined && (open.get(opening) ?? 0) < open.get(last)!;
    const isMark = /[,:;!?'…]/.test(last) || (last === '.' && !ABBREVIATION.test(text.slice(stop - 4, stop)));
    if (!isStray && !isMark) return stop;
    open.set(last, open.get(last)! - 1);
  }
  return stop;
}

/** The end of `U.S.`, whose last full stop is its own. */
const ABBREVIATION = /[A-Za-z]\.[A-Za-z]\.$/;

const SPACE = new RegExp(`^[${SPACES}\\n]$`);

/** Whether two tokens stand side by side in one phrase: parted by a space, a mark of the Latin comma's kind, a bracket. */
export function isOnePhrase(text: string, before: FormToken, after: FormToken): boolean {
  const gap = text.slice(before.end, after.start);
  return (
    SPACE.test(gap) ||
    gap === '' ||
    /^[,:;&=] $|^ ?[([/&="'“]$|^[)\]"'”] $|^ [-–&=/+→⇌<>≤≥≈] $|^[<>≤≥≈]$|^ --?$|^[-–/&]\.?$/.test(gap)
  );
}

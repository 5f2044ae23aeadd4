import { ARABIC_INDIC_DIGITS } from '../base/digits.ts';
import { type FormToken, findForms, isOnePhrase } from '../base/find-forms.ts';
import type { IsolatedRange } from './bidi.ts';

/**
 * Stretches of a text that are to be set apart: the forms of `base/number-forms.ts`, each with the words
 * that make one phrase with it. `C++ Builder` and `git commit --amend` are one stretch, or the sign would
 * change places with the words; so are two codes that stand side by side.
 *
 * @returns in order, none overlapping another
 */
export function findNumberIsolates(text: string): readonly IsolatedRange[] {
  const tokens = findForms(text);
  const ranges: IsolatedRange[] = [];
  for (let from = 0; from < tokens.length; ) {
    const to = phraseEnd(text, tokens, from);
    const parts = tokens.slice(from, to);
    if (to - from > 1) {
      if (parts.some(isTorn)) ranges.push(isolate(text, parts[0]!.start, closeBrackets(text, parts)));
      else if (isQuoted(text, parts)) ranges.push(isolate(text, parts[0]!.start, parts.at(-1)!.end));
    } else if (parts[0]!.form?.ends) ranges.push(...endsOf(text, parts[0]!));
    else if (isTorn(parts[0]!) || isQuoted(text, parts))
      ranges.push(isolate(text, parts[0]!.start, parts[0]!.end));
    from = to;
  }
  return ranges;
}

/** What plain UAX#9 keeps whole by itself: words, and digits with the separators of rule W4 between them. */
const isTorn = ({ form }: FormToken) => form !== null && form.name !== 'number';

/** The index after the last token of the phrase that token `from` begins; a number begins none. */
function phraseEnd(text: string, tokens: readonly FormToken[], from: number): number {
  let to = from + 1;
  if (!isLatin(tokens[from]!) && !isSpecified(text, tokens, from)) return to;
  while (to < tokens.length && isOnePhrase(text, tokens[to - 1]!, tokens[to]!)) to++;
  return to;
}

/** Whether a number in a Latin unit or in per cent belongs to what follows: `256GB SSD`, `95% CI`, `1h 30min`. */
function isSpecified(text: string, tokens: readonly FormToken[], from: number): boolean {
  const [number, word] = [tokens[from]!, tokens[from + 1]];
  if (word === undefined || text.slice(number.end, word.start) !== ' ') return false;
  const end = text[number.end - 1]!;
  if (isLatin(word)) return /[A-Za-z%]/.test(end);
  return word.form?.name === 'measure' && number.form?.name === 'measure' && /[A-Za-z]/.test(end);
}

const isLatin = ({ form }: FormToken) => form === null || form.isCode === true;

/** The end of a phrase, with the brackets and quotation marks that were opened inside it. */
function closeBrackets(text: string, parts: readonly FormToken[]): number {
  let { end } = parts.at(-1)!;
  const inside = text.slice(parts[0]!.start, end);
  for (const [open, close] of ['()', '[]', '“”'])
    if (inside.split(open!).length > inside.split(close!).length && text[end] === close) end++;
  return end;
}

/**
 * Whether a title stands in quotation marks before a number, as in `"Se7en" (1995)`: UAX#9 takes all of it for one
 * foreign phrase, but the first mark.
 */
function isQuoted(text: string, parts: readonly FormToken[]): boolean {
  return (
    text[parts[0]!.start - 1] === '"' &&
    AFTER_TITLE.test(text.slice(parts.at(-1)!.end, parts.at(-1)!.end + 4))
  );
}

const AFTER_TITLE = /^" ?\(?\p{Nd}/u;

/** The two numbers of a range. */
function endsOf(text: string, { start, end }: FormToken): readonly IsolatedRange[] {
  const dash = start + text.slice(start, end).search(/(?<=.)[-\u2010-\u2013]/u);
  return [isolate(text, start, dash), isolate(text, dash + 1, end)];
}

const ARABIC_DIGIT = new RegExp(`[${ARABIC_INDIC_DIGITS}]`);
const RTL_LETTER = /(?=\p{L})[\p{Script=Arabic}\p{Script=Hebrew}]/u;

/**
 * Between Arabic-Indic digits a sign or a space takes their own direction, right to left (N1), even in a
 * left-to-right isolate: there the order is to be overridden.
 */
function isolate(text: string, start: number, end: number): IsolatedRange {
  const inside = text.slice(start, end);
  const override = ARABIC_DIGIT.test(inside) && !RTL_LETTER.test(inside);
  return { start, end, direction: 'ltr', override };
}

const COMMA = '\u060C';
const LTR_LETTER = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}]/u;
const LETTER = /\p{L}/u;

/**
 * Places after Arabic commas that stand behind a left-to-right word: UAX#9 takes such a comma for a part of
 * the foreign phrase (N1), and `Pfizer، Moderna` would be read from the left. A mark there keeps the
 * order of the sentence.
 */
export function findListCommas(text: string): readonly number[] {
  const places: number[] = [];
  for (let comma = text.indexOf(COMMA); comma !== -1; comma = text.indexOf(COMMA, comma + 1))
    if (followsLtrLetter(text, comma)) places.push(comma + 1);
  return places;
}

/** Whether a left-to-right letter is the last with a direction before a comma, digits between them or not. */
function followsLtrLetter(text: string, comma: number): boolean {
  for (let at = comma - 1; at >= 0; at--) {
    const isSecondHalf = (text.charCodeAt(at) & 0xfc00) === 0xdc00;
    if (isSecondHalf && at > 0) at--;
    const character = String.fromCodePoint(text.codePointAt(at)!);
    if (LTR_LETTER.test(character)) return true;
    if (character === COMMA || LETTER.test(character)) return false;
  }
  return false;
}

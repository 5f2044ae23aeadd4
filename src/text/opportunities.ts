import { LINE_BREAK } from './collect.ts';
import { breakOpportunities, MAY_BREAK, MUST_BREAK, NO_BREAK } from './uax14.ts';

/**
 * Text in which a break is possible after each space and nowhere else: Arabic letters and marks,
 * single spaces between words, punctuation glued to the word before it. It is most of what Warraq
 * sets, and the full algorithm costs ten times as much.
 */
const SPACES_ONLY =
  /^[\u0620-\u0669\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06FF]+(?:[،.؛:؟]? [\u0620-\u0669\u066E-\u06D3\u06D5-\u06DC\u06DF-\u06FF]+)*[،.؛:؟]? ?$/;

/** UAX#14 break opportunities with Arabic tailoring: one entry for each offset 0…length. */
export function findOpportunities(text: string): Uint8Array {
  const found = SPACES_ONLY.test(text) ? breakAtSpaces(text) : breakOpportunities(text);
  keepTogether(text, found);
  found[text.length] = MUST_BREAK;
  return found;
}

/** White space within a line, marks that end or join what stands before them, and the ends of lines. */
const CODE_BREAKS = /\u2028|(?<=[^ \u2028]) +(?! )|[,;:.)\]}|&=/\\([{+_?!-]+(?=[\p{L}\p{N}"'`$@#])/gu;

/** Where lines of code turn over if they must: at spaces and marks, of whatever kind. */
export function findCodeOpportunities(text: string): Uint8Array {
  const found = new Uint8Array(text.length + 1);
  for (const { 0: match, index } of text.matchAll(CODE_BREAKS))
    found[index + match.length] = match === LINE_BREAK ? MUST_BREAK : MAY_BREAK;
  found[text.length] = MUST_BREAK;
  return found;
}

function breakAtSpaces(text: string): Uint8Array {
  const found = new Uint8Array(text.length + 1);
  for (let i = text.indexOf(' '); i >= 0; i = text.indexOf(' ', i + 1)) found[i + 1] = MAY_BREAK;
  return found;
}

/**
 * Places where UAX#14 allows a break and Arabic typesetting does not: a number keeps its unit, its sign
 * and its calendar (٢٠١١ م, ١٤٣٢ هـ); a percentage sign is never first on a line.
 */
const KEEP_TOGETHER =
  /\p{Nd} (?=(?:[%٪‰°$€£¥]|(?:كلم|كم|سم|ملم|مم|كغم|كغ|كجم|هـ|ه‍|ق\.م|م|km|cm|mm|kg|m)(?![\p{L}\p{M}])))/gu;

/**
 * A range of years or pages (٢٠١٠–٢٠١١) is one word to the eye; longer numbers may part where they must.
 * Begins at the hyphen and looks back: to try every digit as the first costs four times as much.
 */
const SHORT_RANGE = /(?<=(?<!\p{Nd})\p{Nd}{1,4})[-\u2010-\u2013](?=\p{Nd}{1,4}(?!\p{Nd}))/gu;

/**
 * The groups of a number (1 234 567, +962 6 123 4567) stay on one line; longer ones, as of accounts and cards, may
 * part: kept whole they would leave the line before them so loose that readers take it for columns.
 */
const GROUPS = /\p{Nd}{1,7}(?: \p{Nd}{1,7})+(?!\p{Nd})/gu;
const DIGIT_SPACE_DIGIT = /\p{Nd} \p{Nd}/u;
/** Characters: a telephone number or some billions. */
const LONGEST_GROUPED = 15;

function keepGroups(text: string, found: Uint8Array): void {
  for (const { 0: number, index } of text.matchAll(GROUPS)) {
    if (number.length > LONGEST_GROUPED) continue;
    for (let at = number.indexOf(' '); at >= 0; at = number.indexOf(' ', at + 1))
      found[index + at + 1] = NO_BREAK;
  }
}

/** Looked for first, as half of all paragraphs have no digit and nearly none a hyphen. */
const ANY_DIGIT = /\p{Nd}/u;
const ANY_HYPHEN = /[-\u2010-\u2013]/;

function keepTogether(text: string, found: Uint8Array): void {
  if (!ANY_DIGIT.test(text)) return;
  if (ANY_HYPHEN.test(text)) for (const { index } of text.matchAll(SHORT_RANGE)) found[index + 1] = NO_BREAK;
  if (DIGIT_SPACE_DIGIT.test(text)) keepGroups(text, found);
  for (const match of text.matchAll(KEEP_TOGETHER)) found[match.index + match[0].length] = NO_BREAK;
}

import { hasArabicLetter } from '../base/arabic.ts';
import { hasEasternDigits } from '../base/digits.ts';
import type { Direction } from '../base/geometry.ts';
import { directionOfText } from '../base/text-direction.ts';

/** A stretch of code; `direction` null = plain code, which runs from the left. */
export interface CodeStretch {
  readonly text: string;
  readonly direction: Direction | 'auto' | null;
}

/**
 * What an Arabic text in a line of code is, the longest first: a comment to its end, what stands between
 * quotes, words that follow one another. Languages differ, but in these they agree. UAX#9 by itself takes
 * all of a line from its first to its last Arabic letter as one text, and so swaps a string and the
 * comment after it, or the key and the value of an entry.
 */
const ARABIC_WORD = '[\\p{Script=Arabic}\\p{M}\\u0640\\u0660-\\u0669\\u06F0-\\u06F9\\u200C\\u200D]+';
const STRETCH = new RegExp(
  [
    // comments of C, shells, SQL and HTML
    '(?<comment>(?<=(?:^|[ \\t;])(?://+|#+|--+|<!--|/\\*+|%+)[ \\t]*)(?![ \\t]).+?(?=[ \\t]*(?:\\*/|-->|$)))',
    '(?<=")(?<double>[^"]+)(?=")',
    "(?<=')(?<single>[^']+)(?=')",
    '(?<=`)(?<back>[^`]+)(?=`)',
    `(?<words>${ARABIC_WORD}(?:[ \\u060C\\u061B\\u061F-]+${ARABIC_WORD})*)`,
  ].join('|'),
  'gu',
);

/** Lines of plain text begin with a word and hold no other letters. */
const PROSE = /^[ \t]*(?=\p{Script=Arabic})[^A-Za-z]*$/u;

/**
 * Code cut where Arabic begins and ends, so that each stretch of it can be set apart: a line reads from the
 * left, and what is Arabic in it from the right.
 *
 * @param prose whether lines without foreign letters are text (a block without a language)
 */
export function cutCode(code: string, prose: boolean): readonly CodeStretch[] {
  if (!hasArabicLetter(code) && !hasEasternDigits(code)) return [{ text: code, direction: null }];
  const stretches: CodeStretch[] = [];
  for (const line of code.split(/(?<=\n)/)) {
    const text = line.replace(/\r?\n$/, '');
    if (prose && PROSE.test(text)) pushProse(text, stretches);
    else cutLine(text, stretches);
    push(line.slice(text.length), null, stretches);
  }
  return stretches;
}

function pushProse(line: string, stretches: CodeStretch[]): void {
  const indent = line.length - line.trimStart().length;
  push(line.slice(0, indent), null, stretches);
  push(line.slice(indent), 'rtl', stretches);
}

function cutLine(line: string, stretches: CodeStretch[]): void {
  let end = 0;
  for (const { 0: text, index, groups } of line.matchAll(STRETCH)) {
    if (!hasArabicLetter(text) && groups?.['words'] === undefined) continue;
    push(line.slice(end, index), null, stretches);
    push(text, directionOfStretch(text), stretches);
    end = index + text.length;
  }
  push(line.slice(end), null, stretches);
}

/** A sentence has the direction of its words; an address begins with what it is. */
function directionOfStretch(text: string): Direction | 'auto' {
  if (!hasArabicLetter(text)) return 'ltr';
  return /\s/.test(text) ? directionOfText(text, 'rtl') : 'auto';
}

function push(text: string, direction: CodeStretch['direction'], stretches: CodeStretch[]): void {
  const last = stretches.at(-1);
  if (text === '') return;
  if (direction === null && last?.direction === null)
    stretches[stretches.length - 1] = { text: last.text + text, direction };
  else stretches.push({ text, direction });
}

import type { IsolatedRange, ResolvedLevels } from './bidi.ts';
import { OBJECT } from './collect.ts';
import { resolveParagraph } from './uax9.ts';

/** European and Eastern Arabic digits, which are of one class, and Arabic-Indic ones with their separators. */
const EUROPEAN = '0-9\u06F0-\u06F9';
const ARABIC = '\u0660-\u0669\u066B\u066C';
const DIGIT = `${EUROPEAN}${ARABIC}`;
/** Classes CS, which a number may have inside, and ES and ET, which may belong to one beside them. */
const SEPARATOR = ',./:\\u00A0\\u060C';
const SIGN = '#$%+\\-';

/**
 * What else stands here comes out at level 1 as long as no left-to-right letter is near: Arabic letters and
 * marks, white space, brackets and quotation marks, objects.
 */
const NOT_PLAIN = new RegExp(
  `[^ !"&-*;-@[-\`{-~\\u00AB\\u00BB\\u060D-\\u060F\\u061B\\u061D-\\u065F\\u066D-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06EF\\u06FA-\\u06FF\\u2010-\\u2027${OBJECT}${DIGIT}${SEPARATOR}${SIGN}]`,
);

/** What may be drawn to a number or torn from it (W1, W4, W5): signs and marks beside it, digits of two classes. */
const ENTANGLED = new RegExp(
  `[${DIGIT}](?:[${SIGN}]|\\p{Mn})|[${SIGN}]\\p{Mn}*[${DIGIT}]|[${EUROPEAN}][${SEPARATOR}][${ARABIC}]|[${ARABIC}][${SEPARATOR}][${EUROPEAN}]`,
  'u',
);

/** A number comes out at level 2, with a separator that has digits on either side (W4). */
const NUMBER = new RegExp(`[${DIGIT}]+(?:[${SEPARATOR}][${DIGIT}]+)*`, 'g');

/**
 * The levels of a right-to-left paragraph of plain text, null where only the whole of UAX#9 knows them. It
 * is most of what Warraq sets, and the algorithm costs five times as much.
 */
export function plainLevels(text: string): Uint8Array | null {
  if (NOT_PLAIN.test(text) || ENTANGLED.test(text)) return null;
  const levels = new Uint8Array(text.length).fill(1);
  for (const { 0: number, index } of text.matchAll(NUMBER)) levels.fill(2, index, index + number.length);
  return levels;
}

/** Control characters, at which an isolate may end before its end or a level be carried into it. */
const CONTROL = /[\p{C}\p{Zp}]/u;

/**
 * The same for plain text with isolates that do not nest: to the text around it an isolate is an object,
 * and inside it is a paragraph two levels further in (BD13, X5a to X5c).
 *
 * @param isolates in order of their starts
 */
export function plainLevelsAround(text: string, isolates: readonly IsolatedRange[]): ResolvedLevels | null {
  if (CONTROL.test(text)) return null;
  let around = '';
  for (const { start, end } of isolates) {
    if (start < around.length) return null;
    around += text.slice(around.length, start) + OBJECT.repeat(end - start);
  }
  const levels = plainLevels(around + text.slice(around.length));
  if (levels === null) return null;
  for (const isolate of isolates) fillInside(levels, text, isolate);
  return { levels, borders: bordersOf(levels, isolates) };
}

function fillInside(
  levels: Uint8Array,
  text: string,
  { start, end, direction, override }: IsolatedRange,
): void {
  // X4, X5: an override takes the next level of its direction, and all in it is of that level
  if (override && direction !== 'auto') {
    levels.fill(direction === 'ltr' ? 4 : 5, start, end);
    return;
  }
  const inside = resolveParagraph(text.slice(start, end), direction).levels;
  for (let i = start; i < end; i++) levels[i] = inside[i - start]! + 2;
}

/** Initiators and PDIs are neutrals of level 1, which shows where a number or another isolate stands beside one. */
function bordersOf(levels: Uint8Array, isolates: readonly IsolatedRange[]): ResolvedLevels['borders'] {
  const borders = new Map<number, number>();
  for (const { start, end } of isolates) {
    for (const at of [start, end])
      if (at > 0 && at < levels.length && levels[at - 1]! > 1 && levels[at]! > 1) borders.set(at, 1);
  }
  return borders.size > 0 ? borders : null;
}

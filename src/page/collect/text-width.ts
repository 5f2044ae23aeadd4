import type { TextBlock, TextWidth } from '../../style/blocks.ts';
import { hyphenWidth } from '../../text/line-end-hyphen.ts';
import type { Shaped, ShapedContent } from '../../text/shaped.ts';
import type { CollectSetting } from './collect-setting.ts';
import { greaterWidth, type IntrinsicWidth, NO_WIDTH } from './tracks.ts';

/** Points. */
export function textWidth(width: TextWidth<ShapedContent>, setting: CollectSetting): number {
  return widen(intrinsicOf(width.texts, setting).max, width);
}

/** The same, of the longest words. */
export function leastTextWidth(width: TextWidth<ShapedContent>, setting: CollectSetting): number {
  return widen(intrinsicOf(width.texts, setting).min, width);
}

function widen(widest: number, { least, plus, times }: TextWidth<ShapedContent>): number {
  return (Math.max(widest, least) + plus) * times;
}

function intrinsicOf(
  texts: readonly TextBlock<ShapedContent>[],
  { textWidths, typesetter, read }: CollectSetting,
): IntrinsicWidth {
  const known = textWidths.get(texts);
  if (known !== undefined) return known;
  let widest = NO_WIDTH;
  for (const text of texts) widest = greaterWidth(widest, widthOfText(typesetter.contentOf(text, read), 0));
  textWidths.set(texts, widest);
  return widest;
}

/** Words of up to this many letters are never cut; longer ones are mostly addresses and names of code. */
export const LONGEST_WHOLE = 12;

/**
 * `min` is the longest stretch that no break divides, or half a word that hyphens divide: it stands on two lines;
 * `whole` the longest of those that must not be cut, `max` the longest line if none is broken.
 */
export function widthOfText({ atoms, text }: Shaped, indent: number): IntrinsicWidth {
  let whole = 0;
  let min = 0;
  let max = 0;
  let stretch = indent;
  let word = 0;
  let divided = false;
  let line = indent;
  // White space at the end of a line has no width, so it counts only once something follows.
  let spaces = 0;
  let start = 0;
  let end = 0;
  for (const atom of atoms) {
    end += atom.length;
    if (atom.kind === 'space') {
      spaces += atom.width;
      if (!atom.stretches && atom.after === 'no-break') {
        stretch += atom.width;
        word += atom.width;
      }
    } else {
      line += spaces + atom.width;
      spaces = 0;
      stretch += atom.width;
      word += atom.width;
    }
    if (stretch > whole && mustStayWhole(text, start, end)) whole = stretch;
    min = Math.max(min, stretch);
    max = Math.max(max, line);
    if (atom.after !== 'no-break') {
      stretch = 0;
      start = end;
      if (hyphenWidth(atom) > 0) divided = true;
      else {
        if (divided) min = Math.max(min, word / 2);
        word = 0;
        divided = false;
      }
    }
    if (atom.after === 'must-break') {
      line = 0;
      spaces = 0;
    }
  }
  return { whole, min, max };
}

export function mustStayWhole(text: string, start: number, end: number): boolean {
  if (end - start <= LONGEST_WHOLE) return true;
  const letters = text.slice(start, end).replace(NO_LETTERS, '');
  return letters.length <= LONGEST_WHOLE || !/\p{L}/u.test(letters);
}

/** How many letters and digits a stretch of text has. */
export function lettersIn(text: string, start: number, end: number): number {
  return text.slice(start, end).replace(NO_LETTERS, '').length;
}

/** What takes no place of its own, and the brackets and stops that stand around a word. */
const NO_LETTERS = /[\p{Mn}\p{Cf}\p{P}\s]/gu;

import { joiningTypeOf, joinsBackward, joinsForward, TRANSPARENT } from './unicode/joining-type.ts';

/** A left-to-right mark, or several, between letters of a word. */
const INNER_MARKS = /(?<=[\p{L}\p{M}][\u00AD\u200B\u200F]*)\u200E[\u00AD\u200B\u200E\u200F]*(?=\p{L})/gu;

/**
 * Takes a U+200E inside a word into the level of its letters: it draws nothing and letters join over it
 * (ArabicShaping.txt), but a run of its own would part them. Nothing is moved: between two runs of one
 * level it stands where it stood.
 */
export function joinOverMarks(text: string, levels: Uint8Array): void {
  if (!text.includes('\u200E')) return;
  for (const { 0: marks, index } of text.matchAll(INNER_MARKS)) {
    const level = levels[index - 1]!;
    const end = index + marks.length;
    if (level % 2 === 1 && levels[end] === level && joinsOver(text, index, end))
      levels.fill(level, index, end);
  }
}

/** Characters that letters join over and a line may end after. */
const OPENINGS = /[\u00AD\u200B]/;

/** Whether `offset` stands after a soft hyphen or a zero width space inside a joined pair of letters. */
export function isJoinedOpening(text: string, offset: number): boolean {
  return OPENINGS.test(text[offset - 1] ?? '') && joinsOver(text, offset, offset);
}

/** Whether the letter before `start` connects to the one from `end` on; what is transparent is stepped over. */
function joinsOver(text: string, start: number, end: number): boolean {
  let before = start - 1;
  while (before >= 0 && typeAt(text, before) === TRANSPARENT) before--;
  let after = end;
  while (after < text.length && typeAt(text, after) === TRANSPARENT) after++;
  if (before < 0 || after === text.length) return false;
  return joinsForward(typeAt(text, before)) && joinsBackward(typeAt(text, after));
}

/** Of letters beyond the Basic Multilingual Plane none is parted so. */
const typeAt = (text: string, at: number) => joiningTypeOf(text.charCodeAt(at));

/**
 * What counts as Arabic. Three questions, each with one answer: whose script a character has, whether a text has
 * letters that are set as Arabic is, and what stands beside a mark of punctuation of Arabic text.
 */

const SCRIPT = /\p{Script=Arabic}/u;

/** Whether a character of the text is of the Arabic script alone: none that other scripts share with it (UAX#24). */
export function isOfArabicScript(text: string): boolean {
  return SCRIPT.test(text);
}

const LETTER = /[\u0620-\u065F\u066E-\u06D3\u06FA-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/;

/**
 * Whether the text has a letter of the Arabic script or of its neighbours that join as it does (Syriac, N'Ko), or a
 * vowel mark or tatweel of theirs; neither digit nor mark of punctuation.
 */
export function hasArabicLetter(text: string): boolean {
  return LETTER.test(text);
}

const UNREAD = /[\u064B-\u0652\u0640]/g;

/** The letters alone, without vowel marks and tatweel: what names and titles are compared by. */
export function withoutVowels(text: string): string {
  return text.replace(UNREAD, '');
}

/** For character classes under the `u` flag: Arabic letters and the marks written on them; no forms of presentation. */
export const ARABIC_LETTERS =
  '\\u0620-\\u063F\\u0641-\\u065F\\u066E-\\u06D3\\u06D5-\\u06DC\\u06DF-\\u06E8\\u06EA-\\u06EF\\u06FA-\\u06FC\\u0750-\\u077F\\u08A0-\\u08FF';

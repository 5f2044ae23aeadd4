/** Arabic Presentation Forms-A and -B. */
const FIRST = 0xfb50;
const LAST = 0xfefc;

/** U+FDFD has no decomposition. */
const BISMILLAH = '\uFDFD';
const BISMILLAH_LETTERS = 'بسم الله الرحمن الرحيم';

/** Compatibility decomposition, and that of U+FDFD. */
export function unfold(text: string): string {
  return text.replaceAll(BISMILLAH, BISMILLAH_LETTERS).normalize('NFKC');
}

/** The letters, and spaces, that a character for a word or for two letters stands for (ﷺ, ﻻ); null for any other. */
export function lettersOf(codePoint: number): string | null {
  if (codePoint < FIRST || codePoint > LAST) return null;
  const letters = unfold(String.fromCodePoint(codePoint));
  return /^\p{L}[\p{L} ]+$/u.test(letters) ? letters : null;
}

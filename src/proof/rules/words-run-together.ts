import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/**
 * Teh marbuta ends a word: a letter after it begins another (`المتحدةوروسيا`). Vowel marks may stand between.
 * Not mended: where the second word begins is plain, but the slip may be another (`الدولةي`).
 */
const PATTERN = /\u0629[\u064B-\u0652]*(?=[\u0621-\u063A\u0641-\u064A])/g;

export const wordsRunTogether: ProofRule = {
  id: 'words-run-together',
  readsCode: false,
  *find(text): Iterable<Finding> {
    for (const { 0: found, index } of text.matchAll(PATTERN)) {
      const end = index + found.length;
      yield { start: index, end, replacement: null, values: { text: quoteAround(text, index, end) } };
    }
  },
};

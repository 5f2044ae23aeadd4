import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/**
 * Tatweel between two letters of a word. Not `هـ` (the Hijri year) or `الـ` before another script, and
 * not a tatweel that carries a mark.
 */
const LETTER = '\\u0620-\\u063F\\u0641-\\u064A\\u066E\\u066F\\u0671-\\u06D3';
const PATTERN = new RegExp(`(?<=[${LETTER}][\\u064B-\\u0652]*)\\u0640+(?=[${LETTER}])`, 'g');

export const strayTatweel: ProofRule = {
  id: 'stray-tatweel',
  readsCode: false,
  withinText: true,
  *find(text): Iterable<Finding> {
    if (!text.includes('\u0640')) return;
    for (const { 0: tatweel, index } of text.matchAll(PATTERN)) {
      const end = index + tatweel.length;
      yield { start: index, end, replacement: '', values: { text: quoteAround(text, index, end) } };
    }
  },
};

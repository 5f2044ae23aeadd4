import { ARABIC_LETTERS } from '../../base/arabic.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/**
 * `و كلمة`: in Arabic the conjunction is written onto its word; in other languages of the script it is a word
 * by itself. Not between two single letters (`أ و ب`).
 */
const PATTERN = new RegExp(
  `(?<!حرف[ \\u00A0])(?<=(?:^|[\\s«(])(?![${ARABIC_LETTERS}][\\s)])[^\\s]+[ \\u00A0]|^)و[ \\u00A0]+(?=[${ARABIC_LETTERS}]{2,})`,
  'gu',
);

export const wawApart: ProofRule = {
  id: 'waw-apart',
  readsCode: false,
  arabicOnly: true,
  *find(text): Iterable<Finding> {
    if (!/(?:^|[ \u00A0])و[ \u00A0]/.test(text)) return;
    for (const { 0: found, index } of text.matchAll(PATTERN)) {
      const start = index + 1;
      const end = index + found.length;
      yield { start, end, replacement: '', values: { text: quoteAround(text, index, end) } };
    }
  },
};

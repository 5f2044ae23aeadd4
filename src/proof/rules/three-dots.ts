import { ARABIC_LETTERS } from '../../base/arabic.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/**
 * Three full stops after a word for the sign of omission. Between spaces they part the halves of a verse,
 * and more or fewer are a line to write on or a slip of another kind.
 */
const PATTERN = new RegExp(`(?<=[${ARABIC_LETTERS}»)،])\\.{3}(?![.\\p{L}\\p{N}])`, 'gu');

export const threeDots: ProofRule = {
  id: 'three-dots',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!text.includes('...')) return;
    for (const { index } of text.matchAll(PATTERN)) {
      const end = index + 3;
      yield { start: index, end, replacement: '…', values: { text: quoteAround(text, index, end) } };
    }
  },
};

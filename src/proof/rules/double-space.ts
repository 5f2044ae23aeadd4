import { ARABIC_LETTERS } from '../../base/arabic.ts';
import { DIGITS } from '../../base/digits.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

const PATTERN = new RegExp(`(?<=[${ARABIC_LETTERS}${DIGITS}،؛؟.:!»)])  +(?=[^\\s،؛؟:.!»])`, 'gu');

export const doubleSpace: ProofRule = {
  id: 'double-space',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!text.includes('  ')) return;
    for (const { 0: spaces, index } of text.matchAll(PATTERN)) {
      const end = index + spaces.length;
      yield { start: index, end, replacement: ' ', values: { text: quoteAround(text, index, end) } };
    }
  },
};

import { DIGITS } from '../../base/digits.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/** `،` `؛` `؟` directly before a letter, a digit or an opening mark; not the comma between two digits (١،٥). */
const PATTERN = new RegExp(`(?:[،؛؟](?=[\\p{L}«(])|(?<![${DIGITS}])[،؛؟](?=[${DIGITS}]))`, 'gu');

export const spaceAfterMark: ProofRule = {
  id: 'space-after-mark',
  readsCode: false,
  *find(text): Iterable<Finding> {
    for (const { 0: mark, index } of text.matchAll(PATTERN)) {
      const values = { mark, text: quoteAround(text, index, index + 1) };
      yield { start: index, end: index + 1, replacement: `${mark} `, values };
    }
  },
};

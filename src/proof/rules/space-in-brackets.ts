import { ARABIC_LETTERS } from '../../base/arabic.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/** European digits stand in formulas too. */
const DIGITS = '٠-٩۰-۹';

/** `( قوس )`: white space after `(` before a word, and before `)` after one. An empty pair is a blank to be filled in. */
const PATTERN = new RegExp(
  `(?<=\\()[ \\u00A0]+(?=[${ARABIC_LETTERS}${DIGITS}«"])|(?<=[${ARABIC_LETTERS}${DIGITS}»".؟!])[ \\u00A0]+(?=\\))`,
  'gu',
);

export const spaceInBrackets: ProofRule = {
  id: 'space-in-brackets',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!/\([ \u00A0]|[ \u00A0]\)/.test(text)) return;
    for (const { 0: spaces, index } of text.matchAll(PATTERN)) {
      const end = index + spaces.length;
      yield { start: index, end, replacement: '', values: { text: quoteAround(text, index, end) } };
    }
  },
};

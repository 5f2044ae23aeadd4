import { ARABIC_LETTERS } from '../../base/arabic.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

const ARABIC_MARK: Readonly<Record<string, string>> = { ',': '،', ';': '؛', '?': '؟' };

/** `,` `;` `?` after an Arabic word, or after what closes one; after a space only where a mark ends a word. */
const PATTERN = new RegExp(
  `(?<=[${ARABIC_LETTERS}][»)\\]"]?)[,;?]|(?<=[${ARABIC_LETTERS}][»)\\]"]?[ \\u00A0]+)[,;?](?=[ \\u00A0${ARABIC_LETTERS}«]|$)`,
  'gu',
);

/** A number or a single letter right behind: `علي,35`, `f(س,ص)` are data. */
const IN_DATA = /^(?:\p{N}|\p{L}(?!\p{L}|\p{M}))/u;

/** Looked for first: most paragraphs have none, and to count letters is two fifths of what all rules cost. */
const ANY_MARK = /[,;?]/;

const FOREIGN = /\p{Script=Latin}/gu;
const NATIVE = new RegExp(`[${ARABIC_LETTERS}]`, 'gu');

const count = (text: string, letters: RegExp) => text.match(letters)?.length ?? 0;

export const latinMark: ProofRule = {
  id: 'latin-mark',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!ANY_MARK.test(text)) return;
    // A foreign paragraph that quotes some Arabic goes on with its own marks.
    if (count(text, FOREIGN) > count(text, NATIVE)) return;
    for (const { 0: mark, index } of text.matchAll(PATTERN)) {
      if (IN_DATA.test(text.slice(index + 1, index + 3))) continue;
      const meant = ARABIC_MARK[mark]!;
      // The rule for missing spaces has not seen an Arabic mark here.
      const space = /[\p{L}\p{N}«(]/u.test(text[index + 1] ?? '') ? ' ' : '';
      const values = { mark, meant, text: quoteAround(text, index, index + 1) };
      yield { start: index, end: index + 1, replacement: meant + space, values };
    }
  },
};

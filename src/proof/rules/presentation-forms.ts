import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/**
 * Letters frozen in one shape (Unicode's Arabic Presentation Forms): they come with text copied from old
 * PDFs, do not join, and are not found by a search. The word ligatures and honorifics (U+FDF0–FDFF ﷺ ﷽,
 * U+FD40–FD4F, U+FDCF) and the ornate brackets ﴾ ﴿ are characters in their own right.
 */
const PATTERN = /[\uFB50-\uFBB1\uFBD3-\uFD3D\uFD50-\uFDC7\uFE70-\uFEFC]+/g;

export const presentationForms: ProofRule = {
  id: 'presentation-forms',
  readsCode: false,
  *find(text): Iterable<Finding> {
    for (const { 0: forms, index } of text.matchAll(PATTERN)) {
      const end = index + forms.length;
      // A lone mark (U+FE70–FE7F) decomposes to a space and the mark.
      const letters = forms.normalize('NFKC').replaceAll(' ', '');
      yield {
        start: index,
        end,
        replacement: letters,
        values: { letters, text: quoteAround(text, index, end) },
      };
    }
  },
};

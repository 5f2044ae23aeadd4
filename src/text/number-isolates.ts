import type { IsolatedRange } from './bidi.ts';

/**
 * Forms that plain UAX#9 tears apart after Arabic letters, where rule W2 makes European digits Arabic
 * ones and hyphens stop joining them: 2011-04-15 comes out as 15-04-2011, +7 7172 720-100 as a number
 * nobody can dial. Each is set apart as one left-to-right stretch.
 *
 * Ranges are absent on purpose: ١٩٩٤–٢٠١١ with the earlier year at the right is how Arabic reads it.
 */
const FORMS: readonly RegExp[] = [
  // Dates with hyphens: 2011-04-15. Not in Arabic-Indic digits, which are read from the right in either case.
  /(?<![\p{Nd}-])\d{1,4}-\d{1,2}-\d{1,4}(?![\p{Nd}-])/gu,
  // Telephone numbers with a country code: +7 7172 720-100, 00966 11 123 4567.
  /(?<![\p{Nd}\p{L}])(?:\+|00)\p{Nd}{1,4}(?:[ \-(). ]{1,2}\p{Nd}{1,7}){1,6}\)?/gu,
  // Addresses of pages and people, typed without a link around them.
  /(?:https?:\/\/|www\.)[^\s\u0600-\u06FF<>«»"]*[^\s\u0600-\u06FF<>«»".,:;!?)\]]/gu,
  /[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/gu,
  // Paths, accounts and tags, whose first sign would else fall to the far side: /usr/bin, @name, #tag.
  /(?<![^\s(«"])(?:\/[A-Za-z0-9._-]+)+\/?/gu,
  /(?<![^\s(«"])[@#][A-Za-z][A-Za-z0-9_]*/gu,
  // Latin names that end in a sign: C++, C#, F#.
  /(?<![\p{L}\p{Nd}])[A-Za-z][A-Za-z0-9]{0,11}(?:\+\+|#)(?![\p{L}\p{Nd}])/gu,
];

/** One of these stands in every form. Most paragraphs have none. */
const ANY_FORM = /[-+#@/]|www\.|00\p{Nd}/u;

export function findNumberIsolates(text: string): readonly IsolatedRange[] {
  if (!ANY_FORM.test(text)) return [];
  const found: IsolatedRange[] = [];
  for (const form of FORMS) {
    for (const match of text.matchAll(form)) {
      const range = { start: match.index, end: match.index + match[0].length, direction: 'ltr' } as const;
      // The first form to claim a stretch keeps it.
      if (found.every((other) => range.end <= other.start || other.end <= range.start)) found.push(range);
    }
  }
  return found;
}

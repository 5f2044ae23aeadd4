import { ARABIC_LETTERS } from '../../base/arabic.ts';
import type { Finding, ProofRule } from '../rule.ts';

/** `"…"` around Arabic; the quotes must stand where quotes can, so that `5"` (inches) is none. */
const PATTERN = new RegExp(
  `(?<![^\\s(«\\[،؛:و])"([^"\\n]*[${ARABIC_LETTERS}][^"\\n]*)"(?![\\p{L}\\p{N}])`,
  'gu',
);

export const asciiQuotes: ProofRule = {
  id: 'ascii-quotes',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!text.includes('"')) return;
    for (const match of text.matchAll(PATTERN)) {
      const words = match[1]!;
      const last = match.index + match[0].length - 1;
      const values = { text: words.length > 40 ? `${words.slice(0, 40)}…` : words };
      yield { start: match.index, end: match.index + 1, replacement: '«', values };
      yield { start: last, end: last + 1, replacement: '»', values: { ...values } };
    }
  },
};

import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/** U+202D and U+202E turn text against its own direction: a reader sees other words than a machine reads. */
export const bidiOverride: ProofRule = {
  id: 'bidi-override',
  readsCode: true,
  *find(text): Iterable<Finding> {
    for (const { 0: control, index } of text.matchAll(/[\u202D\u202E]/g)) {
      const code = control.charCodeAt(0).toString(16).toUpperCase();
      yield { start: index, end: index + 1, replacement: null, values: { code } };
    }
  },
};

const OPENER = /[\u202A\u202B\u202D\u202E\u2066-\u2068]/;
const POP_EMBEDDING = '\u202C';
const POP_ISOLATE = '\u2069';

/** Embeddings and isolates that are not closed within their paragraph, or closed twice. */
export const bidiUnbalanced: ProofRule = {
  id: 'bidi-unbalanced',
  readsCode: true,
  *find(text): Iterable<Finding> {
    const open: { readonly index: number; readonly closer: string }[] = [];
    for (const { 0: control, index } of text.matchAll(/[\u202A-\u202E\u2066-\u2069]/g)) {
      if (OPENER.test(control))
        open.push({ index, closer: control >= '\u2066' ? POP_ISOLATE : POP_EMBEDDING });
      else if (open.at(-1)?.closer === control) open.pop();
      else return yield report(text, index);
    }
    if (open[0]) yield report(text, open[0].index);
  },
};

function report(text: string, index: number): Finding {
  const code = text.charCodeAt(index).toString(16).toUpperCase();
  return {
    start: index,
    end: index + 1,
    replacement: null,
    values: { code, text: quoteAround(text, index, index + 1) },
  };
}

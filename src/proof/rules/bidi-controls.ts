import { codeAt, overridesIn, unbalancedIn } from '../../base/bidi-controls.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/** Text turned against its own direction. */
export const bidiOverride: ProofRule = {
  id: 'bidi-override',
  readsCode: true,
  *find(text): Iterable<Finding> {
    for (const index of overridesIn(text))
      yield { start: index, end: index + 1, replacement: null, values: { code: codeAt(text, index) } };
  },
};

/** Embeddings and isolates that are not closed within their paragraph, or closed twice. */
export const bidiUnbalanced: ProofRule = {
  id: 'bidi-unbalanced',
  readsCode: true,
  *find(text): Iterable<Finding> {
    const index = unbalancedIn(text);
    if (index === null) return;
    const values = { code: codeAt(text, index), text: quoteAround(text, index, index + 1) };
    yield { start: index, end: index + 1, replacement: null, values };
  },
};

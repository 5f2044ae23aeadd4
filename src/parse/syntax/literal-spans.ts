import type { Code, Construct, Extension, State } from 'micromark-util-types';
import type { Reading } from './arabic-emphasis.ts';
import { isFormula, isTex } from './foreign-syntax.ts';

const DOLLAR = 36;
const BACKSLASH = 92;
const BRACE = 123;

/** Bounded, so that a page of dollars costs no more than it is long times this. */
const SPANS: Readonly<Record<number, RegExp>> = {
  [DOLLAR]: /\$\$(?:(?!\$\$|\n[ \t]*\r?\n)[\s\S]){1,2000}\$\$|\$(?=[^\s$])[^$\n]{0,300}?[^\s$\\]\$(?![\d$])/y,
  [BACKSLASH]:
    /\\\((?:(?!\\\)|\n[ \t]*\r?\n)[\s\S]){1,500}\\\)|\\\[(?:(?!\\\]|\n[ \t]*\r?\n)[\s\S]){1,2000}\\\]/y,
  [BRACE]: /\{\{[^{}]{1,500}\}\}|\{%[^{}\n]{1,500}%\}|\{\/\*(?:(?!\*\/\}|\n[ \t]*\r?\n)[\s\S]){0,500}\*\/\}/y,
};

/**
 * Formulas, and placeholders of other tools, which stay as typed: `_`, `*` and `\` in them are theirs, and
 * `$a_1 * b_1$` would lose signs if they were read as emphasis.
 */
export function literalSpans(reading: Reading): Extension {
  const construct: Construct = {
    name: 'literalSpan',
    tokenize(effects, ok, nok) {
      const now = () => this.now().offset;
      const start = now();
      const length = spanAt(reading.text, start);
      if (length === 0) return nok;
      const isFormula = reading.text.charCodeAt(start) !== BRACE;
      const inside = (code: Code): State | undefined => {
        if (code === null || now() >= start + length) {
          effects.exit('data');
          if (isFormula) effects.exit('inlineFormula');
          return ok(code);
        }
        if (code >= -2) {
          effects.consume(code);
          return inside;
        }
        effects.exit('data');
        effects.enter('lineEnding');
        effects.consume(code);
        effects.exit('lineEnding');
        return begin;
      };
      const begin: State = (code) => {
        effects.enter('data');
        return inside(code);
      };
      return (code) => {
        if (isFormula) effects.enter('inlineFormula');
        return begin(code);
      };
    },
  };
  return { text: { [DOLLAR]: construct, [BACKSLASH]: construct, [BRACE]: construct } };
}

function spanAt(text: string, at: number): number {
  const pattern = SPANS[text.charCodeAt(at)];
  if (!pattern) return 0;
  pattern.lastIndex = at;
  const found = pattern.exec(text)?.[0] ?? '';
  return isForeign(found) ? found.length : 0;
}

/** `\[1\]` is a bracket that its author kept from opening a link (CommonMark, 2.4); `\[x^2\]` is a formula. */
function isForeign(found: string): boolean {
  if (found.startsWith('{') || found.startsWith('$$')) return true;
  if (found.startsWith('\\')) return isTex(found.slice(2, -2));
  return isFormula(found.slice(1, -1));
}

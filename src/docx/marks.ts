import { unreachable } from '../base/unreachable.ts';
import type { Meaning } from '../resolve/inline-nodes.ts';
import type { RunFacts } from './run-properties.ts';
import type { RunScope } from './word-runs.ts';
import { hex } from './word-xml.ts';

/** What is said of words by marking them, beside what is said of them already. */
export function markFacts(meaning: Meaning, isForeign: boolean, { facts, draft }: RunScope): RunFacts {
  const { theme } = draft;
  const accent = theme.colors['accent'];
  const inAccent = accent === undefined ? { isBold: true } : { color: hex(accent) };
  switch (meaning) {
    case 'strong':
      // said by itself too: a style would turn what is bold already back (17.7.3)
      return { style: facts.style ?? 'Strong', isBold: true };
    case 'emphasis':
      if (isForeign) return { isItalic: true };
      if (facts.style === undefined) return { style: 'Emphasis' };
      return theme.text.emphasis === 'accent' ? inAccent : { isUnderlined: true };
    case 'deleted':
      return { isStruck: true };
    case 'accent':
      return inAccent;
    case 'mark':
      return { shade: hex(theme.colors['tint'] ?? MARKER) };
    case 'overline':
    case 'underline':
      // Word has no line above
      return { isUnderlined: true };
    case 'raised':
      return { raised: 'superscript' };
    case 'lowered':
      return { raised: 'subscript' };
    default:
      return unreachable(meaning, 'what marks mean');
  }
}

/** As a marker on paper, in a theme without a tint. */
const MARKER = '#FFF2B3';

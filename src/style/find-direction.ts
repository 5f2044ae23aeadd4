import type { Direction } from '../base/geometry.ts';
import type { InlineContent } from './inline.ts';

/**
 * The direction of a text that may be foreign to its document: one without a letter of the document's
 * direction, but with letters of the other, has the other. So an English heading of an Arabic paper keeps
 * its question mark at its end. A line to a leader (contents) keeps the document's: its folio stands at the end edge.
 */
export function findDirection(content: InlineContent, direction: Direction): Direction {
  let latin = false;
  let arabic = false;
  for (const inline of content) {
    if (inline.kind === 'leader') return direction;
    if (inline.kind !== 'text') continue;
    arabic ||= ARABIC.test(inline.text);
    if (arabic && direction === 'rtl') return 'rtl';
    latin ||= LATIN.test(inline.text);
  }
  if (direction === 'rtl') return latin ? 'ltr' : 'rtl';
  return arabic && !latin ? 'rtl' : 'ltr';
}

/** A letter of the Arabic script, neither digit nor mark of punctuation. */
export const ARABIC = /[\u0620-\u065F\u066E-\u06D3\u06FA-\u08FF\uFB50-\uFDFF\uFE70-\uFEFC]/;

/** Also Greek and Cyrillic. */
const LATIN = /[A-Za-z\u00C0-\u024F\u0370-\u052F]/;

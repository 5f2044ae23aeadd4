import { ARABIC_LETTERS } from '../../base/arabic.ts';
import type { Sink } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import { formatOrigin } from '../../base/origin.ts';
import { originAt, type Passage } from '../passage.ts';

/** How many places a warning names: enough to see the pattern. */
const NAMED_PLACES = 3;

interface DigitSet {
  count: number;
  readonly places: Origin[];
}

export const NUMBER = /[0-9]+|[\u0660-\u0669]+|[\u06F0-\u06F9]+/g;
const HAS_ARABIC = new RegExp(`[${ARABIC_LETTERS}]`, 'u');

/**
 * Numbers in both ٣ and 3 among Arabic words: one warning for a document, at the rarer set. European
 * digits that belong to Latin words (ISO 9001, COVID-19, an address) are no mixture.
 */
export function reportMixedDigits(passages: readonly Passage[], sink: Sink): void {
  const arabic: DigitSet = { count: 0, places: [] };
  const european: DigitSet = { count: 0, places: [] };
  for (const passage of passages) {
    if (passage.kind === 'code' || !HAS_ARABIC.test(passage.text)) continue;
    for (const { 0: number, index } of passage.text.matchAll(NUMBER)) {
      const isEuropean = number <= '9'.repeat(number.length) && number.charCodeAt(0) < 0x40;
      if (isEuropean && isLatinNumber(passage.text, index, index + number.length)) continue;
      const set = isEuropean ? european : arabic;
      set.count++;
      if (set.places.length < NAMED_PLACES) set.places.push(originAt(passage, index));
    }
  }
  if (arabic.count === 0 || european.count === 0) return;
  const [rarer, other] = arabic.count <= european.count ? [arabic, european] : [european, arabic];
  const places = rarer.places.map(formatOrigin).join(' ');
  sink.report('mixed-digits', rarer.places[0]!, { places, few: rarer.count, many: other.count });
}

/** Within a token that has Latin letters, or beside a Latin word. Looks no further than two words around. */
export function isLatinNumber(text: string, start: number, end: number): boolean {
  const before = text.slice(Math.max(0, start - 40), start);
  const after = text.slice(end, end + 40);
  return (
    /[A-Za-z@/_][^\s]*[\s]?[^\s\p{Script=Arabic}]*$/u.test(before) ||
    /^[^\s\p{Script=Arabic}]*\s?[A-Za-z@_]/u.test(after)
  );
}

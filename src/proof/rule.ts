import type { MessageValues } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';

/** One thing a rule has found in the text of a passage. */
export interface Finding {
  /** UTF-16 indexes into the text; `end` is past the last unit. */
  readonly start: number;
  readonly end: number;
  /** What to write instead where that is beyond doubt, else null. */
  readonly replacement: string | null;
  readonly values: MessageValues;
}

/** A rule knows text only: no nodes, no files. */
export interface ProofRule {
  readonly id: MessageId;
  /** Whether it reads code as well as prose. */
  readonly readsCode: boolean;
  /** Not for Persian, Urdu and other languages of the script. */
  readonly arabicOnly?: true;
  /** Not where the word goes on in other markup: `لـ*جميع*`. */
  readonly withinText?: true;
  /** Findings in the order of the text, none overlapping another. */
  readonly find: (text: string) => Iterable<Finding>;
}

/** Letters of Persian, Urdu, Kurdish, Pashto and Uighur that Arabic has not. */
export const BEYOND_ARABIC = /[پچژگکیےٹڈڑہھەۆێڵڕںۀېۍښځڅۇۋټډړڼ]/gu;

/** The words around an index, to show where a thing is. */
export function quoteAround(text: string, start: number, end: number): string {
  const from = Math.max(text.lastIndexOf(' ', start - 2) + 1, start - 20, 0);
  const space = text.indexOf(' ', end + 1);
  const to = Math.min(space < 0 ? text.length : space, end + 20);
  return text.slice(from, to).replaceAll('\n', ' ').replaceAll('\uFFFC', '…').trim();
}

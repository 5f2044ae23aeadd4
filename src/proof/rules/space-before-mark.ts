import { ARABIC_LETTERS } from '../../base/arabic.ts';
import { DIGITS } from '../../base/digits.ts';
import { type Finding, type ProofRule, quoteAround } from '../rule.ts';

/**
 * A space before `،` `؛` `؟` is wrong anywhere, and before the Latin marks that stand for them. Before `:` `.` `!` it is wrong after Arabic and where the
 * mark ends a word: ` .5`, ` :)` and ` ...` are left alone.
 */
const PATTERN = new RegExp(
  `(?<=[^ \\u00A0\\n])[ \\u00A0]+(?:[،؛؟]|(?<=[${ARABIC_LETTERS}»)\\]][ \\u00A0]+)[,;?](?=[ \\u00A0${ARABIC_LETTERS}«]|$)|(?=[:.!])(?<=[${ARABIC_LETTERS}${DIGITS}»)\\]][ \\u00A0]+)[:.!](?=[ \\u00A0\\n»]|$))`,
  'gu',
);

/** Looked for first: next to no paragraph has one, and the pattern itself looks around every space. */
const ANY_SPACED_MARK = /[ \u00A0][,;?\u060C\u061B\u061F:.!]/;

export const spaceBeforeMark: ProofRule = {
  id: 'space-before-mark',
  readsCode: false,
  *find(text): Iterable<Finding> {
    if (!ANY_SPACED_MARK.test(text)) return;
    for (const { 0: match, index } of text.matchAll(PATTERN)) {
      const end = index + match.length - 1;
      if (isFormula(text, index, end)) continue;
      yield {
        start: index,
        end,
        replacement: '',
        values: { mark: match.at(-1)!, text: quoteAround(text, index, end) },
      };
    }
  },
};

const HAS_ARABIC = new RegExp(`[${ARABIC_LETTERS}]`, 'u');

/** `٣ : ١` (ISO 80000-2). */
const RATIO = new RegExp(`^[${DIGITS}][ \\u00A0]:[ \\u00A0][${DIGITS}]`);

/** `F(k) : Z(k)`, `n₁، . . . ، nₖ`, and the choice `a ؟ b : c`: signs between terms have their spaces. */
function isFormula(text: string, start: number, end: number): boolean {
  const [before, after] = [text.slice(Math.max(0, start - 30), start), text.slice(end + 1, end + 31)];
  if (/(?:^|\s)\.$/.test(before) || RATIO.test(text.slice(start - 1, end + 3))) return true;
  if (text[end] === '؟') return /^ (?:\S{1,20} )?:(?: |$)/.test(after);
  if (text[end] === ':' && / ؟ \S{1,20}$/.test(before)) return true;
  const isForeign = ':.!'.includes(text[end]!) && /[)\]]$/.test(before);
  return isForeign && !HAS_ARABIC.test(before) && !HAS_ARABIC.test(after);
}

import type { Sink } from '../../base/diagnostic.ts';
import { originAt, type Passage } from '../passage.ts';
import { quoteAround } from '../rule.ts';

/** A quotation may run over this many paragraphs, each of which may begin with a mark of its own. */
const LONGEST_QUOTATION = 12;

/**
 * `«` that nothing closes, neither in its passage nor in one of those that follow. One at a passage's
 * first such mark: the rest follows from it.
 */
export function reportUnclosedGuillemets(passages: readonly Passage[], sink: Sink): void {
  const prose = passages.filter(({ kind }) => kind === 'prose');
  for (const [at, passage] of prose.entries()) {
    if (!passage.text.includes('«')) continue;
    const { open } = balance(passage.text);
    if (open === null) continue;
    const following = prose.slice(at + 1, at + 1 + LONGEST_QUOTATION);
    if (following.some(({ text }) => text.includes('»') && balance(text).surplus)) continue;
    const values = { text: quoteAround(passage.text, open, open + 1) };
    sink.report('guillemet-unclosed', originAt(passage, open), values);
  }
}

/** Where the outermost mark stands that stays open, and whether more are closed than were opened. */
function balance(text: string): { readonly open: number | null; readonly surplus: boolean } {
  const opened: number[] = [];
  let surplus = false;
  for (const { 0: mark, index } of text.matchAll(/[«»]/g)) {
    if (mark === '«') opened.push(index);
    else if (opened.pop() === undefined) surplus = true;
  }
  // With a mark too many of either kind they are reversed, which has its own rule.
  return { open: surplus ? null : (opened[0] ?? null), surplus };
}

import { isArtifact, type TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import { ANY_LETTER, directionOfText, LTR, RTL } from '../base/text-direction.ts';

/** A stretch of a line, as far as its direction goes. */
interface DirectedRun {
  readonly kind: string;
  /** Of text. */
  readonly text?: string;
  readonly tagTarget: TagTarget;
  readonly isolates: readonly { readonly direction: Direction | 'auto' }[];
}

/**
 * The direction of a text that may be foreign to what stands around it: by its words, so that an English
 * sentence with an Arabic word in it keeps its full stop at its end in an Arabic paper. Code, and phrases
 * that are set apart with a direction of their own, count only where there is nothing else. A line to a
 * leader (contents) keeps the direction around it: its folio stands at the end edge.
 *
 * @param around of the text around it
 */
export function findDirection(content: readonly DirectedRun[], around: Direction): Direction {
  const foreign = around === 'rtl' ? LTR : RTL;
  if (!content.some((inline) => inline.kind === 'text' && foreign.test(inline.text ?? ''))) return around;
  let words = '';
  let apart = '';
  for (const inline of content) {
    if (inline.kind === 'leader') return around;
    if (inline.kind !== 'text') continue;
    const isCode = !isArtifact(inline.tagTarget) && inline.tagTarget.tag === 'Code';
    if (isCode || inline.isolates.some(({ direction }) => direction !== 'auto')) apart += inline.text ?? '';
    else words += inline.text ?? '';
  }
  return directionOfText(ANY_LETTER.test(words) ? words : apart, around);
}

import type { Laid } from '../page/page.ts';

/** One side of a sheet that is folded once, as it lies flat. Pages by index; null = blank. */
export interface BookletSide {
  readonly left: number | null;
  readonly right: number | null;
  /** Sheets around this one in its signature: 0 is the outermost. */
  readonly depth: number;
}

/**
 * Which pages lie side by side so that sheets printed on both sides, laid one in another and folded, read
 * in order. Signatures follow each other; the last is as small as its pages allow, and what it has too
 * many stays blank at the end of the text.
 *
 * Of the outermost sheet the outer side bears the first and the last page of the signature. The first has
 * the fold at its spine: it lies on the left in a book bound at the right. Sides alternate, outer and
 * inner, and are upright on both when the paper is turned over its short edge.
 *
 * @param signature pages of one, a multiple of 4; 0 = all pages are one signature
 */
export function bookletSides(
  count: number,
  signature: number,
  binding: Laid['binding'],
): readonly BookletSide[] {
  const sides: BookletSide[] = [];
  const size = signature === 0 ? wholeSheets(count) : signature;
  for (let start = 0; start < count; start += size) {
    const pages = Math.min(size, wholeSheets(count - start));
    for (let depth = 0; depth < pages / 4; depth += 1) {
      const first = start + 2 * depth;
      const last = start + pages - 1 - 2 * depth;
      sides.push(
        makeSide(first, last, depth, count, binding),
        makeSide(last - 1, first + 1, depth, count, binding),
      );
    }
  }
  return sides;
}

/** @param fore the page on the left where the binding is at the right */
function makeSide(
  fore: number,
  aft: number,
  depth: number,
  count: number,
  binding: Laid['binding'],
): BookletSide {
  const pageOf = (index: number) => (index < count ? index : null);
  const [left, right] = binding === 'right' ? [fore, aft] : [aft, fore];
  return { left: pageOf(left), right: pageOf(right), depth };
}

/** Pages that as many whole sheets hold. */
export function wholeSheets(pages: number): number {
  return Math.ceil(pages / 4) * 4;
}

import { isArtifact, type StructElement, type TagTarget } from '../base/element.ts';
import type { DrawItem, Laid, Page } from '../page/page.ts';
import { piecesOf } from '../text/line-pieces.ts';

/** Where the pages of the print begin in the text, so that both can be cited by the same numbers. */
export interface PrintPages {
  /** By index; '' for a page without a number or without text. */
  readonly labels: readonly string[];
  /** The page on which an element begins. */
  readonly startOf: ReadonlyMap<StructElement, number>;
  /** The numbers of all pages, by index. */
  readonly folios: readonly string[];
  /** The index of the page on which an anchor stands. */
  readonly pageOfAnchor: ReadonlyMap<string, number>;
}

export function findPages({ pages }: Laid): PrintPages {
  const startOf = new Map<StructElement, number>();
  const pageOfAnchor = new Map<string, number>();
  const labels = pages.map((page) => {
    const hasText = noteStarts(page, startOf);
    for (const { id } of page.anchors) if (!pageOfAnchor.has(id)) pageOfAnchor.set(id, page.index);
    return hasText ? page.label : '';
  });
  return { labels, startOf, folios: pages.map(({ label }) => label), pageOfAnchor };
}

/** Notes which elements appear for the first time; what holds them begins with them. */
function noteStarts(page: Page, startOf: Map<StructElement, number>): boolean {
  let hasText = false;
  for (const tagTarget of page.drawItems.flatMap(targetsOf)) {
    if (isArtifact(tagTarget)) continue;
    hasText = true;
    for (let at: StructElement | null = tagTarget; at !== null && !startOf.has(at); at = at.parent)
      startOf.set(at, page.index);
  }
  return hasText;
}

function targetsOf(drawItem: DrawItem): readonly TagTarget[] {
  return drawItem.kind === 'line'
    ? piecesOf(drawItem.line).map(({ tagTarget }) => tagTarget)
    : [drawItem.tagTarget];
}

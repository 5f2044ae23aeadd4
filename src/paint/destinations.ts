import type { Laid, Page } from '../page/page.ts';
import { callAnchor } from '../style/call-anchor.ts';
import type { PdfPage } from './pdf-file.ts';

/** Names of the anchors that links point at, by anchor id. */
export type DestinationNames = ReadonlyMap<string, string>;

/**
 * Fixed-width ASCII names in the order of the pages: readers search the name tree by bytes while pdfkit
 * sorts it by locale, and such names have one order under both.
 */
export function nameDestinations({ pages }: Laid): DestinationNames {
  const wanted = new Set<string>();
  for (const { marks } of pages) {
    for (const mark of marks) {
      if (mark.kind !== 'line' || !mark.line.linked) continue;
      for (const { link } of mark.line.pieces) if (link?.kind === 'internal') wanted.add(link.target);
    }
  }
  const names = new Map<string, string>();
  for (const page of pages) {
    for (const { id } of anchorsOf(page)) {
      if (wanted.has(id) && !names.has(id)) names.set(id, `d${String(names.size + 1).padStart(6, '0')}`);
    }
  }
  return names;
}

/** An anchor met twice is where it was first: `written` remembers. */
export function addDestinations(
  laid: Page,
  page: PdfPage,
  names: DestinationNames,
  written: Set<string>,
): void {
  for (const { id, y } of anchorsOf(laid)) {
    const name = names.get(id);
    if (name === undefined || written.has(name)) continue;
    written.add(name);
    page.addDestination(name, y);
  }
}

/** Those of blocks, and of the lines that call notes. Points from the top of the page. */
function anchorsOf({ anchors, marks }: Page): Page['anchors'] {
  const all = [...anchors];
  for (const mark of marks) {
    if (mark.kind !== 'line') continue;
    for (const { id } of mark.line.notes) {
      all.push({ id: callAnchor(id), x: mark.x, y: mark.baseline - mark.line.ascent });
    }
  }
  return all;
}

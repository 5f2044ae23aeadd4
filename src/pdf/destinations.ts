import { isArtifact, type StructElement, type StructTag, type TagTarget } from '../base/element.ts';
import type { Laid, Page } from '../page/page.ts';
import { linesOf } from '../page/walk.ts';
import type { LinkedPart } from '../text/line.ts';
import type { PdfPage } from './pdf-file.ts';

/** Where links lead: an anchor's name in the file, and the element that stands there. */
interface Destination {
  readonly name: string;
  readonly element: StructElement;
}

/** Of the anchors that links point at, by anchor id. */
export type Destinations = ReadonlyMap<string, Destination>;

/**
 * Fixed-width ASCII names in the order of the pages: readers search the name tree by bytes while pdfkit
 * sorts it by locale, and such names have one order under both.
 */
export function findDestinations({ pages, root }: Laid): Destinations {
  const wanted = new Set<string>();
  for (const { link } of linksOf(pages)) if (link.kind === 'internal') wanted.add(link.target);
  const destinations = new Map<string, Destination>();
  for (const page of pages) {
    for (const { id, tagTarget } of page.anchors) {
      if (!wanted.has(id) || destinations.has(id)) continue;
      const name = `d${String(destinations.size + 1).padStart(6, '0')}`;
      destinations.set(id, { name, element: elementAt(tagTarget) ?? root });
    }
  }
  return destinations;
}

/** An anchor met twice is where it was first: `written` remembers. */
export function addDestinations(
  laid: Page,
  page: PdfPage,
  destinations: Destinations,
  written: Set<string>,
): void {
  for (const { id, y } of laid.anchors) {
    const destination = destinations.get(id);
    if (destination === undefined || written.has(destination.name)) continue;
    written.add(destination.name);
    page.addDestination(destination.name, y);
  }
}

/** In reading order. */
export function* linksOf(pages: readonly Page[]): Generator<LinkedPart> {
  for (const { line } of linesOf(pages)) yield* line.links;
}

/** Parts of what a reader of the tags would go to. */
const PARTS: ReadonlySet<StructTag> = new Set<StructTag>(['Span', 'Link', 'Code', 'Lbl', 'LBody']);

/** The paragraph, heading, item … in which what is tagged stands; null in furniture. */
export function elementAt(tagTarget: TagTarget): StructElement | null {
  if (isArtifact(tagTarget)) return null;
  let element = tagTarget;
  while (PARTS.has(element.tag) && element.parent !== null) element = element.parent;
  return element;
}

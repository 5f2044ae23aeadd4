import type { Origin } from '../base/origin.ts';
import type { Link } from '../resolve/inline-nodes.ts';
import type { WordDraft } from './draft.ts';
import type { WordLink } from './line-run.ts';
import type { PartLinks } from './part-links.ts';
import { word } from './word-xml.ts';

/** A link to where its author says; null where that is no address. */
export function linkFor(
  link: Link,
  origin: Origin,
  { draft, links }: { readonly draft: WordDraft; readonly links: PartLinks },
): WordLink | null {
  const attributes = addressOf(link, origin, draft, links);
  if (attributes === null) return null;
  const tooltip = link.title === undefined ? {} : { tooltip: link.title.slice(0, LONGEST_TIP) };
  return { link, make: (runs) => word('hyperlink', { ...attributes, ...tooltip, history: 1 }, runs) };
}

/** Characters, more of which Word calls damage. */
const LONGEST_TIP = 260;

function addressOf(link: Link, origin: Origin, draft: WordDraft, links: PartLinks) {
  if (link.kind === 'internal')
    return draft.hasTarget(link.target, origin) ? { anchor: draft.bookmarkOf(link.target) } : null;
  const written = link.uri.replace(/^doi:(?=10\.)/i, 'https://doi.org/');
  if (!URL.canParse(written)) return null;
  return { 'r:id': links.idOf('hyperlink', new URL(written).href, true) };
}

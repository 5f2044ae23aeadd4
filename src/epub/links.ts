import type { Origin } from '../base/origin.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Link, NoteCall } from '../resolve/inline-nodes.ts';
import type { LineScope } from './collect-runs.ts';

type Place = Pick<LineScope, 'draft' | 'path'>;

/** A link to where its author says; words alone where that is no address. */
export function linkTo(link: Link, origin: Origin, { draft, path }: Place): XmlElement {
  const title = link.title === undefined ? {} : { title: link.title };
  if (link.kind === 'external') {
    const href = readUri(link.uri);
    if (href === null) return element('span', title);
    // What leads out of the book looks so.
    return element('a', { ...(/^https?:/.test(href) && { class: 'external' }), ...title, href });
  }
  if (!draft.hasTarget(link.target, origin)) return element('span', title);
  const role = link.cites ? { 'epub:type': 'biblioref', role: 'doc-biblioref' } : {};
  const node = element('a', { ...role, ...title });
  draft.linkLater(node, link.target, path);
  return node;
}

/** As browsers read it, with what they escape escaped; null for what is no address. A DOI has its resolver's. */
function readUri(uri: string): string | null {
  const written = uri.replace(/^doi:(?=10\.)/i, 'https://doi.org/');
  return URL.canParse(written) ? new URL(written).href : null;
}

/** The number of a note; its first call is where the note leads back to, and has it written. */
export function callNote({ link, note, anchor }: NoteCall, { draft, path }: Place): XmlElement {
  const node = element('a', { 'epub:type': 'noteref', role: 'doc-noteref', class: 'noteref' });
  if (note !== null) {
    const id = draft.newId();
    node.attributes['id'] = id;
    if (anchor !== null) draft.placeAnchor(anchor, `${path}#${id}`);
    draft.noteCalled(note);
  }
  if (link.kind === 'internal') draft.linkLater(node, link.target, path);
  return node;
}

/** From the number at the head of a note to its call. */
export function linkBack(link: Link, { draft, path }: Place): XmlElement {
  const node = element('a', { role: 'doc-backlink' });
  if (link.kind === 'internal') draft.linkLater(node, link.target, path);
  return node;
}

/** A place of which nothing is seen. */
export function placeAnchor(anchor: string, { draft, path }: Place): XmlElement {
  const id = draft.newId();
  draft.placeAnchor(anchor, `${path}#${id}`);
  return element('span', { id });
}

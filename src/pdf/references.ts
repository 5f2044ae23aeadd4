import { isArtifact, type StructElement, type StructTag } from '../base/element.ts';
import type { Laid } from '../page/page.ts';
import { type Destinations, linksOf } from './destinations.ts';

/** Which elements an element refers to (ISO 32000-2, table 355, Ref). */
export type References = ReadonlyMap<StructElement, ReadonlySet<StructElement>>;

/**
 * What entries of contents lead to (ISO 14289-2, 8.2.5.8), and notes and their calls to one another
 * (8.2.5.14).
 */
export function findReferences({ pages }: Laid, destinations: Destinations): References {
  const references = new Map<StructElement, Set<StructElement>>();
  const refer = (from: StructElement, to: StructElement) => {
    const known = references.get(from);
    if (known) known.add(to);
    else references.set(from, new Set([to]));
  };
  for (const { link, tagTarget } of linksOf(pages)) {
    if (link.kind !== 'internal' || isArtifact(tagTarget)) continue;
    const target = destinations.get(link.target)?.element;
    if (target === undefined) continue;
    const entry = findAround(tagTarget, 'TOCI');
    if (entry) refer(entry, target);
    if (target.tag !== 'Note') continue;
    const call = findAround(tagTarget, 'Reference') ?? tagTarget;
    refer(call, target);
    refer(target, call);
  }
  return references;
}

function findAround(element: StructElement, tag: StructTag): StructElement | null {
  for (let at: StructElement | null = element; at; at = at.parent) if (at.tag === tag) return at;
  return null;
}

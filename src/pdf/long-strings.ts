import { isArtifact, type StructElement } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import type { Laid } from '../page/page.ts';
import type { Link } from '../resolve/inline-nodes.ts';
import { linksOf } from './destinations.ts';

/** Bytes that one string of an archival file may have (ISO 19005-2, 6.1.13). */
const MOST_BYTES = 32_767;

/** Where something stands that makes a longer string in the file: a description, an address, a title. */
export function findLongStrings(laid: Laid, elements: readonly StructElement[]): readonly (Origin | null)[] {
  return findStrings(laid, elements, isLong);
}

/** Where something stands that makes a text string of the kind that `isMeant` knows. */
export function findStrings(
  laid: Laid,
  elements: readonly StructElement[],
  isMeant: (text: unknown) => boolean,
): readonly (Origin | null)[] {
  const described = elements.filter(
    ({ alt, attributes }) => isMeant(alt) || isMeant(attributes.title) || isMeant(attributes.actualText),
  );
  return [
    ...(Object.values(laid.info).some(isMeant) ? [null] : []),
    ...described.map(({ origin }) => origin),
    ...findLinks(laid, isMeant),
    // An entry of the outline does not know its heading.
    ...laid.pages
      .flatMap(({ outline }) => outline.filter(({ entry }) => isMeant(entry.title)))
      .map(() => null),
  ];
}

/** Each once, however many lines it runs over. */
function findLinks({ pages }: Laid, isMeant: (text: unknown) => boolean): readonly (Origin | null)[] {
  const found = new Map<Link, Origin | null>();
  for (const { link, tagTarget } of linksOf(pages)) {
    if (isMeant(link.contents) || (link.kind === 'external' && isMeant(link.uri)))
      found.set(link, isArtifact(tagTarget) ? null : tagTarget.origin);
  }
  return [...found.values()];
}

/** A letter beyond ASCII takes two bytes at least; percent-encoded in an address it may take six. */
function isLong(text: unknown): boolean {
  if (typeof text !== 'string' || text.length * 6 <= MOST_BYTES) return false;
  const isAscii = /^[\x00-\x7F]*$/.test(text);
  return (isAscii ? text.length : encodeURIComponent(text.replace(/\p{Cs}/gu, '?')).length) > MOST_BYTES;
}

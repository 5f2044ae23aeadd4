import { kindOf } from './elements.ts';
import type { HtmlElement, HtmlPart } from './read-html.ts';
import type { Reporter } from './scope.ts';

/** Says what of HTML a browser would act on and a document does not: programs, style sheets, other addresses for all links. */
export function reportInert(parts: readonly HtmlPart[], sink: Reporter): void {
  for (const part of parts) {
    if (part.kind !== 'element') continue;
    for (const what of inertOf(part)) sink.report('html-inert', part.origin, { what });
    reportInert(part.children, sink);
  }
}

function inertOf(element: HtmlElement): readonly string[] {
  const { name, attributes } = element;
  // of others the whole tag is told of
  const kind = kindOf(element);
  if (kind === 'unknown' || kind === 'unshown') return [];
  const handlers = Object.keys(attributes).filter((attribute) => /^on[a-z]/.test(attribute));
  return isInert(name, attributes) ? [...handlers, `<${name}>`] : handlers;
}

function isInert(name: string, attributes: HtmlElement['attributes']): boolean {
  switch (name) {
    case 'link':
      return /\bstylesheet\b/i.test(attributes['rel'] ?? '');
    case 'script':
      return attributes['src'] !== undefined;
    case 'base':
      return attributes['href'] !== undefined;
    case 'meta':
      return /^refresh$/i.test(attributes['http-equiv'] ?? '');
    default:
      return false;
  }
}

import { printNode, type XmlElement, type XmlNode } from '../base/xml.ts';

/** As XML and as HTML say it. */
export function spoken(lang: string): Readonly<Record<string, string>> {
  return { lang, 'xml:lang': lang };
}

/** Adds one to the names in `class`, each once. */
export function addClass(node: XmlElement, name: string): void {
  const names = new Set((node.attributes['class'] ?? '').split(' ').filter((known) => known !== ''));
  node.attributes['class'] = [...names.add(className(name))].join(' ');
}

/** The class of a row of `boxes`; rows of `roles` and of `boxes` may have the same name. */
export function boxClass(name: string): string {
  return className(`box-${name}`);
}

/** A row of a theme may be called anything; in a selector only letters, digits and hyphens need no escape. */
export function className(name: string): string {
  return name.replace(/[^\p{L}\p{N}-]/gu, '-').replace(/^(?=[\p{N}-])/u, 'x');
}

export function printXml(node: XmlNode): string {
  return printNode(node, (name) => VOID.has(name));
}

/** Elements that never have content; `<p/>` would be well-formed too, but is misread where a reader takes it for HTML. */
const VOID: ReadonlySet<string> = new Set([
  'br',
  'hr',
  'img',
  'path',
  'line',
  'rect',
  'link',
  'meta',
  'content',
]);

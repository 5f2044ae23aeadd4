import { escapeXml } from '../base/escape-xml.ts';

/** XML as data: elements and text, printed in one place, so that nothing reaches a file unescaped. */

export interface XmlElement {
  name: string;
  readonly attributes: Record<string, string>;
  readonly children: XmlNode[];
}

export type XmlNode = XmlElement | string;

export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>> = {},
  children: readonly XmlNode[] = [],
): XmlElement {
  const kept: Record<string, string> = {};
  for (const [key, value] of Object.entries(attributes)) if (value !== null) kept[key] = value;
  return { name, attributes: kept, children: [...children] };
}

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
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const open = `<${node.name}${attributes.join('')}`;
  if (node.children.length === 0) return VOID.has(node.name) ? `${open}/>` : `${open}></${node.name}>`;
  return `${open}>${node.children.map(printXml).join('')}</${node.name}>`;
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

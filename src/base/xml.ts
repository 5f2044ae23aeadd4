import { escapeXml } from './escape-xml.ts';

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

/** The first line of a file of XML. */
export const XML = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** @param closes whether an element of that name without content is `<p/>`, not `<p></p>` */
export function printNode(node: XmlNode, closes: (name: string) => boolean): string {
  if (typeof node === 'string') return escapeXml(node);
  const attributes = Object.entries(node.attributes).map(([name, value]) => ` ${name}="${escapeXml(value)}"`);
  const open = `<${node.name}${attributes.join('')}`;
  if (node.children.length === 0) return closes(node.name) ? `${open}/>` : `${open}></${node.name}>`;
  return `${open}>${node.children.map((child) => printNode(child, closes)).join('')}</${node.name}>`;
}

import { isArtifact, type StructElement, type StructTag, type TagTarget } from '../base/element.ts';
import { element, type XmlElement } from '../base/xml.ts';
import { spoken } from './xml.ts';

/** The XHTML element for a structure element: what makes a PDF accessible makes the e-book so. */
export function makeElement(of: TagTarget, parent: XmlElement): XmlElement {
  if (isArtifact(of)) return element('p', { 'aria-hidden': 'true' });
  const node = elementFor(of, parent);
  if (of.lang !== null) Object.assign(node.attributes, spoken(of.lang));
  return node;
}

type Make = (of: StructElement, parent: XmlElement) => XmlElement;

function elementFor(of: StructElement, parent: XmlElement): XmlElement {
  const make = MAKERS[of.tag];
  return make === undefined ? element(NAMES[of.tag]) : make(of, parent);
}

/** Of tags whose element depends on more than the tag. */
const MAKERS: { readonly [tag in StructTag]?: Make } = {
  Caption: (_, parent) => element(CAPTIONS[parent.name] ?? 'p', { class: 'caption' }),
  L: ({ attributes: { listNumbering } }) =>
    element(listNumbering === 'Description' || listNumbering === 'Disc' ? 'ul' : 'ol'),
  TOC: () => element('ol', { class: 'toc' }),
  TH: ({ attributes }) =>
    element('th', { scope: attributes.scope === 'Row' ? 'row' : 'col', ...spanOf(attributes) }),
  TD: ({ attributes }) => element('td', spanOf(attributes)),
  Figure: ({ alt }) => element('img', { alt: alt ?? '' }),
};

/** Of all others. */
// biome-ignore format: a table
const NAMES: Readonly<Record<StructTag, string>> = {
  Document: 'div', Sect: 'section', Div: 'div', BlockQuote: 'blockquote',
  P: 'p', H1: 'h1', H2: 'h2', H3: 'h3', H4: 'h4', H5: 'h5', H6: 'h6', Caption: 'p', Note: 'aside',
  L: 'ul', LI: 'li', Lbl: 'div', LBody: 'div', TOC: 'ol', TOCI: 'li', Index: 'section', Reference: 'span', BibEntry: 'p',
  Table: 'table', THead: 'thead', TBody: 'tbody', TR: 'tr', TH: 'th', TD: 'td',
  Figure: 'img', Formula: 'math', Code: 'code', Link: 'a', Span: 'span',
};

const CAPTIONS: Readonly<Record<string, string>> = { table: 'caption', figure: 'figcaption' };

function spanOf({ columnSpan }: StructElement['attributes']): Readonly<Record<string, string>> {
  return columnSpan === undefined ? {} : { colspan: String(columnSpan) };
}

import type { StructElement } from '../base/element.ts';
import { element, type XmlElement } from './xml.ts';

/**
 * The XHTML element for a structure element: the tree that makes a PDF accessible is the tree of the
 * e-book, so a node that is new to `style` needs nothing here. null for one that only groups runs.
 */
export function makeElement(of: StructElement, parent: XmlElement): XmlElement | null {
  const node = elementFor(of, parent);
  if (node !== null && of.lang !== null) {
    node.attributes['lang'] = of.lang;
    node.attributes['xml:lang'] = of.lang;
  }
  if (node !== null && of.attributes.actualText !== undefined) {
    node.attributes['role'] = 'img';
    node.attributes['aria-label'] = of.attributes.actualText;
  }
  return node;
}

function elementFor(of: StructElement, parent: XmlElement): XmlElement | null {
  const name = NAMES[of.tag];
  const { attributes } = of;
  switch (name) {
    case null:
      return null;
    case 'caption':
      return element(CAPTIONS[parent.name] ?? 'p', { class: 'caption' });
    case 'list': {
      const counts = attributes.listNumbering !== 'Description' && attributes.listNumbering !== 'Disc';
      return element(counts ? 'ol' : 'ul');
    }
    case 'toc':
      return element('ol', { class: 'toc' });
    case 'th':
      return element('th', { scope: attributes.scope === 'Row' ? 'row' : 'col', ...spanOf(of) });
    case 'td':
      return element('td', spanOf(of));
    case 'img':
      return element('img', { alt: of.alt ?? '' });
    case 'code':
      // from the left, whatever stands around it
      return element('code', { dir: 'ltr' });
    case 'span':
      return of.lang === null && attributes.actualText === undefined ? null : element('span');
    default:
      return element(name);
  }
}

/** By tag; `caption`, `list` and `toc` depend on more than the tag, and null needs no element. */
// biome-ignore format: a table
const NAMES: Readonly<Record<StructElement['tag'], string | null>> = {
  Document: 'div', Sect: 'section', Div: 'div', BlockQuote: 'blockquote',
  P: 'p', H1: 'h1', H2: 'h2', H3: 'h3', H4: 'h4', H5: 'h5', H6: 'h6', Caption: 'caption', Note: 'aside',
  L: 'list', LI: 'li', Lbl: 'div', LBody: 'div', TOC: 'toc', TOCI: 'li', Reference: null,
  Table: 'table', THead: 'thead', TBody: 'tbody', TR: 'tr', TH: 'th', TD: 'td',
  Figure: 'img', Code: 'code', Link: 'a', Span: 'span',
};

const CAPTIONS: Readonly<Record<string, string>> = { table: 'caption', figure: 'figcaption' };

function spanOf({ attributes }: StructElement): Readonly<Record<string, string>> {
  return attributes.columnSpan === undefined ? {} : { colspan: String(attributes.columnSpan) };
}

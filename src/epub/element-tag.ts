import { unreachable } from '../base/unreachable.ts';
import type { StructElement } from '../style/element.ts';
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
  const { tag, attributes } = of;
  switch (tag) {
    case 'Document':
    case 'Div':
    case 'Index':
    case 'LBody':
    case 'Lbl':
      return element('div');
    case 'Part':
    case 'Sect':
      return element('section');
    case 'BlockQuote':
      return element('blockquote');
    case 'P':
    case 'H1':
    case 'H2':
    case 'H3':
    case 'H4':
    case 'H5':
    case 'H6':
      return element(tag.toLowerCase());
    case 'Caption':
      return element(CAPTIONS[parent.name] ?? 'p', { class: 'caption' });
    case 'TOC':
      return element('ol', { class: 'toc' });
    case 'L': {
      const counts = attributes.listNumbering !== 'None' && attributes.listNumbering !== 'Disc';
      return element(counts ? 'ol' : 'ul');
    }
    case 'TOCI':
    case 'LI':
      return element('li');
    case 'Table':
    case 'THead':
    case 'TBody':
    case 'TR':
      return element(tag.toLowerCase());
    case 'TH':
      return element('th', { scope: attributes.scope === 'Row' ? 'row' : 'col', ...spanOf(of) });
    case 'TD':
      return element('td', spanOf(of));
    case 'Figure':
      return element('img', { alt: of.alt ?? '' });
    case 'Note':
      return element('aside');
    case 'Code':
      // from the left, whatever stands around it
      return element('code', { dir: 'ltr' });
    case 'Link':
      return element('a');
    case 'Formula':
    case 'Quote':
      return element('span', { class: tag.toLowerCase() });
    case 'Span':
      return of.lang === null && attributes.actualText === undefined ? null : element('span');
    case 'Reference':
      return null;
    default:
      return unreachable(tag, 'the tags of StructTag');
  }
}

const CAPTIONS: Readonly<Record<string, string>> = { table: 'caption', figure: 'figcaption' };

function spanOf({ attributes }: StructElement): Readonly<Record<string, string>> {
  return attributes.columnSpan === undefined ? {} : { colspan: String(attributes.columnSpan) };
}

import type { StructTag } from '../base/element.ts';
import type { StructNode } from './structure-tree.ts';

/** The namespace of the standard structure types of PDF 2.0 (ISO 32000-2, 14.8.6). */
export const PDF2_NAMESPACE = 'http://iso.org/pdf2/ssn';

/**
 * Types that PDF 2.0 does not have. They stay in the namespace of PDF 1.7, which is that of elements that
 * name none, and stand among the others (ISO 32000-2, 14.8.6.2).
 */
const PDF1_TYPES: ReadonlySet<string> = new Set<StructTag>([
  'BlockQuote',
  'TOC',
  'TOCI',
  'Index',
  'Reference',
  'BibEntry',
  'Code',
]);

export function isOfPdf2(type: string): boolean {
  return !PDF1_TYPES.has(type);
}

/**
 * The type of an element in a PDF 2.0. A note is one of the foot of the page. A caption is the first or the
 * last child of a section or of a table (ISO 14289-2, 8.2.5.27); a division is no place for one, as what it
 * holds counts as its parent's (ISO/TS 32005), so that a group with a caption is a section.
 */
export function typeInPdf2(node: StructNode<unknown>, parent: StructNode<unknown> | null): string {
  const { tag } = node.element;
  if (tag === 'Note') return 'FENote';
  if (tag === 'Div' && hasCaption(node)) return 'Sect';
  if (tag === 'Caption' && !(parent && isCaptioned(parent))) return 'P';
  return tag;
}

const isCaptioned = (node: StructNode<unknown>) =>
  ['Div', 'Table'].includes(node.element.tag) && hasCaption(node);

function hasCaption({ items }: StructNode<unknown>): boolean {
  const tags = items.map((item) => (item.kind === 'node' ? item.node.element.tag : null));
  const at = tags.indexOf('Caption');
  return at >= 0 && at === tags.lastIndexOf('Caption') && (at === 0 || at === tags.length - 1);
}

import { element, type XmlElement } from '../base/xml.ts';
import type { Formula } from '../resolve/inline-nodes.ts';
import type { DisplayedFormula } from '../resolve/nodes.ts';
import type { PartWriter, WritePlace } from './part-writer.ts';

/** MathML (EPUB 3.3, 6.1.4), which readers without it have a text for. */
export function mathOf({ set, tex }: Pick<Formula, 'set' | 'tex'>, display: 'inline' | 'block'): XmlElement {
  const { attributes, children } = set.mathml;
  return element(
    'math',
    { ...attributes, xmlns: 'http://www.w3.org/1998/Math/MathML', dir: 'ltr', display, alttext: tex },
    children,
  );
}

export function writeFormula(node: DisplayedFormula, at: WritePlace, writer: PartWriter): void {
  const box = element('div', { class: 'display-formula' });
  at.node.children.push(box);
  box.children.push(mathOf(node, 'block'));
  if (node.number !== null) writer.phrase(node.number, { ...at, node: box });
}

import { element } from '../base/xml.ts';
import type { Bibliography, BibliographyEntry } from '../resolve/bibliography-nodes.ts';
import type { PartWriter, WritePlace } from './part-writer.ts';
import { addClass, spoken } from './xml.ts';

/** A list whose items links lead to (DPUB-ARIA 1.1: `doc-bibliography`; of its items `doc-biblioentry` is deprecated there). */
export function writeBibliography(node: Bibliography, at: WritePlace, writer: PartWriter): void {
  const section = element('section', { 'epub:type': 'bibliography', role: 'doc-bibliography' });
  at.node.children.push(section);
  const inside = writer.dressBox(section, 'bibliography', at);
  const list = writer.open(node.tagTarget, element('ul', { role: 'list' }), inside.node);
  for (const entry of node.entries) writeEntry(entry, { ...inside, node: list }, writer);
}

function writeEntry(
  { itemTarget, label, phrase, direction, lang, id }: BibliographyEntry,
  at: WritePlace,
  writer: PartWriter,
): void {
  const item = element('li', {
    'epub:type': 'biblioentry',
    ...(lang === null ? {} : spoken(lang)),
  });
  writer.open(itemTarget, item, at.node);
  addClass(item, label === null ? 'hanging' : 'labelled');
  writer.anchor([id], item);
  if (direction !== at.direction) item.attributes['dir'] = direction;
  const place: WritePlace = { ...at, node: item, direction, directed: true };
  const words = element('p');
  writer.open(phrase.tagTarget, words, place.node);
  if (label !== null) {
    const sign = element('span');
    writer.open(label.tagTarget, sign, words);
    writer.fill(sign, label, writer.runs(label), place);
    words.children.push(' ');
  }
  writer.fill(words, phrase, writer.runs(phrase), place, { direction });
}

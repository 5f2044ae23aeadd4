import { isArtifact, type StructElement, type TagTarget } from '../base/element.ts';
import { element, type XmlElement } from '../base/xml.ts';
import type { Index, IndexEntry } from '../resolve/index-nodes.ts';
import { boxStyleIn } from '../theme/rows.ts';
import { openColumns } from './open-columns.ts';
import type { PartWriter, WritePlace } from './part-writer.ts';
import { addClass } from './xml.ts';

const parentOf = (tagTarget: TagTarget): StructElement | null =>
  isArtifact(tagTarget) ? null : tagTarget.parent;

/** An index as EPUB Indexes 1.1 has it: a section of groups, each a list of terms whose pages are links. */
export function writeIndex(node: Index, at: WritePlace, writer: PartWriter): void {
  const section = element('section', { 'epub:type': 'index', role: 'doc-index' });
  writer.open(node.tagTarget, section, at.node);
  if (node.title !== null) writer.phrase(node.title, { ...at, node: section });
  const inside = writer.dressBox(section, 'index', at);
  if (node.children.length > 0) {
    const head = element('div', { 'epub:type': 'index-headnotes' });
    section.children.push(head);
    writer.blocks(node.children, { ...inside, node: head });
  }
  const { gap, columnWidth: leastWidth } = boxStyleIn(writer.draft.theme, 'index');
  const set = { count: node.columns, gap, leastWidth };
  const place = node.columns === 1 ? inside : openColumns(set, inside, writer);
  for (const { head, listTarget, entries } of node.groups) {
    const group = element('section', { 'epub:type': 'index-group' });
    place.node.children.push(group);
    writer.phrase(head, { ...place, node: group }, { direction: at.direction });
    const lists = new Map<StructElement | null, XmlElement>();
    const list = element('ul', { 'epub:type': 'index-entry-list', class: 'index-entries' });
    lists.set(isArtifact(listTarget) ? null : listTarget, writer.open(listTarget, list, group));
    for (const entry of entries) writeEntry(entry, lists, { ...place, node: list }, writer);
  }
}

/** In the list of its rank, which is in the item of the term above it. */
function writeEntry(
  { id, phrase }: IndexEntry,
  lists: Map<StructElement | null, XmlElement>,
  at: WritePlace,
  writer: PartWriter,
): void {
  const body = parentOf(phrase.tagTarget);
  const item = body?.parent ?? null;
  const list = item?.parent ?? null;
  let inside = lists.get(list);
  if (inside === undefined) {
    // the item of the term above, in which this is the first
    const outer = lists.get(list?.parent ?? null) ?? at.node;
    inside = writer.open(list, element('ul', { 'epub:type': 'index-entry-list' }), outer);
    addClass(inside, 'index-entries');
    lists.set(list, inside);
  }
  const node = writer.open(item, element('li', { 'epub:type': 'index-entry' }), inside);
  lists.set(body, node);
  const facts = { direction: at.direction, anchors: id === null ? [] : [id] };
  writer.phrase(phrase, { ...at, node }, facts);
}

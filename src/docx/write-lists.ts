import type { FactList, Glossary, List, ListItem, Timeline } from '../resolve/nodes.ts';
import { boxStyleIn, textStyleIn } from '../theme/rows.ts';
import { numberOf, type WordDraft } from './draft.ts';
import { LEVELS } from './numbering.ts';
import { writePhrase, writeRuns } from './paragraph.ts';
import type { WordPlace, Write } from './place.ts';
import { shareWidths, writeWordTable } from './word-table.ts';
import { word } from './word-xml.ts';
import { textOf } from './write-tables.ts';

/** A list of Word's own, which goes on counting when an item is added. */
export function writeList(node: List, outside: WordPlace, draft: WordDraft, write: Write): void {
  const { items, direction, ordered, start } = node;
  const level = Math.min(outside.depth, LEVELS - 1);
  const step = draft.theme.lists.markerWidth;
  // an item that begins with a list has its own label in a line of its own
  if (draft.number !== null) writeRuns(node.standsIn, [], outside, draft);
  const place = {
    ...outside,
    direction,
    indent: outside.indent + step,
    measure: outside.measure - step,
    depth: outside.depth + 1,
    isLoose: node.loose,
  };
  const labels = items.map(labelOf);
  const counted = ordered ? draft.numbering.addCounted(labels, start, level) : null;
  const signed = new Map<string, number>();
  items.forEach((item, index) => {
    const label = labels[index]!;
    // a label that Word cannot make stands in a list of its own
    const list = counted ?? signed.get(label) ?? draft.numbering.addSigned(label, level);
    signed.set(label, list);
    writeItem(item, list, level, node, place, draft, write);
  });
}

function labelOf({ marker }: ListItem): string {
  if (marker.kind === 'task') return marker.done ? '☑' : '☐';
  return marker.text;
}

function writeItem(
  { children }: ListItem,
  list: number,
  level: number,
  { styleName }: List,
  place: WordPlace,
  draft: WordDraft,
  write: Write,
): void {
  draft.number = numberOf(list, level);
  const [first] = children;
  const takesNumber = first?.kind === 'paragraph' || first?.kind === 'label' || first?.kind === 'figure';
  if (!takesNumber && first?.kind !== 'list')
    writeRuns(styleName, [], place, draft, { direction: place.direction });
  write(children, place, draft);
}

/** Terms, years and figures beside what is said of them. */
export function writeEntries(
  node: Timeline | FactList | Glossary,
  place: WordPlace,
  draft: WordDraft,
  write: Write,
): void {
  const { title, entries, others, name } = node;
  const { before, after } = boxStyleIn(draft.theme, name);
  if (title !== null) writePhrase(title, place, draft, { properties: [word('keepNext')], before });
  const texts = [
    entries.map(({ key }) => textOf(key.content)),
    entries.map(({ text }) => textOf(text.content)),
  ];
  const { size } = textStyleIn(draft.theme, entries[0]?.key.styleName ?? 'term');
  if (entries.length > 0)
    writeWordTable(
      {
        widths: shareWidths(texts, place.measure, size),
        style: 'RuledTable',
        headers: 0,
        hasRowHeads: true,
        rows: entries.map(({ key, text }) => [
          { span: 1, write: (cell: WordPlace) => writePhrase(key, cell, draft) },
          { span: 1, write: (cell: WordPlace) => writePhrase(text, cell, draft) },
        ]),
      },
      place,
      draft,
      after,
    );
  write(others, place, draft);
}

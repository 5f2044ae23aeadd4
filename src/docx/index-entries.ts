import type { Index } from '../resolve/index-nodes.ts';
import { textStyleIn } from '../theme/rows.ts';
import type { WordDraft } from './draft.ts';
import { writePhrase } from './paragraph.ts';
import type { WordPlace, Write } from './place.ts';
import { word } from './word-xml.ts';

/** Of the size of its type: how far a term stands in from the one it is under, and a further line from the first. */
const STEP = 1.2;
const TURNOVER = 2.4;

/**
 * Terms in the order of the document, one below the other, with fields for their pages. Word's own index would be sorted
 * anew, by an order that weighs the article.
 */
export function writeIndex(node: Index, place: WordPlace, draft: WordDraft, write: Write): void {
  if (node.title !== null) writePhrase(node.title, place, draft, { properties: [word('keepNext')] });
  write(node.children, place, draft);
  const { direction } = place;
  for (const { head, entries } of node.groups) {
    writePhrase(head, place, draft, { direction, properties: [word('keepNext')] });
    for (const { rank, id, phrase } of entries) {
      const { size } = textStyleIn(draft.theme, phrase.styleName);
      const inside = { ...place, indent: place.indent + (STEP * (rank - 1) + TURNOVER) * size };
      const facts = { direction, hanging: TURNOVER * size, anchors: id === null ? [] : [id] };
      writePhrase(phrase, inside, draft, facts);
    }
  }
}

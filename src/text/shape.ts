import { mapStyled } from '../style/map-content.ts';
import type { Styled } from '../style/styled.ts';
import { AtomWriter } from './atom-writer.ts';
import type { Borders } from './bidi.ts';
import type { Item, Itemised, ItemisedContent } from './itemised.ts';
import { findCodeOpportunities, findOpportunities } from './opportunities.ts';
import type { Shaped, ShapedContent } from './shaped.ts';

/** Turns every paragraph into glyphs: words shaped whole, with the places where a line may end. */
export function shape(document: Styled<ItemisedContent>): Styled<ShapedContent> {
  return mapStyled(document, shapeContent);
}

function shapeContent(content: ItemisedContent): ShapedContent {
  return content.kind === 'deferred' ? content : shapeText(content);
}

/** One paragraph. */
export function shapeText({ text, direction, preformatted, borders, items, anchors }: Itemised): Shaped {
  const opportunities = preformatted ? findCodeOpportunities(text) : findOpportunities(text);
  const writer = new AtomWriter(text, opportunities, shapeContent);
  for (let i = 0; i < items.length; ) {
    const item = items[i]!;
    const end = joinedEnd(items, borders, i);
    // Items of one level and script are shaped over their borders: a bold or coloured letter keeps its joins.
    if (end === i + 1) shapeItem(item, text, writer);
    else shapeJoined(items.slice(i, end), text, writer);
    i = end;
  }
  return { kind: 'shaped', text, direction, borders, atoms: writer.atoms, anchors };
}

/**
 * The index after the last item that may join with item `first`: same level, script and language, no object,
 * and no isolate that begins or ends between them.
 */
function joinedEnd(items: readonly Item[], borders: Borders | null, first: number): number {
  let end = first + 1;
  while (end < items.length && joins(items[end - 1]!, items[end]!) && !borders?.has(items[end]!.start)) end++;
  return end;
}

function joins(a: Item, b: Item): boolean {
  return (
    a.level === b.level &&
    a.script === b.script &&
    a.inline.style.lang === b.inline.style.lang &&
    hasText(a) &&
    hasText(b)
  );
}

const hasText = ({ inline }: Item) => inline.kind === 'text' || inline.kind === 'note-ref';

function shapeItem(item: Item, text: string, writer: AtomWriter): void {
  for (let start = item.start; start < item.end; ) {
    const end = writer.wordEnd(start, item.end);
    if (end > start) writer.pushWord(item, text.slice(start, end), start);
    else writer.pushSingle(item, text[start]!, start);
    start = Math.max(end, start + 1);
  }
}

/** Items that may join: each word is shaped whole in each face that has a part of it, and cut at clusters. */
function shapeJoined(items: readonly Item[], text: string, writer: AtomWriter): void {
  const limit = items.at(-1)!.end;
  let k = 0;
  for (let start = items[0]!.start; start < limit; ) {
    while (items[k]!.end <= start) k++;
    const end = writer.wordEnd(start, limit);
    if (end === start) {
      writer.pushSingle(items[k]!, text[start]!, start);
      start++;
      continue;
    }
    const word = text.slice(start, end);
    for (let j = k; j < items.length && items[j]!.start < end; j++) {
      const item = items[j]!;
      const [from, to] = [Math.max(item.start, start), Math.min(item.end, end)];
      if (from === start && to === end) writer.pushWord(item, word, start);
      else writer.pushPart(item, word, start, from, to);
    }
    start = end;
  }
}

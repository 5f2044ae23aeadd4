import type { InlineContent } from '../style/inline.ts';
import { mapNote, mapStyled } from '../style/map-content.ts';
import type { Styled } from '../style/styled.ts';
import { AtomWriter } from './atom-writer.ts';
import type { Borders } from './bidi.ts';
import {
  type CalledNotes,
  type Item,
  type Itemised,
  type ItemisedContent,
  type ItemisedText,
  NO_NOTES,
} from './itemised.ts';
import type { KeptParagraphs } from './kept-paragraphs.ts';
import { findCodeOpportunities, findOpportunities } from './opportunities.ts';
import type { Shaped, ShapedContent, ShapedText } from './shaped.ts';

/** Turns every paragraph into glyphs: words shaped whole, with the places where a line may end. */
export function shape(
  document: Styled<ItemisedContent>,
  kept: KeptParagraphs | null = null,
): Styled<ShapedContent> {
  return mapStyled(document, (content) => shapeContent(content, kept));
}

function shapeContent(content: ItemisedContent, kept: KeptParagraphs | null): ShapedContent {
  return content.kind === 'deferred' ? content : shapeText(content, kept);
}

/** One paragraph. */
export function shapeText(itemised: Itemised, kept: KeptParagraphs | null = null): Shaped {
  const { inlines } = itemised;
  const make = () => shapeItems(itemised, inlines);
  const { text, direction, borders, atoms, anchors } = kept === null ? make() : kept.shaped(itemised, make);
  return {
    kind: 'shaped',
    text,
    direction,
    borders,
    atoms,
    anchors,
    inlines,
    notes: shapeNotes(itemised.notes, kept),
  };
}

function shapeNotes(
  notes: CalledNotes<ItemisedContent>,
  kept: KeptParagraphs | null,
): CalledNotes<ShapedContent> {
  if (notes.size === 0) return NO_NOTES;
  const shapeIn = (content: ItemisedContent) => shapeContent(content, kept);
  return new Map(Array.from(notes, ([index, note]) => [index, mapNote(note, shapeIn)]));
}

/** @param inlines of which is read what kind each is, and what a leader and an image are */
function shapeItems(
  { text, direction, preformatted, borders, items, anchors }: ItemisedText,
  inlines: InlineContent,
): ShapedText {
  const opportunities = preformatted ? findCodeOpportunities(text) : findOpportunities(text);
  const writer = new AtomWriter(text, opportunities, inlines);
  for (let i = 0; i < items.length; ) {
    const item = items[i]!;
    const end = joinedEnd(items, inlines, borders, i);
    // Items of one level and script are shaped over their borders: a bold or coloured letter keeps its joins.
    if (end === i + 1) shapeItem(item, text, writer);
    else shapeJoined(items.slice(i, end), text, writer);
    i = end;
  }
  return { text, direction, borders, atoms: writer.atoms, anchors };
}

/**
 * The index after the last item that may join with item `first`: same level, script and language, no object,
 * and no isolate that begins or ends between them.
 */
function joinedEnd(
  items: readonly Item[],
  inlines: InlineContent,
  borders: Borders | null,
  first: number,
): number {
  const hasText = ({ inline }: Item) => {
    const { kind } = inlines[inline]!;
    return kind === 'text' || kind === 'note-ref';
  };
  const goesOn = (a: Item, b: Item) => joins(a, b) && hasText(a) && hasText(b) && !borders?.has(b.start);
  let end = first + 1;
  while (end < items.length && goesOn(items[end - 1]!, items[end]!)) end++;
  return end;
}

const joins = (a: Item, b: Item) =>
  a.level === b.level && a.script === b.script && a.style.lang === b.style.lang;

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

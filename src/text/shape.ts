import type { Face } from '../font/face.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { Note } from '../style/blocks.ts';
import { mapNote, mapStyled } from '../style/map-content.ts';
import type { Styled } from '../style/styled.ts';
import { LEADER, LINE_BREAK, OBJECT } from './collect.ts';
import type { Item, Itemised, ItemisedContent } from './itemised.ts';
import { findOpportunities } from './opportunities.ts';
import type { Atom, Shaped, ShapedContent } from './shaped.ts';
import { sliceGlyphs } from './slice-glyphs.ts';
import { MAY_BREAK, MUST_BREAK } from './uax14.ts';

/** Turns every paragraph into glyphs: words shaped whole, with the places where a line may end. */
export function shape(document: Styled<ItemisedContent>): Styled<ShapedContent> {
  return mapStyled(document, shapeContent);
}

function shapeContent(content: ItemisedContent): ShapedContent {
  return content.kind === 'late' ? content : shapeText(content);
}

/** One paragraph. */
export function shapeText({ text, direction, items }: Itemised): Shaped {
  const opportunities = findOpportunities(text);
  const atoms: Atom[] = [];
  for (let i = 0; i < items.length; ) {
    const item = items[i]!;
    const end = joinedEnd(items, i);
    // Items of one level and script are shaped over their borders: a bold or coloured letter keeps its joins.
    if (end === i + 1) shapeItem(item, text, opportunities, atoms);
    else shapeJoined(items.slice(i, end), text, opportunities, atoms);
    i = end;
  }
  return { kind: 'shaped', text, direction, atoms };
}

/** The index after the last item that may join with item `first`: same level, script and language, and no object. */
function joinedEnd(items: readonly Item[], first: number): number {
  let end = first + 1;
  while (end < items.length && joins(items[end - 1]!, items[end]!)) end++;
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

function shapeItem(item: Item, text: string, opportunities: Uint8Array, atoms: Atom[]): void {
  for (let start = item.start; start < item.end; ) {
    const end = wordEnd(text, start, item.end, opportunities);
    if (end > start) pushWord(item, text.slice(start, end), start, opportunities, atoms);
    else pushSingle(item, text[start]!, start, opportunities, atoms);
    start = Math.max(end, start + 1);
  }
}

/** Items that may join: each word is shaped whole in each face that has a part of it, and cut at clusters. */
function shapeJoined(items: readonly Item[], text: string, opportunities: Uint8Array, atoms: Atom[]): void {
  const end = items.at(-1)!.end;
  let k = 0;
  for (let start = items[0]!.start; start < end; ) {
    while (items[k]!.end <= start) k++;
    const stop = wordEnd(text, start, end, opportunities);
    if (stop === start) {
      pushSingle(items[k]!, text[start]!, start, opportunities, atoms);
      start++;
      continue;
    }
    const word = text.slice(start, stop);
    for (let j = k; j < items.length && items[j]!.start < stop; j++) {
      const item = items[j]!;
      const [from, to] = [Math.max(item.start, start), Math.min(item.end, stop)];
      if (from === start && to === stop) pushWord(item, word, start, opportunities, atoms);
      else pushPart(item, word, start, from, to, opportunities, atoms);
    }
    start = stop;
  }
}

/** Where the word that begins at `start` ends: before white space or an object, or where a line may end. */
function wordEnd(text: string, start: number, limit: number, opportunities: Uint8Array): number {
  let end = start;
  while (end < limit && !isSingle(text.charCodeAt(end)) && (end === start || opportunities[end] === 0)) end++;
  return end;
}

/** White space and what stands for objects: characters that are atoms by themselves. */
function isSingle(unit: number): boolean {
  return (
    unit === 0x20 ||
    unit === 0x09 ||
    unit === 0xa0 ||
    unit === 0x2028 ||
    unit === 0xfffc ||
    unit === 0x202f ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a)
  );
}

function pushWord(item: Item, word: string, start: number, opportunities: Uint8Array, atoms: Atom[]): void {
  const run = shapeWord(item, item.face, word, '', '');
  pushGlyphs(item, run, 0, run.ids.length, 0, word.length, start, opportunities, atoms);
}

function pushPart(
  item: Item,
  word: string,
  wordStart: number,
  from: number,
  to: number,
  opportunities: Uint8Array,
  atoms: Atom[],
): void {
  const [charFrom, charTo] = [from - wordStart, to - wordStart];
  const whole = shapeWord(item, item.face, word, '', '');
  const slice = sliceGlyphs(whole, charFrom, charTo);
  if (slice) {
    pushGlyphs(item, whole, slice.from, slice.to, charFrom, charTo, from, opportunities, atoms);
    return;
  }
  // The border lies inside a ligature: shape the part by itself, joining to what it stands beside.
  const part = shapeWord(
    item,
    item.face,
    word.slice(charFrom, charTo),
    word.slice(0, charFrom),
    word.slice(charTo),
  );
  pushGlyphs(item, part, 0, part.ids.length, 0, charTo - charFrom, from, opportunities, atoms);
}

function shapeWord(item: Item, face: Face, text: string, before: string, after: string): GlyphRun {
  const { style } = item.inline;
  return face.shape({
    text,
    before,
    after,
    rtl: item.level % 2 === 1,
    script: item.script,
    lang: style.lang,
    features: '',
  });
}

function pushGlyphs(
  item: Item,
  run: GlyphRun,
  from: number,
  to: number,
  charFrom: number,
  charTo: number,
  start: number,
  opportunities: Uint8Array,
  atoms: Atom[],
): void {
  let units = run.width;
  if (from !== 0 || to !== run.ids.length) {
    units = 0;
    for (let i = from; i < to; i++) units += run.advances[i]!;
  }
  const end = start + charTo - charFrom;
  const { style, role, link } = item.inline;
  const width = (units * style.size) / run.face.unitsPerEm;
  const after = opportunityAt(opportunities, end);
  const note = noteAt(item, end);
  // A literal rather than a spread of shared fields: this runs for every word of a book.
  atoms.push({
    kind: 'glyphs',
    start,
    end,
    width,
    level: item.level,
    style,
    role,
    link,
    after,
    run,
    from,
    to,
    charFrom,
    charTo,
    note,
  });
}

/** A note belongs to the last atom of its number, so that it is counted once. */
function noteAt(item: Item, end: number): Note<ShapedContent> | null {
  return item.note && end === item.end ? mapNote(item.note, shapeContent) : null;
}

function pushSingle(
  item: Item,
  character: string,
  start: number,
  opportunities: Uint8Array,
  atoms: Atom[],
): void {
  const { inline, face, level } = item;
  const { style, role, link } = inline;
  const end = start + 1;
  const after = opportunityAt(opportunities, end);
  if (character === LINE_BREAK) {
    atoms.push({ kind: 'break', start, end, width: 0, level, style, role, link, after, face });
  } else if (character === OBJECT && inline.kind === 'image') {
    const { width, height, image } = inline;
    atoms.push({ kind: 'image', start, end, width, level, style, role, link, after, image, height });
  } else if (character === LEADER && inline.kind === 'leader') {
    const pattern = inline.pattern === '' ? null : shapeWord(item, face, inline.pattern, '', '');
    atoms.push({ kind: 'leader', start, end, width: 0, level, style, role, link, after, face, pattern });
  } else {
    const width = (spaceUnits(item, character) * style.size) / face.unitsPerEm;
    const stretches = character === ' ' || character === '\u00A0';
    atoms.push({
      kind: 'space',
      start,
      end,
      width,
      level,
      style,
      role,
      link,
      after,
      face,
      char: character,
      stretches,
    });
  }
}

/** Font units; a special space that the face lacks is as wide as its plain one. */
function spaceUnits(item: Item, character: string): number {
  const { face } = item;
  if (character === ' ' || !face.covers(character.charCodeAt(0))) return face.space;
  return shapeWord(item, face, character, '', '').width;
}

function opportunityAt(opportunities: Uint8Array, offset: number): Atom['after'] {
  const opportunity = opportunities[offset];
  return opportunity === MUST_BREAK ? 'must-break' : opportunity === MAY_BREAK ? 'may-break' : 'no-break';
}

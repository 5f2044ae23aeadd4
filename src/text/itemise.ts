import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { Face } from '../font/face.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Note, ParagraphStyle } from '../style/blocks.ts';
import type { Inline, InlineContent, TextStyle } from '../style/inline.ts';
import { mapNote, mapStyled } from '../style/map-content.ts';
import type { Styled } from '../style/styled.ts';
import { resolveLevels } from './bidi.ts';
import { collect, LEADER, LINE_BREAK, OBJECT } from './collect.ts';
import { EMOJI_FAMILY, findEmoji } from './emoji.ts';
import type { Item, Itemised, ItemisedContent } from './itemised.ts';
import { scriptRuns } from './script.ts';

/** Cuts every paragraph where level, script, face or inline changes (UAX#9, UAX#24, fallback by coverage). */
export function itemise(
  document: Styled<InlineContent>,
  fonts: FontBook,
  sink: Sink,
): Styled<ItemisedContent> {
  return mapStyled(document, (inlines, block) => itemiseContent(inlines, block.paragraph, fonts, sink));
}

function itemiseContent(
  inlines: InlineContent,
  paragraph: ParagraphStyle,
  fonts: FontBook,
  sink: Sink,
): ItemisedContent {
  if (inlines.some((inline) => inline.kind === 'field')) return { kind: 'late', inlines };
  return itemiseText(inlines, paragraph, fonts, sink);
}

/** One paragraph, all of whose inlines are known. */
export function itemiseText(
  inlines: InlineContent,
  paragraph: ParagraphStyle,
  fonts: FontBook,
  sink: Sink,
): Itemised {
  const { text, spans } = collect(inlines, paragraph.preformatted);
  const levels = resolveLevels({ text, spans }, paragraph.direction);
  const scripts = scriptRuns(text);
  const items: Item[] = [];
  let run = 0;
  for (const { start, end, inline } of spans) {
    const note = noteOf(inline, fonts, sink);
    const emoji = findEmoji(text, start, end);
    const faces = new FaceChooser(inline.style, fonts, emoji, (codePoint, at) =>
      sink.report('glyph-missing', originAt(inline, at - start), {
        character: String.fromCodePoint(codePoint),
        codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      }),
    );
    for (let from = start; from < end; ) {
      while (scripts[run]!.end <= from) run++;
      const script = scripts[run]!;
      const to = levelEnd(levels, from, Math.min(script.end, end));
      const stretch = { start: from, end: to, level: levels[from]!, script: script.code, inline, note };
      cutFaces(stretch, text, faces, items);
      from = to;
    }
  }
  return { kind: 'itemised', text, direction: paragraph.direction, levels, items };
}

function noteOf(inline: Inline, fonts: FontBook, sink: Sink): Note<ItemisedContent> | null {
  if (inline.kind !== 'note-ref') return null;
  return mapNote(inline.note, (inlines, block) => itemiseContent(inlines, block.paragraph, fonts, sink));
}

/** Where the level that begins at `start` gives way to another, `limit` at the latest. */
function levelEnd(levels: Uint8Array, start: number, limit: number): number {
  const level = levels[start];
  let end = start + 1;
  while (end < limit && levels[end] === level) end++;
  return end;
}

/** Cuts a stretch of one level, script and inline where the face changes. */
function cutFaces(stretch: Omit<Item, 'face'>, text: string, faces: FaceChooser, items: Item[]): void {
  const { end, level, script, inline, note } = stretch;
  let start = stretch.start;
  let face: Face | null = null;
  for (let i = start; i < end; ) {
    const codePoint = text.codePointAt(i)!;
    const next = faces.choose(codePoint, i);
    if (face && next !== face) {
      items.push({ start, end: i, level, script, face, inline, note });
      start = i;
    }
    face = next;
    i += codePoint > 0xffff ? 2 : 1;
  }
  if (face) items.push({ start, end, level, script, face, inline, note });
}

/** Characters that draw nothing of their own: they stay with whatever face their neighbours have. */
const INKLESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/**
 * The face of each character of one inline: its style's own where that covers the character, else the
 * face that served the character before, else whatever family has it, else a box with its code point.
 */
class FaceChooser {
  readonly #fonts: FontBook;
  readonly #style: TextStyle;
  readonly #own: Face;
  readonly #emoji: ReadonlyMap<number, number>;
  readonly #reportMissing: (codePoint: number, at: number) => void;
  #last: Face;
  /** Of the picture of several characters that the last one began or is part of. */
  #pictureEnd = 0;

  /** @param emoji where emoji of several characters stand, which want one face for all of them */
  constructor(
    style: TextStyle,
    fonts: FontBook,
    emoji: ReadonlyMap<number, number>,
    reportMissing: (codePoint: number, at: number) => void,
  ) {
    this.#fonts = fonts;
    this.#style = style;
    this.#emoji = emoji;
    this.#own = fonts.face(style.family, style.weight, style.italic);
    this.#last = this.#own;
    this.#reportMissing = reportMissing;
  }

  /** Of the character at `at`; characters are asked for in order. */
  choose(codePoint: number, at: number): Face {
    if (at < this.#pictureEnd) return this.#last;
    const pictureEnd = this.#emoji.size > 0 ? this.#emoji.get(at) : undefined;
    const picture = pictureEnd === undefined ? null : this.#chooseEmoji(codePoint);
    this.#last = picture ?? (this.#own.covers(codePoint) ? this.#own : this.#chooseOther(codePoint, at));
    if (pictureEnd !== undefined && this.#last.family === EMOJI_FAMILY) this.#pictureEnd = pictureEnd;
    return this.#last;
  }

  #chooseEmoji(codePoint: number): Face | null {
    if (!this.#fonts.has(EMOJI_FAMILY)) return null;
    const face = this.#fonts.face(EMOJI_FAMILY, this.#style.weight, this.#style.italic);
    return face.covers(codePoint) ? face : null;
  }

  #chooseOther(codePoint: number, at: number): Face {
    const character = String.fromCodePoint(codePoint);
    if (this.#last.covers(codePoint) || INKLESS.test(character)) return this.#last;
    if (character === LEADER || character === LINE_BREAK || character === OBJECT) return this.#own;
    const other = this.#fonts.fallback(this.#style.weight, this.#style.italic, codePoint);
    if (other) return other;
    this.#reportMissing(codePoint, at);
    return this.#fonts.codePoints;
  }
}

/** The line and column of a character of an inline: exact unless the source has escapes or entities before it in the same text. */
function originAt(inline: Inline, at: number): Origin {
  if (inline.kind !== 'text') return inline.origin;
  const before = inline.text.slice(0, at).split('\n');
  const column = before.length === 1 ? inline.origin.column + at : before.at(-1)!.length + 1;
  return { ...inline.origin, line: inline.origin.line + before.length - 1, column };
}

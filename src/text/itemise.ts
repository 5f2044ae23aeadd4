import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { Face } from '../font/face.ts';
import type { FontBook } from '../font/font-book.ts';
import type { Note, ParagraphStyle } from '../style/blocks.ts';
import type { Inline, InlineContent, TextStyle } from '../style/inline.ts';
import { mapNote, mapStyled } from '../style/map-content.ts';
import type { Styled } from '../style/styled.ts';
import { resolveLevels } from './bidi.ts';
import { collect, LEADER, LINE_BREAK, OBJECT, type Span } from './collect.ts';
import { EMOJI_FAMILY, findEmoji } from './emoji.ts';
import type { Item, Itemised, ItemisedContent } from './itemised.ts';
import { COMMON, scriptOf } from './script.ts';

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
  const collected = collect(inlines, paragraph.preformatted);
  const levels = resolveLevels(collected, paragraph.direction);
  const scripts = resolveScripts(collected.text);
  const items: Item[] = [];
  for (const span of collected.spans) {
    const note = noteOf(span.inline, fonts, sink);
    const faces = new FaceChooser(span.inline.style, fonts, (codePoint, at) =>
      sink.report('glyph-missing', originAt(span, at), {
        character: String.fromCodePoint(codePoint),
        codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
      }),
    );
    cutSpan(span, collected.text, levels, scripts, faces, (item) =>
      items.push({ ...item, inline: span.inline, note }),
    );
  }
  return { kind: 'itemised', text: collected.text, direction: paragraph.direction, levels, items };
}

function noteOf(inline: Inline, fonts: FontBook, sink: Sink): Note<ItemisedContent> | null {
  if (inline.kind !== 'note-ref') return null;
  return mapNote(inline.note, (inlines, block) => itemiseContent(inlines, block.paragraph, fonts, sink));
}

type Cut = Omit<Item, 'inline' | 'note'>;

function cutSpan(
  span: Span,
  text: string,
  levels: Uint8Array,
  scripts: readonly string[],
  faces: FaceChooser,
  emit: (item: Cut) => void,
): void {
  const emoji = findEmoji(text, span.start, span.end);
  let start = span.start;
  let face = faces.choose(text.codePointAt(start)!, start, emoji.has(start));
  let sequenceEnd = 0;
  for (let i = start; i < span.end; ) {
    const codePoint = text.codePointAt(i)!;
    const next: Face = i < sequenceEnd ? face : faces.choose(codePoint, i, emoji.has(i));
    if (next.family === EMOJI_FAMILY) sequenceEnd = Math.max(sequenceEnd, emoji.get(i) ?? 0);
    if (next !== face || levels[i] !== levels[start] || scripts[i] !== scripts[start]) {
      emit({ start, end: i, level: levels[start]!, script: scripts[start]!, face });
      start = i;
      face = next;
    }
    i += codePoint > 0xffff ? 2 : 1;
  }
  emit({ start, end: span.end, level: levels[start]!, script: scripts[start]!, face });
}

/** For each UTF-16 unit its script; Common and Inherited take that of the letter before, or at the start the one after. */
function resolveScripts(text: string): readonly string[] {
  const scripts = new Array<string>(text.length);
  let current = COMMON;
  let pending = 0;
  for (let i = 0; i < text.length; i++) {
    const codePoint = text.codePointAt(i)!;
    const own = scriptOf(codePoint);
    if (own !== COMMON) {
      current = own;
      if (pending < i) scripts.fill(current, pending, i);
      pending = i;
    }
    scripts[i] = current;
    if (codePoint > 0xffff) scripts[++i] = current;
    if (current !== COMMON) pending = i + 1;
  }
  return scripts;
}

/** Characters that draw nothing of their own: they stay with whatever face their neighbours have. */
const INKLESS = /[\p{Default_Ignorable_Code_Point}\p{Cc}]/u;

/**
 * The face of each character of one inline: its style's own where that covers the character, else the
 * face that served the character before, else whatever family has it.
 */
class FaceChooser {
  readonly #fonts: FontBook;
  readonly #style: TextStyle;
  readonly #own: Face;
  readonly #reportMissing: (codePoint: number, at: number) => void;
  #last: Face;

  constructor(style: TextStyle, fonts: FontBook, reportMissing: (codePoint: number, at: number) => void) {
    this.#fonts = fonts;
    this.#style = style;
    this.#own = fonts.face(style.family, style.weight, style.italic);
    this.#last = this.#own;
    this.#reportMissing = reportMissing;
  }

  /** @param pictured whether an emoji of several characters begins here, which wants one face for all of them */
  choose(codePoint: number, at: number, pictured: boolean): Face {
    if (pictured && this.#fonts.has(EMOJI_FAMILY)) {
      const face = this.#fonts.face(EMOJI_FAMILY, this.#style.weight, this.#style.italic);
      if (face.covers(codePoint)) {
        this.#last = face;
        return face;
      }
    }
    this.#last = this.#own.covers(codePoint) ? this.#own : this.#chooseOther(codePoint, at);
    return this.#last;
  }

  #chooseOther(codePoint: number, at: number): Face {
    const character = String.fromCodePoint(codePoint);
    if (this.#last.covers(codePoint) || INKLESS.test(character)) return this.#last;
    if (character === LEADER || character === LINE_BREAK || character === OBJECT) return this.#own;
    const other = this.#fonts.fallback(this.#style.weight, this.#style.italic, codePoint);
    if (!other) this.#reportMissing(codePoint, at);
    return other ?? this.#own;
  }
}

/** The line and column of a character: exact unless the source has escapes or entities before it in the same text. */
function originAt({ inline, start }: Span, at: number): Origin {
  if (inline.kind !== 'text') return inline.origin;
  const before = inline.text.slice(0, at - start).split('\n');
  const column = before.length === 1 ? inline.origin.column + (at - start) : before.at(-1)!.length + 1;
  return { ...inline.origin, line: inline.origin.line + before.length - 1, column };
}

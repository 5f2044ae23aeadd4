import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import type { FontBook } from '../font/font-book.ts';
import type { ParagraphStyle, TextBlock } from '../style/blocks.ts';
import type { Inline, InlineContent } from '../style/inline.ts';
import { mapNote, mapStyled } from '../style/map-content.ts';
import type { Styled } from '../style/styled.ts';
import { type Borders, resolveLevels } from './bidi.ts';
import { type Anchored, collect, type Span } from './collect.ts';
import { FaceCutter, type FaceReports } from './cut-faces.ts';
import { findEmoji } from './emoji.ts';
import { type CalledNotes, type Item, type Itemised, type ItemisedContent, NO_NOTES } from './itemised.ts';
import { joinOverMarks } from './join-over-marks.ts';
import type { CutText, KeptParagraphs } from './kept-paragraphs.ts';
import { resolveLines } from './line-levels.ts';
import { scriptRuns } from './script.ts';
import { findFlatTatweels } from './tatweel.ts';
import { Words } from './words.ts';

/** Cuts every paragraph where level, script, face or inline changes (UAX#9, UAX#24, fallback by coverage). */
export function itemise(
  document: Styled<InlineContent>,
  fonts: FontBook,
  sink: Sink,
  kept: KeptParagraphs | null = null,
): Styled<ItemisedContent> {
  return mapStyled(document, itemiserWith(fonts, sink, kept));
}

type Itemiser = (inlines: InlineContent, block: TextBlock<InlineContent>) => ItemisedContent;

function itemiserWith(fonts: FontBook, sink: Sink, kept: KeptParagraphs | null): Itemiser {
  return (inlines, { paragraph }) =>
    inlines.some(
      (inline) => inline.kind === 'field' || (inline.kind === 'note-ref' && inline.number !== null),
    )
      ? { kind: 'deferred', inlines }
      : itemiseText(inlines, paragraph, fonts, sink, kept);
}

/** One paragraph, all of whose inlines are known. */
export function itemiseText(
  inlines: InlineContent,
  paragraph: ParagraphStyle,
  fonts: FontBook,
  sink: Sink,
  kept: KeptParagraphs | null = null,
): Itemised {
  const collected = collect(inlines, paragraph.preformatted);
  const make = () => cutText(collected, paragraph, fonts, sink);
  const cut = kept === null ? make().text : kept.itemised(collected, paragraph, fonts, make);
  const { text, direction, preformatted, levels, borders, items, anchors } = cut;
  const notes = itemiseNotes(collected.spans, itemiserWith(fonts, sink, kept));
  return { kind: 'itemised', text, direction, preformatted, levels, borders, items, anchors, inlines, notes };
}

function itemiseNotes(spans: readonly Span[], itemiser: Itemiser): CalledNotes<ItemisedContent> {
  let notes: CalledNotes<ItemisedContent> = NO_NOTES;
  for (const { inline, index } of spans)
    if (inline.kind === 'note-ref') notes = new Map(notes).set(index, mapNote(inline.note, itemiser));
  return notes;
}

function cutText(
  { text, spans, anchors }: Anchored,
  { direction, preformatted }: ParagraphStyle,
  fonts: FontBook,
  sink: Sink,
): CutText {
  const { levels, borders } = preformatted
    ? resolveLines({ text, spans }, direction)
    : resolveLevels({ text, spans }, direction);
  joinOverMarks(text, levels);
  const scripts = scriptRuns(text);
  const items: Item[] = [];
  let isPlain = true;
  let run = 0;
  const words = new Words(text);
  for (const { start, end, inline, index } of spans) {
    const { style } = inline;
    const emoji = findEmoji(text, start, end);
    const cutter = new FaceCutter(
      style,
      fonts,
      { text, words, levels, emoji },
      reportsOf(inline, start, fonts, sink),
    );
    for (let from = start; from < end; ) {
      while (scripts[run]!.end <= from) run++;
      const script = scripts[run]!;
      const to = levelEnd(levels, borders, from, Math.min(script.end, end));
      const cuts = cutter.cut(
        { start: from, end: to },
        { start: run === 0 ? 0 : scripts[run - 1]!.end, end: script.end },
      );
      const [level, code] = [levels[from]!, script.code];
      for (let i = 0; i < cuts.length; i++) {
        const { start, face } = cuts[i]!;
        // spelt out: objects made by a spread are of no fixed shape, and a book has half a million
        items.push({ start, end: cuts[i + 1]?.start ?? to, level, script: code, face, style, inline: index });
      }
      from = to;
    }
    isPlain &&= cutter.isAlone;
  }
  const flat = findFlatTatweels(text, items);
  for (const { at, face } of flat) {
    const span = spans.findLast(({ start }) => start <= at)!;
    sink.report('tatweel-flat', originAt(span.inline, at - span.start), { family: face.family });
  }
  isPlain &&= flat.length === 0;
  return { text: { text, direction, preformatted, levels, borders, items, anchors }, isPlain };
}

/** Where the level that begins at `start` gives way to another, or an isolate begins or ends, `limit` at the latest. */
function levelEnd(levels: Uint8Array, borders: Borders | null, start: number, limit: number): number {
  const level = levels[start];
  let end = start + 1;
  while (end < limit && levels[end] === level && !borders?.has(end)) end++;
  return end;
}

function reportsOf(inline: Inline, start: number, fonts: FontBook, sink: Sink): FaceReports {
  const show = (codePoint: number) => ({
    character: String.fromCodePoint(codePoint),
    codePoint: `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`,
  });
  return {
    missing(codePoint, at) {
      const name = fonts.packageFor(codePoint, inline.style.lang);
      const values = name === null ? show(codePoint) : { ...show(codePoint), package: name };
      sink.report(name === null ? 'glyph-missing' : 'glyph-package', originAt(inline, at - start), values);
    },
    completed(codePoint, at, own, other) {
      const fonts = { own: own.family, other: other.family };
      const values = { ...show(codePoint), ...fonts, fonts: `${fonts.own} ${fonts.other}` };
      sink.report('word-completed', originAt(inline, at - start), values);
    },
  };
}

/** The line and column of a character of an inline: exact unless the source has escapes or entities before it in the same text. */
function originAt(inline: Inline, at: number): Origin {
  if (inline.kind !== 'text') return inline.origin;
  const { origin, turns } = inline;
  const turn = turns?.findLast((line) => line.at <= at);
  if (turn === undefined) return { ...origin, column: origin.column + at };
  return { ...origin, line: turn.line, column: turn.column + at - turn.at };
}

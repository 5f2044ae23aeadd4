import { unreachable } from '../base/unreachable.ts';
import type { Encoded } from '../fontfile/subfont.ts';
import type { DrawnLine } from '../page/page.ts';
import { textOf } from '../textlayer/chunk.ts';
import { type DocumentFont, type DocumentFonts, THIN, type Variant } from '../textlayer/document-font.ts';
import type { ChunkItem, SegmentItem, TextSegment } from '../textlayer/segment.ts';
import type {
  Arranged,
  PiecePart,
  Shown,
  ShownEnding,
  ShownNumber,
  ShownSign,
  ShownWords,
} from '../textlayer/shown.ts';
import type { PageContent } from './page-content.ts';
import { TextObject } from './text-object.ts';

/** What one segment is shown with. */
interface Brush {
  readonly object: TextObject;
  readonly font: DocumentFont;
  /** Points from the page's left edge to that of the line. */
  readonly left: number;
}

/** Paints a segment as one text object. */
export function showText(
  segment: TextSegment,
  { shown, spaces, fences }: Arranged,
  drawItem: DrawnLine,
  content: PageContent,
  fonts: DocumentFonts,
): void {
  if (shown.length === 0) return;
  content.enter(segment.tagTarget, segment.from, segment.to);
  const font = fonts.of(segment.face);
  const object = new TextObject(drawItem.x + shown[0]!.x, drawItem.baseline, content);
  const brush = { object, font, left: drawItem.x };
  for (const one of shown) showOne(one, spaces, brush);
  object.end();
  const { size } = segment.style;
  for (const { inkless, x } of fences) {
    content.fence(font.inkless(inkless), size, drawItem.x + x - BESIDE * size, drawItem.baseline);
  }
}

/** Sizes. Of two things at one place poppler takes any for the first. */
const BESIDE = 0.01;

function showOne(one: Shown, spaces: Arranged['spaces'], brush: Brush): void {
  const { object, font, left } = brush;
  const x = left + one.x;
  switch (one.kind) {
    // Nearly all are one of these two.
    case 'chunk':
    case 'space':
      object.add(encode(one, spaces?.get(one) ?? null, font), one.style, x);
      break;
    case 'inkless':
      object.add(font.inkless(one.inkless), one.segment.style, x);
      break;
    case 'mark':
      object.addMark(font.inkless(one.inkless), one.style);
      break;
    case 'apart':
      object.restart(x);
      break;
    case 'gap':
      object.addSpan(
        one.inklessGlyphs.map((kind) => font.inkless(kind)),
        one.actual,
        one.segment.style,
        one.at === null ? null : left + one.at,
      );
      break;
    case 'aside':
      object.addAside(font.inkless(one.inkless), one.segment.style);
      break;
    case 'ending':
      showEnding(one, brush);
      break;
    case 'number':
      showNumber(one, brush);
      break;
    case 'sign':
      showSign(one, brush);
      break;
    case 'words':
      showWords(one, brush);
      break;
    default:
      unreachable(one, 'chunk, space, inkless, mark, apart, gap, aside, ending, number, sign, words');
  }
}

function showEnding({ item, x }: ShownEnding, { object, font, left }: Brush): void {
  const { style, chunk } = item;
  const { head, last, text } = font.encodeEnding(chunk, variantOf(item));
  if (head) object.add(head, style, left + x);
  object.addSpan([last], text, style, left + x + (head?.advance ?? 0) * style.size);
}

function showNumber({ item, x, standIn: kind, space }: ShownNumber, brush: Brush): void {
  const { object, font, left } = brush;
  standIn(item, item.chunk.number!.text, brush, kind);
  object.openSpan();
  if (space !== null) object.add(font.inkless('space'), item.style, left + space);
  object.add(font.encodeNumber(item.chunk, variantOf(item)), item.style, left + x);
  object.closeSpan();
}

/**
 * pdfium mirrors a bracket that no left-to-right mark comes before, and puts the space after it before it. MuPDF begins
 * another line where the pen jumps back over left-to-right text: it gets a sign that touches such text where the pen
 * is, and poppler, which does not take ActualText of `/P`, in its place.
 */
function showSign({ item, x, space, isParted, touching }: ShownSign, brush: Brush): void {
  const { object, font, left } = brush;
  const { style } = item;
  const text = textOf(item.chunk);
  const inside = left + x + item.width - THIN * style.size;
  if (touching) object.addSpan([font.inkless('nothing')], text, style, left + touching.pen, 'P');
  else standIn(item, text, brush);
  object.openSpan(touching ? 'P' : 'Span');
  if (touching?.isAfterLtr) object.add(font.inkless('rlm-thin'), style, inside);
  if (space !== null) object.add(font.inkless('space'), style, left + space);
  if (touching || isParted) object.add(font.inkless('lrm'), style, left + x);
  object.add(encode(item, null, font), style, left + x);
  object.add(font.inkless('lrm-thin'), style, inside);
  if (touching?.isBeforeLtr) object.add(font.inkless('rlm'), style, left + x);
  object.closeSpan();
}

function showWords({ item, text, x, width, pieces, space }: ShownWords, brush: Brush): void {
  const { object, font, left } = brush;
  object.addSpan([font.encodeStandIn(unitsOf(width, item), 'mark')], text, item.style, left + x);
  pieces.forEach((piece, index) => {
    const { style } = piece.parts[0]!.item;
    if (piece.isParted) object.addSpan([font.inkless('gap')], '', style, null);
    object.openSpan();
    object.moveTo(left + piece.x);
    if (piece.leads) object.add(font.sortSpace(index), style, left + piece.x);
    if (piece.isMoved) object.add(font.encodeMoved(piece), style, left + piece.x);
    else for (const part of piece.parts) object.add(encodePart(part, font), part.item.style, left + part.x);
    if (piece.trails) object.add(font.inkless('nothing'), style, null);
    object.closeSpan();
  });
  if (space === null) return;
  object.openSpan();
  object.moveTo(left + space.x);
  // One alone it would not see.
  for (let count = 0; count < 2; count++) object.add(font.space(space.char), item.style, null);
  object.closeSpan();
}

function encodePart({ item, cut }: PiecePart, font: DocumentFont): Encoded {
  if (cut === null || item.kind === 'space') return encode(item, null, font);
  return font.encodeCut(item.chunk, variantOf(item), cut);
}

const unitsOf = (points: number, { style, face }: SegmentItem) =>
  Math.round((points * face.unitsPerEm) / style.size);

/** A mark in the place of a glyph: those who take ActualText read it there, and not at the glyph. */
function standIn(
  { chunk, style, x }: ChunkItem,
  text: string,
  { object, font, left }: Brush,
  kind: ShownNumber['standIn'] = 'mark',
): void {
  object.addSpan([font.encodeStandIn(chunk.width, kind)], text, style, left + x);
}

function encode(item: SegmentItem, space: number | null, font: DocumentFont): Encoded {
  if (item.kind === 'space') return font.space(item.char);
  const { rise } = item.style;
  if (rise === 0 && space === null && item.shift === 0) return font.encode(item.chunk);
  return font.encodeVariant(item.chunk, variantOf(item, space));
}

function variantOf({ style, shift }: ChunkItem, space: Variant['space'] = null): Variant {
  return { lift: style.rise / style.size, space, shift: shift / style.size };
}

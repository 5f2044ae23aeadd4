import { ARABIC_INDIC_DIGITS } from '../base/digits.ts';
import type { TagTarget } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Face } from '../font/face.ts';
import type { TextStyle } from '../style/inline.ts';
import type { GlyphPiece, ImagePiece, LeaderPiece, LinePiece, SpacePiece } from '../text/line.ts';
import { asPartOfNumber, type Chunk, countStill, loosen, PDI, type Way } from './chunk.ts';
import { type DocumentFonts, THIN } from './document-font.ts';

/** A chunk of a word, or a space, in its place. Points from the line's left edge. */
export type SegmentItem =
  | {
      readonly kind: 'chunk';
      readonly chunk: Chunk;
      readonly face: Face;
      readonly style: TextStyle;
      readonly x: number;
      readonly width: number;
      /** How far its ink stands from where it is shown. Points. */
      readonly shift: number;
    }
  | {
      readonly kind: 'space';
      readonly char: string;
      readonly face: Face;
      readonly style: TextStyle;
      readonly x: number;
      readonly width: number;
    };

export type ChunkItem = Extract<SegmentItem, { readonly kind: 'chunk' }>;
export type SpaceItem = Extract<SegmentItem, { readonly kind: 'space' }>;

export interface TextSegment {
  readonly kind: 'text';
  readonly way: Way;
  readonly tagTarget: TagTarget;
  readonly face: Face;
  readonly style: TextStyle;
  /** UAX#9 level. */
  readonly level: number;
  /** In logical order. */
  readonly items: SegmentItem[];
  /** Reading positions. */
  readonly from: number;
  to: number;
}

/** What is painted together; text of one direction, element and font is one text object. */
export type Segment =
  | TextSegment
  | { readonly kind: 'leader'; readonly piece: LeaderPiece }
  | { readonly kind: 'image'; readonly piece: ImagePiece; readonly position: number };

/** A line's segments in logical order. @param first reading position of the first piece */
export function cutSegments(pieces: readonly LinePiece[], first: number, fonts: DocumentFonts): Segment[] {
  const segments: Segment[] = [];
  for (let index = 0; index < pieces.length; index++) {
    const piece = pieces[index]!;
    const position = first + index;
    switch (piece.kind) {
      case 'leader':
        segments.push({ kind: 'leader', piece });
        break;
      case 'image':
        segments.push({ kind: 'image', piece, position });
        break;
      case 'space':
        addItem(segments, piece, spaceItem(piece, pieces, index), position);
        break;
      case 'glyphs':
        for (const chunk of fonts.of(piece.run.face).chunks(piece)) {
          const item = chunkItem(chunk, piece);
          addItem(segments, piece, followNumber(segments.at(-1), item), position);
        }
        break;
      default:
        unreachable(piece, 'the kinds of pieces');
    }
  }
  return segments.some(isWithoutLetter) ? segments.flatMap(loosenSegment) : segments;
}

/** Whether a right-to-left segment has signs and no letter. */
function isWithoutLetter(segment: Segment): boolean {
  if (segment.kind !== 'text' || segment.way !== 'rtl') return false;
  let hasSigns = false;
  for (const item of segment.items) {
    if (item.kind !== 'chunk') continue;
    if (item.chunk.isStrong) return false;
    hasSigns = true;
  }
  return hasSigns;
}

/** A right-to-left segment without a letter, sign by sign: see `loosen`. */
function loosenSegment(segment: Segment): readonly Segment[] {
  if (segment.kind !== 'text' || !isWithoutLetter(segment)) return [segment];
  const { from, to } = segment;
  return segment.items
    .flatMap((item) => (item.kind === 'chunk' ? loosenItem(item) : [item]))
    .map((item, index) => {
      const way = item.kind === 'chunk' ? 'loose' : 'rtl';
      return { ...segment, way, items: [item], from: index === 0 ? from : to };
    });
}

function loosenItem(item: ChunkItem): SegmentItem[] {
  const { kind, chunk, face, style, x, shift } = item;
  const scale = style.size / face.unitsPerEm;
  return loosen(chunk).map((one) => ({
    kind,
    chunk: one,
    face,
    style,
    x: x + (one.left - chunk.left) * scale,
    width: one.width * scale,
    shift,
  }));
}

/**
 * A space inside a number of several groups (+962 6 555 0100) reads as U+00A0: pdfium takes the groups for
 * words of a right-to-left line otherwise and gives them backwards. Of Arabic-Indic digits so does pdf.js,
 * unless characters of class L stand at the space.
 */
function spaceItem(piece: SpacePiece, pieces: readonly LinePiece[], index: number): SegmentItem {
  const { face, style, x, width, level } = piece;
  const isInNumber = level > 1 && isNumeric(pieces[index - 1], -1) && isNumeric(pieces[index + 1], 0);
  const char = isInNumber ? `${marksAt(pieces, index)}\u00A0` : piece.char;
  return { kind: 'space', char, face, style, x, width };
}

/** Whether a piece begins (0) or ends (-1) as a number does, or is a sign of one. */
function isNumeric(piece: LinePiece | undefined, at: 0 | -1): boolean {
  const text = textOf(piece);
  return /[\p{Nd}+()-]/u.test(text.at(at) ?? '') || NUMBER_SIGN.test(text);
}

const NUMBER_SIGN = /^[%‰\u066A:×±\u2212\p{Sc}]$/u;
const NATIVE_DIGIT = new RegExp(`[${ARABIC_INDIC_DIGITS}]`, 'g');

/** What a space of a number in Arabic-Indic digits reads as before it: see `PDI`, and for a sign `keepStill`. */
function marksAt(pieces: readonly LinePiece[], index: number): string {
  const after = textOf(pieces[index + 1]);
  const native = (textOf(pieces[index - 1]) + after).match(NATIVE_DIGIT)?.length ?? 0;
  if (native === 0) return '';
  return String.fromCodePoint(PDI).repeat(/\p{Nd}/u.test(after) ? 1 : countStill(native, 0));
}

function textOf(piece: LinePiece | undefined): string {
  return piece?.kind === 'glyphs' ? piece.run.text.slice(piece.charFrom, piece.charTo) : '';
}

/**
 * A comma or full stop after a number is shown where the number ends, and its ink where it belongs: pdfium, which
 * sorts a line by places, would take it for the first character of the number.
 */
function followNumber(before: Segment | undefined, item: ChunkItem): ChunkItem {
  const { chunk, style } = item;
  const last = before?.kind === 'text' && before.way === 'ltr' ? before.items.at(-1)! : undefined;
  if (last?.kind !== 'chunk' || !chunk.isWeak || !last.chunk.endsInDigit) return item;
  if (last.style.size !== style.size || last.style.rise !== style.rise) return item;
  const width = THIN * style.size;
  const x = last.x + last.width - width;
  const { face } = item;
  return { kind: 'chunk', chunk: asPartOfNumber(chunk), face, style, x, width, shift: item.x - x };
}

function chunkItem(chunk: Chunk, { run, style, x }: GlyphPiece): ChunkItem {
  const { face } = run;
  const scale = style.size / face.unitsPerEm;
  return {
    kind: 'chunk',
    chunk,
    face,
    style,
    x: x + chunk.left * scale,
    width: chunk.width * scale,
    shift: 0,
  };
}

function addItem(
  segments: Segment[],
  { level, tagTarget }: GlyphPiece | SpacePiece,
  item: SegmentItem,
  position: number,
): void {
  const last = segments.at(-1);
  const { face, style } = item;
  const way = item.kind === 'chunk' ? item.chunk.way : level % 2 === 1 ? 'rtl' : 'ltr';
  if (last?.kind === 'text' && continues(last, way, tagTarget, item)) {
    last.items.push(item);
    last.to = position + 1;
    return;
  }
  // A word cut into several segments has one reading position: what follows its first chunk continues it.
  const from = last?.kind === 'text' && last.to === position + 1 ? last.to : position;
  segments.push({ kind: 'text', way, tagTarget, face, style, level, items: [item], from, to: position + 1 });
}

function continues(
  last: TextSegment,
  way: Way,
  tagTarget: TagTarget,
  { face, style, x }: SegmentItem,
): boolean {
  const isOneLook =
    last.style === style || (last.style.size === style.size && last.style.rise === style.rise);
  if (way === 'loose' || last.way !== way || last.tagTarget !== tagTarget || last.face !== face || !isOneLook)
    return false;
  // two isolates that touch follow each other from the right, each in an order of its own
  return way === 'rtl' || x >= last.items.at(-1)!.x;
}

import { charGlyphsOf, textOf } from './chunk.ts';
import { type TurnClass, turnOf } from './reader-class.ts';
import type { SegmentItem, SpaceItem } from './segment.ts';
import type { Piece, PiecePart, ShownWords } from './shown.ts';

/** Sizes. By how much a stretch begins left of the one before it. */
const STEP = 0.004;

/** What pdfium takes as one. */
interface Stretch {
  readonly turn: TurnClass;
  /** Null for a space. */
  readonly parts: (PiecePart | null)[];
}

/**
 * What left-to-right items show where pdfium would change their order, else null. It sorts the text objects of a line by
 * where they begin, cuts what it then has into stretches of one class, and in a document whose pages turn to the right
 * takes these from the right to the left: `John Smith` as `Smith John`, `a@b.c` as `c.b@a`. So each stretch is a text
 * object that begins left of the one before it: with a space of no width and a jump, or as one glyph with its ink in its
 * place.
 *
 * @param touches whether they follow something without a space
 * @param endsInSpace whether a space may come after them
 */
export function showWords(
  items: readonly SegmentItem[],
  { touches, endsInSpace }: { readonly touches: boolean; readonly endsInSpace: boolean },
): ShownWords | null {
  const [first] = items;
  if (first?.kind !== 'chunk' || !isTurned(items)) return null;
  const { x, style } = first;
  const last = items.at(-1)!;
  const width = last.x + last.width - x;
  const step = STEP * style.size;
  const stretches = cutStretches(items);
  const pieces = placePieces(stretches, { x, step, width: touches ? width : null, endsInSpace });
  const isOwed = endsInSpace && !pieces.at(-1)!.leads;
  // As what it touches is not: two of a kind would be one stretch.
  const char = stretches.at(-1)!.turn === 'neutral' ? '\u00A0' : ' ';
  const space = isOwed ? { x: x - step * pieces.length, char } : null;
  return { kind: 'words', item: first, text: textOfItems(items), x, width, pieces, space };
}

interface Placing {
  readonly x: number;
  readonly step: number;
  /** Of all, if pdfium must see no gap before them. */
  readonly width: number | null;
  readonly endsInSpace: boolean;
}

/**
 * A space between two stretches is shown at the left of the first, of which it is the right side to who takes them from
 * the right; of a stretch that goes on from another at the right of what follows. Neutral characters pdfium leaves in
 * their order, spaces and all.
 */
function placePieces(stretches: readonly Stretch[], { x, step, width, endsInSpace }: Placing): Piece[] {
  const pieces: Piece[] = [];
  let isAfterSpace = true;
  let isOwed = false;
  stretches.forEach(({ parts, turn }, index) => {
    const shown = parts.filter((part) => part !== null);
    if (shown.length === 0) {
      isAfterSpace = true;
      return;
    }
    const after = stretches[index + 1];
    const isSpaced = after ? after.parts.every((part) => part === null) : endsInSpace;
    const isNeutral = turn === 'neutral';
    const leads = isNeutral ? parts[0] === null : isSpaced && isAfterSpace;
    const before = pieces.at(-1);
    const isMoved = before ? !(leads && before.leads) : width !== null;
    const isJump = isMoved || before?.width != null;
    pieces.push({
      parts: shown,
      x: x - step * pieces.length,
      width: before ? null : width,
      leads,
      trails: isNeutral ? parts.at(-1) === null : isOwed,
      isMoved,
      isParted: before !== undefined && isJump && (isAfterSpace || (isNeutral && leads)),
    });
    isOwed = isSpaced && !leads && !isNeutral;
    isAfterSpace = isNeutral && parts.at(-1) === null;
  });
  return pieces;
}

function isTurned(items: readonly SegmentItem[]): boolean {
  let before: TurnClass | null = null;
  let isParted = false;
  for (const item of items) {
    // Arabic-Indic digits, which pdf.js takes for letters, have marks of their own.
    if (item.kind === 'chunk' && item.chunk.number !== null) return false;
    if (item.kind === 'chunk' && (item.chunk.turn === null || isParted)) return true;
    const turn: TurnClass = item.kind === 'space' ? turnOfSpace(item) : item.chunk.turn!;
    isParted = before !== null && before !== turn;
    if (isParted && item.kind === 'chunk') return true;
    before ??= turn;
  }
  return false;
}

/** Spaces. Where one is wider by half of its own width, pdfium puts another beside it. */
const WIDE = 1.4;

/** A no-break space is a part of the number in which it stands. */
function turnOfSpace({ char, face, style, width }: SpaceItem): TurnClass {
  const isWide = width * face.unitsPerEm > WIDE * face.space * style.size;
  return isWide ? 'neutral' : turnOf(char.codePointAt(char.length - 1)!);
}

function cutStretches(items: readonly SegmentItem[]): Stretch[] {
  const stretches: Stretch[] = [];
  const add = (turn: TurnClass, part: PiecePart | null) => {
    const last = stretches.at(-1);
    if (last?.turn === turn) last.parts.push(part);
    else stretches.push({ turn, parts: [part] });
  };
  for (const item of items) {
    for (const { turn, part } of cutItem(item)) {
      const last = stretches.at(-1);
      // Inside a number alone: pdf.js takes a glyph that begins with a space for a space.
      if (item.kind === 'space' && last?.turn !== turn) add('neutral', null);
      else {
        if (last?.turn !== turn && last?.parts.at(-1)?.item.kind === 'space') {
          last.parts.pop();
          add('neutral', null);
        }
        add(turn, part);
      }
    }
  }
  return stretches;
}

function cutItem(item: SegmentItem): { turn: TurnClass; part: PiecePart | null }[] {
  if (item.kind === 'space') {
    const turn = turnOfSpace(item);
    return [{ turn, part: turn === 'neutral' ? null : { item, cut: null, x: item.x } }];
  }
  const { chunk, face, style, x } = item;
  if (chunk.turn !== null) return [{ turn: chunk.turn, part: { item, cut: null, x } }];
  const scale = style.size / face.unitsPerEm;
  const charGlyphs = charGlyphsOf(chunk);
  const found: { turn: TurnClass; part: PiecePart }[] = [];
  let pen = x;
  for (let from = 0, to = 0; from < charGlyphs.length; from = to) {
    const turn = turnOf(charGlyphs[from]!.codePoint);
    const left = pen;
    for (; to < charGlyphs.length && turnOf(charGlyphs[to]!.codePoint) === turn; to++)
      pen += charGlyphs[to]!.advance * scale;
    found.push({ turn, part: { item, cut: { from, to }, x: left } });
  }
  return found;
}

const textOfItems = (items: readonly SegmentItem[]) =>
  items.map((item) => (item.kind === 'chunk' ? textOf(item.chunk) : ' ')).join('');

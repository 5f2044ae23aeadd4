import type { Encoded } from './document-font.ts';
import { type ReaderClass, readerClassOf } from './reader-class.ts';
import { cutSlots, type Ink, LRM, RLM, type RunPart, type Slot } from './slots.ts';

/** Slots of one piece that are painted in one go, in visual order. */
export interface Chunk {
  readonly way: Way;
  readonly slots: readonly Slot[];
  /** Font units from the left edge of the piece. */
  readonly left: number;
  readonly width: number;
  /** Of the first and the last character in logical order. */
  readonly starts: ReaderClass;
  readonly ends: ReaderClass;
  /** Whether any of them is a letter of a right-to-left script. */
  readonly isStrong: boolean;
  /** As the document font of its face shows it; null until it is first shown. Kept here: a look-up for every word of a book costs. */
  encoded: Encoded | null;
}

/** `loose`: a bracket or sign in right-to-left text, painted by itself. */
export type Way = 'rtl' | 'ltr' | 'loose';

const NATIVE_DIGIT = /[\u0660-\u0669]/;

/** The chunks of a part of a run, in logical order. */
export function cutChunks(part: RunPart): Chunk[] {
  const slots = cutSlots(part);
  if (slots.length === 0) return [];
  if (!part.run.rtl) return [chunkOf(hasNativeDigits(part) ? [fuse(slots)] : slots, 'ltr', 0)];
  const chunks: Chunk[] = [];
  let from = 0;
  let left = 0;
  const close = (to: number, way: Way) => {
    if (to === from) return;
    const chunk = chunkOf(slots.slice(from, to), way, left);
    chunks.push(chunk);
    left += chunk.width;
    from = to;
  };
  slots.forEach((slot, index) => {
    if (readerClassOf(slot.codePoint) !== 'loose') return;
    // Without it the vowel would come first, and pdf.js hangs a vowel that comes first on what came before.
    const before = slots[index + 1];
    if (before && readerClassOf(before.codePoint) === 'mark') return;
    close(index, 'rtl');
    close(index + 1, 'loose');
  });
  close(slots.length, 'rtl');
  return chunks.reverse();
}

function chunkOf(slots: readonly Slot[], way: Way, left: number): Chunk {
  const width = slots.reduce((sum, slot) => sum + slot.advance, 0);
  const first = readerClassOf(slots[0]!.codePoint);
  const last = readerClassOf(slots.at(-1)!.codePoint);
  const isStrong = slots.some(({ codePoint }) => readerClassOf(codePoint) === 'strong' && codePoint !== RLM);
  const [starts, ends] = way === 'rtl' ? [last, first] : [first, last];
  return { way, slots, left, width, starts, ends, isStrong, encoded: null };
}

function hasNativeDigits({ run, charFrom, charTo }: RunPart): boolean {
  return NATIVE_DIGIT.test(run.text.slice(charFrom, charTo));
}

/**
 * Right-to-left text without a letter (signs, emoji of another face) cut into chunks to be painted one by
 * one, in logical order: pdf.js turns nothing round that has no letter in it.
 */
export function loosen(chunk: Chunk): Chunk[] {
  const slots = chunk.slots.filter(({ codePoint }) => codePoint !== RLM);
  const isSequence = slots.some(({ advance }) => advance === 0);
  if (isSequence) return [chunkOf([join(slots.toReversed(), slots)], 'loose', chunk.left)];
  let { left } = chunk;
  const chunks = slots.map((slot) => {
    const one = chunkOf([slot], 'loose', left);
    left += slot.advance;
    return one;
  });
  return chunks.reverse();
}

/**
 * A number in Arabic-Indic digits as one glyph that begins with a left-to-right mark: MuPDF takes these
 * digits for letters and would turn them round (٢٠١٠ as ٠١٠٢), but judges a glyph by its first character.
 */
function fuse(slots: readonly Slot[]): Slot {
  const mark: Slot = { codePoint: LRM, more: '', advance: 0, ink: [] };
  return join([mark, ...slots], slots);
}

/** One slot that reads as `text` and looks like `slots` from left to right. */
function join(text: readonly Slot[], slots: readonly Slot[]): Slot {
  const ink: Ink[] = [];
  let pen = 0;
  for (const slot of slots) {
    for (const part of slot.ink) ink.push({ ...part, dx: part.dx + pen });
    pen += slot.advance;
  }
  const [first, ...others] = text;
  const more =
    first!.more + others.map(({ codePoint, more }) => String.fromCodePoint(codePoint) + more).join('');
  return { codePoint: first!.codePoint, more, advance: pen, ink };
}

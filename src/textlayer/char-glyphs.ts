import { remember } from '../base/remember.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { CharGlyph, PlacedOutline } from '../fontfile/char-glyph.ts';
import type { GlyphPiece } from '../text/line.ts';
import { CodePointCache } from './code-point-cache.ts';
import { type ReaderClass, readerClassOf } from './reader-class.ts';
import { lettersOf } from './word-ligatures.ts';

/**
 * Characters that take part in the order or the breaking of lines and in no text that anyone copies:
 * bidi controls, zero width space, word joiner, byte order mark, and what ToUnicode may not hold
 * (ISO 19005-2, 6.2.11.7.2: U+0000, U+FEFF, U+FFFE).
 */
const UNWRITTEN = /[\u0000\u061C\u200B\u200E\u200F\u202A-\u202E\u2060\u2066-\u2069\uFEFF\uFFFE\uFFFF]/;
const UNWRITTEN_ALL = new RegExp(UNWRITTEN, 'g');
const MARK = /\p{M}/u;
/** Joiners and selectors stay in the text layer as inkless glyphs of no width. */
const JOINER = /[\u00AD\u034F\u180E\u200C\u200D\uFE00-\uFE0F\u{E0100}-\u{E01EF}]/u;

interface Char {
  readonly offset: number;
  readonly codePoint: number;
  readonly kind: 'base' | 'mark' | 'joiner' | 'unwritten';
  /** The base whose glyph swallowed this one's in a ligature. */
  readonly swallowedBy: Char | null;
  charGlyph: CharGlyph | null;
}

/** What readers and libraries want of a right-to-left run in different ways. */
export interface CharRules {
  /**
   * U+200C and U+200D in one code with the letter before them, for pdf.js, which drops a code of such a character alone;
   * or alone, for PDFBox and pypdf, which take a code of two characters as it stands and put the joiner before the letter.
   */
  readonly joiners: 'with the letter' | 'alone';
  /** Whether a mark parts a vowel from the comma after it: see `guardWeak`. */
  readonly guards: 'before commas' | 'none';
}

/** A part of a shaped run, as in GlyphPiece. */
export type RunPart = Pick<GlyphPiece, 'run' | 'from' | 'to' | 'charFrom' | 'charTo' | 'kashida'>;

export function wholeRun(run: GlyphRun): RunPart {
  return { run, from: 0, to: run.ids.length, charFrom: 0, charTo: run.text.length, kashida: null };
}

/**
 * The char glyphs of a part of a run, in visual order (left to right).
 *
 * 1. A glyph's ink belongs to the character of its cluster; several glyphs of one character (a base and
 *    its dots) become one char glyph.
 * 2. A character without a shaped glyph was swallowed by a ligature and becomes an inkless glyph. Bases of one ligature
 *    share its width: pdfium drops a second identical character at the same place, which turns الله
 *    into اله.
 * 3. An elongation is ink of the letter that it draws out: the source has no character for it.
 * 4. Char glyphs stand in the order of the source (backwards in a right-to-left run) even where HarfBuzz
 *    reordered marks; ink keeps its place on paper because its offset is taken from the char glyph's own pen.
 * 5. Right-to-left text gets what bidi marks the rules say: see `guardWeak`.
 */
export function cutCharGlyphs(part: RunPart, rules: CharRules): CharGlyph[] {
  const chars = charsOf(part);
  const written: CharGlyph[] = [];
  for (const char of chars) {
    if (char.kind === 'unwritten') continue;
    char.charGlyph = { codePoint: char.codePoint, more: '', advance: 0, outlines: [] };
    written.push(char.charGlyph);
  }
  if (written.length === 0) return written;
  inkGlyphs(part, chars);
  takeWidthOfMarks(chars);
  shareWidths(chars, part.run.face.unitsPerEm);
  const charGlyphs = part.run.rtl ? settleRtl(written, rules).reverse() : written;
  settlePens(charGlyphs);
  return charGlyphs;
}

function settleRtl(written: CharGlyph[], { joiners, guards }: CharRules): CharGlyph[] {
  const folded = joiners === 'alone' ? written : foldJoiners(written);
  return guards === 'none' ? folded : guardWeak(folded);
}

/** U+200F RIGHT-TO-LEFT MARK and U+200E LEFT-TO-RIGHT MARK. */
export const RLM = 0x200f;
export const LRM = 0x200e;
/** U+061C ARABIC LETTER MARK, the one such mark that pypdf takes for a letter. */
export const ALM = 0x61c;

/** An inkless glyph for a bidi mark. */
export function makeInkless(codePoint: number, more = '', advance = 0): CharGlyph {
  return { codePoint, more, advance, outlines: [] };
}

const LETTER = /\p{L}/u;

/**
 * Joins U+200C and U+200D to the letter before them: pdf.js drops a glyph that stands for such a character
 * alone. In visual order, as all readers take what one glyph maps to.
 */
function foldJoiners(charGlyphs: CharGlyph[]): CharGlyph[] {
  if (!charGlyphs.some(isJoinerOfLetters)) return charGlyphs;
  const folded: CharGlyph[] = [];
  for (const charGlyph of charGlyphs) {
    const before = isJoinerOfLetters(charGlyph) ? folded.at(-1) : undefined;
    const letter = before ? String.fromCodePoint(before.codePoint) : '';
    if (before?.more === '' && LETTER.test(letter)) {
      folded[folded.length - 1] = { ...before, codePoint: charGlyph.codePoint, more: letter };
    } else {
      folded.push(charGlyph);
    }
  }
  return folded;
}

const isJoinerOfLetters = ({ codePoint }: CharGlyph) => codePoint === 0x200c || codePoint === 0x200d;

/** Parts a vowel from the comma or colon after it: pdfium takes the two for digits and swaps them. */
function guardWeak(charGlyphs: CharGlyph[]): CharGlyph[] {
  const guarded: CharGlyph[] = [];
  let before: ReaderClass = 'neutral';
  for (const charGlyph of charGlyphs) {
    const own = readerClassOf(charGlyph.codePoint);
    if (own === 'weak' && before === 'mark') guarded.push(makeInkless(RLM));
    guarded.push(charGlyph);
    before = own;
  }
  return guarded;
}

/** The source text of a part of a run, in logical order. */
export function partText({ run, charFrom, charTo, kashida }: RunPart): string {
  const text = run.text.slice(charFrom, charTo);
  const source = kashida
    ? text.slice(0, kashida.at - charFrom) + text.slice(kashida.at + 1 - charFrom)
    : text;
  return source.replace(UNWRITTEN_ALL, '');
}

/** In logical order. */
function charsOf({ run, charFrom, charTo, kashida }: RunPart): Char[] {
  const chars: Char[] = [];
  let base: Char | null = null;
  for (let offset = charFrom; offset < charTo; ) {
    const codePoint = run.text.codePointAt(offset)!;
    const kind = offset === kashida?.at ? 'unwritten' : kinds.get(codePoint);
    const swallowedBy = kind === 'base' && !run.clusters.includes(offset) ? base : null;
    const char: Char = { offset, codePoint, kind, swallowedBy, charGlyph: null };
    const letters = lettersOf(codePoint);
    const head = chars.length;
    if (letters === null) chars.push(char);
    else chars.push(...unfoldChar(char, letters));
    if (kind === 'base' && !swallowedBy) base = chars[head]!;
    offset += codePoint > 0xffff ? 2 : 1;
  }
  return chars;
}

/**
 * A character for a word or two letters, as ﷺ, is a ligature of the letters that it stands for: pdf.js and MuPDF unfold it
 * and turn the letters round.
 */
function unfoldChar(char: Char, letters: string): Char[] {
  const [first, ...others] = Array.from(letters, (letter) => letter.codePointAt(0)!);
  const head: Char = { ...char, codePoint: first! };
  const swallowedBy = char.swallowedBy ?? head;
  return [head, ...others.map((codePoint) => ({ ...head, codePoint, swallowedBy }))];
}

const kinds = new CodePointCache(findKind);

function findKind(codePoint: number): Char['kind'] {
  const text = String.fromCodePoint(codePoint);
  if (UNWRITTEN.test(text)) return 'unwritten';
  if (JOINER.test(text)) return 'joiner';
  return MARK.test(text) ? 'mark' : 'base';
}

/** Gives the ink and the advance of each shaped glyph to its char glyph; `dx` is still the distance from the part's left edge. */
function inkGlyphs({ run, from, to, kashida }: RunPart, chars: readonly Char[]): void {
  let pen = 0;
  for (let i = from; i < to; i++) {
    const charGlyph = charGlyphFor(chars, run.clusters[i]!);
    const glyph = run.ids[i]!;
    const dx = pen + run.dx[i]!;
    const dy = run.dy[i]!;
    let advance = run.advances[i]!;
    if (kashida && run.clusters[i] === kashida.at && advance > 0) {
      charGlyph.outlines.push(...stretchInk(glyph, dx, dy, advance, kashida.width));
      advance = kashida.width;
    } else {
      charGlyph.outlines.push({ glyph, dx, dy, stretch: 1 });
    }
    charGlyph.advance += advance;
    pen += advance;
  }
}

/** A composite's component can be scaled to less than twice its size (F2Dot14). */
const MOST_STRETCH = 1.9;

/** A tatweel drawn to `width`: stretched, and set several times in a row where stretching is not enough. */
function stretchInk(glyph: number, dx: number, dy: number, advance: number, width: number): PlacedOutline[] {
  const count = Math.max(1, Math.ceil(width / (advance * MOST_STRETCH)));
  const stretch = width / (advance * count);
  return Array.from({ length: count }, (_, i) => ({
    glyph,
    dx: Math.round(dx + (i * width) / count),
    dy,
    stretch,
  }));
}

/**
 * The char glyph that takes the ink of a shaped glyph. Ink of a character that is not written, such as an elongation,
 * goes to the letter before it (not to a mark: readers take marks for zero wide), else to what follows.
 */
function charGlyphFor(chars: readonly Char[], cluster: number): CharGlyph {
  // Nearly all characters are one unit, so that they stand where their offset says.
  const likely = chars[cluster - chars[0]!.offset];
  const own = likely?.offset === cluster ? likely : chars.find((char) => char.offset === cluster);
  if (own?.charGlyph) return own.charGlyph;
  const before = chars.findLast((char) => char.offset < cluster && char.charGlyph && char.kind === 'base');
  return (before ?? chars.find((char) => char.charGlyph))!.charGlyph!;
}

/**
 * Readers take marks for zero wide and see a gap where one is not: where a face sets a stroke with the
 * vowel (Amiri after a meem), the letter before it gets its width.
 */
function takeWidthOfMarks(chars: readonly Char[]): void {
  let base: CharGlyph | null = null;
  for (const { kind, charGlyph } of chars) {
    if (charGlyph && kind === 'base') base = charGlyph;
    if (!charGlyph || kind !== 'mark' || !base) continue;
    base.advance += charGlyph.advance;
    charGlyph.advance = 0;
  }
}

function shareWidths(chars: readonly Char[], em: number): void {
  if (!chars.some(({ swallowedBy }) => swallowedBy !== null)) return;
  const inklessGlyphs = new Map<CharGlyph, CharGlyph[]>();
  for (const { charGlyph, swallowedBy } of chars) {
    if (charGlyph && swallowedBy?.charGlyph)
      remember(inklessGlyphs, swallowedBy.charGlyph, () => []).push(charGlyph);
  }
  for (const [head, tail] of inklessGlyphs) shareWidth([head, ...tail], em);
}

/**
 * pdf.js needs a gap at each space of a ligature of words, and takes a wide one for the border of two texts; MuPDF and
 * poppler drop the second of two equal letters that are nearer than this.
 */
const APART = 0.12;

/** No ligature of letters alone has more. */
const LETTERS = 4;

function shareWidth(charGlyphs: readonly CharGlyph[], em: number): void {
  const isApart = charGlyphs.map(
    ({ codePoint }, at) => charGlyphs.length > LETTERS && isKept(codePoint, charGlyphs, at),
  );
  const apart = Math.round(APART * em);
  const count = isApart.filter((is) => is).length;
  const [head] = charGlyphs;
  const share = Math.max(0, Math.floor((head!.advance - count * apart) / (charGlyphs.length - count)));
  for (let at = 1; at < charGlyphs.length; at++) {
    charGlyphs[at]!.advance = isApart[at] ? apart : share;
    head!.advance -= charGlyphs[at]!.advance;
  }
}

const isKept = (codePoint: number, charGlyphs: readonly CharGlyph[], at: number) =>
  codePoint === 0x20 ||
  codePoint === charGlyphs[at - 1]?.codePoint ||
  codePoint === charGlyphs[at + 1]?.codePoint;

/** Turns ink places into offsets from each glyph's pen, and lets following glyphs pay for negative advances. */
function settlePens(charGlyphs: readonly CharGlyph[]): void {
  let pen = 0;
  let debt = 0;
  for (const charGlyph of charGlyphs) {
    for (const outline of charGlyph.outlines) outline.dx -= pen;
    const paid = charGlyph.advance - debt;
    charGlyph.advance = Math.max(0, paid);
    debt = charGlyph.advance - paid;
    pen += charGlyph.advance;
  }
}

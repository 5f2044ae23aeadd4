import { ARABIC_INDIC_DIGITS } from '../base/digits.ts';
import type { CharGlyph, PlacedOutline } from '../fontfile/char-glyph.ts';
import type { Encoded } from '../fontfile/subfont.ts';
import { AN, bidiClassOf, ES, ET } from '../text/unicode/bidi-class.ts';
import { type CharRules, cutCharGlyphs, makeInkless, RLM, type RunPart } from './char-glyphs.ts';
import { type ReaderClass, readerClassOf, type TurnClass, turnOf } from './reader-class.ts';

/** Glyphs of one piece that are painted in one go, in visual order. */
export interface Chunk {
  readonly way: Way;
  /** Null once it is encoded: of all the words of a book they would be a seventh of its memory. See `charGlyphsOf`. */
  charGlyphs: readonly CharGlyph[] | null;
  /** Where it was cut from: a part of a run, and which of its chunks. Null for one that was cut out of a chunk. */
  readonly source: { readonly part: RunPart; readonly rules: CharRules; readonly index: number } | null;
  /** Font units from the left edge of the piece. */
  readonly left: number;
  readonly width: number;
  /** Of the first and the last character in logical order. */
  readonly starts: ReaderClass;
  readonly ends: ReaderClass;
  /** Whether it is left-to-right and its last character is a closing bracket. */
  readonly endsInBracket: boolean;
  /**
   * Font units from its left edge: where poppler needs a right-to-left mark, for which `، ` is a number with a
   * space before it, and comes out as ` ،`.
   */
  readonly fences: readonly number[];
  /** Whether it is left-to-right and its last character is a letter. */
  readonly endsInLetter: boolean;
  /** Whether it is left-to-right and its last character is a digit. */
  readonly endsInDigit: boolean;
  /** Whether it is right-to-left and of commas, full stops, colons or signs of numbers alone. */
  readonly isWeak: boolean;
  /** Of a number in Arabic-Indic digits what it reads, and whether it has no signs; null for others. */
  readonly number: { readonly text: string; readonly isPlain: boolean } | null;
  /** Of left-to-right text what pdfium makes of all its characters; null where they differ, and for other text. */
  readonly turn: TurnClass | null;
  /** Whether any of them is a letter of a right-to-left script. */
  readonly isStrong: boolean;
  /** As the document font of its face shows it; null until it is first shown. Kept here: a look-up for every word of a book costs. */
  encoded: Encoded | null;
}

/** `loose`: a bracket or sign in right-to-left text, painted by itself. */
export type Way = 'rtl' | 'ltr' | 'loose';

const LETTER = /\p{L}/u;
const BRACKET = /\p{Pe}/u;
const NATIVE_DIGIT = new RegExp(`[${ARABIC_INDIC_DIGITS}]`);

/** The glyphs of a chunk, cut once more where they are gone. */
export function charGlyphsOf({ charGlyphs, source }: Chunk): readonly CharGlyph[] {
  if (charGlyphs !== null) return charGlyphs;
  const { part, rules, index } = source!;
  return cutChunks(part, rules).find((chunk) => chunk.source!.index === index)!.charGlyphs!;
}

/** What a chunk of no right-to-left mark reads. */
export const textOf = (chunk: Chunk) =>
  charGlyphsOf(chunk)
    .map(({ codePoint, more }) => String.fromCodePoint(codePoint) + more)
    .join('');

/** The chunks of a part of a run, in logical order. */
export function cutChunks(part: RunPart, rules: CharRules): Chunk[] {
  const charGlyphs = cutCharGlyphs(part, rules);
  if (charGlyphs.length === 0) return [];
  const source = { part, rules, index: 0 };
  if (!part.run.rtl)
    return [chunkOf(hasNativeDigits(part) ? [fuse(charGlyphs)] : charGlyphs, 'ltr', 0, source)];
  if (!charGlyphs.some(isLoose)) return [chunkOf(charGlyphs, 'rtl', 0, source)];
  const chunks: Chunk[] = [];
  let from = 0;
  let left = 0;
  const close = (to: number, way: Way) => {
    if (to === from) return;
    const chunk = chunkOf(charGlyphs.slice(from, to), way, left, { part, rules, index: chunks.length });
    chunks.push(chunk);
    left += chunk.width;
    from = to;
  };
  charGlyphs.forEach((charGlyph, index) => {
    if (!isLoose(charGlyph)) return;
    // Without it the vowel would come first, and pdf.js hangs a vowel that comes first on what came before.
    const before = charGlyphs[index + 1];
    if (before && readerClassOf(before.codePoint) === 'mark') return;
    close(index, 'rtl');
    close(index + 1, 'loose');
  });
  close(charGlyphs.length, 'rtl');
  return chunks.reverse();
}

const isLoose = ({ codePoint }: CharGlyph) => readerClassOf(codePoint) === 'loose';

function chunkOf(charGlyphs: readonly CharGlyph[], way: Way, left: number, source: Chunk['source']): Chunk {
  let width = 0;
  let isStrong = false;
  let hasWeak = false;
  for (const { advance, codePoint } of charGlyphs) {
    width += advance;
    const own = readerClassOf(codePoint);
    isStrong ||= own === 'strong' && codePoint !== RLM;
    hasWeak ||= own === 'weak';
  }
  const first = readerClassOf(charGlyphs[0]!.codePoint);
  const last = readerClassOf(charGlyphs.at(-1)!.codePoint);
  const [starts, ends] = way === 'rtl' ? [last, first] : [first, last];
  const endsInBracket = way === 'ltr' && BRACKET.test(String.fromCodePoint(charGlyphs.at(-1)!.codePoint));
  const endsInLetter = way === 'ltr' && LETTER.test(String.fromCodePoint(charGlyphs.at(-1)!.codePoint));
  const number = way === 'ltr' && charGlyphs[0]!.codePoint === PDI ? numberOf(charGlyphs[0]!) : null;
  const endsInDigit =
    way === 'ltr' &&
    /\p{Nd}$/u.test(String.fromCodePoint(charGlyphs.at(-1)!.codePoint) + charGlyphs.at(-1)!.more);
  const isWeak = way !== 'ltr' && !isStrong && charGlyphs.every(({ codePoint }) => followsNumber(codePoint));
  const fences = way === 'rtl' && hasWeak ? fencesOf(charGlyphs) : NO_FENCES;
  const turn = way === 'ltr' ? commonTurnOf(charGlyphs) : null;
  return {
    way,
    charGlyphs,
    source,
    left,
    width,
    starts,
    ends,
    endsInBracket,
    endsInLetter,
    endsInDigit,
    isWeak,
    number,
    fences,
    turn,
    isStrong,
    encoded: null,
  };
}

const NO_FENCES: readonly number[] = [];

/** A chunk of weak characters that is shown with the number before it. Of the shape of all others, as it is read beside them. */
export function asPartOfNumber(chunk: Chunk): Chunk {
  return {
    way: 'ltr',
    charGlyphs: chunk.charGlyphs,
    source: chunk.source,
    left: chunk.left,
    width: chunk.width,
    starts: chunk.starts,
    ends: chunk.ends,
    endsInBracket: chunk.endsInBracket,
    endsInLetter: chunk.endsInLetter,
    endsInDigit: chunk.endsInDigit,
    isWeak: chunk.isWeak,
    number: chunk.number,
    fences: NO_FENCES,
    turn: 'weak',
    isStrong: chunk.isStrong,
    encoded: chunk.encoded,
  };
}

function commonTurnOf(charGlyphs: readonly CharGlyph[]): TurnClass | null {
  const turn = turnOf(charGlyphs[0]!.codePoint);
  return charGlyphs.every(({ codePoint }) => turnOf(codePoint) === turn) ? turn : null;
}

/** Class CS, ES or ET, or like it: pdfium takes it for a part of the number that it touches. */
const followsNumber = (codePoint: number) =>
  readerClassOf(codePoint) === 'weak' || WITH_NUMBER.has(bidiClassOf(codePoint));

const WITH_NUMBER = new Set([ES, ET]);

function numberOf({ more }: CharGlyph): NonNullable<Chunk['number']> {
  return {
    text: more.replaceAll(String.fromCodePoint(PDI), ''),
    isPlain: /^\p{Nd}([.,:/\u00A0\u060C\u066B\u066C]?\p{Nd})*$/u.test(more),
  };
}

/** The left edges of commas and the like that no letter follows at their left. */
function fencesOf(charGlyphs: readonly CharGlyph[]): number[] {
  const fences: number[] = [];
  let pen = 0;
  for (const [index, { advance, codePoint }] of charGlyphs.entries()) {
    const left = index === 0 ? 'neutral' : readerClassOf(charGlyphs[index - 1]!.codePoint);
    if (readerClassOf(codePoint) === 'weak' && left !== 'strong' && left !== 'weak') fences.push(pen);
    pen += advance;
  }
  return fences;
}

function hasNativeDigits({ run, charFrom, charTo }: RunPart): boolean {
  return NATIVE_DIGIT.test(run.text.slice(charFrom, charTo));
}

/**
 * Right-to-left text without a letter (signs, emoji of another face) cut into chunks to be painted one by
 * one, in logical order: pdf.js turns nothing round that has no letter in it.
 */
export function loosen(chunk: Chunk): Chunk[] {
  const charGlyphs = charGlyphsOf(chunk).filter(({ codePoint }) => codePoint !== RLM);
  const isSequence = charGlyphs.some(({ advance }) => advance === 0);
  if (isSequence) return [chunkOf([join(charGlyphs.toReversed(), charGlyphs)], 'loose', chunk.left, null)];
  let { left } = chunk;
  const chunks = charGlyphs.map((charGlyph) => {
    const one = chunkOf([charGlyph], 'loose', left, null);
    left += charGlyph.advance;
    return one;
  });
  return chunks.reverse();
}

/**
 * U+2069 POP DIRECTIONAL ISOLATE, which ends nothing where none is open. To MuPDF, which judges a glyph by its
 * first character, and to pdf.js it has class L; to pdfium it goes with the digits, where a left-to-right mark
 * would part them.
 */
export const PDI = 0x2069;

/**
 * A number in Arabic-Indic digits as one glyph that begins with such a mark: MuPDF takes these digits for letters
 * and would turn them round (٢٠١٠ as ٠١٠٢). pdf.js turns the groups of ٠٦-١٢٣ and the sign of +٩٦٢ round unless a
 * mark stands between them and the other side's digits or nothing.
 */
function fuse(charGlyphs: readonly CharGlyph[]): CharGlyph {
  const mark = makeInkless(PDI);
  const text = charGlyphs.flatMap((charGlyph, index) => {
    if (!isSign(charGlyphs, index) || !isDigit(charGlyphs[index + 1])) return [charGlyph];
    return index === 0 ? [charGlyph, mark] : [mark, charGlyph, mark];
  });
  const fused = join([mark, ...text], charGlyphs);
  return isSign(charGlyphs, charGlyphs.length - 1) ? keepStill(fused) : fused;
}

/**
 * pdf.js turns a text item round in which three of ten characters are from the right, digits among them, and then
 * gives a sign or a space that ends it the far side of its number (٤٨٪ as ٪٤٨). It drops a glyph that ends in a
 * mark, so that none can stand after them: there are as many before as keep it still.
 */
function keepStill(charGlyph: CharGlyph): CharGlyph {
  const text = Array.from(String.fromCodePoint(charGlyph.codePoint) + charGlyph.more);
  const native = text.filter((character) => bidiClassOf(character.codePointAt(0)!) === AN).length;
  const marks = countStill(native, text.length);
  return native === 0 || marks === 0
    ? charGlyph
    : join([...Array(marks).fill(makeInkless(PDI)), charGlyph], [charGlyph]);
}

/** How many marks keep so many Arabic-Indic digits still among so many characters. */
export const countStill = (native: number, length: number) =>
  Math.max(0, 5 - length, Math.floor(native / TURNED) + 1 - length);

/** The share of characters from the right of which pdf.js takes an item for right-to-left text. */
const TURNED = 0.3;

/** Whether a character of a number is neither a digit nor a separator between two. */
function isSign(charGlyphs: readonly CharGlyph[], index: number): boolean {
  const { codePoint } = charGlyphs[index]!;
  if (isDigit(charGlyphs[index])) return false;
  const isBetween = isDigit(charGlyphs[index - 1]) && isDigit(charGlyphs[index + 1]);
  return !(isBetween && SEPARATOR.test(String.fromCodePoint(codePoint)));
}

const isDigit = (charGlyph: CharGlyph | undefined) =>
  charGlyph !== undefined && /\p{Nd}/u.test(String.fromCodePoint(charGlyph.codePoint));

/** Class CS and the separators of Arabic-Indic numbers. */
const SEPARATOR = /[.,:/\u00A0\u060C\u066B\u066C]/;

/** One glyph that reads as `text` and looks like `charGlyphs` from left to right. */
function join(text: readonly CharGlyph[], charGlyphs: readonly CharGlyph[]): CharGlyph {
  const outlines: PlacedOutline[] = [];
  let pen = 0;
  for (const charGlyph of charGlyphs) {
    for (const part of charGlyph.outlines) outlines.push({ ...part, dx: part.dx + pen });
    pen += charGlyph.advance;
  }
  const [first, ...others] = text;
  const more =
    first!.more + others.map(({ codePoint, more }) => String.fromCodePoint(codePoint) + more).join('');
  return { codePoint: first!.codePoint, more, advance: pen, outlines };
}

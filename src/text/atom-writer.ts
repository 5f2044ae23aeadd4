import type { Face } from '../font/face.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { InlineContent } from '../style/inline.ts';
import { isCode, LEADER, LINE_BREAK, OBJECT } from './collect.ts';
import { hyphenationPoints } from './hyphenate.ts';
import type { Item } from './itemised.ts';
import { isJoinedOpening } from './join-over-marks.ts';
import type { Atom, SpaceAtom } from './shaped.ts';
import { sliceGlyphs } from './slice-glyphs.ts';
import { MAY_BREAK, MUST_BREAK } from './uax14.ts';
import { WordAtom } from './word-atom.ts';

/** Glyphs of a run and the characters they stand for: ranges as in GlyphAtom. */
interface Part {
  readonly run: GlyphRun;
  readonly from: number;
  readonly to: number;
  readonly charFrom: number;
  readonly charTo: number;
}

/** Writes the atoms of one paragraph in logical order. */
export class AtomWriter {
  readonly atoms: Atom[] = [];
  readonly #text: string;
  readonly #opportunities: Uint8Array;
  readonly #hasOpenings: boolean;
  /** Where words were cut for their length. */
  readonly #cuts = new Set<number>();
  #lastSpace: { readonly item: Item; readonly atom: SpaceAtom } | null = null;
  readonly #inlines: InlineContent;

  constructor(text: string, opportunities: Uint8Array, inlines: InlineContent) {
    this.#text = text;
    this.#opportunities = opportunities;
    this.#hasOpenings = INNER_OPENING.test(text);
    this.#inlines = inlines;
  }

  /**
   * Where the word that begins at `start` ends: before white space or an object, where a line may end, or, of what is
   * no word (pasted data), after LONGEST_WORD.
   */
  wordEnd(start: number, limit: number): number {
    const most = Math.min(limit, start + LONGEST_WORD);
    let end = start;
    while (
      end < most &&
      !isSingle(this.#text.charCodeAt(end)) &&
      (end === start ||
        this.#opportunities[end] === 0 ||
        (this.#hasOpenings && isJoinedOpening(this.#text, end)))
    )
      end++;
    return end === most && most < limit ? this.#cutWord(start, end) : end;
  }

  /** A place before `end` that no mark or joiner stands at, where there is one near. */
  #cutWord(start: number, end: number): number {
    let at = end;
    while (at > end - MOST_MARKS && NO_BEGINNING.test(this.#text.slice(at, at + 2))) at--;
    const cut = at > end - MOST_MARKS ? at : end;
    if (cut > start + 1) this.#cuts.add(cut);
    return cut;
  }

  /** What shaping sees beside a word: nothing but where that was cut for its length, for its letters join all the same. */
  #besides(start: number, end: number): readonly [before: string, after: string] {
    const { size } = this.#cuts;
    return [
      size > 0 && this.#cuts.has(start) ? this.#text.slice(start - CONTEXT, start) : '',
      size > 0 && this.#cuts.has(end) ? this.#text.slice(end, end + CONTEXT) : '',
    ];
  }

  /** A word that lies in one item, cut between syllables where its language is hyphenated. */
  pushWord(item: Item, word: string, start: number): void {
    const run = shapeWord(item, word, ...this.#besides(start, start + word.length));
    const points = this.#pointsIn(word, start, item);
    let charFrom = 0;
    let rest = { from: 0, to: run.ids.length };
    for (const charTo of points) {
      const slice = sliceGlyphs(run, charFrom, charTo);
      const after = sliceGlyphs(run, charTo, word.length);
      // A ligature over the border of two syllables keeps them together.
      if (!slice || !after) continue;
      const syllable = this.#opportunities[start + charTo] === 0;
      this.#pushGlyphs(item, { run, ...slice, charFrom, charTo }, start + charFrom, syllable);
      [rest, charFrom] = [after, charTo];
    }
    this.#pushGlyphs(item, { run, ...rest, charFrom, charTo: word.length }, start + charFrom, false);
  }

  /** Where a line may end inside a word that is shaped whole. */
  #pointsIn(word: string, start: number, item: Item): readonly number[] {
    if (item.script !== 'Arab') return this.#isCode(item) ? [] : hyphenationPoints(word, item.style.lang);
    if (!this.#hasOpenings || !INNER_OPENING.test(word)) return NO_POINTS;
    const points: number[] = [];
    for (let at = 1; at < word.length; at++) if (this.#opportunities[start + at] !== 0) points.push(at);
    return points;
  }

  /** The characters [from, to) of a word that begins at `wordStart` and lies in several items. */
  pushPart(item: Item, word: string, wordStart: number, from: number, to: number): void {
    const [charFrom, charTo] = [from - wordStart, to - wordStart];
    const whole = shapeWord(item, word, '', '');
    const slice = sliceGlyphs(whole, charFrom, charTo);
    if (slice) {
      this.#pushGlyphs(item, { run: whole, ...slice, charFrom, charTo }, from, false);
      return;
    }
    // The border lies inside a ligature: shape the part by itself, joining to what it stands beside.
    const run = shapeWord(item, word.slice(charFrom, charTo), word.slice(0, charFrom), word.slice(charTo));
    this.#pushGlyphs(
      item,
      { run, from: 0, to: run.ids.length, charFrom: 0, charTo: charTo - charFrom },
      from,
      false,
    );
  }

  /** White space, a leader, an image, a forced break: one character of the paragraph. */
  pushSingle(item: Item, character: string, start: number): void {
    const { inline, face, level, style } = item;
    const of = this.#inlines[inline]!;
    const after = this.#after(start + 1);
    const length = 1;
    if (character === LINE_BREAK) {
      this.atoms.push({ kind: 'break', length, width: 0, level, style, inline, after, face });
    } else if (character === OBJECT && of.kind === 'image') {
      const { width, height, image } = of;
      const spelling = spell(of.spelling, face);
      this.atoms.push({ kind: 'image', length, width, level, style, inline, after, image, height, spelling });
    } else if (character === LEADER && of.kind === 'leader') {
      const pattern = of.pattern === '' ? null : shapeWord(item, of.pattern, '', '');
      this.atoms.push({ kind: 'leader', length, width: 0, level, style, inline, after, face, pattern });
    } else this.atoms.push(this.#spaceOf(item, character, after));
  }

  /** Every second atom of a book is a space like the one before: those are one object. */
  #spaceOf(item: Item, char: string, after: Atom['after']): SpaceAtom {
    const last = this.#lastSpace;
    if (last?.item === item && last.atom.char === char && last.atom.after === after) return last.atom;
    const { inline, face, level, style } = item;
    const width = (spaceUnits(item, char) * style.size) / face.unitsPerEm;
    const stretches = char === ' ' || char === '\u00A0';
    const atom: SpaceAtom = {
      kind: 'space',
      length: 1,
      width,
      level,
      style,
      inline,
      after,
      face,
      char,
      stretches,
    };
    this.#lastSpace = { item, atom };
    return atom;
  }

  #pushGlyphs(item: Item, part: Part, start: number, syllable: boolean): void {
    const { run, from, to, charFrom, charTo } = part;
    const end = start + charTo - charFrom;
    // A note belongs to the last atom of its number, so that it is counted once.
    const callsNote = end === item.end && this.#inlines[item.inline]!.kind === 'note-ref';
    const after = syllable ? 'may-break' : this.#after(end);
    const isHyphenated = syllable || (run.text.charCodeAt(charTo - 1) === SOFT_HYPHEN && !this.#isCode(item));
    const hyphen = isHyphenated ? hyphenOf(item) : null;
    const isWhole = from === 0 && to === run.ids.length && charFrom === 0 && charTo === run.text.length;
    if (isWhole && !callsNote && hyphen === null) {
      this.atoms.push(new WordAtom(item, run, pointsOf(item, run, run.width), after));
      return;
    }
    let units = 0;
    for (let i = from; i < to; i++) units += run.advances[i]!;
    const { level, style, inline } = item;
    const width = pointsOf(item, run, units);
    const length = charTo - charFrom;
    this.atoms.push({
      kind: 'glyphs',
      length,
      width,
      level,
      style,
      inline,
      after,
      run,
      from,
      to,
      charFrom,
      charTo,
      callsNote,
      hyphen,
    });
  }

  /** A hyphen in code would be read as a sign of it. */
  #isCode({ inline }: Item): boolean {
    return isCode(this.#inlines[inline]!);
  }

  #after(offset: number): Atom['after'] {
    const opportunity = this.#opportunities[offset];
    return opportunity === MUST_BREAK ? 'must-break' : opportunity === MAY_BREAK ? 'may-break' : 'no-break';
  }
}

const SOFT_HYPHEN = 0xad;

/**
 * UTF-16 units that are shaped as one word. What is longer is no word but pasted data, in which each glance at the
 * whole would be paid by each of its parts. (The longest words of the languages we hyphenate have some 80.)
 */
const LONGEST_WORD = 500;

/** Marks upon one letter that are kept with it at such a cut. */
const MOST_MARKS = 64;

/** What a face may look at beyond the end of a word, in letters: OpenType shaping of Arabic looks at one. */
const CONTEXT = 5;

/** The second half of a surrogate pair, marks, joiners. */
const NO_BEGINNING = /^(?:[\uDC00-\uDFFF]|[\p{M}\p{Join_Control}])/u;

const NO_POINTS: readonly number[] = [];

/** What lets a line end inside a joined word. */
const INNER_OPENING = /[\u00AD\u200B]/;

/** @param units font units */
function pointsOf({ style }: Item, { face }: GlyphRun, units: number): number {
  return (units * style.size) / face.unitsPerEm;
}

/** White space and what stands for objects: characters that are atoms by themselves. */
function isSingle(unit: number): boolean {
  if (unit === 0x20) return true;
  return (
    unit === 0x09 ||
    unit === 0xa0 ||
    unit === 0x2028 ||
    unit === 0xfffc ||
    unit === 0x202f ||
    unit === 0x3000 ||
    (unit >= 0x2000 && unit <= 0x200a)
  );
}

function shapeWord(item: Item, text: string, before: string, after: string): GlyphRun {
  const { level, script, face, style } = item;
  return face.shape({
    text,
    before,
    after,
    rtl: level % 2 === 1,
    script,
    lang: style.lang,
    features: '',
  });
}

/** A hyphen as its face draws it, which readers are told is a soft one: a search finds the word whole. */
function hyphenOf(item: Item): GlyphRun {
  return { ...shapeWord(item, '-', '', ''), text: '\u00AD' };
}

/** Font units; a special space that the face lacks is as wide as its plain one. */
function spaceUnits(item: Item, character: string): number {
  const { face } = item;
  if (character === ' ' || !face.covers(character.charCodeAt(0))) return face.space;
  return shapeWord(item, character, '', '').width;
}

/** Signs of ASCII, which TeX is typed in; other letters would have to be joined and ordered. */
function spell(text: string, face: Face): GlyphRun | null {
  const isSpelt = /^[\x20-\x7E]+$/.test(text) && [...text].every((sign) => face.covers(sign.codePointAt(0)!));
  if (!isSpelt) return null;
  return face.shape({ text, before: '', after: '', rtl: false, script: 'Latn', lang: 'en', features: '' });
}

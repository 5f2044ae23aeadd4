import { remember } from '../base/remember.ts';
import { unreachable } from '../base/unreachable.ts';
import { CodePointFace } from '../font/code-point-face.ts';
import type { Face } from '../font/face.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { CharGlyph } from '../fontfile/char-glyph.ts';
import type { FontEmbedder } from '../fontfile/embedded-font.ts';
import { type FontFile, fontFileOf } from '../fontfile/font-file.ts';
import { type Encoded, Subfont } from '../fontfile/subfont.ts';
import {
  ALM,
  type CharRules,
  cutCharGlyphs,
  LRM,
  makeInkless,
  RLM,
  type RunPart,
  wholeRun,
} from './char-glyphs.ts';
import { type Chunk, charGlyphsOf, cutChunks } from './chunk.ts';
import { fuseGlyphs, moveOutlines, raise, widen } from './moved-glyphs.ts';
import { PRIVATE_USE } from './private-use.ts';
import type { Piece, PiecePart } from './shown.ts';

/**
 * The fonts of the document: for each face one whose glyphs stand for one source character each ("one
 * CID = one character"). What a shaper does to text – ligatures, marks, kerning, contextual widths – is
 * baked into composite glyphs, so that no reader has anything to put right: it maps codes to characters
 * one by one, sees a single baseline and no gaps inside a word.
 */
export class DocumentFonts {
  readonly #file: FontEmbedder;
  readonly #rules: CharRules;
  readonly #byFace = new Map<Face, DocumentFont>();

  constructor(file: FontEmbedder, rules: CharRules) {
    this.#file = file;
    this.#rules = rules;
  }

  /** Whether a character shown so far has no meaning outside its font (Unicode, private use). */
  get hasPrivateUse(): boolean {
    return [...this.#byFace.values()].some((font) => font.hasPrivateUse);
  }

  /** Whether boxes stand for characters that no face has. */
  get hasCodePoints(): boolean {
    return [...this.#byFace.keys()].some((face) => face instanceof CodePointFace);
  }

  of(face: Face): DocumentFont {
    return this.#byFace.get(face) ?? this.#open(face);
  }

  #open(face: Face): DocumentFont {
    const font = new DocumentFont(face, this.#file, this.#rules);
    this.#byFace.set(face, font);
    return font;
  }
}

/**
 * Inkless characters that keep readers from turning text round. `rlm-space` is a right-to-left mark and
 * a space in one glyph: pdf.js forgets a space after which the pen jumps, but not one inside a mapping. So is `gap`
 * with U+034F COMBINING GRAPHEME JOINER, of no width: pdf.js looks for phrases as if there were no such marks. `nothing` is a space of no width.
 */
export type InklessGlyph =
  | 'rlm'
  | 'alm'
  | 'rlm-thin'
  | 'lrm'
  | 'lrm-thin'
  | 'rlm-space'
  | 'space'
  | 'gap'
  | 'nothing';

/** Ems. Of no width, a mark at the right edge of a glyph stands beside what follows, and poppler breaks the line there. */
export const THIN = 0.05;

/** What is baked into the glyphs of a chunk beside what its letters are. Ems. */
export interface Variant {
  /** How far they stand above the baseline: readers take text at another height for another line. */
  readonly lift: number;
  /** What the rightmost character takes of the space at its right; null where it takes none. */
  readonly space: number | null;
  /** How far its ink stands from its place, in which it takes almost no room; 0 if it is no such chunk. */
  readonly shift: number;
}

/** Codes are two bytes (0 is .notdef); the glyphs that only composites use need places too. */
const MOST_CODES = 40_000;

export class DocumentFont {
  readonly #face: Face;
  readonly #file: FontFile;
  readonly #pdf: FontEmbedder;
  readonly #rules: CharRules;
  #subfont: Subfont | null = null;
  #count = 0;
  #hasPrivateUse = false;
  readonly #runs = new Map<GlyphRun, readonly Chunk[]>();
  readonly #parts = new Map<GlyphRun, Map<string, readonly Chunk[]>>();
  readonly #variants = new Map<Chunk, Map<string | number, Encoded>>();
  readonly #spaces = new Map<string, Encoded>();
  readonly #inklessGlyphs = new Map<InklessGlyph, Encoded>();
  readonly #standIns = { mark: new Map<number, Encoded>(), space: new Map<number, Encoded>() };
  readonly #sortSpaces = new Map<number, Encoded>();
  readonly #leaders = new Map<GlyphRun, Encoded>();
  readonly #spellings = new Map<GlyphRun, Encoded>();

  constructor(face: Face, pdf: FontEmbedder, rules: CharRules) {
    this.#face = face;
    this.#pdf = pdf;
    this.#rules = rules;
    this.#file = fontFileOf(face);
  }

  get hasPrivateUse(): boolean {
    return this.#hasPrivateUse;
  }

  /** Cached: runs are shared by all occurrences of a word. In logical order. */
  chunks(part: RunPart): readonly Chunk[] {
    const { run, from, to, kashida } = part;
    if (!kashida && from === 0 && to === run.ids.length) {
      const known = this.#runs.get(run);
      if (known) return known;
      const chunks = cutChunks(part, this.#rules);
      this.#runs.set(run, chunks);
      return chunks;
    }
    const parts = remember(this.#parts, run, () => new Map<string, readonly Chunk[]>());
    return remember(parts, `${from},${to},${kashida?.at},${kashida?.width}`, () =>
      cutChunks(part, this.#rules),
    );
  }

  encode(chunk: Chunk): Encoded {
    if (chunk.encoded === null) {
      chunk.encoded = this.#encodeGlyphs(charGlyphsOf(chunk));
      if (chunk.source !== null) chunk.charGlyphs = null;
    }
    return chunk.encoded;
  }

  /** A chunk that stands or holds more than its letters alone. */
  encodeVariant(chunk: Chunk, variant: Variant): Encoded {
    const { lift, space, shift } = variant;
    const variants = remember(this.#variants, chunk, newVariants);
    // Nearly all have a space alone, for which a number does.
    const key = lift === 0 && shift === 0 && space !== null ? space : `${lift},${space},${shift}`;
    return remember(variants, key, () => this.#encodeGlyphs(this.#vary(chunk, variant)));
  }

  #vary(chunk: Chunk, { lift, space, shift }: Variant): readonly CharGlyph[] {
    const units = (ems: number) => Math.round(ems * this.#face.unitsPerEm);
    const moved =
      shift === 0 ? charGlyphsOf(chunk) : moveOutlines(charGlyphsOf(chunk), units(shift), units(THIN));
    const wide = space === null ? moved : widen(moved, units(space));
    return lift === 0 ? wide : wide.map((charGlyph) => raise(charGlyph, units(lift)));
  }

  /** The last character of a chunk with a space after it in its code, what it is, and what comes before it. */
  encodeEnding(chunk: Chunk, variant: Variant): { head: Encoded | null; last: Encoded; text: string } {
    const charGlyphs = this.#vary(chunk, variant);
    const last = charGlyphs.at(-1)!;
    return {
      head: charGlyphs.length === 1 ? null : this.#encodeGlyphs(charGlyphs.slice(0, -1)),
      last: this.#encodeGlyphs([{ ...last, more: `${last.more} ` }]),
      text: String.fromCodePoint(last.codePoint) + last.more,
    };
  }

  /** A number in Arabic-Indic digits; a plain one without the mark that it begins with. */
  encodeNumber(chunk: Chunk, variant: Variant): Encoded {
    const [charGlyph] = this.#vary(chunk, variant);
    const { codePoint, more } = charGlyph!;
    if (!chunk.number!.isPlain) return this.#encodeGlyphs([charGlyph!]);
    const text = Array.from(String.fromCodePoint(codePoint) + more);
    const [first, ...others] = text.slice(1);
    return this.#encodeGlyphs([{ ...charGlyph!, codePoint: first!.codePointAt(0)!, more: others.join('') }]);
  }

  /** A part of a chunk. */
  encodeCut(chunk: Chunk, variant: Variant, { from, to }: NonNullable<PiecePart['cut']>): Encoded {
    return this.#encodeGlyphs(this.#vary(chunk, variant).slice(from, to));
  }

  /** A piece as one glyph that begins where the piece is sorted. */
  encodeMoved({ parts, x, width }: Piece): Encoded {
    const units = (points: number) =>
      Math.round((points * this.#face.unitsPerEm) / parts[0]!.item.style.size);
    const placed = parts.map(({ item, cut, x: left }) => {
      const charGlyphs =
        item.kind === 'space'
          ? [makeInkless(item.char.codePointAt(item.char.length - 1)!, '', this.#face.space)]
          : this.#vary(item.chunk, {
              lift: item.style.rise / item.style.size,
              space: null,
              shift: item.shift / item.style.size,
            });
      return { charGlyphs: cut ? charGlyphs.slice(cut.from, cut.to) : charGlyphs, left: units(left - x) };
    });
    const charGlyph = fuseGlyphs(placed);
    return this.#encodeGlyphs([width === null ? charGlyph : { ...charGlyph, advance: units(width) }]);
  }

  /** A space of almost no width: see `Piece`. */
  sortSpace(index: number): Encoded {
    const advance = index % SORT_SPACES;
    return remember(this.#sortSpaces, advance, () => this.#encodeGlyphs([makeInkless(0x20, '', advance)]));
  }

  /** A left-to-right mark, or a space, of a width in font units. */
  encodeStandIn(width: number, kind: 'mark' | 'space'): Encoded {
    const codePoint = kind === 'mark' ? LRM : 0x20;
    return remember(this.#standIns[kind], width, () =>
      this.#encodeGlyphs([makeInkless(codePoint, '', width)]),
    );
  }

  inkless(kind: InklessGlyph): Encoded {
    return this.#inklessGlyphs.get(kind) ?? this.#encodeInkless(kind);
  }

  #encodeInkless(kind: InklessGlyph): Encoded {
    const encoded = this.#encodeGlyphs([this.#makeInkless(kind)]);
    this.#inklessGlyphs.set(kind, encoded);
    return encoded;
  }

  #makeInkless(kind: InklessGlyph): CharGlyph {
    switch (kind) {
      case 'rlm':
        return makeInkless(RLM);
      case 'alm':
        return makeInkless(ALM);
      case 'lrm':
        return makeInkless(LRM);
      case 'rlm-thin':
        return makeInkless(RLM, '', Math.round(THIN * this.#face.unitsPerEm));
      case 'lrm-thin':
        return makeInkless(LRM, '', Math.round(THIN * this.#face.unitsPerEm));
      case 'rlm-space':
        return makeInkless(RLM, ' ', this.#face.space);
      case 'space':
        return makeInkless(0x20, '', this.#face.space);
      case 'nothing':
        return makeInkless(0x20);
      case 'gap':
        return makeInkless(0x34f, ' ');
      default:
        return unreachable(kind, 'rlm, alm, rlm-thin, lrm, lrm-thin, rlm-space, space, gap, nothing');
    }
  }

  /**
   * A space: inkless, of the face's own width. How far it was stretched is said by positioning, because
   * readers judge gaps against the width of the space glyph.
   */
  space(char: string): Encoded {
    return this.#spaces.get(char) ?? this.#encodeSpace(char);
  }

  #encodeSpace(char: string): Encoded {
    // PDFBox sets a vowel on what it overlaps.
    const advance = char === '  ' ? 0 : this.#face.space;
    const encoded = this.#encodeGlyphs([makeInkless(spaceCharacter(char), char.slice(1), advance)]);
    this.#spaces.set(char, encoded);
    return encoded;
  }

  /** A word that is read and not drawn. */
  spell(run: GlyphRun): Encoded {
    return remember(this.#spellings, run, () =>
      this.#encodeGlyphs(cutCharGlyphs(wholeRun(run), this.#rules)),
    );
  }

  /** Leader dots: drawn as they are, read as spaces, so that nobody copies or hears fifty full stops. */
  leader(run: GlyphRun): Encoded {
    return remember(this.#leaders, run, () =>
      this.#encodeGlyphs(
        cutCharGlyphs(wholeRun(run), this.#rules).map((charGlyph) => ({ ...charGlyph, codePoint: 0x20 })),
      ),
    );
  }

  #encodeGlyphs(charGlyphs: readonly CharGlyph[]): Encoded {
    const subfont = this.#roomFor(charGlyphs.length);
    let codes = '';
    let advance = 0;
    for (const charGlyph of charGlyphs) {
      codes += subfont.code(charGlyph);
      advance += charGlyph.advance;
      if (charGlyph.codePoint >= FIRST_PRIVATE) this.#hasPrivateUse ||= isPrivateUse(charGlyph.codePoint);
    }
    return { subfont, codes, advance: advance / this.#face.unitsPerEm };
  }

  #roomFor(count: number): Subfont {
    if (!this.#subfont || this.#subfont.size + count > MOST_CODES) {
      this.#subfont = new Subfont(this.#face, this.#file, this.#pdf, this.#count++);
    }
    return this.#subfont;
  }
}

const newVariants = () => new Map<string | number, Encoded>();

/** No character of private use comes before it. */
const FIRST_PRIVATE = 0xe000;
const isPrivateUse = (codePoint: number) => PRIVATE_USE.test(String.fromCodePoint(codePoint));

/** As many as can stand among eight characters. */
const SORT_SPACES = 4;

/** Tabs and line ends of preformatted text read as plain spaces; other spaces stay what they are. */
function spaceCharacter(char: string): number {
  const codePoint = char.codePointAt(0) ?? 0x20;
  return codePoint < 0x20 || codePoint === 0x2028 || codePoint === 0x2029 ? 0x20 : codePoint;
}

import { unreachable } from '../base/unreachable.ts';
import { CodePointFace } from '../font/code-point-face.ts';
import type { Face } from '../font/face.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import { type Chunk, cutChunks, slotsOf } from './chunk.ts';
import { type FontFile, fontFileOf } from './font-file.ts';
import { fuseSlots, moveInk, raise, widen } from './moved-slots.ts';
import type { EmbeddedFont, PdfFile } from './pdf-file.ts';
import { PRIVATE_USE } from './private-use.ts';
import { remember } from './remember.ts';
import type { Piece, PiecePart } from './shown.ts';
import { ALM, cutSlots, type Ink, LRM, markSlot, RLM, type RunPart, type Slot, wholeRun } from './slots.ts';
import type { DrawnGlyph } from './subset-writer.ts';

/**
 * The fonts of the document: for each face one whose glyphs stand for one source character each ("one
 * CID = one character"). What a shaper does to text – ligatures, marks, kerning, contextual widths – is
 * baked into composite glyphs, so that no reader has anything to put right: it maps codes to characters
 * one by one, sees a single baseline and no gaps inside a word.
 */
export class DocumentFonts {
  readonly #file: PdfFile;
  readonly #byFace = new Map<Face, DocumentFont>();

  constructor(file: PdfFile) {
    this.#file = file;
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
    const font = new DocumentFont(face, this.#file);
    this.#byFace.set(face, font);
    return font;
  }
}

/** Text ready for a show operator. */
export interface Encoded {
  readonly subfont: Subfont;
  /** Codes as they stand in a literal string (ISO 32000-1, 7.3.4.2): two bytes each, escaped where need be. */
  readonly codes: string;
  /** The sum of the advances, in ems: what the pen moves at size 1. */
  readonly advance: number;
}

/**
 * Inkless characters that keep readers from turning text round. `rlm-space` is a right-to-left mark and
 * a space in one glyph: pdf.js forgets a space after which the pen jumps, but not one inside a mapping. So is `gap`
 * with U+034F COMBINING GRAPHEME JOINER, of no width: pdf.js looks for phrases as if there were no such marks. `nothing` is a space of no width.
 */
export type Carrier =
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
  readonly #pdf: PdfFile;
  #subfont: Subfont | null = null;
  #count = 0;
  #hasPrivateUse = false;
  readonly #runs = new Map<GlyphRun, readonly Chunk[]>();
  readonly #parts = new Map<GlyphRun, Map<string, readonly Chunk[]>>();
  readonly #variants = new Map<Chunk, Map<string, Encoded>>();
  readonly #spaces = new Map<string, Encoded>();
  readonly #carriers = new Map<Carrier, Encoded>();
  readonly #standIns = new Map<number, Encoded>();
  readonly #sortSpaces = new Map<number, Encoded>();
  readonly #leaders = new Map<GlyphRun, Encoded>();

  constructor(face: Face, pdf: PdfFile) {
    this.#face = face;
    this.#pdf = pdf;
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
      const chunks = cutChunks(part);
      this.#runs.set(run, chunks);
      return chunks;
    }
    const parts = remember(this.#parts, run, () => new Map<string, readonly Chunk[]>());
    return remember(parts, `${from},${to},${kashida?.at},${kashida?.width}`, () => cutChunks(part));
  }

  encode(chunk: Chunk): Encoded {
    if (chunk.encoded === null) {
      chunk.encoded = this.#encodeSlots(slotsOf(chunk));
      if (chunk.source !== null) chunk.slots = null;
    }
    return chunk.encoded;
  }

  /** A chunk that stands or holds more than its letters alone. */
  encodeVariant(chunk: Chunk, variant: Variant): Encoded {
    const { lift, space, shift } = variant;
    const variants = remember(this.#variants, chunk, () => new Map<string, Encoded>());
    return remember(variants, `${lift},${space},${shift}`, () =>
      this.#encodeSlots(this.#vary(chunk, variant)),
    );
  }

  #vary(chunk: Chunk, { lift, space, shift }: Variant): readonly Slot[] {
    const units = (ems: number) => Math.round(ems * this.#face.unitsPerEm);
    const moved = shift === 0 ? slotsOf(chunk) : moveInk(slotsOf(chunk), units(shift), units(THIN));
    const wide = space === null ? moved : widen(moved, units(space));
    return lift === 0 ? wide : wide.map((slot) => raise(slot, units(lift)));
  }

  /** The last character of a chunk with a space after it in its code, what it is, and what comes before it. */
  encodeEnding(chunk: Chunk, variant: Variant): { head: Encoded | null; last: Encoded; text: string } {
    const slots = this.#vary(chunk, variant);
    const last = slots.at(-1)!;
    return {
      head: slots.length === 1 ? null : this.#encodeSlots(slots.slice(0, -1)),
      last: this.#encodeSlots([{ ...last, more: `${last.more} ` }]),
      text: String.fromCodePoint(last.codePoint) + last.more,
    };
  }

  /** A number in Arabic-Indic digits; a plain one without the mark that it begins with. */
  encodeNumber(chunk: Chunk, variant: Variant): Encoded {
    const [slot] = this.#vary(chunk, variant);
    const { codePoint, more } = slot!;
    if (!chunk.number!.isPlain) return this.#encodeSlots([slot!]);
    const text = Array.from(String.fromCodePoint(codePoint) + more);
    const [first, ...others] = text.slice(1);
    return this.#encodeSlots([{ ...slot!, codePoint: first!.codePointAt(0)!, more: others.join('') }]);
  }

  /** A part of a chunk. */
  encodeCut(chunk: Chunk, variant: Variant, { from, to }: NonNullable<PiecePart['cut']>): Encoded {
    return this.#encodeSlots(this.#vary(chunk, variant).slice(from, to));
  }

  /** A piece as one glyph that begins where the piece is sorted. */
  encodeMoved({ parts, x, width }: Piece): Encoded {
    const units = (points: number) =>
      Math.round((points * this.#face.unitsPerEm) / parts[0]!.item.style.size);
    const placed = parts.map(({ item, cut, x: left }) => {
      const slots =
        item.kind === 'space'
          ? [markSlot(item.char.codePointAt(item.char.length - 1)!, '', this.#face.space)]
          : this.#vary(item.chunk, {
              lift: item.style.rise / item.style.size,
              space: null,
              shift: item.shift / item.style.size,
            });
      return { slots: cut ? slots.slice(cut.from, cut.to) : slots, left: units(left - x) };
    });
    const slot = fuseSlots(placed);
    return this.#encodeSlots([width === null ? slot : { ...slot, advance: units(width) }]);
  }

  /** A space of almost no width: see `Piece`. */
  sortSpace(index: number): Encoded {
    const advance = index % SORT_SPACES;
    return remember(this.#sortSpaces, advance, () => this.#encodeSlots([markSlot(0x20, '', advance)]));
  }

  /** A left-to-right mark of a width in font units. */
  encodeStandIn(width: number): Encoded {
    return remember(this.#standIns, width, () => this.#encodeSlots([markSlot(LRM, '', width)]));
  }

  carrier(kind: Carrier): Encoded {
    return this.#carriers.get(kind) ?? this.#encodeCarrier(kind);
  }

  #encodeCarrier(kind: Carrier): Encoded {
    const encoded = this.#encodeSlots([this.#carrierSlot(kind)]);
    this.#carriers.set(kind, encoded);
    return encoded;
  }

  #carrierSlot(kind: Carrier): Slot {
    switch (kind) {
      case 'rlm':
        return markSlot(RLM);
      case 'alm':
        return markSlot(ALM);
      case 'lrm':
        return markSlot(LRM);
      case 'rlm-thin':
        return markSlot(RLM, '', Math.round(THIN * this.#face.unitsPerEm));
      case 'lrm-thin':
        return markSlot(LRM, '', Math.round(THIN * this.#face.unitsPerEm));
      case 'rlm-space':
        return markSlot(RLM, ' ', this.#face.space);
      case 'space':
        return markSlot(0x20, '', this.#face.space);
      case 'nothing':
        return markSlot(0x20);
      case 'gap':
        return markSlot(0x34f, ' ');
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
    const encoded = this.#encodeSlots([markSlot(spaceCharacter(char), char.slice(1), advance)]);
    this.#spaces.set(char, encoded);
    return encoded;
  }

  /** Leader dots: drawn as they are, read as spaces, so that nobody copies or hears fifty full stops. */
  leader(run: GlyphRun): Encoded {
    return remember(this.#leaders, run, () =>
      this.#encodeSlots(cutSlots(wholeRun(run)).map((slot) => ({ ...slot, codePoint: 0x20 }))),
    );
  }

  #encodeSlots(slots: readonly Slot[]): Encoded {
    const subfont = this.#roomFor(slots.length);
    let codes = '';
    let advance = 0;
    for (const slot of slots) {
      codes += subfont.code(slot);
      advance += slot.advance;
      if (slot.codePoint >= FIRST_PRIVATE) this.#hasPrivateUse ||= isPrivateUse(slot.codePoint);
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

/** No character of private use comes before it. */
const FIRST_PRIVATE = 0xe000;
const isPrivateUse = (codePoint: number) => PRIVATE_USE.test(String.fromCodePoint(codePoint));

/** A font object of the PDF. A face has one, or several where its text needs more codes than one can hold. */
export class Subfont {
  readonly #file: FontFile;
  readonly #embedded: EmbeddedFont;
  readonly #codes = new Map<string | number, string>();
  readonly #glyphs: DrawnGlyph[] = [];
  readonly #scale: number;

  constructor(face: Face, file: FontFile, pdf: PdfFile, index: number) {
    this.#file = file;
    this.#scale = 1000 / face.unitsPerEm;
    this.#embedded = pdf.embedFont(this.#describe(face, index), `${face.id}/${index}`);
  }

  /** The name of the font in resource dictionaries. */
  get name(): string {
    return this.#embedded.id;
  }

  /** Codes in use. */
  get size(): number {
    return this.#glyphs.length;
  }

  get embedded(): EmbeddedFont {
    return this.#embedded;
  }

  /** The code of a slot, as in `Encoded`: equal slots share one. */
  code({ codePoint, more, advance, ink }: Slot): string {
    const hasOutline = (part: Ink) => this.#file.hasOutline(part.glyph);
    const drawn = ink.every(hasOutline) ? ink : ink.filter(hasOutline);
    const key = slotKey(codePoint, more, advance, drawn);
    let code = this.#codes.get(key);
    if (code === undefined) {
      const id = this.#glyphs.push({ advance, ink: drawn });
      this.#embedded.widths[id] = advance * this.#scale;
      this.#embedded.unicode[id] = [codePoint, ...Array.from(more, (char) => char.codePointAt(0)!)];
      code = literal(id >> 8) + literal(id & 0xff);
      this.#codes.set(key, code);
    }
    return code;
  }

  /** What pdfkit asks of a fontkit font when it embeds one; it never lays out text with it. */
  #describe(face: Face, index: number): object {
    return {
      layout: refuseLayout,
      createSubset: () => ({ encode: () => this.#file.writeSubset(this.#glyphs) }),
      getGlyph: (id: number) => ({ advanceWidth: this.#file.advanceOf(id) }),
      // The user's own files may be named anything; a PDF name may not.
      postscriptName: face.postscriptName.replace(/[^A-Za-z0-9._-]/g, '_'),
      ...this.#file.describe(),
      // pdfkit takes two fonts of one name for the same unless their check sums differ.
      _tables: { head: { checkSumAdjustment: `${face.id}/${index}` } },
    };
  }
}

/** A byte of a literal string: parentheses and the backslash are escaped, and a bare CR would be read as LF. */
export function literal(byte: number): string {
  const char = String.fromCharCode(byte);
  if (char === '\r') return '\\r';
  return char === '(' || char === ')' || char === '\\' ? `\\${char}` : char;
}

/** As many as can stand among eight characters. */
const SORT_SPACES = 4;

/** Together with the 21 bits of a code point these stay below 2^53. */
const GLYPHS = 0x10000;
const ADVANCES = 0x2000;

/** Equal for equal slots. Most are a letter with its glyph in place, for which a number does, at a tenth of the cost. */
function slotKey(codePoint: number, more: string, advance: number, ink: readonly Ink[]): string | number {
  const [only] = ink;
  if (ink.length === 1 && only!.dx === 0 && only!.dy === 0 && only!.stretch === 1 && more === '') {
    if (advance < ADVANCES) return (codePoint * GLYPHS + only!.glyph) * ADVANCES + advance;
  }
  let key = `${codePoint}|${more}|${advance}`;
  for (const { glyph, dx, dy, stretch } of ink) {
    key += `;${glyph},${dx},${dy}`;
    if (stretch !== 1) key += `,${stretch}`;
  }
  return key;
}

/** Tabs and line ends of preformatted text read as plain spaces; other spaces stay what they are. */
function spaceCharacter(char: string): number {
  const codePoint = char.codePointAt(0) ?? 0x20;
  return codePoint < 0x20 || codePoint === 0x2028 || codePoint === 0x2029 ? 0x20 : codePoint;
}

function refuseLayout(): never {
  throw new Error('text is laid out before it is painted');
}

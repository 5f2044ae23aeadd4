import { create, type FontkitFont, type FontkitSubset } from 'fontkit';
import type { Face } from '../font/face.ts';
import type { Ink } from './slots.ts';

/** What a glyph of the document font draws: outlines of the face, placed. */
export interface DrawnGlyph {
  /** Font units. */
  readonly advance: number;
  readonly ink: readonly Ink[];
}

interface Box {
  readonly xMin: number;
  readonly yMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Flags of a component record (OpenType `glyf`, composite glyph description). */
const WORD_ARGUMENTS = 0x0001;
const ARGUMENTS_ARE_XY = 0x0002;
const MORE_COMPONENTS = 0x0020;
const SCALE = 0x0008;
const X_AND_Y_SCALE = 0x0040;
const TWO_BY_TWO = 0x0080;
/** Offsets are not scaled along with the outline. */
const UNSCALED_OFFSET = 0x1000;
/** One in F2Dot14. */
const ONE = 0x4000;

const NO_OUTLINE = new Uint8Array(0);

/** A face's file opened by fontkit: outlines and subset. The only file that reaches into fontkit. */
export class FontFile {
  readonly font: FontkitFont;
  readonly #bytes: DataView;

  /**
   * @throws Error where the outlines are PostScript (CFF): composites, on which the text layer rests,
   * exist in TrueType outlines only. No bundled face has them; supporting them means to convert cubic
   * curves to quadratic ones here.
   */
  constructor(face: Face) {
    this.font = create(face.bytes);
    if (!('glyf' in this.font.directory.tables)) {
      throw new Error(`the face ${face.id} has no TrueType outlines; convert its file to TrueType`);
    }
    this.#bytes = new DataView(face.bytes.buffer, face.bytes.byteOffset, face.bytes.byteLength);
  }

  /** From `hmtx`; glyphs after the last full record have its advance. */
  advanceOf(glyph: number): number {
    const { hhea, directory } = this.font;
    const record = Math.min(glyph, hhea.numberOfMetrics - 1);
    return this.#bytes.getUint16(directory.tables['hmtx']!.offset + 4 * record);
  }

  hasOutline(glyph: number): boolean {
    return this.font.loca.offsets[glyph + 1]! > this.font.loca.offsets[glyph]!;
  }

  /** Bounds from the glyph's header in `glyf`, without decoding its points. */
  boxOf(glyph: number): Box {
    const at = this.font.directory.tables['glyf']!.offset + this.font.loca.offsets[glyph]!;
    const read = (offset: number) => this.#bytes.getInt16(at + offset);
    return { xMin: read(2), yMin: read(4), xMax: read(6), yMax: read(8) };
  }

  /** A copy of a glyph's description. */
  copyOutline(glyph: number): Uint8Array {
    const { offsets } = this.font.loca;
    const start = this.#bytes.byteOffset + this.font.directory.tables['glyf']!.offset;
    return new Uint8Array(
      this.#bytes.buffer.slice(start + offsets[glyph]!, start + offsets[glyph + 1]!) as ArrayBuffer,
    );
  }

  /**
   * A TrueType font whose glyph n is `glyphs[n - 1]`, glyph 0 being .notdef; outlines that only
   * composites use come after them. Deterministic: order of first use.
   */
  writeSubset(glyphs: readonly DrawnGlyph[]): Uint8Array {
    return new SubsetWriter(this, glyphs).write();
  }
}

/** fontkit's TrueType subset with its glyphs replaced by drawn ones. */
class SubsetWriter {
  readonly #file: FontFile;
  readonly #glyphs: readonly DrawnGlyph[];
  readonly #subset: FontkitSubset;
  /** Slot in the new font of each outline that stands there unchanged, by its id in the face. */
  readonly #places = new Map<number, number>([[0, 0]]);
  /** Slots after the drawn glyphs: outlines of the face needed as components. */
  readonly #components: number[] = [];

  constructor(file: FontFile, glyphs: readonly DrawnGlyph[]) {
    this.#file = file;
    this.#glyphs = glyphs;
    this.#subset = file.font.createSubset();
  }

  write(): Uint8Array {
    const subset = this.#subset;
    subset.font = this.#widenedFont();
    subset.glyphs = Array.from({ length: this.#glyphs.length + 1 }, (_, slot) => slot);
    this.#glyphs.forEach((glyph, index) => {
      const outline = this.#plainOutline(glyph);
      if (outline !== null && !this.#places.has(outline)) this.#places.set(outline, index + 1);
    });
    subset._addGlyph = (slot) => {
      const glyph = slot === 0 ? null : this.#glyphs[slot - 1];
      const outline = glyph
        ? this.#plainOutline(glyph)
        : (this.#components[slot - 1 - this.#glyphs.length] ?? 0);
      if (outline !== null && this.#places.get(outline) === slot) this.#addOutline(outline);
      else
        this.#addGlyph(
          glyph!.advance,
          glyph!.ink.length === 0 ? NO_OUTLINE : this.#writeComposite(glyph!.ink),
        );
    };
    return subset.encode();
  }

  /**
   * The face's font with long offsets (a subset of many composites may outgrow the 128 KB that short
   * ones reach) and with limits that hold for glyphs made of several others.
   */
  #widenedFont(): FontkitFont {
    const { font } = this.#file;
    const { maxp } = font;
    const parts = this.#glyphs.reduce((most, glyph) => Math.max(most, glyph.ink.length), 1);
    const bound = (simple: string, composite: string) =>
      Math.min(0xffff, Math.max(maxp[simple] ?? 0, maxp[composite] ?? 0) * parts);
    const limits = {
      ...maxp,
      maxComponentElements: Math.max(maxp['maxComponentElements'] ?? 0, parts),
      maxComponentDepth: (maxp['maxComponentDepth'] ?? 0) + 1,
      maxCompositePoints: bound('maxPoints', 'maxCompositePoints'),
      maxCompositeContours: bound('maxContours', 'maxCompositeContours'),
    };
    return Object.create(font, {
      loca: { value: { version: 1, offsets: font.loca.offsets } },
      maxp: { value: limits },
    });
  }

  /** The one outline that this glyph is, unmoved and with its own advance; null if it is anything else. */
  #plainOutline({ advance, ink }: DrawnGlyph): number | null {
    const [only] = ink;
    if (!only || ink.length > 1 || only.dx !== 0 || only.dy !== 0 || only.stretch !== 1) return null;
    return this.#file.advanceOf(only.glyph) === advance ? only.glyph : null;
  }

  #place(outline: number): number {
    let slot = this.#places.get(outline);
    if (slot === undefined) {
      slot = this.#subset.glyphs.length;
      this.#subset.glyphs.push(slot);
      this.#components.push(outline);
      this.#places.set(outline, slot);
    }
    return slot;
  }

  /** An outline of the face as it is; what it is composed of itself comes along. */
  #addOutline(outline: number): void {
    const bytes = this.#file.copyOutline(outline);
    const view = new DataView(bytes.buffer);
    if (bytes.length > 0 && view.getInt16(0) < 0) {
      let at = 10;
      let flags: number;
      do {
        flags = view.getUint16(at);
        view.setUint16(at + 2, this.#place(view.getUint16(at + 2)));
        at += componentSize(flags);
      } while (flags & MORE_COMPONENTS);
    }
    this.#addGlyph(this.#file.advanceOf(outline), bytes);
  }

  #addGlyph(advance: number, bytes: Uint8Array): void {
    const subset = this.#subset;
    // The left side bearing is xMin, as the third and fourth byte say it.
    const bearing = bytes.length === 0 ? 0 : new DataView(bytes.buffer).getInt16(2);
    subset.glyf.push(bytes);
    subset.loca.offsets.push(subset.offset);
    subset.hmtx.metrics.push({ advance, bearing });
    subset.offset += bytes.length;
  }

  #writeComposite(ink: readonly Ink[]): Uint8Array {
    // Header of 10 bytes, 8 or 12 for each component, the end aligned to 4.
    const size = ink.reduce((sum, { stretch }) => sum + (stretch === 1 ? 8 : 12), 10);
    const bytes = new Uint8Array((size + 3) & ~3);
    const view = new DataView(bytes.buffer);
    const boxes = ink.map((part) => placeBox(this.#file.boxOf(part.glyph), part));
    view.setInt16(0, -1);
    view.setInt16(2, Math.min(...boxes.map((box) => box.xMin)));
    view.setInt16(4, Math.min(...boxes.map((box) => box.yMin)));
    view.setInt16(6, Math.max(...boxes.map((box) => box.xMax)));
    view.setInt16(8, Math.max(...boxes.map((box) => box.yMax)));
    let at = 10;
    ink.forEach(({ glyph, dx, dy, stretch }, index) => {
      const scaled = stretch === 1 ? 0 : X_AND_Y_SCALE | UNSCALED_OFFSET;
      const more = index < ink.length - 1 ? MORE_COMPONENTS : 0;
      view.setUint16(at, WORD_ARGUMENTS | ARGUMENTS_ARE_XY | scaled | more);
      view.setUint16(at + 2, this.#place(glyph));
      view.setInt16(at + 4, dx);
      view.setInt16(at + 6, dy);
      at += 8;
      if (!scaled) return;
      view.setInt16(at, Math.round(stretch * ONE));
      view.setInt16(at + 2, ONE);
      at += 4;
    });
    return bytes;
  }
}

/** Bytes of a component record. */
function componentSize(flags: number): number {
  const args = flags & WORD_ARGUMENTS ? 4 : 2;
  const scale = flags & SCALE ? 2 : flags & X_AND_Y_SCALE ? 4 : flags & TWO_BY_TWO ? 8 : 0;
  return 4 + args + scale;
}

function placeBox(box: Box, { dx, dy, stretch }: Ink): Box {
  return {
    xMin: Math.round(box.xMin * stretch) + dx,
    yMin: box.yMin + dy,
    xMax: Math.round(box.xMax * stretch) + dx,
    yMax: box.yMax + dy,
  };
}

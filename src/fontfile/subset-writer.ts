import { concatenate } from '../base/byte-parts.ts';
import { COMPONENT, componentSize } from '../font/component.ts';
import type { GlyphBox } from '../font/glyph-description.ts';
import { align, type Tables, writeFontFile } from '../font/sfnt-file.ts';
import type { PlacedOutline } from './char-glyph.ts';

/** What a glyph of the document font draws: outlines of the face, placed. */
export interface DrawnGlyph {
  /** Font units. */
  readonly advance: number;
  readonly outlines: readonly PlacedOutline[];
}

/** One in F2Dot14. */
const ONE = 0x4000;

const NO_OUTLINE = new Uint8Array(0);

/** The font that a subset is written from. */
export interface OutlineSource {
  advanceOf(glyph: number): number;
  boxOf(glyph: number): GlyphBox;
  /** A glyph's description in `glyf`, not to be written to. */
  outline(glyph: number): Uint8Array;
  /** A copy of the table `maxp` for a font of these glyphs at least. */
  copyLimits(glyphs: Iterable<number>): Uint8Array | null;
  /** A copy of another TrueType table; null where there is none. */
  copyTable(tag: string): Uint8Array | null;
}

/** Programs that the outlines' instructions call. */
const PROGRAM_TABLES = ['cvt ', 'fpgm', 'prep'];

/** Fields of `head`, `hhea` and `maxp` that are written anew (OpenType 1.9), by their place. */
const HEAD = { longOffsets: 50 } as const;
const HHEA = { recordCount: 34 } as const;
const MAXP = {
  glyphCount: 4,
  points: 6,
  contours: 8,
  compositePoints: 10,
  compositeContours: 12,
  components: 28,
  depth: 30,
} as const;

/** A TrueType font of drawn glyphs: composites of a face's outlines, and the outlines. */
export class SubsetWriter {
  readonly #source: OutlineSource;
  readonly #glyphs: readonly DrawnGlyph[];
  /** Slot in the new font of each outline that stands there unchanged, by its id in the face. */
  readonly #places = new Map<number, number>([[0, 0]]);
  /** Slots after the drawn glyphs: outlines of the face needed as components. */
  readonly #components: number[] = [];
  /** Of the new font, by slot; a bearing is xMin. */
  readonly #descriptions: Uint8Array[] = [];
  readonly #metrics: { readonly advance: number; readonly bearing: number }[] = [];

  constructor(source: OutlineSource, glyphs: readonly DrawnGlyph[]) {
    this.#source = source;
    this.#glyphs = glyphs;
  }

  write(): Uint8Array {
    this.#glyphs.forEach((glyph, index) => {
      const outline = this.#plainOutline(glyph);
      if (outline !== null && !this.#places.has(outline)) this.#places.set(outline, index + 1);
    });
    this.#addOutline(0);
    this.#glyphs.forEach((glyph, index) => {
      this.#addDrawn(glyph, index + 1);
    });
    // Grows on the way: an outline may be made of others itself.
    for (const outline of this.#components) this.#addOutline(outline);
    return writeFontFile(this.#tables());
  }

  #addDrawn(glyph: DrawnGlyph, slot: number): void {
    const outline = this.#plainOutline(glyph);
    if (outline !== null && this.#places.get(outline) === slot) this.#addOutline(outline);
    else
      this.#addGlyph(
        glyph.advance,
        glyph.outlines.length === 0 ? NO_OUTLINE : this.#writeComposite(glyph.outlines),
      );
  }

  /** The one outline that this glyph is, unmoved and with its own advance; null if it is anything else. */
  #plainOutline({ advance, outlines }: DrawnGlyph): number | null {
    const [only] = outlines;
    if (!only || outlines.length > 1 || only.dx !== 0 || only.dy !== 0 || only.stretch !== 1) return null;
    return this.#source.advanceOf(only.glyph) === advance ? only.glyph : null;
  }

  #place(outline: number): number {
    let slot = this.#places.get(outline);
    if (slot === undefined) {
      slot = this.#glyphs.length + 1 + this.#components.length;
      this.#components.push(outline);
      this.#places.set(outline, slot);
    }
    return slot;
  }

  /** An outline of the face as it is; what it is composed of itself comes along. */
  #addOutline(outline: number): void {
    const bytes = this.#source.outline(outline);
    const isComposite = bytes.length > 0 && int16At(bytes, 0) < 0;
    this.#addGlyph(this.#source.advanceOf(outline), isComposite ? this.#placeComponents(bytes) : bytes);
  }

  /** A copy of a composite glyph, whose components are those of the new font. */
  #placeComponents(composite: Uint8Array): Uint8Array {
    const bytes = composite.slice();
    const view = new DataView(bytes.buffer);
    let at = 10;
    let flags: number;
    do {
      flags = view.getUint16(at);
      view.setUint16(at + 2, this.#place(view.getUint16(at + 2)));
      at += componentSize(flags);
    } while (flags & COMPONENT.moreComponents);
    return bytes;
  }

  #addGlyph(advance: number, description: Uint8Array): void {
    // The left side bearing is xMin, as the third and fourth byte say it.
    const bearing = description.length === 0 ? 0 : int16At(description, 2);
    this.#descriptions.push(description);
    this.#metrics.push({ advance, bearing });
  }

  #writeComposite(outlines: readonly PlacedOutline[]): Uint8Array {
    // Header of 10 bytes, 8 or 12 for each component, the end aligned to 4.
    const size = outlines.reduce((sum, { stretch }) => sum + (stretch === 1 ? 8 : 12), 10);
    const bytes = new Uint8Array(align(size));
    const view = new DataView(bytes.buffer);
    const boxes = outlines.map((part) => placeBox(this.#source.boxOf(part.glyph), part));
    view.setInt16(0, -1);
    view.setInt16(2, Math.min(...boxes.map((box) => box.xMin)));
    view.setInt16(4, Math.min(...boxes.map((box) => box.yMin)));
    view.setInt16(6, Math.max(...boxes.map((box) => box.xMax)));
    view.setInt16(8, Math.max(...boxes.map((box) => box.yMax)));
    let at = 10;
    outlines.forEach(({ glyph, dx, dy, stretch }, index) => {
      const scaled = stretch === 1 ? 0 : COMPONENT.xAndYScale | COMPONENT.unscaledOffset;
      const more = index < outlines.length - 1 ? COMPONENT.moreComponents : 0;
      view.setUint16(at, COMPONENT.wordArguments | COMPONENT.argumentsAreXY | scaled | more);
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

  /** Tables that PDF asks for (ISO 32000-1, 9.9); the others stay behind. */
  #tables(): Tables {
    const tables = new Map<string, Uint8Array>();
    for (const tag of PROGRAM_TABLES) {
      const program = this.#source.copyTable(tag);
      if (program) tables.set(tag, program);
    }
    return tables
      .set('glyf', concatenate(this.#descriptions))
      .set('head', this.#writeHead())
      .set('hhea', this.#writeHhea())
      .set('hmtx', this.#writeMetrics())
      .set('loca', this.#writeOffsets())
      .set('maxp', this.#writeLimits());
  }

  #writeHead(): Uint8Array {
    // A subset of many composites may outgrow the 128 KB that short offsets reach.
    return change('head', this.#source.copyTable('head'), (view) => view.setInt16(HEAD.longOffsets, 1));
  }

  #writeHhea(): Uint8Array {
    return change('hhea', this.#source.copyTable('hhea'), (view) =>
      view.setUint16(HHEA.recordCount, this.#metrics.length),
    );
  }

  #writeMetrics(): Uint8Array {
    const bytes = new Uint8Array(4 * this.#metrics.length);
    const view = new DataView(bytes.buffer);
    this.#metrics.forEach(({ advance, bearing }, slot) => {
      view.setUint16(4 * slot, advance);
      view.setInt16(4 * slot + 2, bearing);
    });
    return bytes;
  }

  #writeOffsets(): Uint8Array {
    const bytes = new Uint8Array(4 * (this.#descriptions.length + 1));
    const view = new DataView(bytes.buffer);
    let offset = 0;
    this.#descriptions.forEach(({ length }, slot) => {
      offset += length;
      view.setUint32(4 * (slot + 1), offset);
    });
    return bytes;
  }

  /** Limits that hold for glyphs made of several others. */
  #writeLimits(): Uint8Array {
    const parts = this.#glyphs.reduce((most, glyph) => Math.max(most, glyph.outlines.length), 1);
    return change('maxp', this.#source.copyLimits(this.#places.keys()), (view) => {
      const bound = (simple: number, composite: number) =>
        view.setUint16(
          composite,
          Math.min(0xffff, Math.max(view.getUint16(simple), view.getUint16(composite)) * parts),
        );
      view.setUint16(MAXP.glyphCount, this.#descriptions.length);
      bound(MAXP.points, MAXP.compositePoints);
      bound(MAXP.contours, MAXP.compositeContours);
      view.setUint16(MAXP.components, Math.max(view.getUint16(MAXP.components), parts));
      view.setUint16(MAXP.depth, view.getUint16(MAXP.depth) + 1);
    });
  }
}

function change(tag: string, bytes: Uint8Array | null, write: (view: DataView) => void): Uint8Array {
  if (bytes === null) throw new Error(`a font was opened that has no table ${tag}`);
  write(new DataView(bytes.buffer));
  return bytes;
}

function int16At(bytes: Uint8Array, at: number): number {
  return ((bytes[at]! << 24) | (bytes[at + 1]! << 16)) >> 16;
}

function placeBox(box: GlyphBox, { dx, dy, stretch }: PlacedOutline): GlyphBox {
  return {
    xMin: Math.round(box.xMin * stretch) + dx,
    yMin: box.yMin + dy,
    xMax: Math.round(box.xMax * stretch) + dx,
    yMax: box.yMax + dy,
  };
}

import { create, type FontkitFont } from 'fontkit';
import type { Face } from '../font/face.ts';
import type { GlyphBox } from '../font/glyph-description.ts';
import { ConvertedOutlines, type OutlineLimits } from './converted-outlines.ts';
import { type DrawnGlyph, type OutlineSource, SubsetWriter } from './subset-writer.ts';

/** What a glyph's description begins with: the number of contours and the bounds. */
const HEADER_SIZE = 10;
const NO_OUTLINE = new Uint8Array(0);

const files = new WeakMap<Face, FontFile>();

/** The file of a face, read once and kept as long as the face is. */
export function fontFileOf(face: Face): FontFile {
  const file = files.get(face) ?? new FontFile(face);
  files.set(face, file);
  return file;
}

/**
 * A face's file: its metrics, and the font that is embedded, which is TrueType always. The text layer rests
 * on composites, which PostScript outlines (CFF) do not have: those are converted, each when it is used. The
 * only file that reaches into fontkit.
 */
export class FontFile implements OutlineSource {
  readonly #font: FontkitFont;
  /** Null where the outlines are TrueType already. */
  readonly #converted: ConvertedOutlines | null;
  /** Where outlines begin in `glyf`, and that in the file; fontkit looks its tables up anew whenever it is asked. */
  readonly #offsets: readonly number[];
  readonly #outlines: number;
  readonly #metrics: { readonly offset: number; readonly last: number };
  readonly #bytes: DataView;

  constructor(face: Face) {
    this.#font = create(face.bytes);
    const { directory, hhea } = this.#font;
    this.#converted = 'glyf' in directory.tables ? null : new ConvertedOutlines(face);
    this.#offsets = this.#converted ? [] : this.#font.loca.offsets;
    this.#outlines = directory.tables['glyf']?.offset ?? 0;
    this.#metrics = { offset: directory.tables['hmtx']!.offset, last: hhea.numberOfMetrics - 1 };
    this.#bytes = new DataView(face.bytes.buffer, face.bytes.byteOffset, face.bytes.byteLength);
  }

  /** What pdfkit writes into the descriptor of an embedded font, by the names that fontkit has for it. */
  describe(): object {
    const font = this.#font;
    const { unitsPerEm, ascent, descent, lineGap, xHeight, capHeight, bbox, head, post } = font;
    return {
      unitsPerEm,
      ascent,
      descent,
      lineGap,
      xHeight,
      capHeight,
      // fontkit gives no table that it cannot read, and reads fewer kinds of this one than there are; the angle is read from it.
      italicAngle: post ? font.italicAngle : 0,
      bbox,
      head,
      post: post ?? { isFixedPitch: 0 },
      'OS/2': font['OS/2'],
    };
  }

  /** From `hmtx`; glyphs after the last full record have its advance. */
  advanceOf(glyph: number): number {
    const { offset, last } = this.#metrics;
    return this.#bytes.getUint16(offset + 4 * Math.min(glyph, last));
  }

  hasOutline(glyph: number): boolean {
    if (this.#converted) return this.#converted.describe(glyph).length > 0;
    return this.#offsets[glyph + 1]! - this.#offsets[glyph]! >= HEADER_SIZE;
  }

  /** Bounds from the header of the glyph's description, without decoding its points. */
  boxOf(glyph: number): GlyphBox {
    const { buffer, byteOffset } = this.outline(glyph);
    const header = new DataView(buffer, byteOffset);
    const [xMin, yMin] = [header.getInt16(2), header.getInt16(4)];
    return { xMin, yMin, xMax: header.getInt16(6), yMax: header.getInt16(8) };
  }

  outline(glyph: number): Uint8Array {
    if (this.#converted) return this.#converted.describe(glyph);
    const [start, end] = [this.#offsets[glyph]!, this.#offsets[glyph + 1]!];
    if (end - start < HEADER_SIZE) return NO_OUTLINE;
    return this.#slice(this.#outlines + start, end - start);
  }

  copyLimits(glyphs: Iterable<number>): Uint8Array | null {
    return this.#converted ? writeLimits(mostOf(glyphs, this.#converted)) : this.copyTable('maxp');
  }

  /** A copy of a table; null where the file has none. */
  copyTable(tag: string): Uint8Array | null {
    const table = this.#font.directory.tables[tag];
    return table ? this.#slice(table.offset, table.length).slice() : null;
  }

  /**
   * A TrueType font whose glyph n is `glyphs[n - 1]`, glyph 0 being .notdef; outlines that only
   * composites use come after them. Deterministic: order of first use.
   */
  writeSubset(glyphs: readonly DrawnGlyph[]): Uint8Array {
    return new SubsetWriter(this, glyphs).write();
  }

  #slice(start: number, length: number): Uint8Array {
    return new Uint8Array(this.#bytes.buffer, this.#bytes.byteOffset + start, length);
  }
}

function mostOf(glyphs: Iterable<number>, outlines: ConvertedOutlines): OutlineLimits {
  let [maxPoints, maxContours] = [0, 0];
  for (const glyph of glyphs) {
    const limits = outlines.limitsOf(glyph);
    maxPoints = Math.max(maxPoints, limits.maxPoints);
    maxContours = Math.max(maxContours, limits.maxContours);
  }
  return { maxPoints, maxContours };
}

/** `maxp` of version 1.0 for outlines without instructions; what composites need is added to it. */
function writeLimits({ maxPoints, maxContours }: OutlineLimits): Uint8Array {
  const bytes = new Uint8Array(32);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, 0x00010000);
  view.setUint16(6, maxPoints);
  view.setUint16(8, maxContours);
  // One zone: the other is for instructions.
  view.setUint16(14, 1);
  return bytes;
}

/** The part of fontkit 2.0.4 that painting uses; it ships no types. */
declare module 'fontkit' {
  export interface FontkitFont {
    readonly unitsPerEm: number;
    readonly ascent: number;
    readonly descent: number;
    readonly lineGap: number;
    readonly xHeight: number;
    readonly capHeight: number;
    readonly italicAngle: number;
    readonly bbox: {
      readonly minX: number;
      readonly minY: number;
      readonly maxX: number;
      readonly maxY: number;
    };
    readonly head: unknown;
    readonly post: unknown;
    readonly 'OS/2': unknown;
    readonly loca: { readonly version: number; readonly offsets: readonly number[] };
    readonly maxp: Readonly<Record<string, number>>;
    readonly directory: {
      readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number }>>;
    };
    readonly hhea: { readonly numberOfMetrics: number };
    createSubset(): FontkitSubset;
  }

  /** TTFSubset: `encode` walks `glyphs` in order, calling `_addGlyph` for each, which may append more, and
   * writes the tables. */
  export interface FontkitSubset {
    font: FontkitFont;
    glyphs: number[];
    glyf: Uint8Array[];
    offset: number;
    loca: { offsets: number[] };
    hmtx: { metrics: { advance: number; bearing: number }[] };
    _addGlyph(id: number): void;
    encode(): Uint8Array;
  }

  export function create(bytes: Uint8Array): FontkitFont;
}

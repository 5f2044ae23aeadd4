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
    readonly loca: { readonly offsets: readonly number[] };
    readonly directory: {
      readonly tables: Readonly<Record<string, { readonly offset: number; readonly length: number }>>;
    };
    readonly hhea: { readonly numberOfMetrics: number };
  }

  export function create(bytes: Uint8Array): FontkitFont;
}

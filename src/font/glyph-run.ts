import type { Face } from './face.ts';

/**
 * A word as a face sets it: glyphs in visual order, left to right, as HarfBuzz returns them. Columns of
 * equal length rather than an object a glyph. Distances in font units; shared between all occurrences.
 */
export interface GlyphRun {
  readonly face: Face;
  /** The characters shaped, in logical order. */
  readonly text: string;
  readonly rtl: boolean;
  readonly ids: Uint16Array;
  /** For each glyph the UTF-16 offset in `text` of its cluster's first character. */
  readonly clusters: Uint16Array;
  readonly advances: Int32Array;
  readonly dx: Int32Array;
  readonly dy: Int32Array;
  /** The sum of the advances. */
  readonly width: number;
}

/**
 * One source character with the ink that stands for it: the unit of the text layer. Every character of
 * a piece gets exactly one glyph, so every reader that maps glyphs to characters finds the source again.
 */
export interface CharGlyph {
  readonly codePoint: number;
  /** What the glyph maps to beyond that character, read after it; '' but for carried spaces and numbers. */
  readonly more: string;
  /** Font units, never negative: what `hmtx` can hold. */
  advance: number;
  /** Outlines placed relative to the glyph's own pen; none for inkless glyphs such as the tail of a ligature. */
  readonly outlines: PlacedOutline[];
}

export interface PlacedOutline {
  readonly glyph: number;
  /** Font units. */
  dx: number;
  readonly dy: number;
  /** Horizontal scale of the outline; 1 but for elongations. */
  readonly stretch: number;
}

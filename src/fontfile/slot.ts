/**
 * One source character with the ink that stands for it: the unit of the text layer. Every character of
 * a piece gets exactly one slot, so every reader that maps slots to characters finds the source again.
 */
export interface Slot {
  readonly codePoint: number;
  /** What the slot maps to beyond that character, read after it; '' but for carried spaces and numbers. */
  readonly more: string;
  /** Font units, never negative: what `hmtx` can hold. */
  advance: number;
  /** Outlines placed relative to the slot's own pen; none for carriers such as the tail of a ligature. */
  readonly ink: Ink[];
}

export interface Ink {
  readonly glyph: number;
  /** Font units. */
  dx: number;
  readonly dy: number;
  /** Horizontal scale of the outline; 1 but for elongations. */
  readonly stretch: number;
}

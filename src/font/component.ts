/** Flags of a component record (OpenType 1.9, `glyf`, composite glyph description). */
export const COMPONENT = {
  wordArguments: 0x0001,
  argumentsAreXY: 0x0002,
  scale: 0x0008,
  moreComponents: 0x0020,
  xAndYScale: 0x0040,
  twoByTwo: 0x0080,
  instructions: 0x0100,
  /** Offsets are not scaled along with the outline. */
  unscaledOffset: 0x1000,
} as const;

/** Bytes of a component record. */
export function componentSize(flags: number): number {
  const { scale, xAndYScale, twoByTwo, wordArguments } = COMPONENT;
  const matrix = flags & scale ? 2 : flags & xAndYScale ? 4 : flags & twoByTwo ? 8 : 0;
  return 4 + (flags & wordArguments ? 4 : 2) + matrix;
}

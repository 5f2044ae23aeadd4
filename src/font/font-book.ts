import type { Face } from './face.ts';

/** The faces at hand: those bundled and the user's own. */
export interface FontBook {
  readonly families: readonly string[];
  /** Whether there are faces of `family`; a file of the user's own that cannot be used has none. */
  has(family: string): boolean;
  /** The face of `family` nearest in weight and style. `family` must be one that the book has. */
  face(family: string, weight: number, italic: boolean): Face;
  /** The nearest face of another family that covers `codePoint`, or null. */
  fallback(weight: number, italic: boolean, codePoint: number): Face | null;
  /** What stands for a character that no face has. */
  readonly codePoints: Face;
}

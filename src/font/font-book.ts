import type { Face } from './face.ts';

/** The faces at hand: those bundled, those of optional packages, and the user's own. */
export interface FontBook {
  readonly families: readonly string[];
  /** Whether there are faces of `family`; a file of the user's own that cannot be used has none. */
  has(family: string): boolean;
  /** The face of `family` nearest in weight and style. `family` must be one that the book has. */
  face(family: string, weight: number, italic: boolean): Face;
  /** The nearest face of another family that has every character of `text`, or null. */
  fallback(wanted: Wanted, text: string): Face | null;
  /** What stands for a character that no face has. */
  readonly codePoints: Face;
  /** The npm package that would bring a face for a character, where one is known and not installed. */
  packageFor(codePoint: number, lang: string): string | null;
}

/** What a face is looked for by, beside the characters. */
export interface Wanted {
  readonly weight: number;
  readonly italic: boolean;
  /** BCP 47. */
  readonly lang: string;
}

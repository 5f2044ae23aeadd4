import type { MessageValues } from '../base/diagnostic.ts';
import type { fontMessages } from '../base/messages/font.ts';
import type { Face } from './face.ts';

/** The faces at hand: those bundled, those of optional packages, and the user's own. */
export interface FontBook {
  /** The names there are to choose from. */
  readonly families: readonly string[];
  /** The id of the family that people call `name`; null where there is none, or none of its files can be used. */
  find(name: string): string | null;
  /**
   * The face of `family` nearest in weight and style. `family` is one that the book has, or a list of such with commas:
   * a later one steps in where the first has nothing bold.
   */
  face(family: string, weight: number, italic: boolean): Face;
  /** The nearest face of another family that has every character of `text`, or null. */
  fallback(wanted: Wanted, text: string): Face | null;
  /** What stands for a character that no face has. */
  readonly codePoints: Face;
  /** The npm package that would bring a face for a character, where one is known and not installed. */
  packageFor(codePoint: number, lang: string): string | null;
  /** What was found wrong with fonts that were asked for, since this was asked last. */
  takeFaults(): readonly BookFault[];
}

/** What is wrong with a font, as its message has it. */
export interface BookFault {
  readonly rule: keyof typeof fontMessages;
  readonly values: MessageValues;
}

/** What a face is looked for by, beside the characters. */
export interface Wanted {
  /** As in `face`: the later ones of a list come before any other family. */
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** BCP 47. */
  readonly lang: string;
}

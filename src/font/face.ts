import type { GlyphRun } from './glyph-run.ts';
import type { SfntMetrics } from './sfnt.ts';

/** One font file, opened. Two faces are the same if and only if they are the same object. */
export interface Face extends SfntMetrics {
  /** Unique and stable: the family id, weight and style, such as `amiri-700`. */
  readonly id: string;
  readonly family: string;
  readonly weight: number;
  readonly italic: boolean;
  /** The file's bytes. */
  readonly bytes: Uint8Array;
  /** The name of the face in the font file (PostScript name, name id 6). */
  readonly postscriptName: string;
  covers(codePoint: number): boolean;
  /** The outline of a glyph as an SVG path, font units, y upwards; '' for one without ink. */
  outline(glyph: number): string;
  /** Advance width of the space, font units. */
  readonly space: number;
  /** Shapes one word with what stands before and after it. Cached by value; the result is shared: never write to it. */
  shape(request: ShapeRequest): GlyphRun;
}

export interface ShapeRequest {
  readonly text: string;
  /** Neighbouring text of the same level that joining may see but that is not shaped. */
  readonly before: string;
  readonly after: string;
  readonly rtl: boolean;
  /** ISO 15924. */
  readonly script: string;
  /** BCP 47. */
  readonly lang: string;
  /** OpenType features in HarfBuzz notation, '' for the defaults. */
  readonly features: string;
}

/** A word of Arabic by itself, by which a face is tried. */
export const ARABIC_WORD: Omit<ShapeRequest, 'text'> = {
  before: '',
  after: '',
  rtl: true,
  script: 'Arab',
  lang: 'ar',
  features: '',
};

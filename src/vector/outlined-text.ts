import type { Point } from '../base/geometry.ts';
import type { Path } from '../base/path.ts';

/** Words of one line as an outline: em of their size, y downwards from the baseline, from the left end. */
export interface OutlinedText {
  readonly path: Path<Point>;
  readonly width: number;
}

/** A face of the document. */
export interface WordFace {
  /** That of running text, of headings and labels, or of code. */
  readonly family: 'serif' | 'sans' | 'mono';
  readonly bold: boolean;
  readonly italic: boolean;
}

export type SetWords = (words: string, face: WordFace) => OutlinedText;

/** Opens the faces when the first words are to be set. */
export type OpenWords = () => Promise<SetWords>;

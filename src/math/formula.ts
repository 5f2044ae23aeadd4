import type { Point, Rect } from '../base/geometry.ts';
import type { Path } from '../base/path.ts';
import type { XmlElement } from '../base/xml.ts';

/** A formula as it is set. */
export interface SetFormula {
  /** What is drawn, and holds all ink: em of the text around it, y downwards from the baseline. */
  readonly box: Rect;
  readonly shapes: readonly FormulaShape[];
  /** MathML Core: `math` and what it holds. */
  readonly mathml: XmlElement;
}

export interface FormulaShape {
  /** As `box`. */
  readonly path: Path<Point>;
  /** `#RRGGBB`; null = as the text around it. */
  readonly color: string | null;
  /** Of a line, in em; null where the path is filled (non-zero winding rule). */
  readonly strokeWidth: number | null;
}

/** Stands for a space between words that are set as one: a character for private use, which no font of MathJax has. */
export const TIE = '\uE0F0';

/** Why a formula cannot be set. */
export class FormulaFault extends Error {
  override readonly name = 'FormulaFault';
  /** What MathJax calls the mistake; '' where it has no name for it. */
  readonly kind: string;

  constructor(kind: string, message: string) {
    super(message);
    this.kind = kind;
  }
}

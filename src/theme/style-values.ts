/** The nouns in which a theme says how things look. Lengths are points. */

/** `#RRGGBB`. */
export type Color = string;

export interface Rule {
  readonly width: number;
  readonly color: Color;
}

export interface Edges {
  readonly start: number;
  readonly end: number;
  readonly before: number;
  readonly after: number;
}

/** 'fit' sets each line to the full measure, kashida first; for single lines. */
export type TextAlign = 'justify' | 'start' | 'end' | 'center' | 'fit';

export type KashidaStyle = 'none' | 'mild' | 'classic';

/** How the notes' area at the foot of a page looks. */
export interface NoteStyle {
  /** null = none. */
  readonly rule: Rule | null;
  /** Of the rule, from the start side. */
  readonly ruleLength: number;
  /** White space above and below the rule. */
  readonly gapBefore: number;
  readonly gapAfter: number;
}

/** Where something may stand away from its place, as themes and authors name it. `auto`: here, or where that leaves no room at the top of the next page. */
export const FLOAT_PLACES = ['here', 'auto', 'top', 'bottom', 'page'] as const;
export type FloatPlace = (typeof FLOAT_PLACES)[number];

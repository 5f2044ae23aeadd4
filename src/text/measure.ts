/** The room a paragraph is set in. Points. */
export interface Measure {
  readonly width: number;
  /** Start indent of the first line beyond the paragraph's own (a marker too wide for its place). */
  readonly firstIndent: number;
  /** What stands beside the first lines, and takes so much of them; null = nothing. */
  readonly beside: Beside | null;
}

/** A figure beside text. Points. */
export interface Beside {
  /** Lines that stand beside it. */
  readonly lines: number;
  readonly width: number;
  readonly edge: 'left' | 'right';
}

/** Whether a paragraph has the same lines in both. */
export function isSameMeasure(a: Measure, b: Measure): boolean {
  return (
    a.width === b.width &&
    a.firstIndent === b.firstIndent &&
    a.beside?.lines === b.beside?.lines &&
    a.beside?.width === b.beside?.width &&
    a.beside?.edge === b.beside?.edge
  );
}

import type { Direction } from '../base/geometry.ts';
import type { NoteStyle } from '../style/styled.ts';
import type { FlowNote } from './notes.ts';

/** What is filled with items, one under another: a page, a column, a cell. Points. */
export interface Region {
  readonly height: number;
  /** Distance of the baseline grid, 0 for none. */
  readonly grid: number;
}

/** The text area of a page, with notes at its foot. */
export interface PageRegion extends Region {
  readonly direction: Direction;
  readonly notes: NoteStyle;
  readonly flowNote: FlowNote;
}

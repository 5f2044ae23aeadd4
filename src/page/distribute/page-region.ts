import type { Direction } from '../../base/geometry.ts';
import type { NoteStyle } from '../../theme/style-values.ts';
import type { CollectNote } from '../collect/notes.ts';
import type { Region } from '../region/region.ts';

/** The text area of a page, with notes at its foot. */
export interface PageRegion extends Region {
  readonly direction: Direction;
  readonly notes: NoteStyle;
  readonly collectNote: CollectNote;
}

/** What there is to fill, on pages of either kind. */
export interface PageRegions {
  readonly upright: PageRegion;
  readonly turned: PageRegion;
}

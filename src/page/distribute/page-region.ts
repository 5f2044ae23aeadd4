import type { Direction } from '../../base/geometry.ts';
import type { BookStyle } from '../../style/styled.ts';
import type { NoteStyle } from '../../theme/style-values.ts';
import type { CollectNote } from '../collect/notes.ts';
import type { Region } from '../region/region.ts';

/** Of two pages that face one another. */
export type PlaceInSpread = 'first' | 'second';

/** The text area of a page, with notes at its foot. */
export interface PageRegion extends Region {
  readonly direction: Direction;
  readonly notes: NoteStyle;
  /** Of running text. Points. */
  readonly leading: number;
  readonly breaks: BookStyle['breaks'];
  readonly collectNote: CollectNote;
}

/** What there is to fill, on pages of either kind. */
export interface PageRegions {
  readonly upright: PageRegion;
  readonly turned: PageRegion;
  /** Where the page on which a chapter opens stands; null where it may stand at either side. */
  readonly opensAt: PlaceInSpread | null;
}

import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Alignment } from '../parse/manuscript.ts';
import type { ResolvedInline } from './inline-nodes.ts';

/** What blocks are made of that holds no blocks itself. */

/** Where it is written. */
export interface BlockBase {
  readonly origin: Origin;
}

/** Words that make a text of their own. */
export interface Phrase extends BlockBase {
  readonly styleName: string;
  readonly tagTarget: TagTarget;
  readonly content: readonly ResolvedInline[];
}

/** What an author has written of the side and the direction of a text. */
export interface Placing {
  readonly align: Alignment | null;
  readonly direction: Direction | null;
}

export interface TableColumn {
  readonly align: 'start' | 'end' | 'center';
  /** Of its cells but the header some are numbers, and the others say that there is none. */
  readonly numeric: boolean;
}

export interface Row {
  readonly tagTarget: TagTarget;
  readonly cells: readonly Cell[];
}

/** `styleName` of its phrase is that of a header or of a cell. */
export interface Cell {
  readonly phrase: Phrase;
  /** What it is the header of. */
  readonly scope: 'Column' | 'Row' | null;
  /** Where a number aligns with those of its column: a UTF-16 offset in its text; null in a column of texts. */
  readonly alignAt: number | null;
}

export interface Bar extends BlockBase {
  readonly name: Phrase;
  /** As it is written. */
  readonly shown: Phrase;
  readonly value: number;
  /** UTF-16 units of name and value as written. */
  readonly nameLength: number;
  readonly shownLength: number;
}

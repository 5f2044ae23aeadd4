import type { PhrasingContent } from 'mdast';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';

declare module 'unist' {
  interface Data {
    /** Of a leaf directive `bibliography`: the entries that it prints, in their order. */
    bibliography?: readonly ListedReference[];
    /** Of a link that leads to an entry. */
    cites?: true;
  }
}

/** An entry as the list prints it. */
export interface ListedReference {
  /** Where links to it lead. */
  readonly id: string;
  /** Its number in brackets; null where entries have none. */
  readonly label: string | null;
  readonly words: readonly PhrasingContent[];
  readonly direction: Direction;
  /** BCP 47, where it is not the document's. */
  readonly lang: string | null;
  /** In its file. */
  readonly origin: Origin;
}

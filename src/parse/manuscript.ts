import type { Root } from 'mdast';
import type {} from 'mdast-util-directive';
import type { Origin } from '../base/origin.ts';

declare module 'unist' {
  interface Data {
    /** Where the node was written; every node of a Manuscript has one. */
    origin?: Origin;
    /** Anchor id of a heading, unique in the document. */
    id?: string;
    /** How the items of a list were counted, where that is not in digits. */
    counter?: 'arabic-abjad' | 'hijai';
    /**
     * Where each UTF-16 unit of a text's value stands in its file, when the text is not its source
     * verbatim (escapes, entities, prefixed lines); else the node's position tells.
     */
    offsets?: readonly number[];
  }
}

/** The parsed sources of one document, chapters of a book one after another in one tree. */
export interface Manuscript {
  readonly root: Root;
}

/** One Markdown file as read. */
export interface Source {
  /** Relative to the project root, `/` separators; `-` for standard input. */
  readonly path: string;
  readonly text: string;
}

import type { XmlElement } from '../base/xml.ts';
import type { ResolvedBlock } from '../resolve/nodes.ts';

/** The blocks of one XHTML file. */
export interface Part {
  /** Inside the package, generated. */
  readonly path: string;
  readonly kind: 'cover' | ChapterFile['kind'];
  /** What it is among the pieces of a book, as book.yaml calls it; null = a chapter, or nothing is said. */
  readonly role: string | null;
  readonly blocks: readonly ResolvedBlock[];
}

/** One XHTML file as written. */
export interface ChapterFile {
  readonly path: string;
  readonly kind: 'front' | 'body' | 'back';
  readonly role: string | null;
  /** What the file's `title` says; null where no heading stands in it. */
  readonly title: string | null;
  /** Children of its `section`. */
  readonly content: readonly XmlElement[];
  readonly hasDrawings: boolean;
  readonly hasFormulas: boolean;
}

/** A heading, for the reader's table of contents. */
export interface NavEntry {
  readonly level: number;
  readonly title: string;
  readonly href: string;
}

/** The beginning of a page of the print. */
export interface PrintPageBreak {
  readonly label: string;
  readonly href: string;
}

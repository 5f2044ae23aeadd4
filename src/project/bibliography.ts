import type { Origin } from '../base/origin.ts';

/** A file of entries as a document names it: its path is relative to the file that names it. */
export interface BibliographyChoice {
  readonly path: string;
  readonly origin: Origin;
}

/** A file of entries, BibTeX or CSL-JSON, before it is understood. */
export interface BibliographyFile {
  /** As it was asked for. */
  readonly path: string;
  readonly text: string;
}

/**
 * How a text refers to its entries: by author and year in brackets, in notes (the whole entry first, then in short), or
 * by the number of the entry.
 */
export type CitationStyle = 'author-date' | 'notes' | 'numbered';

import type { Diagnostic } from './base/diagnostic.ts';

/** What comes of a request: a document, or none; in both cases everything there is to say about it. */
export type Result = Built | NotBuilt;

export interface Built {
  readonly ok: true;
  /** The file asked for, or an e-mail that carries it. */
  readonly bytes: Uint8Array;
  /** How many pages it has; null of a format without pages. */
  readonly pages: number | null;
  /** Warnings and information, in the order in which they were met; none of them an error. */
  readonly diagnostics: readonly Diagnostic[];
}

export interface NotBuilt {
  readonly ok: false;
  readonly bytes: null;
  readonly pages: null;
  /** At least one of them is an error; nothing where the road was left on purpose, to print a dump. */
  readonly diagnostics: readonly Diagnostic[];
  /** What was thrown where the error is a fault of Warraq's own (diagnostic `bug`), for a report of it; else null. */
  readonly fault: unknown;
}

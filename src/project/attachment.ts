import type { Origin } from '../base/origin.ts';

/** What an attached file is to the document (ISO 19005-3, 6.8; ISO 32000-2, table 43). */
export type Relationship = 'Data' | 'Source' | 'Alternative' | 'Supplement' | 'Unspecified';

/** A file that the document shall carry, as asked for. */
export interface AttachmentChoice {
  /** Relative to the project. */
  readonly path: string;
  readonly description: string | null;
  /** Null where nothing is said. */
  readonly relationship: Relationship | null;
  /** Where it is asked for; null = on the command line. */
  readonly origin: Origin | null;
}

/** A file that the document carries: its bytes as they are. */
export interface Attachment {
  /** Without folders, composed (NFC): some systems give file names in pieces. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** RFC 2046. */
  readonly mimeType: string;
  readonly description: string | null;
  readonly relationship: Relationship;
}

import type { EmbeddedFont } from '../fontfile/embedded-font.ts';
import type { PdfDict, PdfOutlineItem, PdfRef, PdfValue } from './pdf-file.ts';

/** What we use of pdfkit 0.20.2 that is not in its types, and the public calls beside it. */
export interface PdfkitDocument {
  readonly _root: PdfRef & { readonly data: PdfDict & { Names: PdfRef; ViewerPreferences?: PdfRef } };
  _id: Uint8Array;
  _font: PdfkitFont;
  readonly info: Record<string, unknown>;
  readonly page: PdfkitPage;
  readonly outline: PdfOutlineItem;
  ref(data: PdfDict): PdfkitStream;
  addPage(options: object): void;
  registerFont(name: string, font: object): void;
  font(name: string): void;
  getStructTreeRoot(): PdfRef;
  getStructParentTree(): { add(key: number, value: PdfValue): void };
  createStructParentTreeNextKey(): number;
  addNamedDestination(name: string, ...place: PdfValue[]): void;
  endMetadata(): void;
  push(chunk: Uint8Array | null): boolean;
  _write(data: string | Uint8Array): void;
  _finalize(): void;
  readonly _info: PdfRef;
  /** One entry for each object number given out. */
  readonly _offsets: unknown[];
  end(): void;
}

export interface PdfkitFont extends EmbeddedFont {
  ref(): PdfRef;
  /** Called when the document ends. */
  toUnicodeCmap: () => PdfRef;
}

export interface PdfkitPage {
  readonly dictionary: PdfRef;
  readonly content: PdfkitStream;
  readonly resources: PdfRef;
  readonly fonts: Record<string, PdfRef>;
  readonly xobjects: Record<string, PdfRef>;
  readonly annotations: PdfRef[];
  readonly structParentTreeKey: number;
}

/** A stream being written: what pdfkit has so far, and whether it is to deflate it at the end. */
export interface PdfkitStream extends PdfRef {
  buffer: Uint8Array[];
  compress: boolean;
  finalize(): void;
}

export interface PdfkitNameTree {
  get(name: string): readonly PdfValue[];
  add(name: string, value: PdfValue): void;
}

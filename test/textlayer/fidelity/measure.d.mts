export interface Fidelity {
  readonly cer: number;
  readonly find: number;
  readonly odd: number;
  readonly worst: readonly { readonly distance: number; readonly paragraph: string }[];
}
export type ReaderName = 'pdfium' | 'pdf.js' | 'MuPDF' | 'poppler';
export type TextName = 'plain' | 'vowelled' | 'mixed' | 'signs' | 'structure' | 'columns';
export const FACES: readonly string[];
export const TEXTS: readonly TextName[];
export function readParagraphs(text: TextName): string[];
export function writeSource(texts: readonly TextName[], face: string, kashida?: string): string;
/** Text of each page. */
export const readers: Readonly<
  Record<ReaderName, (bytes: Uint8Array) => readonly string[] | Promise<readonly string[]>>
>;
export function installedReaders(): ReaderName[];
/** White space collapsed, no marks of direction, NFC. */
export function even(text: string): string;
export function measure(
  bytes: Uint8Array,
  paragraphs: readonly string[],
  names?: readonly ReaderName[],
): Promise<Record<ReaderName, Fidelity>>;

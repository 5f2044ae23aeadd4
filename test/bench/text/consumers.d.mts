export interface Consumer {
  /** What is missing, or null. */
  readonly absent: () => string | null;
  /** The text of each document by its path. */
  readonly read: (
    documents: readonly { readonly path: string; readonly bytes: Uint8Array }[],
  ) => ReadonlyMap<string, string> | Promise<ReadonlyMap<string, string>>;
}
export const consumers: Readonly<
  Record<
    'pdfium' | 'pdf.js' | 'MuPDF' | 'poppler' | 'PDFBox' | 'pypdf' | 'gs+poppler' | 'gs+pdfium',
    Consumer
  >
>;

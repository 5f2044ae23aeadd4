/** Which PDF a document becomes: 1.7 (ISO 32000-1), which every reader knows, or 2.0 (ISO 32000-2). */
export const PDF_VERSIONS = ['1.7', '2.0'] as const;
export type PdfVersion = (typeof PDF_VERSIONS)[number];

/** What a document can become. */
export const FORMATS = ['pdf', 'epub'] as const;
export type Format = (typeof FORMATS)[number];

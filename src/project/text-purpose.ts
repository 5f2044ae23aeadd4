/** For whom the text of a PDF is made first: for who reads and searches in a viewer, or for programs that index it. */
export const TEXT_PURPOSES = ['reading', 'index'] as const;
export type TextPurpose = (typeof TEXT_PURPOSES)[number];

/** What a document can become, by the ending of its file. */
export const FORMAT_TABLE = {
  pdf: { type: 'application/pdf' },
  epub: { type: 'application/epub+zip' },
  docx: { type: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document' },
  txt: { type: 'text/plain; charset=utf-8' },
} as const satisfies Record<string, FormatRow>;

interface FormatRow {
  /** As mail and the web call it. */
  readonly type: string;
}

export type Format = keyof typeof FORMAT_TABLE;
export const FORMATS = Object.keys(FORMAT_TABLE) as readonly Format[];

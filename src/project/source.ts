/** One Markdown file as read. */
export interface Source {
  /** Relative to the project root, `/` separators; `-` for standard input. */
  readonly path: string;
  readonly text: string;
  /** Of a chapter: what the book says of it. */
  readonly entry?: ChapterEntry;
}

export interface ChapterEntry {
  /** Null where nothing gives it one. */
  readonly title: string | null;
  /** Whether the title is wanted though the text has headings of a lower rank. */
  readonly isCertain: boolean;
  /** How far below the topmost chapters it stands. */
  readonly level: number;
  /** False for what stands beside the chapters: a preface, the title of a part. */
  readonly isNumbered: boolean;
  /** Whether it opens a part of the book, or is a chapter in one. */
  readonly part?: 'opens' | 'within';
  /** Before or after the chapters, and under which number a template can place it. */
  readonly matter?: { readonly place: 'front' | 'back'; readonly slot: number };
}

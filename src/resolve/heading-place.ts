/** A heading among the others. */
export interface HeadingPlace {
  readonly id: string;
  /** 1 is the topmost rank the text uses. */
  readonly rank: number;
  /** Whether contents and outline list it. */
  readonly listed: boolean;
  /** Whether it is the title of a part of a book. */
  readonly isPart: boolean;
  /** Its rank in the outline: below a part chapters come second. */
  readonly depth: number;
  /** Of front and back matter. */
  readonly matter: 'front' | 'back' | null;
  /** As ٢.١; null where headings have none, or this one. */
  readonly number: string | null;
  /** The number of a chapter where it stands over the title; else null. */
  readonly ordinal: string | null;
  /** For the outline, with its number. */
  readonly title: string;
  /** Texts for running heads, by name. */
  readonly running: Readonly<Record<string, string>>;
}

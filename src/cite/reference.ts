import type { Origin } from '../base/origin.ts';

/** A stretch of a title as its file marks it. */
export interface TitleText {
  readonly text: string;
  readonly mark: 'emphasis' | 'strong' | 'sup' | 'sub' | null;
}

/** A person, or a body whose name is one (`family` alone). */
export interface PersonName {
  /** What entries are sorted by and called in short, with what belongs to it: `ابن خلدون`, `van Gogh`. */
  readonly family: string;
  readonly given: string;
  /** `Jr`, `III`. */
  readonly suffix: string;
}

export interface PersonNames {
  readonly names: readonly PersonName[];
  /** Whether the file says that there are more. */
  readonly hasOthers: boolean;
}

/** What an entry is, as far as its parts are named and ordered otherwise. */
export type ReferenceKind = 'book' | 'article' | 'chapter' | 'thesis' | 'report' | 'online' | 'other';

/** An entry of a bibliography, from whichever format. Texts are Unicode, '' where the file says nothing. */
export interface Reference {
  readonly key: string;
  readonly kind: ReferenceKind;
  readonly origin: Origin;
  /** BCP 47 as the file says; null where it does not. */
  readonly lang: string | null;
  readonly authors: PersonNames;
  readonly editors: PersonNames;
  readonly translators: PersonNames;
  readonly title: readonly TitleText[];
  readonly shortTitle: readonly TitleText[];
  /** The journal, the collection, the site that it stands in. */
  readonly container: readonly TitleText[];
  readonly series: string;
  readonly volume: string;
  readonly issue: string;
  readonly pages: string;
  readonly edition: string;
  readonly place: string;
  readonly publisher: string;
  /** Gregorian, in European digits, or as the file has it; '' = none. */
  readonly year: string;
  /** Of the Hijra, in European digits; '' = none. */
  readonly hijri: string;
  /** yyyy-mm-dd, yyyy-mm or a text: of a newspaper, a page of the web. */
  readonly date: string;
  readonly accessed: string;
  /** Of a thesis: what it was written for, as the file says. */
  readonly genre: string;
  readonly number: string;
  readonly doi: string;
  readonly url: string;
  readonly note: string;
}

export const noNames: PersonNames = { names: [], hasOthers: false };

export function plainOf(stretches: readonly TitleText[]): string {
  return stretches.map(({ text }) => text).join('');
}

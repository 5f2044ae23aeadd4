import { hasArabicLetter } from '../base/arabic.ts';
import type { Direction } from '../base/geometry.ts';
import { isArabicScript } from '../base/language.ts';
import { ANY_LETTER, directionOfText } from '../base/text-direction.ts';
import { type EntryWords, entryWords } from './entry-words.ts';
import { plainOf, type Reference } from './reference.ts';

/** A reference and how it is said in a document. */
export interface KnownReference {
  readonly reference: Reference;
  /** What its entry is called by links. */
  readonly id: string;
  /** From where it is written: an Arabic entry from the right, whatever the document. */
  readonly direction: Direction;
  /** Of the words it is said with, where that is not the document's: as its file says, else by its script. */
  readonly lang: string | null;
  readonly words: EntryWords;
}

const tagOf = (lang: string) => lang.split('-')[0]?.toLowerCase() ?? '';

/** By the script of its title, else of its names: `language` of a file is often that of the program. */
export function know(reference: Reference, lang: string): KnownReference {
  const names = reference.authors.names.map(({ family, given }) => `${given} ${family}`).join(' ');
  const said = [plainOf(reference.title), names].find((text) => ANY_LETTER.test(text)) ?? '';
  const direction = directionOfText(said, hasArabicLetter(said) ? 'rtl' : 'ltr');
  const isArabic = direction === 'rtl' && hasArabicLetter(said);
  const own = reference.lang !== null && isArabicScript(reference.lang) === isArabic ? reference.lang : null;
  const ofDocument = isArabicScript(lang) === isArabic ? lang : null;
  const spoken = own ?? ofDocument ?? (isArabic ? 'ar' : 'en');
  return {
    reference,
    id: `reference ${reference.key}`,
    direction,
    lang: tagOf(spoken) === tagOf(lang) ? null : spoken,
    words: entryWords[tagOf(spoken)] ?? entryWords[isArabic ? 'ar' : 'en']!,
  };
}

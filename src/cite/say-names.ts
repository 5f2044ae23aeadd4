import type { EntryWords } from './entry-words.ts';
import { type PersonName, type PersonNames, plainOf, type Reference } from './reference.ts';

/** More than these are not named in an entry. */
const MOST_NAMES = 10;

const natural = ({ given, family, suffix }: PersonName) =>
  [given, family, suffix].filter((part) => part !== '').join(' ');

const inverted = ({ family, given, suffix }: PersonName, { comma }: EntryWords) =>
  [family, given, suffix].filter((part) => part !== '').join(comma);

/** As they are spoken; the first by its family, as a list of entries is sorted. */
export function sayNames({ names, hasOthers }: PersonNames, isSorted: boolean, words: EntryWords): string {
  const { comma, and, others } = words;
  const shown = names.slice(0, MOST_NAMES);
  const said = shown.map((name, index) => (index === 0 && isSorted ? inverted(name, words) : natural(name)));
  if (hasOthers || names.length > shown.length) return `${said.join(comma)}${others}`;
  const [last, ...before] = said.toReversed();
  if (before.length === 0) return last ?? '';
  // `الجابري، محمد عابد، وعبد الله العروي`: after a name with its comma the last one needs its own
  const apart = isSorted || before.length > 1 ? `${comma.trim()}${and}` : and;
  return `${before.toReversed().join(comma)}${apart}${last}`;
}

/** In the text: the family of one, of two, and of the first of more. */
function sayShortly({ names, hasOthers }: PersonNames, { and, others }: EntryWords): string {
  const [first, second] = names;
  if (first === undefined) return '';
  if (names.length > 2 || hasOthers || second === undefined)
    return names.length > 1 || hasOthers ? `${first.family}${others}` : first.family;
  return `${first.family}${and}${second.family}`;
}

/** Whom an entry is known by: who wrote it, else who edited or translated it. */
export function leadOf({ authors, editors, translators }: Reference): {
  readonly names: PersonNames;
  readonly as: 'author' | 'editor' | 'translator';
} {
  if (authors.names.length > 0) return { names: authors, as: 'author' };
  if (editors.names.length > 0) return { names: editors, as: 'editor' };
  return translators.names.length > 0
    ? { names: translators, as: 'translator' }
    : { names: authors, as: 'author' };
}

/** Who is named in the text, or where nobody is, the title in short. */
export function sayLead(reference: Reference, words: EntryWords): string {
  const said = sayShortly(leadOf(reference).names, words);
  if (said !== '') return said;
  const { shortTitle, title } = reference;
  const short = plainOf(shortTitle.length > 0 ? shortTitle : title)
    .split(/[:.؛]/)[0]!
    .trim();
  return short === '' ? `[${words.untitled}]` : `${words.quotes[0]}${short}${words.quotes[1]}`;
}

/** The year of an entry, of both calendars where its file has both. */
export function sayYear({ year, hijri }: Reference, letter: string, words: EntryWords): string {
  const both = [
    ...(hijri === '' ? [] : [`${hijri}${words.hijri}`]),
    ...(year === '' ? [] : [hijri === '' ? year : `${year}${words.gregorian}`]),
  ];
  return `${both.length === 0 ? words.noDate : both.join('/')}${letter}`;
}

import { unreachable } from '../base/unreachable.ts';
import type { EntryWords } from './entry-words.ts';
import type { KnownReference } from './known-reference.ts';
import type { PersonNames, Reference, TitleText } from './reference.ts';
import { leadOf, sayNames, sayYear } from './say-names.ts';

/** Words of an entry: as a title marks them, or as an address that leads there. */
export interface SaidWords extends TitleText {
  /** Whether it is a title, whose numbers stay as its file has them. */
  readonly isTitle?: true;
  readonly url?: string;
}

export type Said = readonly SaidWords[];

const say = (text: string): Said => (text === '' ? [] : [{ text, mark: null }]);

/** Parts with what is said of them between. */
function join(parts: readonly Said[], between: string): Said {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => (index === 0 ? part : [...say(between), ...part]));
}

const led = (before: string, text: string): Said => (text === '' ? [] : say(`${before}${text}`));

/** Parts of larger works stand in quotation marks; what stands by itself is emphasised. */
const isPart = ({ kind }: Reference) => kind === 'article' || kind === 'chapter';

function emphasise(stretches: readonly TitleText[]): Said {
  return asTitle(stretches.map(({ text, mark }) => ({ text, mark: mark ?? 'emphasis' })));
}

function asTitle(stretches: readonly TitleText[]): Said {
  return stretches.map((one) => ({ ...one, isTitle: true }));
}

function sayTitle(reference: Reference, { quotes, untitled }: EntryWords): Said {
  const { title } = reference;
  if (title.length === 0) return say(`[${untitled}]`);
  return isPart(reference) || reference.kind === 'online' || reference.kind === 'thesis'
    ? [...say(quotes[0]), ...asTitle(title), ...say(quotes[1])]
    : emphasise(title);
}

function sayWho(reference: Reference, isSorted: boolean, words: EntryWords): string {
  const { names, as } = leadOf(reference);
  const said = sayNames(names, isSorted, words);
  if (said === '' || as === 'author') return said;
  return as === 'editor' ? `${said} (${roleOf(names, words)})` : said;
}

const roleOf = ({ names, hasOthers }: PersonNames, { editor, editors }: EntryWords) =>
  names.length > 1 || hasOthers ? editors : editor;

/** `9`, `9th`, `الثانية`: numbers as the language counts editions, words as they are. */
function sayEdition({ edition }: Reference, { edition: counted }: EntryWords): Said {
  const number = /^(\d+)(?:st|nd|rd|th|e|ème)?\.?$/i.exec(edition)?.[1];
  return say(number === undefined ? edition : counted(number));
}

function sayPages(pages: string, words: EntryWords): Said {
  return led(/[–,،-]/.test(pages) ? words.pages : words.page, pages);
}

/** What an entry stands in. @param dated the year in brackets, of an article; '' where it stands elsewhere */
function sayWithin(reference: Reference, dated: string, pages: Said, words: EntryWords): readonly Said[] {
  const { kind, container, volume, issue, series, genre, number, date } = reference;
  const numbered = led(words.volume, volume);
  switch (kind) {
    case 'article': {
      const day = /^\d{4}-\d\d-\d\d$/.test(date) && issue === '' ? date : '';
      const parts = [emphasise(container), numbered, led(words.issue, issue), say(day)];
      const upTo = join(parts, words.comma);
      return [dated === '' ? upTo : [...upTo, ...say(` (${dated})`)], pages];
    }
    case 'chapter': {
      const { editors, authors } = reference;
      const who = authors.names.length === 0 ? '' : sayNames(editors, false, words);
      const by = who === '' ? [] : say(`${who} (${roleOf(editors, words)})`);
      const held = join([by, emphasise(container)], words.comma);
      return [held.length === 0 ? [] : [...say(words.in), ...held], numbered, say(series), pages];
    }
    case 'thesis':
      return [say(genreName(genre, words))];
    case 'report':
      return [say(genre), led(words.number, number)];
    case 'online':
      return [asTitle(container), say(date.length > 4 ? date : '')];
    case 'book':
    case 'other':
      return [emphasise(container), numbered, join([say(series), say(issue)], words.comma)];
    default:
      return unreachable(kind, 'the kinds of references');
  }
}

function genreName(genre: string, { doctoral, masters }: EntryWords): string {
  if (/^(?:phd|phd ?thesis|doctoral.*)?$/.test(genre)) return doctoral;
  return /^(?:ma|msc|master.*)$/.test(genre) ? masters : genre;
}

/** Who has edited the text of an author, and who has translated it. */
function sayHelpers(reference: Reference, words: EntryWords): readonly Said[] {
  const { editors, translators, kind } = reference;
  const { as } = leadOf(reference);
  return [
    as === 'author' && kind !== 'chapter' ? led(words.editedBy, sayNames(editors, false, words)) : [],
    as === 'translator' ? [] : led(words.translatedBy, sayNames(translators, false, words)),
  ];
}

function sayPublisher({ place, publisher }: Reference, year: string, { comma }: EntryWords): Said {
  const house = [place, publisher].filter((part) => part !== '').join(': ');
  return say([house, year].filter((part) => part !== '').join(comma));
}

function sayAddress({ doi, url, accessed, kind }: Reference, words: EntryWords): readonly Said[] {
  const address = doi === '' ? url : `https://doi.org/${doi}`;
  const seen = kind === 'online' || doi === '' ? accessed : '';
  return [
    address === '' ? [] : [{ text: address, mark: null, url: address }],
    address === '' ? [] : led(words.accessed, seen),
  ];
}

/** Words of ours at the head of a sentence: `Vol. 1`. */
function capitalise([first, ...rest]: Said): Said {
  if (first === undefined || first.isTitle || first.url !== undefined)
    return [...(first ? [first] : []), ...rest];
  return [{ ...first, text: first.text.replace(/^[a-z]/, (letter) => letter.toUpperCase()) }, ...rest];
}

/** Sentences, each with its full stop. */
function punctuate(parts: readonly Said[]): Said {
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, index) => {
      const last = part.at(-1)!;
      const isClosed = last.url !== undefined || /[.!?؟…]["”»)]?$/.test(last.text);
      return [...(index === 0 ? [] : say(' ')), ...capitalise(part), ...say(isClosed ? '' : '.')];
    });
}

/**
 * An entry of the list. @param letter after its year, where others have the same author and year
 * @param isDated whether the year stands after the names, by which the text cites it
 */
export function sayEntry({ reference, words }: KnownReference, letter: string, isDated: boolean): Said {
  const year = sayYear(reference, letter, words);
  const who = say(sayWho(reference, true, words));
  const title = sayTitle(reference, words);
  const dated = isDated ? say(` (${year})`) : [];
  const head = who.length === 0 ? [[...title, ...dated]] : [[...who, ...dated], title];
  const isArticle = reference.kind === 'article';
  const late = isDated || isArticle ? '' : year;
  const within = sayWithin(
    reference,
    isDated || !isArticle ? '' : year,
    sayPages(reference.pages, words),
    words,
  );
  return punctuate([
    ...head,
    join(within, words.comma),
    ...sayHelpers(reference, words),
    sayEdition(reference, words),
    sayPublisher(reference, late, words),
    say(reference.note),
    ...sayAddress(reference, words),
  ]);
}

/** A work in full, in the first note that names it; its pages where the note says no place in it. */
export function sayInNote({ reference, words }: KnownReference, hasLocator: boolean): Said {
  const { comma } = words;
  const year = sayYear(reference, '', words);
  const isArticle = reference.kind === 'article';
  const pages = hasLocator ? [] : sayPages(reference.pages, words);
  const published = sayPublisher(reference, isArticle ? '' : year, words);
  const within = sayWithin(reference, isArticle ? year : '', [], words);
  const held = join(
    [
      say(sayWho(reference, false, words)),
      sayTitle(reference, words),
      ...sayHelpers(reference, words),
      ...within,
      sayEdition(reference, words),
    ],
    comma,
  );
  const [address = [], seen = []] = sayAddress(reference, words);
  const printed = published.length === 0 ? [] : [...say(' ('), ...published, ...say(')')];
  return join([[...held, ...printed], pages, address, seen], comma);
}

/** A work that an earlier note has named. */
export function sayAgain({ reference, words }: KnownReference): Said {
  const { title, shortTitle } = reference;
  const { names } = leadOf(reference);
  const who = names.names.map(({ family }) => family);
  const others = who.length > 2 || names.hasOthers ? words.others : '';
  const lead = who.length > 2 ? who.slice(0, 1) : who;
  const short = shortTitle.length > 0 ? shortTitle : beforeColon(title);
  const named = sayTitle({ ...reference, title: short }, words);
  return join([say(`${lead.join(words.and)}${others}`), named, say(words.earlier)], words.comma);
}

/** A title without its subtitle. */
function beforeColon(title: readonly TitleText[]): readonly TitleText[] {
  const at = title.findIndex(({ text }) => /:\s/.test(text));
  if (at < 0) return title;
  const { text, mark } = title[at]!;
  return [...title.slice(0, at), { text: text.split(/\s*:\s/)[0]!, mark }].filter((one) => one.text !== '');
}

import type { Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { langOfName } from './entry-lang.ts';
import { readYear } from './entry-year.ts';
import { orderName } from './person-names.ts';
import type { PersonName, PersonNames, Reference, ReferenceKind, TitleText } from './reference.ts';
import { noNames } from './reference.ts';

/** Types of CSL 1.0.2. */
const KINDS: Readonly<Record<string, ReferenceKind>> = {
  article: 'article',
  'article-journal': 'article',
  'article-magazine': 'article',
  'article-newspaper': 'article',
  review: 'article',
  'review-book': 'article',
  periodical: 'article',
  book: 'book',
  collection: 'book',
  classic: 'book',
  pamphlet: 'book',
  chapter: 'chapter',
  'paper-conference': 'chapter',
  entry: 'chapter',
  'entry-dictionary': 'chapter',
  'entry-encyclopedia': 'chapter',
  thesis: 'thesis',
  report: 'report',
  standard: 'report',
  webpage: 'online',
  post: 'online',
  'post-weblog': 'online',
  dataset: 'online',
  software: 'online',
};

/** What JSON holds; of a broken file not all is there. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [name: string]: Json };
type Item = { readonly [name: string]: Json };

export function isItem(value: Json | undefined): value is Item {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An item of CSL-JSON (citeproc schema 1.0.2) as a reference; null, after a report, where it has no id. */
export function referenceOf(item: Item, origin: Origin, sink: Sink): Reference | null {
  const { id } = item;
  if (typeof id !== 'string' && typeof id !== 'number') {
    sink.report('csl-item', origin);
    return null;
  }
  const said = (...names: readonly string[]) =>
    names.map((name) => textOf(item[name])).find((text) => text !== '') ?? '';
  const rich = (...names: readonly string[]) => readMarks(said(...names));
  const type = said('type');
  const custom = isItem(item['custom']) ? textOf(item['custom']['hijri']) : '';
  return {
    key: String(id),
    kind: (Object.hasOwn(KINDS, type) ? KINDS[type] : undefined) ?? 'other',
    origin,
    lang: langOfName(said('language')),
    authors: namesOf(item['author']),
    editors: namesOf(item['editor'] ?? item['collection-editor']),
    translators: namesOf(item['translator']),
    title: rich('title'),
    shortTitle: rich('title-short', 'shortTitle'),
    container: rich('container-title'),
    series: said('collection-title'),
    volume: said('volume'),
    issue: said('issue'),
    pages: said('page').replace(/\s*[-–—]+\s*/g, '–'),
    edition: said('edition'),
    place: said('publisher-place', 'event-place'),
    publisher: said('publisher'),
    ...readYear(yearOf(item['issued']), custom || said('hijri')),
    date: dateOf(item['issued']),
    accessed: dateOf(item['accessed']),
    genre: said('genre').toLowerCase(),
    number: said('number'),
    doi: said('DOI').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
    url: said('URL'),
    note: '',
  };
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}

function namesOf(value: Json | undefined): PersonNames {
  if (!Array.isArray(value)) return noNames;
  const names = (value as readonly Json[])
    .filter(isItem)
    .map(nameOf)
    .filter(({ family }) => family !== '');
  const hasOthers = names.at(-1)?.family.toLowerCase() === 'others';
  return hasOthers ? { names: names.slice(0, -1), hasOthers } : { names, hasOthers };
}

function nameOf(name: Item): PersonName {
  const said = (part: string) => textOf(name[part]);
  const literal = said('literal');
  if (literal !== '') return { family: literal, given: '', suffix: '' };
  const family = [said('non-dropping-particle'), said('family')].filter((part) => part !== '').join(' ');
  const given = [said('given'), said('dropping-particle')].filter((part) => part !== '').join(' ');
  if (family === '') return orderName(given.split(/\s+/));
  return { family, given, suffix: said('suffix') };
}

/** `{"date-parts": [[2006, 5, 12]]}`, also a span of two, `{"raw": "…"}`, `{"literal": "…"}`, or a text. */
function yearOf(value: Json | undefined): string {
  const parts = datePartsOf(value);
  if (parts.length === 0)
    return isItem(value) ? textOf(value['raw']) || textOf(value['literal']) : textOf(value);
  return parts.map(([year]) => year ?? '').join('/');
}

function dateOf(value: Json | undefined): string {
  const [first] = datePartsOf(value);
  if (first === undefined)
    return isItem(value) ? textOf(value['raw']) || textOf(value['literal']) : textOf(value);
  return first.map((part, index) => (index === 0 ? part : part.padStart(2, '0'))).join('-');
}

function datePartsOf(value: Json | undefined): readonly (readonly string[])[] {
  const parts = isItem(value) ? value['date-parts'] : null;
  if (!Array.isArray(parts)) return [];
  return (parts as readonly Json[]).flatMap((part) =>
    Array.isArray(part) && part.length > 0 ? [(part as readonly Json[]).map(textOf)] : [],
  );
}

const MARKS: Readonly<Record<string, TitleText['mark']>> = {
  i: 'emphasis',
  em: 'emphasis',
  b: 'strong',
  strong: 'strong',
  sup: 'sup',
  sub: 'sub',
};

/** The few tags that titles of CSL-JSON may have, and entities that some exports leave. */
function readMarks(text: string): readonly TitleText[] {
  const stretches: TitleText[] = [];
  let mark: TitleText['mark'] = null;
  for (const part of text.split(/(<\/?(?:i|em|b|strong|sup|sub)>|<\/?span[^>]*>)/i)) {
    const tag = /^<(\/?)(\w+)/.exec(part);
    if (tag !== null && part.endsWith('>'))
      mark = tag[1] === '/' ? null : (MARKS[tag[2]!.toLowerCase()] ?? null);
    else if (part !== '') stretches.push({ text: decodeEntities(part), mark });
  }
  return stretches;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: '\u00A0',
};

function decodeEntities(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos|nbsp);/g, (_, name: string) => ENTITIES[name] ?? '');
}

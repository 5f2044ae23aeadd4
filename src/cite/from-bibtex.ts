import type { Sink } from '../base/diagnostic.ts';
import { langOfName } from './entry-lang.ts';
import { readYear } from './entry-year.ts';
import { decodeLatex } from './latex-text.ts';
import { readNames } from './person-names.ts';
import type { RawEntry } from './read-bibtex.ts';
import { plainOf, type Reference, type ReferenceKind } from './reference.ts';

/** Types of BibTeX and BibLaTeX; those not named are taken by what they have. */
const KINDS: Readonly<Record<string, ReferenceKind>> = {
  article: 'article',
  periodical: 'article',
  suppperiodical: 'article',
  review: 'article',
  book: 'book',
  mvbook: 'book',
  booklet: 'book',
  manual: 'book',
  collection: 'book',
  mvcollection: 'book',
  proceedings: 'book',
  mvproceedings: 'book',
  reference: 'book',
  mvreference: 'book',
  inbook: 'chapter',
  bookinbook: 'chapter',
  suppbook: 'chapter',
  incollection: 'chapter',
  suppcollection: 'chapter',
  inproceedings: 'chapter',
  conference: 'chapter',
  inreference: 'chapter',
  phdthesis: 'thesis',
  mastersthesis: 'thesis',
  thesis: 'thesis',
  techreport: 'report',
  report: 'report',
  online: 'online',
  electronic: 'online',
  www: 'online',
  webpage: 'online',
};

/** Entries as references; what `crossref` and `xdata` name is taken from there where an entry has none of its own. */
export function referencesOf(entries: readonly RawEntry[], sink: Sink): readonly Reference[] {
  const byKey = new Map<string, RawEntry>();
  for (const entry of entries) {
    const key = entry.key.toLowerCase();
    if (!byKey.has(key)) byKey.set(key, entry);
  }
  return entries.flatMap((entry) => (entry.type === 'xdata' ? [] : [makeReference(entry, byKey, sink)]));
}

/** What is another's under another name (BibLaTeX, appendix B): the title of a book is where its chapter stands. */
const INHERITED: Readonly<Record<string, string>> = {
  title: 'booktitle',
  subtitle: 'booksubtitle',
  author: 'bookauthor',
};

function inherit(
  entry: RawEntry,
  byKey: ReadonlyMap<string, RawEntry>,
  sink: Sink,
): ReadonlyMap<string, string> {
  const fields = new Map(entry.fields);
  for (const name of ['xdata', 'crossref'])
    for (const parent of entry.fields.get(name)?.split(',') ?? []) {
      const found = byKey.get(parent.trim().toLowerCase());
      if (found === undefined) {
        sink.report('bibliography-parent', entry.origin, { key: entry.key, parent: parent.trim() });
        continue;
      }
      for (const [field, value] of found.fields) {
        const own = name === 'crossref' ? (INHERITED[field] ?? field) : field;
        if (!fields.has(own) && !KEPT.has(field)) fields.set(own, value);
      }
    }
  return fields;
}

const KEPT: ReadonlySet<string> = new Set([
  'crossref',
  'xdata',
  'shorttitle',
  'pages',
  'doi',
  'url',
  'abstract',
]);

function makeReference(entry: RawEntry, byKey: ReadonlyMap<string, RawEntry>, sink: Sink): Reference {
  const { key, origin, type } = entry;
  const fields = inherit(entry, byKey, sink);
  const report = (command: string) => sink.report('bibtex-command', origin, { command });
  const rich = (...names: readonly string[]) =>
    decodeLatex(names.map((name) => fields.get(name)).find((value) => value !== undefined) ?? '', report);
  const said = (...names: readonly string[]) => plainOf(rich(...names)).trim();
  const names = (name: string) => readNames(fields.get(name) ?? '', report);
  const titled = (name: string, sub: string) => {
    const [title, subtitle] = [rich(name), rich(sub)];
    const colon = { text: ': ', mark: null };
    return title.length === 0 || subtitle.length === 0 ? title : [...title, colon, ...subtitle];
  };
  const kind = kindOf(type, fields);
  const date = said('date', 'year');
  return {
    key,
    kind,
    origin,
    lang: langOfName(said('langid', 'language', 'hyphenation')),
    authors: names('author'),
    editors: names('editor'),
    translators: names('translator'),
    title: titled('title', 'subtitle'),
    shortTitle: rich('shorttitle'),
    container: containerOf(kind, titled, rich),
    series: said('series'),
    volume: said('volume'),
    issue: said('number', 'issue'),
    pages: dashed(said('pages')),
    edition: said('edition'),
    place: said('location', 'address'),
    publisher: said('publisher', 'institution', 'school', 'organization', 'howpublished').replace(
      /^https?:\S+$/,
      '',
    ),
    ...readYear(date, said('hijri', 'hijriyear', 'yearhijri', 'year-hijri')),
    date: said('date') || monthOf(said('year'), said('month')),
    accessed: said('urldate', 'lastchecked', 'accessed'),
    genre: genreOf(type, said('type')),
    number: said('number'),
    doi: said('doi').replace(/^https?:\/\/(?:dx\.)?doi\.org\//i, ''),
    url: addressOf(fields),
    note: said('note'),
  };
}

function kindOf(type: string, fields: ReadonlyMap<string, string>): ReferenceKind {
  const known = Object.hasOwn(KINDS, type) ? KINDS[type] : undefined;
  if (known !== undefined) return known;
  if (fields.has('journal') || fields.has('journaltitle')) return 'article';
  if (fields.has('booktitle')) return 'chapter';
  return addressOf(fields) !== '' && !fields.has('publisher') ? 'online' : 'other';
}

type Titled = (name: string, sub: string) => Reference['title'];

function containerOf(kind: ReferenceKind, titled: Titled, rich: (...names: string[]) => Reference['title']) {
  if (kind === 'article') {
    const journal = titled('journaltitle', 'journalsubtitle');
    return journal.length > 0 ? journal : rich('journal', 'booktitle');
  }
  if (kind === 'online') return rich('journaltitle', 'journal', 'organization', 'eprinttype');
  return titled('booktitle', 'booksubtitle');
}

/** Addresses are taken as typed but for what LaTeX needs escaped. */
function addressOf(fields: ReadonlyMap<string, string>): string {
  const written = fields.get('url') ?? /https?:[^\s{}]+/.exec(fields.get('howpublished') ?? '')?.[0] ?? '';
  return written
    .replace(/^\\url\{([^{}]*)\}$/, '$1')
    .replace(/\\([_&%#~{}])/g, '$1')
    .replace(/\{\\textasciitilde\s*\}|\\textasciitilde(?:\{\}|\s)?/g, '~')
    .replace(/[{}\s]/g, '');
}

/** One dash between pages, however many are typed. */
function dashed(pages: string): string {
  return pages.replace(/\s*[-–—]+\s*/g, '–');
}

function monthOf(year: string, month: string): string {
  const number = /^\d{1,2}$/.test(month) ? month.padStart(2, '0') : '';
  return /^\d{4}$/.test(year) && number !== '' ? `${year}-${number}` : '';
}

/** As words.ts names them; else as written. */
function genreOf(type: string, written: string): string {
  if (written !== '') return written.toLowerCase();
  return type === 'phdthesis' || type === 'mastersthesis' ? type : '';
}

/**
 * Every directive there is. A name that is not here is no directive: colons are everyday punctuation
 * in Arabic (`قال:نعم`), so an inline or leaf name must be known before its colon means anything.
 */
export const textDirectives: ReadonlySet<string> = new Set([
  'accent', // accent colour
  'index', // a term of the index and its place: `:index[term]`, `:index[]{term="head ! sub" see="other"}`
  'mark', // `==text==`, <mark>
  'overline',
  'quran', // the same in a line: `:quran[…]{sura=… ayat=…}`
  'ref', // what a place of the document is called: `:ref[id]`, `:ref[id]{form=page}`
  'span', // language or direction of a phrase: `:span[Text]{lang=en}`
  'sub', // `H~2~O`, <sub>
  'sup', // `x^2^`, <sup>
  'underline', // <u>, <ins>
]);

export const leafDirectives: ReadonlySet<string> = new Set([
  'bibliography', // the entries that the text cites
  'index', // its terms
  'pagebreak',
]);

export const containerDirectives: ReadonlySet<string> = new Set([
  // Written by authors.
  'chart',
  'caution',
  'columns',
  'definitions', // terms, each over what it means: `term` and `: definition` are one, too
  'details', // <details>: a box under its summary
  'epigraph', // words of another at the beginning of a chapter: `:::epigraph[author]`
  'facts',
  'glossary',
  'important',
  'index', // the index is printed here, under what stands inside
  'ltr', // direction of what is inside, whatever its words
  'note',
  'quote',
  'quran', // verses of the Qur'an, a line each, in ornate brackets: `:::quran{sura=البقرة ayat=255-256}`
  'rtl',
  'signature', // who signs: `:::signature[Name]`, then office, place, date, a line each
  'sources',
  'summary',
  'table',
  'timeline',
  'tip',
  'verse', // a bayt a line, its hemistichs parted by ` ... ` or ` *** `: `:::verse[poet]`
  'warning',
  // Written by templates.
  'band',
  'colophon',
  'contents',
  'cover',
  'footer',
  'header',
  'inner',
  'opening',
  'outer',
  'panel',
  'titleblock',
]);

/** What any block may be told in braces: direction and language of what is inside, where it may stand away from its place, or how wide beside the text. */
export const blockAttributes: readonly string[] = ['dir', 'lang', 'float', 'side', 'width'];

/** What each may be told beside; those not named here take nothing more. Of an inline one that shares its name a colon stands first. */
export const directiveAttributes: Readonly<Record<string, readonly string[]>> = {
  chart: ['data', 'highlight', 'sort', 'source', 'type', 'unit'],
  columns: ['count'],
  contents: ['columns', 'depth', 'min', 'of'],
  footer: ['master', 'pages'],
  header: ['master', 'pages'],
  index: ['columns', 'of'],
  ':index': ['also', 'in', 'main', 'range', 'see', 'sort', 'term'],
  opening: ['master'],
  pagebreak: ['height', 'master', 'only', 'role', 'to'],
  panel: ['role'],
  quran: ['ayat', 'sura'],
  ref: ['form'],
  span: ['dir', 'lang'],
  table: ['landscape'],
  timeline: ['form'],
};

/**
 * Every directive there is. A name that is not here is no directive: colons are everyday punctuation
 * in Arabic (`قال:نعم`), so an inline or leaf name must be known before its colon means anything.
 */
export const textDirectives: ReadonlySet<string> = new Set([
  'accent', // accent colour
  'mark', // `==text==`, <mark>
  'overline',
  'ref', // what a place of the document is called: `:ref[id]`, `:ref[id]{form=page}`
  'span', // language or direction of a phrase: `:span[Text]{lang=en}`
  'sub', // `H~2~O`, <sub>
  'sup', // `x^2^`, <sup>
  'underline', // <u>, <ins>
]);

export const leafDirectives: ReadonlySet<string> = new Set([
  'bibliography', // the entries that the text cites
  'pagebreak',
]);

export const containerDirectives: ReadonlySet<string> = new Set([
  // Written by authors.
  'chart',
  'caution',
  'columns',
  'details', // <details>: a box under its summary
  'facts',
  'glossary',
  'important',
  'ltr', // direction of what is inside, whatever its words
  'note',
  'quote',
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

/** What each may be told beside; those not named here take nothing more. */
export const directiveAttributes: Readonly<Record<string, readonly string[]>> = {
  chart: ['unit'],
  columns: ['count'],
  contents: ['columns', 'depth', 'min', 'of'],
  footer: ['master', 'pages'],
  header: ['master', 'pages'],
  opening: ['master'],
  pagebreak: ['height', 'master', 'only', 'role', 'to'],
  panel: ['role'],
  ref: ['form'],
  span: ['dir', 'lang'],
  table: ['landscape'],
};

/**
 * Every directive there is. A name that is not here is no directive: colons are everyday punctuation
 * in Arabic (`قال:نعم`), so an inline or leaf name must be known before its colon means anything.
 */
export const textDirectives: ReadonlySet<string> = new Set([
  'accent', // accent colour
  'mark', // `==text==`, <mark>
  'overline',
  'span', // language or direction of a phrase: `:span[Text]{lang=en}`
  'sub', // `H~2~O`, <sub>
  'sup', // `x^2^`, <sup>
  'underline', // <u>, <ins>
]);

export const leafDirectives: ReadonlySet<string> = new Set(['pagebreak']);

export const containerDirectives: ReadonlySet<string> = new Set([
  // Written by authors.
  'chart',
  'caution',
  'columns',
  'details', // <details>: a box under its summary
  'facts',
  'glossary',
  'important',
  'note',
  'quote',
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

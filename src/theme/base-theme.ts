import { TOKENS } from './theme-table.ts';
import { readThemeObject, type Tokens } from './theme-tokens.ts';

/**
 * The colours and rows that every theme starts from; all other tokens, and what rows may say, are in theme-table.ts. Kept as code and not
 * as YAML, for reading it would cost every run 20 ms.
 *
 * One scale on the text size (12.5 pt): .76 notes and captions, .84 tables, 1 text, 1.16 h3, 1.36 h2,
 * 1.76 h1, 2.72 title. One grid, the leading of the text (21 pt): the white space and the leading of a
 * heading make a whole number of lines together, and so do the margins of A4 (32).
 */
// biome-ignore format: tables, a row a line
const rows = {
  // Contrast with white, and with tint: ink 17:1, 15:1 · accent 8.9:1, 7.8:1 · grey 7.0:1, 6.1:1. Sand carries no small text.
  colors: {
    ink: '#1B1B1B',
    accent: '#0B4F57',
    soft: '#8FB0B3',
    sand: '#B08D57',
    tint: '#F3EFE7',
    line: '#C9C2B4',
    grey: '#595959',
    paper: '#FFFFFF',
  },

  roles: {
    // running text
    body: { align: 'text' },
    item: { like: 'body' },
    quote: { like: 'body', color: 'grey' },
    note: { like: 'body', size: '.76em', leading: '15pt' },
    small: { like: 'body', size: '.84em', leading: '.75line' },
    sources: { like: 'small' },
    strong: { weight: 700 },
    verse: { align: 'fit', kashida: 'classic' },

    // headings
    h1: { font: 'heading', weight: 600, size: '1.76em', leading: '1.5line', before: '1.75line', after: '.75line', keep: true, kashida: 'none' },
    h2: { font: 'heading', weight: 600, size: '1.36em', leading: '1.25line', before: '1.25line', after: '.5line', keep: true, kashida: 'none', color: 'accent' },
    h3: { font: 'heading', weight: 600, size: '1.16em', leading: '1line', before: '.75line', after: '.25line', keep: true, kashida: 'none' },
    h4: { font: 'heading', weight: 600, size: '1em', leading: '1line', before: '.5line', keep: true, kashida: 'none', color: 'accent' },
    'chapter-number': { font: 'text', weight: 400, size: '2.72em', leading: '2line', color: 'sand', keep: true },

    // title block and cover
    issue: { font: 'heading', size: '.76em', leading: '1line', color: 'grey' },
    title: { font: 'text', weight: 700, size: '2.72em', leading: '2.25line', before: '1.75line', kashida: 'none', tag: 'h1', keep: true, fit: 0.12 },
    subtitle: { font: 'text', size: '1.12em', leading: '1.125line', kashida: 'none', color: 'grey', before: '.375line', keep: true },
    byline: { font: 'heading', size: '.84em', leading: '1line', color: 'grey', before: '.5line' },
    'cover-title': { font: 'text', weight: 700, size: '3.6em', leading: '3line', kashida: 'none', color: 'paper', tag: 'h1' },
    'cover-subtitle': { font: 'text', size: '1.2em', leading: '1.5line', kashida: 'none', color: 'tint', before: '.5line' },
    'cover-author': { font: 'heading', size: '.92em', leading: '1line', color: 'tint', before: '1line' },
    spine: { font: 'text', weight: 700, size: '1em', leading: '1line', kashida: 'none', color: 'paper' },
    'back-cover': { font: 'text', size: '1.08em', leading: '1line', align: 'justify', color: 'paper', after: '.5line' },
    'half-title': { font: 'text', weight: 700, size: '1.76em', leading: '2line', kashida: 'none', align: 'center' },
    'title-page': { font: 'text', weight: 700, size: '2.72em', leading: '2.5line', kashida: 'none', align: 'center' },
    'title-page-subtitle': { font: 'text', size: '1.12em', leading: '1.5line', kashida: 'none', align: 'center', color: 'grey', before: '.5line' },
    'title-page-author': { font: 'heading', size: '.92em', leading: '1line', align: 'center', before: '2line' },
    'title-page-issuer': { font: 'heading', size: '.84em', leading: '1line', align: 'center', color: 'grey' },

    // labels, captions, cells
    label: { font: 'heading', weight: 600, size: '.84em', leading: '.75line', after: '.25line', color: 'accent', keep: true },
    caption: { font: 'heading', size: '.76em', leading: '.75line', color: 'grey', tag: 'caption' },
    'table-caption': { font: 'heading', weight: 600, size: '.84em', leading: '.75line', after: '.25line', keep: true, tag: 'caption' },
    cell: { font: 'heading', size: '.84em', leading: '.75line' },
    'cell-header': { like: 'cell', weight: 600, color: 'accent' },
    'signature-name': { font: 'heading', weight: 600, size: '1em', leading: '1line', align: 'end', kashida: 'none', keep: true },
    signature: { font: 'text', size: '1em', leading: '1line', align: 'end', kashida: 'none' },
    attribution: { font: 'heading', size: '.76em', leading: '.75line', color: 'grey', before: '.25line' },
    'figure-number': { font: 'heading', weight: 600, size: '2.08em', leading: '1.75line', color: 'accent', keep: true },
    'figure-label': { font: 'heading', size: '.8em', leading: '.75line', color: 'grey' },
    year: { font: 'heading', weight: 600, size: '.84em', leading: '1line', color: 'accent', keep: true },
    event: { font: 'heading', size: '.76em', leading: '.75line' },
    'bar-label': { font: 'heading', size: '.84em', leading: '1line' },
    'bar-value': { font: 'heading', weight: 600, size: '.84em', leading: '1line', color: 'accent' },
    term: { font: 'heading', weight: 600, size: '.84em', leading: '.75line', color: 'accent', keep: true },
    definition: { like: 'small', align: 'start' },
    'definition-term': { like: 'body', weight: 700, after: 0, keep: true, kashida: 'none' },
    'definition-text': { like: 'body' },
    epigraph: { like: 'quote', size: '.92em', align: 'start', kashida: 'none', color: 'grey' },
    'epigraph-source': { like: 'attribution', align: 'end' },
    'quran-source': { like: 'attribution', align: 'center' },
    quran: { like: 'body', size: '1.12em', leading: '1.25line', align: 'center', kashida: 'none' },
    bibliography: { like: 'small', align: 'start' },
    code: { font: 'code', size: '.7em', leading: '.75line', kashida: 'none' },
    // contrast with tint 5.6:1 or more; keywords are known in grey too
    'code-keyword': { like: 'code', weight: 600, color: 'accent' },
    'code-string': { like: 'code', color: '#7A3E00' },
    'code-number': { like: 'code', color: '#5B2A86' },
    'code-comment': { like: 'code', color: 'grey' },
    'code-name': { like: 'code', color: '#1D4E89' },
    'code-type': { like: 'code', color: '#2E5E1E' },
    'code-meta': { like: 'code', color: '#8A1C4A' },
    'code-added': { like: 'code', color: '#1E5B2A' },
    'code-removed': { like: 'code', color: '#9B1C1C' },
    'inline-code': { font: 'code', size: '.84em', color: 'grey' },
    marker: { color: 'accent', kashida: 'none' },
    task: { font: 'heading', weight: 600, size: '.92em', color: 'accent', kashida: 'none' },
    'note-number': { size: '.76em', leading: '15pt', color: 'accent', kashida: 'none' },
    'note-call': { size: '.72em', color: 'accent' },

    // contents
    toc1: { font: 'heading', weight: 600, size: '.92em', leading: '1line' },
    toc2: { font: 'heading', size: '.84em', leading: '1line' },
    toc3: { like: 'toc2', color: 'grey' },
    'toc-compact': { font: 'heading', size: '.8em', leading: '.75line' },

    // index
    index1: { font: 'text', size: '.84em', leading: '.75line', kashida: 'none' },
    index2: { like: 'index1' },
    index3: { like: 'index1' },
    'index-head': { font: 'heading', weight: 600, size: '.92em', leading: '.75line', before: '.75line', after: '.25line', keep: true, kashida: 'none', color: 'accent' },

    // furniture
    head: { font: 'heading', size: '.72em', leading: '.75line', color: 'grey' },
    folio: { like: 'head', color: 'ink' },
    colophon: { font: 'heading', size: '.72em', leading: '.75line', color: 'grey' },
  },

  boxes: {
    panel: { background: 'tint', padding: '.5line 14pt .625line 14pt', before: '1line', after: '1line', label: 'label', text: 'body' },
    summary: { like: 'panel' },
    facts: { before: '.25line', after: '.5line', columns: 4, gap: '14pt' },
    note: { 'rule-start': '1.2pt accent', padding: '0pt 0pt 0pt 12pt', before: '1line', after: '.5line', keep: true, label: 'label', text: 'small' },
    tip: { like: 'note', 'rule-start': '1.2pt sand' },
    warning: { like: 'note', 'rule-start': '2.4pt ink' },
    important: { like: 'note', 'rule-start': '2.4pt accent' },
    caution: { like: 'note', 'rule-start': '3.6pt ink' },
    details: { 'rule-start': '.8pt line', padding: '0pt 0pt 0pt 12pt', before: '.5line', after: '.5line', label: 'label', text: 'body' },
    quote: { 'rule-start': '.8pt sand', padding: '0pt 18pt 0pt 14pt', before: '.5line', after: '.5line', text: 'quote', tag: 'blockquote' },
    epigraph: { padding: '0pt 0pt 0pt 10em', before: '.5line', after: '1.5line', keep: true, text: 'epigraph', tag: 'blockquote' },
    quran: { padding: '0pt 18pt', before: '.5line', after: '.5line', text: 'quran', label: 'attribution', tag: 'blockquote' },
    verse: { before: '.5line', after: '.5line', gap: '.5line', label: 'table-caption' },
    code: { background: 'tint', padding: '.375line 10pt', before: '.5line', after: '.5line', label: 'table-caption', text: 'code' },
    table: { before: '1line', after: '.5line', label: 'table-caption' },
    figure: { before: '1line', after: '.5line', keep: true, float: 'auto', label: 'caption' },
    'missing-image': { 'rule-before': '.8pt grey', 'rule-after': '.8pt grey', 'rule-start': '.8pt grey', 'rule-end': '.8pt grey', padding: '.5line 12pt', before: '1line', after: '.5line', keep: true, label: 'caption', text: 'small' },
    timeline: { before: '1line', after: '.5line', keep: true, label: 'table-caption', columns: 4, gap: '8pt' },
    chart: { before: '1line', after: '.5line', keep: true, label: 'table-caption' },
    columns: { before: '.5line', after: '.5line', columns: 2, gap: '2em', 'column-width': '8em' },
    glossary: { before: '.5line', after: '.5line', columns: 2, gap: '18pt', 'column-width': '8em' },
    endnotes: { before: '1.5line', 'rule-before': '.4pt ink 30mm', padding: '.5line 0pt 0pt 0pt', label: 'label' },
    definitions: { before: '.5line', after: '.5line', gap: '1.5em' },
    signature: { before: '1.5line', after: '1line', keep: true, 'keep-above': true, lines: true, label: 'signature-name', text: 'signature' },
    sources: { before: '1line', 'rule-before': '.4pt line 3cm', padding: '.5line 0pt 0pt 0pt', text: 'sources' },
    contents: { before: '1line', after: '1line', label: 'h2', text: 'toc', gap: '1line', 'column-width': '8em' },
    bibliography: { padding: '0pt 0pt 0pt 1.5em', before: '.5line', after: '.5line', gap: '.25line', text: 'bibliography' },
    index: { before: '.5line', after: '1line', label: 'h2', columns: 2, gap: '18pt', 'column-width': '9em' },
    list: { before: '.5line', after: '.5line', gap: '.5line' },
    titleblock: { gap: 0 },
    issue: { text: 'issue' },
    keyfacts: { before: '.75line', 'rule-before': '.4pt line', padding: '.375line 0pt 0pt 0pt', label: 'label' },
    rule: { 'rule-before': '1.6pt sand 3cm', before: '.75line', after: '.75line' },
    band: { background: 'accent', top: 0, height: '9mm' },
    cover: { background: 'accent', top: 0, padding: '22mm' },
    spine: { background: 'accent', text: 'spine' },
    'back-cover': { background: 'accent', top: 0, padding: '22mm', text: 'back-cover' },
    colophon: { before: '1line', 'rule-before': '.4pt line 3cm', padding: '.5line 0pt 0pt 0pt', text: 'colophon' },
  },

  masters: {
    first: { group: 'body' },
    body: { group: 'body' },
  },
} as const;

/** Every token of theme-table.ts as it is where nobody says, and the colours and rows that all themes have. */
export function baseTokens(): Tokens {
  const tokens = readThemeObject(rows, () => null);
  for (const [path, { fallback }] of Object.entries(TOKENS))
    tokens.set(path, { value: fallback, origin: null, under: null });
  return tokens;
}

import type { CounterStyle } from '../base/counters.ts';
import type { StructTag } from '../base/element.ts';
import { MM } from '../base/geometry.ts';
import { FLOAT_PLACES, type KashidaStyle } from './style-values.ts';
import { FONT_SIZES, LEADINGS, SPACES } from './theme-values.ts';
import { type TokenSpec, token } from './token.ts';

/**
 * Every token there is: what a theme may say, what holds where none does, and what is told of it. The theme is read
 * by this table, slips of the pen are noticed by it, and docs/theme.md and its JSON Schema are written from it.
 */

const KASHIDA: readonly KashidaStyle[] = ['none', 'mild', 'classic'];

const COUNTERS: readonly (CounterStyle | 'document')[] = [
  'document',
  'decimal',
  'arabic-indic',
  'persian',
  'arabic-abjad',
  'hijai',
  'lower-alpha',
  'upper-alpha',
  'lower-roman',
  'symbols',
  'none',
];

const NUMBERED = ['auto', 'all', 'none'] as const;

const TAGS: readonly Lowercase<StructTag>[] = [
  'p',
  'h1',
  'h2',
  'h3',
  'h4',
  'h5',
  'h6',
  'div',
  'sect',
  'blockquote',
  'caption',
  'note',
  'l',
];

/** Compared without vowel marks. */
// biome-ignore format: a list
const UNNUMBERED = ['تمهيد', 'مقدمة', 'توطئة', 'تصدير', 'تقديم', 'إهداء', 'شكر', 'شكر وتقدير', 'خاتمة', 'الخاتمة', 'ملحق', 'ملاحق', 'مسرد', 'مسرد المصطلحات', 'المراجع', 'المصادر', 'المصادر والمراجع', 'فهرس', 'كشاف', 'Preface', 'Foreword', 'Introduction', 'Acknowledgements', 'Conclusion', 'Appendix', 'Glossary', 'Bibliography', 'References', 'Index'];

/** The finest presses print 2,400 dots per inch. */
const DOTS = [0, 2400] as const;
/** 3 mm is the printers' usual bleed; more than 20 mm no press asks for. */
const BLEEDS = [0, 20 * MM] as const;
/** 80 g/m² office paper is 0.1 mm thick, heavy board 1 mm. */
const THICKNESSES = [0, MM] as const;
/** Thirty-two sheets: as much as anyone folds at once. */
const SIGNATURES = [0, 128] as const;
/** From Bible paper to board, and from calendered to the lightest. */
const GRAMMAGES = [20, 400] as const;
const BULKS = [0.5, 3] as const;
const WEIGHTS = [100, 900] as const;

/** What a user may want to change, by dotted path. */
// biome-ignore format: a table
export const TOKENS = {
  'page.size': token.paper('A4', 'The page: a paper by name, or `17cm x 24cm`; another one scales margins that nobody set.'),
  'page.margin.inner': token.length('30mm', SPACES, 'At the bound edge. `page.margin` is one length for all four.'),
  'page.margin.outer': token.length('45mm', SPACES, 'At the edge that is cut.'),
  'page.margin.top': token.length('28mm', SPACES, 'Above the text.'),
  'page.margin.bottom': token.length('31.8mm', SPACES, 'Below the text.'),
  'page.opening': token.choice(['left', 'right', 'any', 'auto', 'recto', 'verso'], 'any', 'The side on which chapters open; `recto`, or `auto`, is that of page one, `verso` its back.'),
  'page.binding': token.choice(['right', 'left', 'auto'], 'auto', 'The edge at which sheets are bound; `auto` is right for right-to-left documents.'),
  'page.breaks': token.choice(['optimal', 'greedy'], 'optimal', 'Where pages end: where the pages between two page ends are best as a whole, or each as far down as it goes.'),
  'page.head': token.length('16mm', SPACES, 'From the upper edge to the baseline of the running head.'),
  'page.foot': token.length('18mm', SPACES, 'From the lower edge to the baseline of the folio.'),
  'page.grid': token.length('1line', SPACES, 'Distance of the lines that text stands on; 0 = none.'),

  'text.family': token.text('family', 'Amiri', 'Of running text; further families after commas stand in for it.'),
  'text.size': token.length('12.5pt', FONT_SIZES, 'What `em` means everywhere else.'),
  'text.leading': token.length('1.68em', LEADINGS, 'Distance of baselines: what `line` means everywhere else.'),
  'text.align': token.choice(['justify', 'start'], 'justify', 'Of paragraphs.'),
  'text.kashida': token.choice(KASHIDA, 'mild', 'How far words are elongated to fill a line.'),
  'text.indent': token.length('1.2em', SPACES, 'First line of a paragraph that follows another.'),
  'text.emphasis': token.choice(['accent', 'weight', 'overline'], 'accent', 'What `*emphasis*` looks like in Arabic.'),
  'text.strong': token.number(700, WEIGHTS, 'Weight of `**strong**`.'),

  'code.family': token.text('family', 'IBM Plex Mono', 'Of code.'),
  'code.least': token.number(0.85, [0.5, 1], 'How small code with long lines may become: a share of its size.'),

  digits: token.choice(['arab', 'latn', 'source'], 'source', 'Which digits numbers are set in; `source` leaves them as typed.'),

  'heading.family': token.text('family', 'IBM Plex Sans Arabic', 'Of headings, labels and tables.'),
  'heading.numbering': token.choice(['none', 'decimal', 'through'], 'none', 'Whether headings are numbered: 1.2 is the second of chapter 1; `through` counts each rank on to the end.'),
  'heading.counters': token.choices(COUNTERS, ['document'], 'In which the numbers of headings count, by rank; `document` counts in the document’s digits.'),
  'heading.opens': token.choice(['none', 'page', 'opening'], 'none', 'What headings of the first rank do: nothing, start a page, or start where chapters open.'),
  'heading.drop': token.length(0, SPACES, 'White space above a heading that opens a page.'),
  'heading.ordinal': token.flag(false, 'Whether the number of a chapter stands over its title.'),
  'heading.ends': token.choice(['none', 'ornament'], 'none', 'What stands where the text of a chapter ends: nothing, or the ornament of `***`.'),
  'heading.unnumbered': token.list(UNNUMBERED, 'Titles that take no number.'),

  'numbers.figures': token.choice(NUMBERED, 'auto', 'Captioned figures and charts: numbered, or not, or `auto`: all as soon as one is referred to or a list of them is asked for.'),
  'numbers.tables': token.choice(NUMBERED, 'auto', 'The same of captioned tables.'),
  'numbers.equations': token.choice(NUMBERED, 'auto', 'The same of displayed formulas that have an id.'),
  'numbers.listings': token.choice(NUMBERED, 'auto', 'The same of titled code.'),
  'numbers.poems': token.choice(NUMBERED, 'auto', 'The same of verse that has an id; with `all` of all verse.'),
  'numbers.within': token.choice(['document', 'chapter'], 'document', 'Where these numbers begin again; in chapters that have numbers of their own they stand after them: 2.3.'),
  'numbers.counter': token.choice(COUNTERS, 'document', 'In which they count.'),
  'numbers.separator': token.text('text', ':', 'Between a number and its caption; a dash has a space before it too.'),

  'index.teh': token.choice(['heh', 'teh'], 'heh', 'As which letter ة is sorted: `heh` is ه, `teh` is ت.'),

  'lists.bullets': token.list(['•', '–'], 'By depth.'),
  'lists.counters': token.choices(COUNTERS, ['document', 'arabic-abjad', 'document'], 'Of numbered lists, by depth; `document` counts in the document’s digits.'),
  'lists.marker': token.length('1.1em', SPACES, 'Room for a marker.'),
  'lists.gap': token.length('.35em', SPACES, 'Between marker and text.'),

  'notes.rule': token.rule('.4pt ink 30mm', 'Above the notes of a page.'),
  'notes.before': token.length('.5line', SPACES, 'Above that rule.'),
  'notes.after': token.length('.25line', SPACES, 'Below that rule.'),
  'notes.numbering': token.choice(['document', 'chapter', 'page'], 'document', 'Where the numbers of notes begin again.'),
  'notes.counter': token.choice(COUNTERS, 'document', 'In which they count; `symbols` are * † ‡ § ¶.'),
  'notes.place': token.choice(['foot', 'chapter', 'book'], 'foot', 'Where notes stand in print: at the foot of their page, or where their chapter or the text ends.'),
  'notes.marker': token.length('.8em', SPACES, 'Room for the number of a note.'),

  // a screen shows about 100 dots per inch at actual size; a press asks for 300
  'images.screen': token.number(150, DOTS, 'Most dots per inch of images for screens and e-mail; 0 = as they are. Needs `sharp`.'),
  'images.print': token.number(350, DOTS, 'The same for paper.'),

  'epub.fonts': token.flag(true, 'Whether an e-book carries its fonts.'),

  'print.bleed': token.length('3mm', BLEEDS, 'How far what touches the trim edge is drawn beyond it.'),
  'print.marks': token.flag(true, 'Crop, registration and fold marks.'),
  'print.grey': token.flag(false, 'Every colour becomes the grey of its luminance.'),
  'print.ink': token.choice(['normal', 'saving'], 'normal', '`saving` leaves grounds out and keeps rules.'),
  'print.sheet': token.paperOrFull('A4', 'The paper of booklets, 2up and 4up; `full` is as large as its pages need.'),
  'print.signature': token.number(0, SIGNATURES, 'Pages of a signature; 0 = the whole booklet is one.'),
  'cover.weight': token.number(80, GRAMMAGES, 'Of the paper of the book, grams a square metre: with its bulk it makes the width of the spine.'),
  'cover.bulk': token.number(1.3, BULKS, 'Of the paper, cubic centimetres a gram: coated 0.8 to 1, offset 1.2 to 1.3, bookpaper 1.5 to 2. A leaf is weight × bulk ÷ 1000 mm thick.'),
  'cover.board': token.length('.3mm', THICKNESSES, 'How thick the cover itself is; the spine is as wide as all leaves and two of these.'),
  'cover.spine': token.choice(['descending', 'ascending'], 'descending', 'Which way the spine is read, the book standing: down, so that it is upright when the front lies up, or up.'),
  'print.paper': token.length('.1mm', THICKNESSES, 'How thick a sheet is: inner sheets of a booklet stand out by so much.'),

  'table.padding': token.edges('.1875line 14pt .1875line 0pt', 'Of cells.'),
  'table.top': token.rule('.8pt ink', 'Above a table.'),
  'table.header': token.rule('.4pt ink', 'Below its header.'),
  'table.row': token.rule('none', 'Between its rows.'),
  'table.bottom': token.rule('.8pt ink', 'Below it.'),
} as const satisfies Readonly<Record<string, TokenSpec<unknown>>>;

/** What each row of a table may say. */
// biome-ignore format: a table
export const ROWS = {
  roles: {
    like: token.likeRole('Another row, whose fields hold where this one has none.'),
    font: token.text('`text` `heading` `code` or a family', 'text', 'Of which family.'),
    weight: token.number(400, WEIGHTS, '400 is regular, 700 bold.'),
    italic: token.flag(false, 'Where the family has italics.'),
    size: token.length('1em', FONT_SIZES, 'Of type.'),
    leading: token.length('1line', LEADINGS, 'Distance of baselines; `em` is the row’s own size from here on.'),
    color: token.color('ink', 'Of type.'),
    align: token.choice(['text', 'start', 'end', 'center', 'justify', 'fit'], 'start', '`text` is as `text.align`, `fit` elongates each line to the measure.'),
    fit: token.number(0, [0, 1], 'A single line is elongated where this share of its width is enough for it.'),
    kashida: token.choice(['text', ...KASHIDA], 'text', '`text` is as `text.kashida`.'),
    indent: token.length(0, SPACES, 'Of the first line.'),
    before: token.length(0, SPACES, 'White space above.'),
    after: token.length(0, SPACES, 'White space below; between two blocks the larger holds.'),
    keep: token.flag(false, 'Never the last thing on a page.'),
    tag: token.choice(TAGS, 'p', 'What it is to who hears the PDF, and in an e-book.'),
  },
  boxes: {
    like: token.likeBox('Another row, whose fields hold where this one has none.'),
    background: token.color('none', 'Behind what is inside.'),
    padding: token.edges('0', 'Between the edges and what is inside.'),
    'rule-start': token.rule('none', 'Along the edge where lines begin.'),
    'rule-end': token.rule('none', 'Along the edge where lines end.'),
    'rule-before': token.rule('none', 'Along the upper edge.'),
    'rule-after': token.rule('none', 'Along the lower edge.'),
    before: token.length(0, SPACES, 'White space above.'),
    after: token.length(0, SPACES, 'White space below.'),
    keep: token.flag(false, 'Never broken over pages.'),
    float: token.choice(
      FLOAT_PLACES,
      'here',
      'Where it may stand away from its place: `auto` is here, or where that leaves no room at the top of the next page.',
    ),
    'keep-above': token.flag(false, 'On the page of the line above it.'),
    lines: token.flag(false, 'Lines of the source are lines.'),
    text: token.role('body', 'Of the paragraphs inside.'),
    label: token.role('label', 'Of the directive’s label.'),
    gap: token.length(0, SPACES, 'Between cells, columns or entries.'),
    columns: token.number(1, [1, 12], 'Most cells in a row, or most columns.'),
    'column-width': token.length(0, SPACES, 'Where columns would be narrower there are fewer.'),
    top: token.lengthOrNone(SPACES, 'A band across the page so far from its upper edge, out of the text.'),
    height: token.lengthOrNone(SPACES, 'Of that band; `none` is down to the lower edge.'),
    tag: token.choice(TAGS, 'div', 'What it is to who hears the PDF, and in an e-book.'),
  },
  masters: {
    folio: token.choice(COUNTERS, 'document', 'How its pages are counted.'),
    group: token.text('word', 'body', 'Counting begins again where pages of another group begin.'),
    next: token.master('The layout of the page after one of this; `none` is the same.'),
  },
} as const satisfies Readonly<Record<string, Readonly<Record<string, TokenSpec<unknown>>>>>;

/** A colour by its name. */
export const COLOR_TOKEN = token.color('#000000', 'Other tokens use it by its name.');

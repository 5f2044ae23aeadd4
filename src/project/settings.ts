import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { AttachmentChoice } from './attachment.ts';
import type { BibliographyChoice, CitationStyle } from './bibliography.ts';
import type { Isbn } from './isbn.ts';
import type { MatterItem } from './matter.ts';
import type { PdfVersion } from './pdf-version.ts';
import type { Person } from './people.ts';
import type { TextPurpose } from './text-purpose.ts';

/** What front matter, warraq.yaml or book.yaml and the command line say of a document, resolved in that order. */
export interface Settings {
  readonly title: string;
  readonly subtitle: string;
  /** The names of the authors, in one line. */
  readonly author: string;
  /** Authors, editors, translators …, in the order of the book. */
  readonly people: readonly Person[];
  readonly issuer: string;
  readonly series: string;
  readonly publisher: string;
  /** Where it is published. */
  readonly place: string;
  readonly edition: string;
  readonly rights: string;
  readonly isbn: Isbn | null;
  /** What a book has before and after its chapters, in order; [] for what is no book. */
  readonly frontMatter: readonly MatterItem[];
  readonly backMatter: readonly MatterItem[];
  /** yyyy-mm-dd, or null. */
  readonly date: string | null;
  readonly lang: string;
  readonly dir: Direction;
  readonly subject: string;
  readonly keywords: readonly string[];
  /** Name of a folder of `templates/`. */
  readonly template: string;
  /** The theme.yaml to start from (default: the template's own), and tokens that override it. */
  readonly theme: ThemeChoice;
  readonly digits: 'arab' | 'latn' | 'source' | null;
  /** Whether the document has a table of contents; null = as the template says. */
  readonly contents: boolean | null;
  /** Whether the document says by which program it was set. */
  readonly colophon: boolean;
  /** The picture on the cover of an e-book instead of the first page of the print; null = that page. */
  readonly cover: CoverChoice | null;
  readonly pdf: PdfVersion;
  /** For whom the text of the PDF is made first. */
  readonly text: TextPurpose;
  /** Files the document shall carry, those of the command line last. */
  readonly attachments: readonly AttachmentChoice[];
  /** Files of the entries that the text may cite; [] = its `@` are signs like others. */
  readonly bibliography: readonly BibliographyChoice[];
  readonly citations: CitationStyle;
  /** Keys of entries that are listed though nothing cites them; `*` = all there are. */
  readonly nocite: readonly string[];
  /** Every key of the front matter as written, known or not: what templates see. */
  readonly values: Readonly<Record<string, unknown>>;
}

/** The settings of a document with what is said of it; all the rest has its default. */
export function makeSettings(said: Partial<Settings> & Pick<Settings, 'lang' | 'dir'>): Settings {
  return {
    title: '',
    subtitle: '',
    author: '',
    people: [],
    issuer: '',
    series: '',
    publisher: '',
    place: '',
    edition: '',
    rights: '',
    isbn: null,
    frontMatter: [],
    backMatter: [],
    date: null,
    subject: '',
    keywords: [],
    template: 'briefing',
    theme: { name: null, tokens: {} },
    digits: null,
    contents: null,
    colophon: false,
    cover: null,
    pdf: '1.7',
    text: 'reading',
    attachments: [],
    bibliography: [],
    citations: 'author-date',
    nocite: [],
    values: {},
    ...said,
  };
}

/** An image file, as written, and where: its path is relative to the file that names it. */
export interface CoverChoice {
  readonly path: string;
  readonly origin: Origin;
}

export interface ThemeChoice {
  readonly name: string | null;
  /** Nested as in theme.yaml. */
  readonly tokens: Readonly<Record<string, unknown>>;
}

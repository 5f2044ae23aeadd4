import { altOf } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import { SCRIPT_SIGNS } from '../parse/syntax/scripts.ts';
import type { BibliographyEntry } from '../resolve/bibliography-nodes.ts';
import type { Link, Marked, Picture, ResolvedInline, ResolvedNote } from '../resolve/inline-nodes.ts';
import type {
  Cell,
  Chart,
  Entry,
  Figure,
  Heading,
  List,
  ListItem,
  Paragraph,
  Phrase,
  Resolved,
  ResolvedBlock,
  Verse,
} from '../resolve/nodes.ts';

/**
 * A document as somebody would type it. A paragraph is a line; of pages, running heads and contents a text has none.
 * Cells are parted by tabs: a program that knows bidi sets what lies between two of them by itself (UAX#9, L1 and
 * X10: a tab ends a run), where spaces or bars would let the columns of Latin words and numbers change places; and a
 * spreadsheet takes them as they are.
 */
export class PlainText {
  #notes: ResolvedNote[] = [];
  readonly #said = new Set<string>();
  readonly #document: Pick<Resolved, 'body' | 'noteNumbering'>;
  /** Whether the title pages are over. */
  #isBegun: boolean;

  /** @param hasTitlePages a letter has none, and says what its template says */
  constructor(document: Pick<Resolved, 'body' | 'noteNumbering'>, hasTitlePages: boolean) {
    this.#document = document;
    this.#isBegun = !hasTitlePages;
  }

  /** Lines end in LF, the last one too. */
  write(): string {
    const text = this.#blocks(this.#document.body);
    const notes = this.#takeNotes();
    return `${[text, notes].filter(isSaid).join('\n\n').replace(/ +$/gm, '')}\n`;
  }

  #blocks(blocks: readonly ResolvedBlock[], gap: Gap = '\n\n'): string {
    return blocks
      .map((block) => this.#block(block))
      .filter(isSaid)
      .join(gap);
  }

  #block(node: ResolvedBlock): string {
    switch (node.kind) {
      case 'paragraph':
        return this.#paragraph(node);
      case 'heading':
        return this.#heading(node);
      case 'label':
        return this.#phrase(node.phrase);
      case 'figure':
        return this.#figure(node);
      case 'missing-image':
        return node.phrases.map((phrase) => this.#phrase(phrase)).join('\n');
      case 'pause':
        // on a title page it is an ornament
        return this.#isBegun || !isOfTemplate(node) ? '* * *' : '';
      case 'quote':
        return prefix('> ', parted(this.#blocks(node.children), this.#phrase(node.attribution)));
      case 'list':
        return this.#list(node);
      case 'code':
        return parted(this.#phrase(node.caption), prefix('    ', node.text));
      case 'formula':
        return parted(prefix('    ', node.tex), this.#phrase(node.number));
      case 'table': {
        const rows = [...node.header, ...node.rows].map(({ cells }) => this.#row(cells));
        return parted(this.#phrase(node.caption), rows.join('\n'), this.#blocks(node.others));
      }
      case 'chart':
        return this.#chart(node);
      case 'timeline':
      case 'facts':
      case 'glossary': {
        const entries = node.entries.map((entry) => this.#entry(entry)).join('\n');
        return parted(this.#phrase(node.title), entries, this.#blocks(node.others));
      }
      case 'verse':
        return this.#verse(node);
      case 'columns':
      case 'callout':
      case 'box':
        return parted(this.#phrase(node.title), this.#blocks(node.children));
      case 'sides':
        return parted(...node.sides.map(({ children }) => this.#blocks(children)), this.#blocks(node.others));
      case 'cover':
      case 'scope':
      case 'anchor':
      case 'float':
        return this.#blocks(node.children);
      case 'bibliography':
        return node.entries.map((entry) => this.#reference(entry)).join('\n');
      case 'contents':
      case 'index':
      case 'endnotes':
      case 'page-break':
        return '';
      default:
        return unreachable(node, 'the kinds of resolve/nodes.ts');
    }
  }

  #phrase(phrase: Phrase | null): string {
    return phrase === null ? '' : this.#inlines(phrase.content).trim();
  }

  /** What a template says of the document before it begins (cover, half title, title page, imprint) is said once. */
  #paragraph(node: Paragraph): string {
    const text = this.#phrase(node.phrase);
    if (this.#isBegun || !isOfTemplate(node)) return text;
    if (this.#said.has(text)) return '';
    this.#said.add(text);
    return text;
  }

  /** A line stands under it. Notes that are counted by chapter stand where theirs ends. */
  #heading({ phrase, place }: Heading): string {
    const opensChapter = place?.listed && place.rank === 1;
    if (place?.listed) this.#isBegun = true;
    const notes = opensChapter && this.#document.noteNumbering === 'chapter' ? this.#takeNotes() : '';
    const number = place?.number ?? place?.ordinal ?? null;
    const words = this.#phrase(phrase).replaceAll('\n', ' ');
    const text = number === null ? words : `${number} ${words}`;
    const line = place === null ? '' : (LINES[place.rank - 1] ?? LINES[2]);
    return parted(notes, line === '' ? text : `${text}\n${line.repeat(cellsOf(text))}`);
  }

  #takeNotes(): string {
    const written = this.#notes.map(({ label, children }) => hang(`[${label}]`, this.#blocks(children)));
    this.#notes = [];
    return written.length === 0 ? '' : `${NOTE_LINE}\n${written.join('\n')}`;
  }

  /** By what it shows, else by its caption, else by the name of its file. */
  #figure({ tagTarget, caption, image }: Figure): string {
    const words = this.#phrase(caption);
    const alt = altOf(tagTarget);
    if (alt === words && words !== '') return `[${words}]`;
    return [`[${alt === '' ? fileName(image.path) : alt}]`, words].filter(isSaid).join('\n');
  }

  #list({ items, loose }: List): string {
    const gap = loose ? '\n\n' : '\n';
    return items.map((item) => this.#item(item, gap)).join(gap);
  }

  #item({ marker, children }: ListItem, gap: Gap): string {
    const sign = marker.kind === 'task' ? (marker.done ? '☑' : '☐') : marker.text;
    return hang(sign, this.#blocks(children, gap));
  }

  #row(cells: readonly Cell[]): string {
    return cells.map(({ phrase }) => this.#cell(phrase)).join('\t');
  }

  #cell(phrase: Phrase): string {
    return this.#phrase(phrase).replace(/[\n\t]/g, ' ');
  }

  #entry({ key, text }: Entry): string {
    return [key, text]
      .filter(({ content }) => content.length > 0)
      .map((one) => this.#cell(one))
      .join('\t');
  }

  #reference({ label, phrase }: BibliographyEntry): string {
    const words = this.#phrase(phrase);
    return label === null ? words : hang(this.#phrase(label), words);
  }

  #chart({ caption, unit, bars, others }: Chart): string {
    const title = [this.#phrase(caption), unit === '' ? '' : `(${unit})`].filter(isSaid).join(' ');
    const rows = bars.map(({ name, shown }) => `${this.#cell(name)}\t${this.#cell(shown)}`);
    return parted(title, rows.join('\n'), this.#blocks(others));
  }

  #verse({ caption, stanzas, poet }: Verse): string {
    const written = stanzas.map((stanza) => {
      if (stanza.kind === 'blocks') return this.#blocks(stanza.children);
      const lines = stanza.bayts.map(({ halves }) => halves.map((half) => this.#phrase(half)).join(' … '));
      return lines.join('\n');
    });
    return parted(this.#phrase(caption), ...written, this.#phrase(poet));
  }

  #inlines(inlines: readonly ResolvedInline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(node: ResolvedInline): string {
    switch (node.kind) {
      case 'text':
      case 'code':
        return node.text;
      case 'formula':
        return node.tex;
      case 'marked':
        return this.#marked(node);
      case 'link': {
        const words = this.#inlines(node.children);
        return `${words}${addressOf(node.link, words)}`;
      }
      case 'foreign':
        return this.#inlines(node.children);
      case 'paged':
        return this.#inlines(node.pageless);
      case 'break':
        return '\n';
      case 'picture':
        return nameOf(node);
      case 'call':
        if (node.note !== null) this.#notes.push(node.note);
        return `[${node.label}]`;
      case 'anchor':
      case 'locator':
      case 'field':
        return '';
      default:
        return unreachable(node, 'the kinds of inlines');
    }
  }

  /** x^2: what is raised or lowered says so in a text of one size; and what is struck out is not said. */
  #marked({ meaning, children }: Marked): string {
    const text = this.#inlines(children);
    if (meaning === 'raised') return `${SCRIPT_SIGNS['sup'] ?? ''}${text}`;
    if (meaning === 'lowered') return `${SCRIPT_SIGNS['sub'] ?? ''}${text}`;
    return meaning === 'deleted' ? `~~${text}~~` : text;
  }
}

type Gap = '\n' | '\n\n';

/** Under headings, by rank; under all further ones the last. */
const LINES = ['=', '-', '~'] as const;

const NOTE_LINE = '-'.repeat(20);

function isSaid(text: string): boolean {
  return text !== '';
}

function isOfTemplate({ origin }: ResolvedBlock): boolean {
  return origin.file.endsWith('.hbs');
}

function parted(...texts: readonly string[]): string {
  return texts.filter(isSaid).join('\n\n');
}

function prefix(sign: string, text: string): string {
  return text.replace(/^/gm, sign);
}

/** A sign, and a text whose further lines begin where its first one does. */
function hang(sign: string, text: string): string {
  return `${sign} ${text.replace(/\n(?=[^\n])/g, `\n${' '.repeat(cellsOf(sign) + 1)}`)}`;
}

/** Characters as a terminal counts them, without vowels; of a long line as many as it has columns. */
function cellsOf(text: string): number {
  return Math.min(72, Array.from(text.replace(/[\p{M}\p{Cf}]/gu, '')).length);
}

/** Nothing where it leads within the document, or is what is read already. */
function addressOf(link: Link, shown: string): string {
  if (link.kind === 'internal') return '';
  const bare = (address: string) => address.replace(/^(?:https?:\/\/|mailto:|tel:)|\/$/g, '');
  const title = link.title === undefined ? '' : `"${link.title}"`;
  const address = bare(link.uri) === bare(shown) ? '' : link.uri;
  const said = [address, title].filter(isSaid).join(' ');
  return said === '' ? '' : ` (${said})`;
}

function nameOf({ alt, name }: Picture): string {
  return `[${alt === '' ? name : alt}]`;
}

function fileName(path: string): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

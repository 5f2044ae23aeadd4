import { altOf } from '../base/element.ts';
import { escapeXml } from '../base/escape-xml.ts';
import type { Direction } from '../base/geometry.ts';
import { ANY_LETTER, directionOfText } from '../base/text-direction.ts';
import { unreachable } from '../base/unreachable.ts';
import type { BibliographyEntry } from '../resolve/bibliography-nodes.ts';
import type { Meaning, ResolvedInline, ResolvedNote } from '../resolve/inline-nodes.ts';
import type {
  Cell,
  Chart,
  Entry,
  Figure,
  List,
  ListItem,
  Phrase,
  Quote,
  ResolvedBlock,
  Row,
  Table,
  Verse,
} from '../resolve/nodes.ts';
import { isolateForms } from '../text/bidi.ts';

/**
 * The text of a letter as HTML. Mail programs read no style sheets and few styles, so it is what they all know. Of
 * pages, contents and running heads a letter has none; notes stand at its end.
 */
export class HtmlLetter {
  readonly #notes: ResolvedNote[] = [];
  readonly #comma: string;
  /** Of what is being written. */
  #direction: Direction;
  /** Whether its author has said it, so that no words do. */
  #directed = false;

  constructor(direction: Direction) {
    this.#direction = direction;
    this.#comma = direction === 'rtl' ? '،' : ',';
  }

  write(blocks: readonly ResolvedBlock[]): string {
    const text = this.#blocks(blocks);
    let notes = '';
    for (const { label, children } of this.#notes)
      notes += `<div style="font-size:14px"><sup>${escapeXml(label)}</sup> ${this.#inLine(children)}</div>`;
    return notes === '' ? text : `${text}<hr>${notes}`;
  }

  #blocks(blocks: readonly ResolvedBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }

  /** What `write` writes from another side. */
  #turned(direction: Direction, directed: boolean, write: () => string): string {
    const around = [this.#direction, this.#directed] as const;
    [this.#direction, this.#directed] = [direction, directed];
    const written = write();
    [this.#direction, this.#directed] = around;
    return written;
  }

  /**
   * Words, with the attribute of what they stand in where they are foreign to what stands around it: not every program knows
   * `auto`.
   */
  #line(content: readonly ResolvedInline[], said: Direction | null = null): Line {
    const { words, apart } = gatherWords(content);
    const found = this.#directed
      ? this.#direction
      : directionOfText(ANY_LETTER.test(words) ? words : apart, this.#direction);
    const direction = said ?? found;
    const inner = this.#turned(direction, this.#directed, () => this.#inlines(content));
    return { dir: this.#dir(direction), inner };
  }

  /** The same inside a line of others: it reads in its direction, and stands where they do. */
  #words(content: readonly ResolvedInline[], said: Direction | null = null): string {
    const { dir, inner } = this.#line(content, said);
    return dir === '' ? inner : `<span${dir}>${inner}</span>`;
  }

  #dir(direction: Direction): string {
    return direction === this.#direction ? '' : ` dir="${direction}"`;
  }

  /** A paragraph alone is a part of the line that it stands in: one of a list, of a note. */
  #inLine(children: readonly ResolvedBlock[]): string {
    const [first] = children;
    if (children.length === 1 && first?.kind === 'anchor') return this.#inLine(first.children);
    return children.length === 1 && first?.kind === 'paragraph'
      ? this.#words(first.phrase.content, first.placing.direction)
      : this.#blocks(children);
  }

  #block(node: ResolvedBlock): string {
    switch (node.kind) {
      case 'paragraph':
        return paragraph(this.#line(node.phrase.content, node.placing.direction));
      case 'label':
        return this.#phrase(node.phrase);
      case 'heading': {
        const { dir, inner } = this.#line(node.phrase.content);
        const tag = node.phrase.styleName;
        return `<${tag}${dir} style="margin:18px 0 8px">${inner}</${tag}>`;
      }
      case 'figure':
        return this.#figure(node);
      case 'missing-image':
        return node.phrases.map((phrase) => this.#phrase(phrase)).join('');
      case 'pause':
        return '<hr>';
      case 'quote':
        return this.#quote(node);
      case 'list':
        return this.#list(node);
      case 'code':
        return `${this.#phrase(node.caption)}<pre dir="ltr" style="white-space:pre-wrap">${escapeXml(node.text)}</pre>`;
      case 'formula':
        return `<pre dir="ltr" style="white-space:pre-wrap">${escapeXml(node.tex)}</pre>${this.#phrase(node.number)}`;
      case 'table':
        return `${this.#phrase(node.caption)}${this.#table(node)}${this.#blocks(node.others)}`;
      case 'chart':
        return this.#chart(node);
      case 'timeline':
      case 'facts':
      case 'glossary': {
        const entries = node.entries.map((entry) => this.#entry(entry)).join('');
        return `<div>${this.#phrase(node.title)}<ul style="margin:0 0 12px">${entries}</ul>${this.#blocks(node.others)}</div>`;
      }
      case 'verse':
        return this.#verse(node);
      case 'columns':
      case 'callout':
      case 'box':
        return `<div>${this.#phrase(node.title)}${this.#blocks(node.children)}</div>`;
      case 'cover':
        return `<div>${this.#blocks(node.children)}</div>`;
      case 'sides':
        return `<div>${node.sides.map(({ children }) => this.#blocks(children)).join('')}${this.#blocks(node.others)}</div>`;
      case 'scope': {
        const lang = node.lang === null ? '' : ` lang="${escapeXml(node.lang)}"`;
        const inner = this.#turned(node.direction, true, () => this.#blocks(node.children));
        return `<div dir="${node.direction}"${lang}>${inner}</div>`;
      }
      case 'anchor':
      case 'float':
        return this.#blocks(node.children);
      case 'bibliography':
        return node.entries.map((entry) => this.#reference(entry)).join('');
      case 'contents':
      case 'index':
      case 'endnotes':
      case 'page-break':
        return '';
      default:
        return unreachable(node, 'the kinds of resolve/nodes.ts');
    }
  }

  #reference({ label, phrase, direction }: BibliographyEntry): string {
    const sign = label === null ? '' : `${this.#inlines(label.content)} `;
    const inner = this.#turned(direction, true, () => `${sign}${this.#inlines(phrase.content)}`);
    return paragraph({ dir: this.#dir(direction), inner });
  }

  /** A letter carries no pictures: by its words, what it shows and what is said of it. */
  #figure({ tagTarget, caption }: Figure): string {
    const alt = altOf(tagTarget);
    const said = this.#phrase(caption);
    const shown = paragraph({ dir: this.#dir(directionOfText(alt, this.#direction)), inner: escapeXml(alt) });
    return `${alt === '' || shown === said ? '' : shown}${said}`;
  }

  #phrase(phrase: Phrase | null): string {
    return phrase === null ? '' : paragraph(this.#line(phrase.content));
  }

  #quote({ direction, children, attribution }: Quote): string {
    const inner = this.#turned(
      direction,
      this.#directed,
      () => `${this.#blocks(children)}${this.#phrase(attribution)}`,
    );
    return `<blockquote${this.#dir(direction)} style="margin:0 16px 12px">${inner}</blockquote>`;
  }

  /** Bullets are the reader's, numbers ours, as text: they are not European everywhere, and some programs know no others. */
  #list({ ordered, direction, items }: List): string {
    const isWritten = ordered || items.some(({ marker }) => marker.kind === 'task');
    const width = isWritten ? widthOf(items) : 0;
    const inner = this.#turned(direction, this.#directed, () =>
      items
        .map((item) => (isWritten ? this.#item(item, width) : `<li>${this.#inLine(item.children)}</li>`))
        .join(''),
    );
    const start = direction === 'rtl' ? 'right' : 'left';
    const own = isWritten ? `;padding:0;padding-${start}:${width}em;list-style-type:none` : '';
    return `<ul${this.#dir(direction)} style="margin:0 0 12px${own}">${inner}</ul>`;
  }

  /** Its sign hangs before the first line. A program that knows no such thing shows it at the beginning of it. */
  #item({ marker, children }: ListItem, width: number): string {
    const [first, ...others] = children;
    const isWords = first?.kind === 'paragraph';
    const sign = `<span style="display:inline-block;min-width:${width - 0.3}em;text-indent:0">${escapeXml(textOf(marker))}</span>`;
    const words = isWords ? ` ${this.#words(first.phrase.content, first.placing.direction)}` : '';
    const hang = `text-indent:-${width}em`;
    if (isWords && others.length === 0) return `<li style="display:block;${hang}">${sign}${words}</li>`;
    const below = this.#blocks(isWords ? others : children);
    return `<li style="display:block"><div style="${hang}">${sign}${words}</div>${below}</li>`;
  }

  #entry({ key, text }: Entry): string {
    const words = this.#words(text.content);
    return key.content.length === 0
      ? `<li>${words}</li>`
      : `<li><strong>${this.#words(key.content)}</strong> ${words}</li>`;
  }

  #table({ header, rows }: Table): string {
    return table([...header, ...rows].map((row) => this.#row(row)));
  }

  #row({ cells }: Row): string {
    return `<tr>${cells.map((cell) => this.#cell(cell)).join('')}</tr>`;
  }

  /** A foreign one reads in its own direction, and stands where those around it do. */
  #cell({ phrase, scope }: Cell): string {
    const tag = scope === null ? 'td' : 'th';
    return `<${tag}>${this.#words(phrase.content)}</${tag}>`;
  }

  #chart({ caption, unit, bars, others }: Chart): string {
    const title =
      caption === null ? '' : `${this.#words(caption.content)}${unit === '' ? '' : ` (${escapeXml(unit)})`}`;
    const rows = bars.map(
      ({ name, shown }) =>
        `<tr><th>${this.#words(name.content)}</th><td>${this.#words(shown.content)}</td></tr>`,
    );
    return `${title === '' ? '' : paragraph({ dir: '', inner: title })}${table(rows)}${this.#blocks(others)}`;
  }

  #verse({ caption, stanzas, poet }: Verse): string {
    const written = stanzas.map((stanza) =>
      stanza.kind === 'blocks'
        ? this.#blocks(stanza.children)
        : paragraph({
            dir: '',
            inner: stanza.bayts
              .map(({ halves }) => halves.map(({ content }) => this.#words(content)).join(' … '))
              .join('<br>'),
          }),
    );
    return `<div>${this.#phrase(caption)}${written.join('')}${this.#phrase(poet)}</div>`;
  }

  #inlines(inlines: readonly ResolvedInline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(node: ResolvedInline): string {
    switch (node.kind) {
      case 'text':
        return setApart(node.text, this.#direction);
      case 'marked': {
        const tag = TAGS[node.meaning];
        const inner = this.#inlines(node.children);
        return tag === null ? inner : `<${tag}>${inner}</${tag}>`;
      }
      case 'code':
        return `<code dir="ltr">${escapeXml(node.text)}</code>`;
      case 'formula':
        return `<code dir="ltr">${escapeXml(node.tex)}</code>`;
      case 'link': {
        const { link } = node;
        const inner = this.#inlines(node.children);
        // what leads to another place of the document leads nowhere in a letter
        if (link.kind === 'internal') return inner;
        const title = link.title === undefined ? '' : ` title="${escapeXml(link.title)}"`;
        return `<a href="${escapeXml(link.uri)}"${title}>${inner}</a>`;
      }
      case 'foreign': {
        const inner = this.#inlines(node.children);
        const lang = node.lang === null ? '' : ` lang="${escapeXml(node.lang)}"`;
        const dir = node.direction === 'auto' ? '' : ` dir="${node.direction}"`;
        return lang === '' && dir === '' ? inner : `<span${lang}${dir}>${inner}</span>`;
      }
      case 'paged':
        return this.#inlines(node.pageless);
      case 'break':
        return '<br>';
      case 'picture':
        return escapeXml(node.alt);
      case 'call':
        if (node.note !== null) this.#notes.push(node.note);
        return `${node.touches ? `<sup>${this.#comma}</sup>` : ''}<sup>${escapeXml(node.label)}</sup>`;
      case 'anchor':
      case 'locator':
      case 'field':
        return '';
      default:
        return unreachable(node, 'the kinds of inlines');
    }
  }
}

const TAGS: Readonly<Record<Meaning, string | null>> = {
  strong: 'strong',
  emphasis: 'em',
  deleted: 'del',
  mark: 'mark',
  underline: 'u',
  raised: 'sup',
  lowered: 'sub',
  accent: null,
  overline: null,
};

/** What stands in an element, and the attribute of the element. */
interface Line {
  readonly dir: string;
  readonly inner: string;
}

function paragraph({ dir, inner }: Line): string {
  return `<p${dir} style="margin:0 0 12px">${inner}</p>`;
}

const RLM = '\u200F';

/** Whether a line could end in it and may not: a date, a number of a telephone (20 characters at most), but no address. */
const isWhole = (form: string) => form.length <= 24 && /[\s-]/.test(form) && !/\p{L}/u.test(form);

/** A text with what UAX#9 would tear apart (dates, telephones, addresses) kept together, as in print. */
function setApart(text: string, direction: Direction): string {
  const { forms, marks } = isolateForms({ text, spans: [] }, direction);
  let written = '';
  let from = 0;
  const write = (to: number) => {
    for (const mark of marks.filter((at) => at > from && at <= to)) {
      written += escapeXml(text.slice(from, mark)) + RLM;
      from = mark;
    }
    written += escapeXml(text.slice(from, to));
    from = to;
  };
  const outermost = forms.toSorted((a, b) => a.start - b.start || b.end - a.end);
  for (const { start, end, direction: own, override } of outermost) {
    if (start < from) continue;
    write(start);
    const form = text.slice(start, end);
    const tag = override ? 'bdo' : 'span';
    const whole = isWhole(form) ? ' style="white-space:nowrap"' : '';
    written += `<${tag} dir="${own}"${whole}>${escapeXml(form)}</${tag}>`;
    from = end;
  }
  write(text.length);
  return written;
}

/** The words that tell a direction, and those set apart from them, which do where there are no others. */
function gatherWords(content: readonly ResolvedInline[]): { words: string; apart: string } {
  let [words, apart] = ['', ''];
  for (const node of content) {
    if (node.kind === 'text') words += node.text;
    else if (node.kind === 'code') apart += ` ${node.text} `;
    else if (node.kind === 'break') words += ' ';
    else if ('children' in node) {
      const inner = gatherWords(node.children);
      const isApart = node.kind === 'foreign' && node.direction !== 'auto';
      if (!isApart) words += inner.words;
      apart += isApart ? inner.words + inner.apart : inner.apart;
    }
  }
  return { words, apart };
}

const textOf = (marker: ListItem['marker']) =>
  marker.kind === 'task' ? (marker.done ? '☑' : '☐') : marker.text;

/** Ems: a digit has about half of one, and something of space stands behind the longest sign. */
function widthOf(items: readonly ListItem[]): number {
  const longest = Math.max(...items.map(({ marker }) => textOf(marker).length));
  return Math.round(10 * Math.max(1.8, 0.6 * longest + 0.6)) / 10;
}

function table(rows: readonly string[]): string {
  const inner = `<table border="1" cellpadding="6" style="border-collapse:collapse">${rows.join('')}</table>`;
  // wider than a telephone, it scrolls by itself
  return `<div style="overflow-x:auto;margin:0 0 12px">${inner}</div>`;
}

import { altOf } from '../base/element.ts';
import { escapeXml } from '../base/escape-xml.ts';
import type { Direction } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Meaning, ResolvedInline, ResolvedNote } from '../resolve/inline-nodes.ts';
import type {
  Chart,
  Entry,
  Figure,
  List,
  ListItem,
  Phrase,
  ResolvedBlock,
  Row,
  Table,
  Verse,
} from '../resolve/nodes.ts';

/**
 * The text of a letter as HTML. Mail programs read no style sheets and few styles, so it is what they all know. Of
 * pages, contents and running heads a letter has none; notes stand at its end.
 */
export class HtmlLetter {
  readonly #notes: ResolvedNote[] = [];
  readonly #comma: string;

  constructor(direction: Direction) {
    this.#comma = direction === 'rtl' ? '،' : ',';
  }

  write(blocks: readonly ResolvedBlock[]): string {
    const text = this.#blocks(blocks);
    let notes = '';
    for (const { label, children } of this.#notes)
      notes += `<div style="font-size:14px"><sup>${escapeXml(label)}</sup> ${openAlone(this.#blocks(children))}</div>`;
    return notes === '' ? text : `${text}<hr>${notes}`;
  }

  #blocks(blocks: readonly ResolvedBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }

  #block(node: ResolvedBlock): string {
    switch (node.kind) {
      case 'paragraph':
      case 'label':
        return this.#phrase(node.phrase);
      case 'heading': {
        const tag = node.phrase.styleName;
        return `<${tag} style="margin:18px 0 8px">${this.#inlines(node.phrase.content)}</${tag}>`;
      }
      case 'figure':
        return this.#figure(node);
      case 'missing-image':
        return node.phrases.map((phrase) => this.#phrase(phrase)).join('');
      case 'pause':
        return '<hr>';
      case 'quote':
        return `<blockquote style="margin:0 16px 12px">${this.#blocks(node.children)}${this.#phrase(node.attribution)}</blockquote>`;
      case 'list':
        return this.#list(node);
      case 'code':
        return `${this.#phrase(node.caption)}<pre dir="ltr" style="white-space:pre-wrap">${escapeXml(node.text)}</pre>`;
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
        return `<div dir="${node.direction}"${lang}>${this.#blocks(node.children)}</div>`;
      }
      case 'anchor':
        return this.#blocks(node.children);
      case 'contents':
      case 'page-break':
        return '';
      default:
        return unreachable(node, 'the kinds of resolve/nodes.ts');
    }
  }

  /** A letter carries no pictures: by its words, what it shows and what is said of it. */
  #figure({ tagTarget, caption }: Figure): string {
    const alt = altOf(tagTarget);
    const words = caption === null ? '' : this.#inlines(caption.content);
    const shown = escapeXml(alt);
    return `${alt === '' || shown === words ? '' : paragraph(shown)}${words === '' ? '' : paragraph(words)}`;
  }

  #phrase(phrase: Phrase | null): string {
    return phrase === null ? '' : paragraph(this.#inlines(phrase.content));
  }

  #list({ ordered, start, items }: List): string {
    const tag = ordered ? 'ol' : 'ul';
    const from = ordered && start !== 1 ? ` start="${start}"` : '';
    return `<${tag}${from} style="margin:0 0 12px">${items.map((item) => this.#item(item)).join('')}</${tag}>`;
  }

  /** A paragraph alone in its item needs no space around it. */
  #item({ marker, children }: ListItem): string {
    const task = marker.kind === 'task' ? (marker.done ? '☑ ' : '☐ ') : '';
    const inner = this.#blocks(children);
    return `<li>${task}${children.length === 1 ? openAlone(inner) : inner}</li>`;
  }

  #entry({ key, text }: Entry): string {
    const words = this.#inlines(text.content);
    return key.content.length === 0
      ? `<li>${words}</li>`
      : `<li><strong>${this.#inlines(key.content)}</strong> ${words}</li>`;
  }

  #table({ header, rows }: Table): string {
    return table([...header, ...rows].map((row) => this.#row(row)));
  }

  #row({ cells }: Row): string {
    const written = cells.map(({ phrase, scope }) => {
      const tag = scope === null ? 'td' : 'th';
      return `<${tag}>${this.#inlines(phrase.content)}</${tag}>`;
    });
    return `<tr>${written.join('')}</tr>`;
  }

  #chart({ caption, unit, bars, others }: Chart): string {
    const title =
      caption === null
        ? ''
        : `${this.#inlines(caption.content)}${unit === '' ? '' : ` (${escapeXml(unit)})`}`;
    const rows = bars.map(
      ({ name, shown }) =>
        `<tr><th>${this.#inlines(name.content)}</th><td>${this.#inlines(shown.content)}</td></tr>`,
    );
    return `${title === '' ? '' : paragraph(title)}${table(rows)}${this.#blocks(others)}`;
  }

  #verse({ caption, stanzas, poet }: Verse): string {
    const written = stanzas.map((stanza) =>
      stanza.kind === 'blocks'
        ? this.#blocks(stanza.children)
        : paragraph(
            stanza.bayts
              .map(({ halves }) => halves.map(({ content }) => this.#inlines(content)).join(' … '))
              .join('<br>'),
          ),
    );
    return `<div>${this.#phrase(caption)}${written.join('')}${this.#phrase(poet)}</div>`;
  }

  #inlines(inlines: readonly ResolvedInline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(node: ResolvedInline): string {
    switch (node.kind) {
      case 'text':
        return escapeXml(node.text);
      case 'marked': {
        const tag = TAGS[node.meaning];
        const inner = this.#inlines(node.children);
        return tag === null ? inner : `<${tag}>${inner}</${tag}>`;
      }
      case 'code':
        return `<code dir="ltr">${escapeXml(node.text)}</code>`;
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
        return node.lang === null ? inner : `<span lang="${escapeXml(node.lang)}">${inner}</span>`;
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

function paragraph(inner: string): string {
  return `<p style="margin:0 0 12px">${inner}</p>`;
}

function openAlone(html: string): string {
  return html.replace(/^<p [^>]*>|<\/p>$/g, '');
}

function table(rows: readonly string[]): string {
  const inner = `<table border="1" cellpadding="6" style="border-collapse:collapse">${rows.join('')}</table>`;
  // wider than a telephone, it scrolls by itself
  return `<div style="overflow-x:auto;margin:0 0 12px">${inner}</div>`;
}

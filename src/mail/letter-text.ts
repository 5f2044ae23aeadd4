import { unreachable } from '../base/unreachable.ts';
import { SCRIPT_SIGNS } from '../parse/syntax/scripts.ts';
import type { Marked, ResolvedInline, ResolvedNote } from '../resolve/inline-nodes.ts';
import type { Chart, Entry, List, ListItem, Phrase, ResolvedBlock, Row, Verse } from '../resolve/nodes.ts';
import { altOf } from './alternative.ts';

/** The text of a letter as somebody would type it, notes at its end. */
export class PlainLetter {
  readonly #notes: ResolvedNote[] = [];

  write(blocks: readonly ResolvedBlock[]): string {
    const text = this.#blocks(blocks);
    let notes = '';
    for (const { label, children } of this.#notes) notes += `[${label}] ${this.#blocks(children).trim()}\n`;
    return notes === '' ? text : `${text}\n${notes}`;
  }

  #blocks(blocks: readonly ResolvedBlock[]): string {
    return blocks.map((block) => this.#block(block)).join('');
  }

  #block(node: ResolvedBlock): string {
    switch (node.kind) {
      case 'paragraph':
      case 'heading':
      case 'label':
        return this.#phrase(node.phrase);
      case 'figure':
        return block(altOf(node.role));
      case 'missing-image':
        return node.phrases.map((phrase) => this.#phrase(phrase)).join('');
      case 'pause':
        return '* * *\n\n';
      case 'quote':
        return `${this.#blocks(node.children)}${this.#phrase(node.attribution)}`;
      case 'list':
        return this.#list(node);
      case 'code':
        return `${node.text}\n\n`;
      case 'table': {
        const rows = [...node.header, ...node.rows].map((row) => this.#row(row));
        return `${this.#phrase(node.caption)}${rows.join('')}\n${this.#blocks(node.others)}`;
      }
      case 'chart':
        return this.#chart(node);
      case 'timeline':
      case 'facts':
      case 'glossary': {
        const entries = node.entries.map((entry) => this.#entry(entry)).join('');
        return `${this.#phrase(node.title)}${entries}\n${this.#blocks(node.others)}`;
      }
      case 'verse':
        return this.#verse(node);
      case 'columns':
      case 'callout':
      case 'box':
        return `${this.#phrase(node.title)}${this.#blocks(node.children)}`;
      case 'sides':
        return `${node.sides.map(({ children }) => this.#blocks(children)).join('')}${this.#blocks(node.others)}`;
      case 'cover':
      case 'scope':
      case 'anchor':
        return this.#blocks(node.children);
      case 'contents':
      case 'page-break':
        return '';
      default:
        return unreachable(node, 'the kinds of resolve/nodes.ts');
    }
  }

  #phrase(phrase: Phrase | null): string {
    return phrase === null ? '' : block(this.#inlines(phrase.content));
  }

  #list({ items }: List): string {
    return `${items.map((item) => this.#item(item)).join('')}\n`;
  }

  #item({ marker, children }: ListItem): string {
    const sign = marker.kind === 'task' ? (marker.done ? '☑' : '☐') : marker.text;
    return `${sign} ${this.#blocks(children).trim().replace(/\n+/g, '\n  ')}\n`;
  }

  #entry({ key, text }: Entry): string {
    const words = [key, text].map(({ content }) => this.#inlines(content)).filter((one) => one !== '');
    return `• ${words.join(' ')}\n`;
  }

  #row({ cells }: Row): string {
    return `${cells.map(({ phrase }) => this.#inlines(phrase.content)).join(' | ')}\n`;
  }

  #chart({ caption, unit, bars, others }: Chart): string {
    const title =
      caption === null ? '' : `${this.#inlines(caption.content)}${unit === '' ? '' : ` (${unit})`}`;
    const rows = bars.map(
      ({ name, shown }) => `${this.#inlines(name.content)} | ${this.#inlines(shown.content)}\n`,
    );
    return `${title === '' ? '' : block(title)}${rows.join('')}\n${this.#blocks(others)}`;
  }

  #verse({ stanzas, poet }: Verse): string {
    const written = stanzas.map((stanza) => {
      if (stanza.kind === 'blocks') return this.#blocks(stanza.children);
      const lines = stanza.bayts.map(({ halves }) =>
        halves.map(({ content }) => this.#inlines(content)).join(' … '),
      );
      return `${lines.join('\n')}\n\n`;
    });
    return `${written.join('')}${this.#phrase(poet)}`;
  }

  #inlines(inlines: readonly ResolvedInline[]): string {
    return inlines.map((inline) => this.#inline(inline)).join('');
  }

  #inline(node: ResolvedInline): string {
    switch (node.kind) {
      case 'text':
      case 'code':
        return node.text;
      case 'marked':
        return `${scriptSign(node)}${this.#inlines(node.children)}`;
      case 'link': {
        const inner = this.#inlines(node.children);
        const { link } = node;
        return link.kind === 'internal' || link.uri === inner ? inner : `${inner} (${link.uri})`;
      }
      case 'foreign':
        return this.#inlines(node.children);
      case 'break':
        return '\n';
      case 'picture':
        return node.alt;
      case 'call':
        if (node.note !== null) this.#notes.push(node.note);
        return `[${node.label}]`;
      case 'field':
        return '';
      default:
        return unreachable(node, 'the kinds of inlines');
    }
  }
}

/** x^2: what is raised or lowered says so, for a letter of one size. */
function scriptSign({ meaning }: Marked): string {
  if (meaning === 'raised') return SCRIPT_SIGNS['sup'] ?? '';
  return meaning === 'lowered' ? (SCRIPT_SIGNS['sub'] ?? '') : '';
}

function block(inner: string): string {
  return `${inner.trim()}\n\n`;
}

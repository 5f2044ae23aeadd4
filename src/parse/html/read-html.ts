import { Parser } from 'htmlparser2';
import type { Html, Nodes } from 'mdast';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../node-origin.ts';
import { lineFinder } from './line-finder.ts';
import { endOfWholeMarkup } from './whole-markup.ts';

/** An element whose tags may stand in several nodes of Markdown, with everything between them. */
export interface HtmlElement {
  readonly kind: 'element';
  /** Lower case. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: HtmlPart[];
  readonly origin: Origin;
  /** Its start tag as written. */
  readonly tag: string;
  /** Whether an end tag was written, or none is needed. */
  closed: boolean;
}

interface HtmlText {
  readonly kind: 'text';
  readonly value: string;
  readonly origin: Origin;
}

/** A node of Markdown that stands between tags. */
interface HtmlNode {
  readonly kind: 'node';
  readonly node: Nodes;
}

export type HtmlPart = HtmlElement | HtmlText | HtmlNode;

/**
 * Reads the HTML among the children of one node as one stream: CommonMark gives tags and what is between
 * them apart. Elements end where their tags say, at the latest with the node. Comments go.
 *
 * @param text of the whole source, into which positions point
 * @param depth levels that elements may nest; what is deeper stands in the deepest
 */
export function readHtml(nodes: readonly Nodes[], text: string, depth: number): HtmlPart[] {
  const builder = new Builder(text, depth);
  for (const node of nodes) {
    if (node.type === 'html') builder.write(node);
    else builder.add({ kind: 'node', node });
  }
  return builder.end();
}

const VOID = new Set(['area', 'br', 'col', 'embed', 'hr', 'img', 'input', 'link', 'meta', 'source', 'wbr']);

/** `<h1/>` that is closed later opens, as everywhere on the web. */
const SLASHED_HEADING = /<(h[1-6])\b([^<>]{0,300})\/>(?=[^<]{0,300}<\/\1>)/gi;

class Builder {
  readonly #text: string;
  readonly #depth: number;
  readonly #parts: HtmlPart[] = [];
  /** Open elements, outermost first, each as often as a level of it is open. */
  readonly #open: HtmlElement[] = [];
  readonly #parser: Parser;
  #node: Html | null = null;
  /** Units given to the parser before the present node. */
  #before = 0;
  #written = 0;
  #find: (index: number) => Origin = () => ({ file: '-', line: 1, column: 1 });

  constructor(text: string, depth: number) {
    this.#text = text;
    this.#depth = depth;
    const handler = {
      onopentag: (name: string, attributes: Readonly<Record<string, string>>) =>
        this.#openElement(name, attributes),
      onclosetag: (_: string, isImplied: boolean) => this.#closeElement(isImplied),
      ontext: (value: string) => this.#addText(value),
      onprocessinginstruction: (name: string) => {
        // <!DOCTYPE html> says nothing; <?php … ?> would have
        if (!name.startsWith('!')) this.#openElement('?', {});
        if (!name.startsWith('!')) this.#closeElement(false);
      },
    };
    this.#parser = new Parser(handler, { recognizeSelfClosing: true, recognizeCDATA: true });
  }

  write(node: Html): void {
    this.#node = node;
    this.#before = this.#written;
    this.#find = lineFinder(node, this.#text);
    const end = endOfWholeMarkup(node.value);
    this.#written += end;
    this.#parser.write(node.value.slice(0, end).replace(SLASHED_HEADING, '<$1$2 >'));
    // a tag without an end is no tag
    if (end < node.value.length)
      this.add({ kind: 'text', value: node.value.slice(end), origin: this.#find(end) });
  }

  add(part: HtmlPart): void {
    (this.#open.at(-1)?.children ?? this.#parts).push(part);
  }

  /** Line by line, each from its first word on. */
  #addText(value: string): void {
    let at = Math.max(0, this.#parser.startIndex - this.#before);
    for (const line of value.split(/(?<=\n)/)) {
      const indent = line.length - line.trimStart().length;
      // the white space before it is one space
      const from = indent === line.length ? at : at + Math.max(0, indent - 1);
      this.add({ kind: 'text', value: line, origin: this.#find(from) });
      at += line.length;
    }
  }

  end(): HtmlPart[] {
    this.#parser.end();
    return this.#parts;
  }

  #origin(): Origin {
    return this.#node === null
      ? this.#find(0)
      : this.#find(Math.max(0, this.#parser.startIndex - this.#before));
  }

  #openElement(name: string, attributes: Readonly<Record<string, string>>): void {
    const last = this.#open.at(-1);
    if (last !== undefined && this.#open.length >= this.#depth) {
      this.#open.push(last);
      return;
    }
    const from = Math.max(0, this.#parser.startIndex - this.#before);
    const tag = this.#node?.value.slice(from, this.#parser.endIndex - this.#before + 1) ?? '';
    const origin = this.#node === null ? this.#origin() : this.#find(from);
    const element: HtmlElement = {
      kind: 'element',
      name,
      attributes,
      children: [],
      origin,
      tag,
      closed: false,
    };
    this.add(element);
    this.#open.push(element);
  }

  #closeElement(isImplied: boolean): void {
    const element = this.#open.pop();
    if (element === undefined || element === this.#open.at(-1)) return;
    element.closed = !isImplied || VOID.has(element.name);
  }
}

/** Whether there is any HTML among the children. */
export function holdsHtml(nodes: readonly Nodes[]): boolean {
  return nodes.some((node) => node.type === 'html');
}

export function originOfPart(part: HtmlPart): Origin {
  return part.kind === 'node' ? originOf(part.node) : part.origin;
}

import { Parser } from 'htmlparser2';
import { limits } from '../../base/limits.ts';
import { SvgFault } from './svg-fault.ts';

/** An element of SVG; what is of other vocabularies (metadata of editors) is not in the tree. */
export interface SvgElement {
  /** Without a prefix. */
  readonly name: string;
  /** Without `xlink:`. */
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: SvgNode[];
  readonly parent: SvgElement | null;
  /** Of the file, from 1. */
  readonly line: number;
}

export type SvgNode = SvgElement | string;

export const isElement = (node: SvgNode): node is SvgElement => typeof node !== 'string';

/** The elements among the children. */
export const elementsOf = ({ children }: SvgElement): readonly SvgElement[] => children.filter(isElement);

/** All text within, in the order of the file. */
export function textOf(node: SvgNode): string {
  return typeof node === 'string' ? node : node.children.map(textOf).join('');
}

/**
 * The root of a file. Entities are the five of XML and numbers; those of a DTD are none.
 *
 * @throws SvgFault where there is no root `svg`, or elements are too many or too deep
 */
export function readTree(text: string): SvgElement {
  const builder = new Builder(text);
  const parser = new Parser(
    {
      onopentag: (name, attributes) => builder.open(name, attributes, parser.startIndex),
      onclosetag: () => builder.close(),
      ontext: (value) => builder.write(value),
    },
    { xmlMode: true, decodeEntities: true, recognizeCDATA: true },
  );
  parser.end(text);
  if (builder.root === null) throw new SvgFault('not-svg');
  return builder.root;
}

const SVG = 'http://www.w3.org/2000/svg';

class Builder {
  root: SvgElement | null = null;
  readonly #text: string;
  /** Open elements, outermost first; null for those of other vocabularies. */
  readonly #open: (SvgElement | null)[] = [];
  /** That stand for the namespace of SVG. */
  readonly #prefixes = new Set<string>();
  #count = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  open(name: string, written: Readonly<Record<string, string>>, index: number): void {
    for (const [key, value] of Object.entries(written))
      if (key.startsWith('xmlns:') && value === SVG) this.#prefixes.add(key.slice('xmlns:'.length));
    const element = this.#make(name, written, index);
    this.#open.push(element);
    if (this.#open.length > limits.svgDepth) throw new SvgFault('deep');
    if (element === null) return;
    if (++this.#count > limits.svgNodes) throw new SvgFault('many');
    if (element.parent !== null) element.parent.children.push(element);
    else if (this.root === null && element.name === 'svg') this.root = element;
  }

  close(): void {
    this.#open.pop();
  }

  write(value: string): void {
    this.#open.at(-1)?.children.push(value);
  }

  #make(name: string, written: Readonly<Record<string, string>>, index: number): SvgElement | null {
    const around = this.#open.at(-1);
    if (around === null) return null;
    const [prefix, local] = name.includes(':') ? name.split(':', 2) : ['', name];
    if (prefix !== '' && !this.#prefixes.has(prefix!)) return null;
    const attributes: Record<string, string> = Object.create(null);
    for (const [key, value] of Object.entries(written)) attributes[key.replace(/^xlink:/, '')] = value;
    return { name: local!, attributes, children: [], parent: around ?? null, line: this.#lineAt(index) };
  }

  #lineAt(index: number): number {
    for (; this.#counted < index; this.#counted++)
      if (this.#text.charCodeAt(this.#counted) === 0x0a) this.#line++;
    return this.#line;
  }
}

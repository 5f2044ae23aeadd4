import type { Parents, PhrasingContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { Chapter } from '../chapter.ts';
import type { Citation, Cited } from '../manuscript.ts';
import { originOf } from '../node-origin.ts';
import { isEscaped, sliceText } from '../slice-text.ts';

/**
 * Citations as Pandoc writes them: `[@key]`, `[see @a, p. 7; @b]`, `[-@key]`, and `@key` or `@key [p. 7]` within a
 * sentence (https://pandoc.org/MANUAL.html#citation-syntax). Entries are parted by `;` and by the Arabic `؛`. What is
 * cited is known later: here it is found.
 */
export function markCitations(parent: Parents, chapter: Chapter): void {
  if (parent.type === 'link' || (parent.type === 'textDirective' && parent.data?.citation)) return;
  const children = (parent.children as PhrasingContent[]).map(withoutMail);
  if (!children.some((child) => child.type === 'text' && child.value.includes('@'))) return;
  const found = new Line(children, chapter).mark();
  if (found !== null) parent.children = found as typeof parent.children;
}

/** `-@key.part` looks like an address of mail to GFM. */
function withoutMail(node: PhrasingContent): PhrasingContent {
  const [only] = node.type === 'link' && node.url.startsWith('mailto:-@') ? node.children : [];
  return only?.type === 'text' ? only : node;
}

/** Stands for a node that is no text: no mark of a citation. */
const ATOM = '\uFFFC';

/** A key: letters, digits and `_`, and within it single marks of these; in braces anything. */
const KEY =
  /-?@(?:\{([^{}\s]{1,200})\}|([\p{L}\p{N}_](?:[\p{L}\p{M}\p{N}_]|[:.#$%&\-+?<>~/](?=[\p{L}\p{N}_])){0,200}))/uy;
const JOINED = /[\p{L}\p{M}\p{N}_@/.]/u;
/** Particles that Arabic writes as one with the word they lead to. */
const PARTICLES = /(?<![\p{L}\p{M}\p{N}_])(?:[وف][بلك]?|[بلك])$/u;
const LONGEST_PARTICLES = 3;
const SEPARATORS = /[\s,،]/;
/** Of what stands in the brackets of a citation, UTF-16 units. */
const LONGEST = 2000;

/** A key in the line, and where it begins and ends. */
interface FoundKey {
  readonly key: string;
  readonly start: number;
  readonly end: number;
  readonly withoutAuthor: boolean;
}

/** From one place of the line to another. */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** The children of a node as one text. */
class Line {
  readonly #text: string;
  readonly #nodes: readonly PhrasingContent[];
  readonly #starts: readonly number[];
  readonly #chapter: Chapter;

  constructor(nodes: readonly PhrasingContent[], chapter: Chapter) {
    const starts: number[] = [];
    let text = '';
    for (const node of nodes) {
      starts.push(text.length);
      text += isOpen(node) ? node.value : ATOM;
    }
    this.#text = text;
    this.#nodes = nodes;
    this.#starts = starts;
    this.#chapter = chapter;
  }

  /** @returns the nodes with their citations; null where there are none */
  mark(): PhrasingContent[] | null {
    const made: PhrasingContent[] = [];
    let from = 0;
    let at = 0;
    while (at < this.#text.length) {
      const found = this.#citationAt(at);
      if (found !== null) {
        made.push(...this.#slice({ start: from, end: at }), found.node);
        from = found.end;
      }
      at = found?.end ?? at + 1;
    }
    return from === 0 ? null : [...made, ...this.#slice({ start: from, end: this.#text.length })];
  }

  #citationAt(at: number): { readonly node: TextDirective; readonly end: number } | null {
    const sign = this.#text[at];
    if (sign === '[') return this.#bracketsAt(at);
    if (sign !== '@' && sign !== '-') return null;
    const found = this.#keyAt(at);
    if (found === null || found.withoutAuthor) return null;
    const locator = this.#locatorAfter(found.end);
    const end = locator === null ? found.end : locator.end + 1;
    const suffix = locator ?? { start: found.end, end: found.end };
    return { node: this.#make({ start: at, end }, true, [{ ...found, prefix: null, suffix }]), end };
  }

  /** `@key [p. 7]`: what stands in brackets after a key, and is no citation of its own and no link. */
  #locatorAfter(at: number): Range | null {
    const open = this.#text[at] === ' ' ? at + 1 : at;
    const close = this.#text[open] === '[' ? this.#closeOf(open) : null;
    if (close === null || this.#text[close + 1] === '(') return null;
    return this.#text.slice(open, close).includes('@') ? null : { start: open + 1, end: close };
  }

  #bracketsAt(open: number): { readonly node: TextDirective; readonly end: number } | null {
    const close = this.#closeOf(open);
    if (close === null || !this.#text.slice(open, close).includes('@')) return null;
    const cited: (FoundKey & { readonly prefix: Range; suffix: Range })[] = [];
    for (const { start, end } of this.#parts({ start: open + 1, end: close })) {
      const found = this.#keyIn(start, end);
      const last = cited.at(-1);
      // what has no key goes on with what is said of the one before
      if (found !== null)
        cited.push({ ...found, prefix: { start, end: found.start }, suffix: { start: found.end, end } });
      else if (last !== undefined) last.suffix = { start: last.suffix.start, end };
      else return null;
    }
    const end = close + 1;
    return { node: this.#make({ start: open, end }, false, cited), end };
  }

  /** The bracket that closes this one; null where none does, or what it opens is text. */
  #closeOf(open: number): number | null {
    if (this.#isEscaped(open)) return null;
    let depth = 0;
    for (let at = open; at < Math.min(this.#text.length, open + LONGEST); at++) {
      const sign = this.#text[at];
      if ((sign !== '[' && sign !== ']') || this.#isEscaped(at)) continue;
      depth += sign === '[' ? 1 : -1;
      if (depth === 0) return at;
    }
    return null;
  }

  #parts({ start, end }: Range): readonly Range[] {
    const parts: Range[] = [];
    let from = start;
    for (let at = start; at < end; at++) {
      if (this.#text[at] !== ';' && this.#text[at] !== '؛') continue;
      parts.push({ start: from, end: at });
      from = at + 1;
    }
    return [...parts, { start: from, end }];
  }

  #keyIn(start: number, end: number): FoundKey | null {
    for (let at = start; at < end; at++) {
      const found = this.#keyAt(at);
      if (found !== null && found.end <= end) return found;
    }
    return null;
  }

  #keyAt(at: number): FoundKey | null {
    const before = this.#text[at - 1];
    const led = this.#text.slice(Math.max(0, at - LONGEST_PARTICLES), at);
    if (before !== undefined && JOINED.test(before) && !PARTICLES.test(led)) return null;
    KEY.lastIndex = at;
    const match = KEY.exec(this.#text);
    if (match === null) return null;
    const withoutAuthor = match[0].startsWith('-');
    if (this.#isEscaped(at) || this.#isEscaped(at + (withoutAuthor ? 1 : 0))) return null;
    return { key: match[1] ?? match[2]!, start: at, end: at + match[0].length, withoutAuthor };
  }

  #make(
    whole: Range,
    inText: boolean,
    cited: readonly (FoundKey & { readonly prefix: Range | null; readonly suffix: Range })[],
  ): TextDirective {
    const found = cited.map(
      (one): Cited => ({
        key: one.key,
        origin: this.#originAt(one.start),
        withoutAuthor: one.withoutAuthor,
      }),
    );
    const children = cited.flatMap(({ start, end, prefix, suffix }) => {
      const typed = { type: 'inlineCode', value: this.#text.slice(start, end) } as const;
      const key: PhrasingContent = { ...typed, data: { origin: this.#originAt(start) } };
      return [this.#span(prefix ?? { start, end: start }), key, this.#span(this.#bare(suffix))];
    });
    const citation: Citation = { inText, cited: found };
    const data = { origin: this.#originAt(whole.start), citation };
    return { type: 'textDirective', name: 'cite', attributes: {}, children, data };
  }

  /** Without the comma after the key, and without braces around all of it. */
  #bare({ start, end }: Range): Range {
    let from = start;
    let to = end;
    while (from < to && SEPARATORS.test(this.#text[from]!)) from++;
    while (to > from && /\s/.test(this.#text[to - 1]!)) to--;
    const isBraced = /^\{[^{}]*\}$/.test(this.#text.slice(from, to));
    return isBraced ? { start: from + 1, end: to - 1 } : { start: from, end: to };
  }

  #span(range: Range): TextDirective {
    const data = { origin: this.#originAt(range.start) };
    return { type: 'textDirective', name: 'span', attributes: {}, children: this.#slice(range), data };
  }

  #indexAt(at: number): number {
    let low = 0;
    let high = this.#starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (this.#starts[middle]! <= at) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  #originAt(at: number) {
    const index = this.#indexAt(at);
    const node = this.#nodes[index]!;
    return originOf(isOpen(node) ? sliceText(node, at - this.#starts[index]!) : node);
  }

  #isEscaped(at: number): boolean {
    const index = this.#indexAt(at);
    const node = this.#nodes[index]!;
    return isOpen(node) && isEscaped(node, at - this.#starts[index]!, this.#chapter.text);
  }

  #slice({ start, end }: Range): PhrasingContent[] {
    const made: PhrasingContent[] = [];
    for (let index = this.#indexAt(start); index < this.#nodes.length; index++) {
      const from = this.#starts[index]!;
      if (from >= end) break;
      const node = this.#nodes[index]!;
      if (!isOpen(node)) {
        if (from >= start) made.push(node);
        continue;
      }
      const to = Math.min(end - from, node.value.length);
      const at = Math.max(0, start - from);
      if (to > at) made.push(at === 0 && to === node.value.length ? node : sliceText(node, at, to));
    }
    return made;
  }
}

/** Whether marks in it mean anything. */
function isOpen(node: PhrasingContent): node is Text {
  return node.type === 'text' && !node.data?.literal;
}

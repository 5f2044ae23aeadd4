import type { PhrasingContent } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import type { CounterStyle } from '../base/counters.ts';
import { ARABIC_INDIC, mapDigits, PERSIAN } from '../base/digits.ts';
import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { KnownReference } from './known-reference.ts';
import type { Said, SaidWords } from './say-entry.ts';

const ZEROS: Partial<Readonly<Record<CounterStyle, number>>> = {
  decimal: 0x30,
  'arabic-indic': ARABIC_INDIC,
  persian: PERSIAN,
};

function inCounter(text: string, counter: CounterStyle): string {
  const zero = ZEROS[counter];
  return zero === undefined ? text : mapDigits(text, zero);
}

/** Makes nodes of Markdown, all from one place of a source. */
export class NodeMaker {
  readonly #origin: Origin;
  readonly #counter: CounterStyle;

  constructor(origin: Origin, counter: CounterStyle) {
    this.#origin = origin;
    this.#counter = counter;
  }

  text(value: string): PhrasingContent {
    return { type: 'text', value, data: { origin: this.#origin } };
  }

  strong(value: string): PhrasingContent {
    return { type: 'strong', children: [this.text(value)], data: { origin: this.#origin } };
  }

  /** To the entry in the list. */
  link({ id }: KnownReference, value: string): PhrasingContent {
    const data = { origin: this.#origin, cites: true } as const;
    return {
      type: 'link',
      url: `#${encodeURIComponent(id)}`,
      title: null,
      children: [this.text(value)],
      data,
    };
  }

  /** Numbers of an entry that is written from the right are in the digits of the document. */
  said(words: Said, { direction }: KnownReference): PhrasingContent[] {
    return words.map((one) => {
      const isCounted = direction === 'rtl' && !one.isTitle && one.url === undefined;
      return this.#mark(isCounted ? { ...one, text: this.digits(one.text) } : one);
    });
  }

  digits(text: string): string {
    return inCounter(text, this.#counter);
  }

  #mark({ text, mark, url }: SaidWords): PhrasingContent {
    const data = { origin: this.#origin };
    const inner = this.text(text);
    if (url !== undefined) return { type: 'link', url, title: null, children: [inner], data };
    if (mark === null) return inner;
    if (mark === 'emphasis' || mark === 'strong') return { type: mark, children: [inner], data };
    return { type: 'textDirective', name: mark, attributes: {}, children: [inner], data };
  }

  /** Set apart from the order around it, where it is written from the other side. */
  apart(nodes: PhrasingContent[], { direction, lang }: KnownReference, around: Direction): PhrasingContent[] {
    if (direction === around && lang === null) return nodes;
    const attributes = lang === null ? { dir: direction } : { dir: direction, lang };
    const span: TextDirective = {
      type: 'textDirective',
      name: 'span',
      attributes,
      children: nodes,
      data: { origin: this.#origin },
    };
    return [span];
  }
}

import { remember } from '../base/remember.ts';
import { TextCache } from '../base/text-cache.ts';
import type { FontBook } from '../font/font-book.ts';
import type { ParagraphStyle } from '../style/blocks.ts';
import type { Isolate } from '../style/inline.ts';
import { type Anchored, isCode } from './collect.ts';
import type { Item, ItemisedText } from './itemised.ts';
import type { ShapedText } from './shaped.ts';

/** Of keys, in UTF-16 units: a book of 1,000 pages has four million, and its paragraphs take some 20 bytes a unit. */
const MOST_UNITS = 5 * 1024 * 1024;

/** A paragraph that has been itemised. */
export interface CutText {
  readonly text: ItemisedText;
  /** Whether nothing was reported of it and its styles alone say which faces it is set in. */
  readonly isPlain: boolean;
}

/**
 * Paragraphs, found again by what they are made from: text, the styles of its inlines, faces, direction. Not all are
 * kept: those with images are not, nor those of which something was reported, which would not be said again, nor those
 * that asked for other faces than the styles name, as it is for the whole book of fonts to say which these are.
 *
 * Styles and faces are told apart by reference, so both must outlive a document for its paragraphs to be found.
 */
export class KeptParagraphs {
  readonly #itemised = new TextCache<ItemisedText>(MOST_UNITS);
  /** By the items, that is for as long as these are kept. */
  readonly #shaped = new WeakMap<readonly Item[], ShapedText>();
  readonly #numbers = new WeakMap<object, number>();
  #count = 0;

  itemised(
    collected: Anchored,
    paragraph: ParagraphStyle,
    fonts: FontBook,
    make: () => CutText,
  ): ItemisedText {
    const key = this.#keyOf(collected, paragraph, fonts);
    const known = key === null ? undefined : this.#itemised.get(key);
    if (known !== undefined) return known;
    const { text, isPlain } = make();
    if (key !== null && isPlain) this.#itemised.keep(key, text);
    return text;
  }

  shaped({ items }: ItemisedText, make: () => ShapedText): ShapedText {
    const text = this.#shaped.get(items) ?? make();
    this.#shaped.set(items, text);
    return text;
  }

  /** All that itemising and shaping read; null where an inline is of a kind that is not kept. */
  #keyOf(
    { text, spans, anchors }: Anchored,
    { direction, preformatted }: ParagraphStyle,
    fonts: FontBook,
  ): string | null {
    const isolates = new Map<Isolate, number>();
    let key = `${direction}${preformatted}`;
    for (const { end, inline, index } of spans) {
      const { kind, style } = inline;
      if (kind === 'image') return null;
      const face = fonts.face(style.family, style.weight, style.italic);
      key += `|${end} ${index} ${kind}${isCode(inline) ? '#' : ''} ${this.#numberOf(style)} ${this.#numberOf(face)}`;
      if (kind === 'leader') key += ` ${JSON.stringify(inline.pattern)}`;
      for (const isolate of inline.isolates) key += nameOf(isolate, isolates);
    }
    for (const { at, inline } of anchors) key += `@${at} ${inline}`;
    return `${key}\n${text}`;
  }

  #numberOf(object: object): number {
    let number = this.#numbers.get(object);
    if (number === undefined) {
      number = this.#count++;
      this.#numbers.set(object, number);
    }
    return number;
  }
}

/** Isolates are told apart by reference, and a paragraph may hold several that are equal. */
function nameOf(isolate: Isolate, numbers: Map<Isolate, number>): string {
  const { direction, override } = isolate;
  return ` ${direction}${override ? '!' : ''}${remember(numbers, isolate, () => numbers.size)}`;
}

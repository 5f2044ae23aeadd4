import { remember } from '../base/remember.ts';
import { TextCache } from '../base/text-cache.ts';
import type { FontBook } from '../font/font-book.ts';
import type { ParagraphStyle } from '../style/blocks.ts';
import type { Isolate } from '../style/inline.ts';
import type { LineStyle } from './break-lines.ts';
import { type Anchored, isCode } from './collect.ts';
import type { Item, ItemisedText } from './itemised.ts';
import type { BrokenLine } from './line.ts';
import { isSameMeasure, type Measure } from './measure.ts';
import type { Atom, ShapedText } from './shaped.ts';

/** Of keys, in UTF-16 units: a book of 1,000 pages has four million, and its paragraphs take some 20 bytes a unit. */
const MOST_UNITS = 5 * 1024 * 1024;

/** Of one paragraph: as a rule it is set to one, and to two where a column is tried. */
const MOST_MEASURES = 4;

/** A paragraph that has been itemised. */
export interface CutText {
  readonly text: ItemisedText;
  /** Whether nothing was reported of it and its styles alone say which faces it is set in. */
  readonly isPlain: boolean;
}

/** A paragraph that has been broken. */
interface BrokenText {
  readonly lines: readonly BrokenLine[];
  /** Whether nothing was reported of it. */
  readonly isPlain: boolean;
}

/** Lines, and what they were set by. */
interface KeptLines {
  readonly style: LineStyle;
  readonly measure: Measure;
  readonly lines: readonly BrokenLine[];
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
  /** By the atoms; of the measures the latest first. */
  readonly #broken = new WeakMap<readonly Atom[], readonly KeptLines[]>();
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

  broken(
    { atoms }: ShapedText,
    style: LineStyle,
    measure: Measure,
    make: () => BrokenText,
  ): readonly BrokenLine[] {
    const known = this.#broken.get(atoms) ?? [];
    const same = known.find((kept) => isSameMeasure(kept.measure, measure) && looksSame(kept.style, style));
    if (same !== undefined) return same.lines;
    const { lines, isPlain } = make();
    if (isPlain) this.#broken.set(atoms, [{ style, measure, lines }, ...known.slice(0, MOST_MEASURES - 1)]);
    return lines;
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

const looksSame = (a: LineStyle, b: LineStyle) =>
  a.align === b.align &&
  a.indent === b.indent &&
  a.kashida === b.kashida &&
  a.fit?.from === b.fit?.from &&
  a.fit?.kashida === b.fit?.kashida &&
  a.preformatted === b.preformatted;

import type { Nodes, PhrasingContent } from 'mdast';
import { hasArabicLetter } from '../base/arabic.ts';
import { type CounterStyle, formatCounter } from '../base/counters.ts';
import { DIGITS, toAsciiDigits } from '../base/digits.ts';
import type { Direction } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Cited } from '../parse/manuscript.ts';
import type { CitationStyle } from '../project/bibliography.ts';
import type { EntryWords } from './entry-words.ts';
import type { KnownReference } from './known-reference.ts';
import type { OrderedReferences } from './order-references.ts';
import { sayAgain, sayInNote } from './say-entry.ts';
import { sayLead, sayYear } from './say-names.ts';
import type { PlacedCitation } from './survey-citations.ts';
import { NodeMaker } from './to-nodes.ts';

/** What every citation of a document is said with. */
interface CitationContext {
  readonly style: CitationStyle;
  readonly counter: CounterStyle;
  /** Of the document. */
  readonly direction: Direction;
  readonly words: EntryWords;
  readonly find: (key: string) => KnownReference | null;
  readonly order: OrderedReferences;
}

/** One of the works of a citation, with what its author says of it. */
interface Item {
  readonly cited: Cited;
  readonly known: KnownReference | null;
  readonly prefix: readonly PhrasingContent[];
  readonly place: readonly PhrasingContent[];
}

/** What a citation becomes. */
export interface SaidCitation {
  /** In its line; of a note, what stands before its call. */
  readonly line: readonly PhrasingContent[];
  /** The words of the note that it makes; null where it makes none. */
  readonly note: readonly PhrasingContent[] | null;
}

/** Says citations one after the other, in reading order: what a note says depends on those before it. */
export class CitationSayer {
  readonly #context: CitationContext;
  /** Works that a note has named in full. */
  readonly #named = new Set<KnownReference>();
  /** The one work of the note before, and the place in it. */
  #last: { readonly known: KnownReference; readonly place: string; readonly file: string } | null = null;

  constructor(context: CitationContext) {
    this.#context = context;
  }

  /** A note that cites nothing comes between. */
  passNote(): void {
    this.#last = null;
  }

  say({ node, citation, inNote }: PlacedCitation): SaidCitation {
    const items = citation.cited.map((cited, index) => this.#readItem(cited, node.children, index));
    const [first] = items;
    const make = new NodeMaker(citation.cited[0]!.origin, this.#context.counter);
    if (citation.inText && first?.known === null)
      return { line: [make.text(typedOf(node.children[1]))], note: null };
    const { style } = this.#context;
    switch (style) {
      case 'author-date':
        return { line: this.#sayDated(items, citation.inText, make), note: null };
      case 'numbered':
        return { line: this.#sayNumbered(items, citation.inText, make), note: null };
      case 'notes': {
        const note = this.#sayNote(items, make);
        const lead =
          citation.inText && !inNote && first?.known
            ? this.#apart([this.#lead(first.known, make)], first.known, make)
            : [];
        if (inNote) return { line: note, note: null };
        return { line: lead, note: [...note, make.text(endOf(note))] };
      }
      default:
        return unreachable(style, 'the styles of citations');
    }
  }

  #readItem(cited: Cited, children: readonly PhrasingContent[], index: number): Item {
    const inside = (node: PhrasingContent | undefined) =>
      node !== undefined && 'children' in node ? node.children : [];
    const known = this.#context.find(cited.key);
    const prefix = inside(children[3 * index]);
    return {
      cited,
      known,
      prefix: plain(prefix).trim() === '' ? [] : prefix,
      place: inside(children[3 * index + 2]),
    };
  }

  #lead({ reference, words }: KnownReference, make: NodeMaker): PhrasingContent {
    return make.text(sayLead(reference, words));
  }

  #apart(nodes: PhrasingContent[], known: KnownReference, make: NodeMaker): PhrasingContent[] {
    return make.apart(nodes, known, this.#context.direction);
  }

  #yearOf(known: KnownReference, make: NodeMaker): string {
    const year = sayYear(known.reference, this.#context.order.letters.get(known) ?? '', known.words);
    return known.direction === 'rtl' ? make.digits(year) : year;
  }

  /** `(الجابري، ٢٠٠٦، ص ٧؛ Smith, 2001)`, in a sentence `الجابري (٢٠٠٦، ص ٧)`. */
  #sayDated(items: readonly Item[], inText: boolean, make: NodeMaker): PhrasingContent[] {
    const [first] = items;
    if (inText && first?.known) return this.#sayAuthor(first, first.known, make);
    const said = items.map((item) => {
      const { known, cited } = item;
      if (known === null) return this.#sayMissing(item, make);
      const { comma } = known.words;
      const lead = cited.withoutAuthor ? '' : `${sayLead(known.reference, known.words)}${comma}`;
      return this.#withPlace([make.link(known, `${lead}${this.#yearOf(known, make)}`)], item, make);
    });
    return [make.text('('), ...this.#join(said, this.#context.words.semicolon, make), make.text(')')];
  }

  /** Its brackets stand where its place does: within the words of the entry, or around them. */
  #sayAuthor(item: Item, known: KnownReference, make: NodeMaker): PhrasingContent[] {
    const lead = this.#lead(known, make);
    const year = make.link(known, this.#yearOf(known, make));
    const [open, close] = [make.text(' ('), make.text(')')];
    if (this.#isOwn(item, known, make))
      return this.#apart(
        [lead, open, ...this.#place(item, known, known.words, make, [year]), close],
        known,
        make,
      );
    const place = this.#place(item, known, this.#context.words, make, this.#apart([year], known, make));
    return [...this.#apart([lead], known, make), open, ...place, close];
  }

  /** `[١، ص ٧؛ ٣]`, in a sentence `الجابري [١]`. */
  #sayNumbered(items: readonly Item[], inText: boolean, make: NodeMaker): PhrasingContent[] {
    const { counter, order, words } = this.#context;
    const said = items.map((item) => {
      if (item.known === null) return this.#sayMissing(item, make);
      const number = formatCounter(counter, order.numbers.get(item.known) ?? 0);
      const place = sayPlace(item.place, item.known, make);
      const comma = place.length === 0 ? [] : [make.text(words.comma)];
      return [...this.#prefix(item, make), make.link(item.known, number), ...comma, ...place];
    });
    const between = items.some(({ place }) => place.length > 0) ? words.semicolon : words.comma;
    const numbers = [make.text('['), ...this.#join(said, between, make), make.text(']')];
    const known = items[0]?.known;
    if (!inText || !known) return numbers;
    return [...this.#apart([this.#lead(known, make)], known, make), make.text(' '), ...numbers];
  }

  #sayNote(items: readonly Item[], make: NodeMaker): PhrasingContent[] {
    const said = items.map((item) => {
      const { known } = item;
      if (known === null) return this.#sayMissing(item, make);
      const place = plain(item.place);
      const isSame =
        items.length === 1 && this.#last?.known === known && this.#last.file === item.cited.origin.file;
      const repeats = isSame && this.#last?.place === place;
      // `المصدر نفسه` alone is the same place of it
      if (isSame && (repeats || place !== '')) {
        const same = [make.text(known.words.same)];
        return this.#withPlace(same, repeats ? { ...item, place: [] } : item, make);
      }
      const words = this.#named.has(known) ? sayAgain(known) : sayInNote(known, place !== '');
      this.#named.add(known);
      return this.#withPlace(make.said(words, known), item, make);
    });
    const [only] = items;
    this.#last =
      items.length === 1 && only?.known
        ? { known: only.known, place: plain(only.place), file: only.cited.origin.file }
        : null;
    return this.#join(said, this.#context.words.semicolon, make);
  }

  #sayMissing(item: Item, make: NodeMaker): PhrasingContent[] {
    const { words } = this.#context;
    const place = item.place.length === 0 ? [] : [make.text(words.comma), ...item.place];
    return [
      ...this.#prefix(item, make),
      make.strong(`${item.cited.key}${words.comma === '، ' ? '؟' : '?'}`),
      ...place,
    ];
  }

  #prefix({ prefix }: Item, make: NodeMaker): readonly PhrasingContent[] {
    return prefix.length === 0 ? [] : [...prefix, ...(/\s$/.test(plain(prefix)) ? [] : [make.text(' ')])];
  }

  /** A place in the language of the entry is a part of it; in that of the document it follows it. */
  #withPlace(said: PhrasingContent[], item: Item, make: NodeMaker): PhrasingContent[] {
    const known = item.known!;
    const prefix = this.#prefix(item, make);
    if (this.#isOwn(item, known, make))
      return [...prefix, ...this.#apart(this.#place(item, known, known.words, make, said), known, make)];
    const { words } = this.#context;
    return [...prefix, ...this.#place(item, known, words, make, this.#apart(said, known, make))];
  }

  #isOwn({ place }: Item, known: KnownReference, make: NodeMaker): boolean {
    return known.direction === 'rtl' || !hasArabicLetter(plain(sayPlace(place, known, make)));
  }

  #place(
    { place }: Item,
    known: KnownReference,
    { comma }: EntryWords,
    make: NodeMaker,
    said: PhrasingContent[],
  ): PhrasingContent[] {
    const words = sayPlace(place, known, make);
    return words.length === 0 ? said : [...said, make.text(comma), ...words];
  }

  #join(parts: readonly PhrasingContent[][], between: string, make: NodeMaker): PhrasingContent[] {
    return parts.flatMap((part, index) => (index === 0 ? part : [make.text(between), ...part]));
  }
}

const NUMBERS = new RegExp(`^[${DIGITS}]+(?:\\s*[-–—,،]\\s*[${DIGITS}]+)*$`);

/** A number alone is that of a page (Pandoc's default); all else is said as its author has it. */
function sayPlace(
  place: readonly PhrasingContent[],
  { words, direction }: KnownReference,
  make: NodeMaker,
): readonly PhrasingContent[] {
  const text = plain(place).trim();
  if (text === '') return [];
  if (!NUMBERS.test(text)) return place;
  const numbers = text.replace(/\s*[-–—]\s*/g, '–');
  const set = direction === 'rtl' ? make.digits(numbers) : toAsciiDigits(numbers);
  return [make.text(`${/[–,،]/.test(numbers) ? words.pages : words.page}${set}`)];
}

function plain(nodes: readonly Nodes[]): string {
  return nodes
    .map((node) => ('value' in node ? node.value : 'children' in node ? plain(node.children) : ''))
    .join('');
}

function typedOf(node: PhrasingContent | undefined): string {
  return node !== undefined && 'value' in node ? node.value : '';
}

/** A note ends in a full stop, if it has none. */
function endOf(note: readonly PhrasingContent[]): string {
  return /[.؟!?…]["”»]?\s*$/.test(plain(note)) ? '' : '.';
}

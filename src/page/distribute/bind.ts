import { formatCounter } from '../../base/counters.ts';
import type { Origin } from '../../base/origin.ts';
import type { BookStyle, PageGeometry, PageMaster, Styled } from '../../style/styled.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import { type OpenAnchor, withAnchors } from '../collect/anchors.ts';
import type { BoxItem, FlowEntry, LineItem } from '../flow-item.ts';
import type { LaidSection } from '../lay-section.ts';
import { type Side, sideOfPage } from '../text-area.ts';
import type { PageSequence } from './distribute.ts';

/** A page with its items chosen and counted, before anything is painted on it. */
export interface DraftPage {
  readonly geometry: PageGeometry;
  readonly side: Side;
  readonly master: Pick<PageMaster<ShapedContent>, 'header' | 'footer' | 'folio'>;
  readonly label: string;
  /** Wider than high: `turnPage` says how. */
  readonly turned: boolean;
  readonly body: readonly FlowEntry[];
  readonly notes: readonly FlowEntry[];
  /** Left empty so that a chapter opens on its side: carries no furniture. */
  readonly blank: boolean;
}

export interface Bound {
  readonly pages: readonly DraftPage[];
  /** Masters that were asked for and do not exist, where they were first asked for. */
  readonly unknownMasters: ReadonlyMap<string, Origin>;
}

type Masters = Readonly<Record<string, PageMaster<ShapedContent>>>;

/** Where a document names no master at all: no furniture, plain numbers. */
const PLAIN_MASTER: Omit<PageMaster<ShapedContent>, 'geometry' | 'columns'> = {
  header: { odd: [], even: [] },
  footer: { odd: [], even: [] },
  folio: { counter: 'decimal', group: '' },
  next: null,
};

/** Puts pages one after the other: counts them, chooses their masters, and inserts blank ones where chapters open. */
export function bindSections(
  sections: readonly LaidSection[],
  { book, masters }: Pick<Styled<ShapedContent>, 'book' | 'masters'>,
): Bound {
  const list = new PageList(book, masters);
  // Page ends with nothing to see between them are one page end; the last master named holds.
  let opening = false;
  let master: PageSequence['master'] = null;
  for (const { geometry, sequences } of sections) {
    for (const sequence of sequences) {
      opening ||= sequence.opening;
      master = sequence.master ?? master;
      if (sequence.pages.length === 0) continue;
      list.begin({ opening, master });
      opening = false;
      master = null;
      for (const filled of sequence.pages)
        list.add({ ...filled, geometry, turned: sequence.turned, blank: false });
    }
  }
  const left = sections.at(-1)?.anchors ?? [];
  const pages = left.length === 0 ? list.pages : anchorLast(list.pages, left);
  return { pages, unknownMasters: list.unknownMasters };
}

/** Anchors after everything else point to the last thing there is. */
function anchorLast(pages: readonly DraftPage[], anchors: readonly OpenAnchor[]): readonly DraftPage[] {
  const isSomething = ({ item }: FlowEntry) => item.kind === 'line' || item.kind === 'box';
  const at = pages.findLastIndex(({ body }) => body.some(isSomething));
  if (at < 0) return pages;
  const page = pages[at]!;
  const last = page.body.findLastIndex(isSomething);
  const entry = page.body[last]!;
  const item = withAnchors(entry.item as LineItem | BoxItem, anchors, 0);
  return pages.with(at, { ...page, body: page.body.with(last, { ...entry, item }) });
}

const BLANK = { body: [], notes: [], turned: false, blank: true } as const;

/** The pages so far; counts them and chooses their masters. */
class PageList {
  readonly pages: DraftPage[] = [];
  readonly unknownMasters = new Map<string, Origin>();
  readonly #book: BookStyle;
  readonly #masters: Masters;
  #master: typeof PLAIN_MASTER;
  #count = 0;

  constructor(book: BookStyle, masters: Masters) {
    this.#book = book;
    this.#masters = masters;
    this.#master = this.#find('first') ?? PLAIN_MASTER;
  }

  /** Settles the side and the master of the next page. */
  begin({ opening, master }: Pick<PageSequence, 'opening' | 'master'>): void {
    const side = sideOfPage(this.pages.length, this.#book.binding);
    const wrongSide = this.#book.opening !== 'any' && side !== this.#book.opening;
    // The blank page still belongs to what went before; a document does not begin with one.
    const last = this.pages.at(-1);
    if (opening && wrongSide && last) this.add({ ...BLANK, geometry: last.geometry });
    if (master === null) return;
    const found = this.#find(master.name);
    if (found !== null) this.#turnTo(found);
    else if (!this.unknownMasters.has(master.name)) this.unknownMasters.set(master.name, master.origin);
  }

  add(filled: Omit<DraftPage, 'side' | 'master' | 'label'>): void {
    const master = this.#master;
    this.#count += 1;
    const side = sideOfPage(this.pages.length, this.#book.binding);
    const label = formatCounter(master.folio.counter, this.#count);
    this.pages.push({ ...filled, side, master, label });
    const next = master.next === null ? null : this.#find(master.next);
    if (next !== null) this.#turnTo(next);
  }

  /** Another group of pages is counted from one. */
  #turnTo(master: typeof PLAIN_MASTER): void {
    const last = this.pages.at(-1);
    if (last !== undefined && last.master.folio.group !== master.folio.group) this.#count = 0;
    this.#master = master;
  }

  #find(name: string): PageMaster<ShapedContent> | null {
    return Object.hasOwn(this.#masters, name) ? this.#masters[name]! : null;
  }
}

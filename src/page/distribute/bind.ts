import { formatCounter } from '../../base/counters.ts';
import type { Origin } from '../../base/origin.ts';
import type { PageMaster, PageStyle } from '../../style/styled.ts';
import type { ShapedContent } from '../../text/shaped.ts';
import type { FlowEntry } from '../flow-item.ts';
import { type Side, sideOfPage } from '../text-area.ts';
import type { PageRun } from './distribute.ts';

/** A page with its items chosen and counted, before anything is painted on it. */
export interface DraftPage {
  readonly side: Side;
  readonly master: PageMaster<ShapedContent>;
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
const PLAIN_MASTER: PageMaster<ShapedContent> = {
  header: { odd: [], even: [] },
  footer: { odd: [], even: [] },
  folio: { counter: 'decimal', group: '' },
  next: null,
};

/** Puts pages one after the other: counts them, chooses their masters, and inserts blank ones where chapters open. */
export function bind(runs: readonly PageRun[], page: PageStyle, masters: Masters): Bound {
  const list = new PageList(page, masters);
  for (const run of runs) {
    list.begin(run);
    for (const { body, notes } of run.pages) list.add({ body, notes, turned: run.turned, blank: false });
  }
  return { pages: list.pages, unknownMasters: list.unknownMasters };
}

const BLANK = { body: [], notes: [], turned: false, blank: true } as const;

/** The pages so far; counts them and chooses their masters. */
class PageList {
  readonly pages: DraftPage[] = [];
  readonly unknownMasters = new Map<string, Origin>();
  readonly #page: PageStyle;
  readonly #masters: Masters;
  #master: PageMaster<ShapedContent>;
  #count = 0;

  constructor(page: PageStyle, masters: Masters) {
    this.#page = page;
    this.#masters = masters;
    this.#master = this.#find('first') ?? PLAIN_MASTER;
  }

  /** Settles the side and the master of the next page. */
  begin({ opening, master }: PageRun): void {
    const side = sideOfPage(this.pages.length, this.#page.binding);
    const wrongSide = this.#page.opening !== 'any' && side !== this.#page.opening;
    // The blank page still belongs to what went before; a document does not begin with one.
    if (opening && wrongSide && this.pages.length > 0) this.add(BLANK);
    if (master === null) return;
    const found = this.#find(master.name);
    if (found !== null) this.#turnTo(found);
    else if (!this.unknownMasters.has(master.name)) this.unknownMasters.set(master.name, master.origin);
  }

  add(filled: Pick<DraftPage, 'body' | 'notes' | 'turned' | 'blank'>): void {
    const master = this.#master;
    this.#count += 1;
    const side = sideOfPage(this.pages.length, this.#page.binding);
    const label = formatCounter(master.folio.counter, this.#count);
    this.pages.push({ ...filled, side, master, label });
    const next = master.next === null ? null : this.#find(master.next);
    if (next !== null) this.#turnTo(next);
  }

  /** Another group of pages is counted from one. */
  #turnTo(master: PageMaster<ShapedContent>): void {
    const last = this.pages.at(-1);
    if (last !== undefined && last.master.folio.group !== master.folio.group) this.#count = 0;
    this.#master = master;
  }

  #find(name: string): PageMaster<ShapedContent> | null {
    return Object.hasOwn(this.#masters, name) ? this.#masters[name]! : null;
  }
}

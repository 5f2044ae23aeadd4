import { type FlowEntry, hasHeight, type Panel } from '../flow-item.ts';

/** A panel, or the part of it that stands on one page. */
export interface PanelPart {
  readonly panel: Panel;
  readonly top: number;
  bottom: number;
  /** Whether the panel itself begins and ends here, or only the page. */
  readonly first: boolean;
  last: boolean;
}

/** Far below anything visible (1/72 000 inch), far above rounding errors of a page's sum. */
export const EPSILON = 1e-3;

/**
 * Goes down a page item by item. Filling a page and painting it both walk with this cursor, so what was
 * measured is what is painted. Panels open and close between items; white space stands outside them.
 */
export class Cursor {
  /** The bottom of the last item. */
  y = 0;
  readonly parts: PanelPart[] = [];
  readonly #open: PanelPart[] = [];
  #previous: FlowEntry | null = null;
  #grid: number;

  /** @param grid distance of the baseline grid, 0 for none */
  constructor(grid: number) {
    this.#grid = grid;
  }

  /** Places `entry` next and returns its top. */
  advance(entry: FlowEntry): number {
    const { item } = entry;
    if (!hasHeight(item)) return this.y;
    const previous = this.#previous;
    if (previous === null || previous.panels !== entry.panels) this.#changePanels(previous, entry);
    else this.y += entry.space;
    if (item.kind === 'glue') {
      // What stands at the foot is aligned with the foot, not with the grid.
      if (item.grows) this.#grid = 0;
    } else if (item.snaps && this.#grid > 0) {
      this.y = Math.ceil((this.y - EPSILON) / this.#grid) * this.#grid;
    }
    const top = this.y;
    this.y += item.height;
    this.#previous = entry;
    return top;
  }

  /** The bottom of the page so far, with the panels closed that are open. */
  bottom(): number {
    const entry = this.#previous;
    if (entry === null || entry.panels.length === 0) return this.y;
    let y = this.y;
    for (let depth = entry.panels.length - 1; depth >= 0; depth -= 1) y += this.#paddingAfter(entry, depth);
    return y;
  }

  /** Where the last of these would end, if they came next. */
  bottomAfter(entries: readonly FlowEntry[]): number {
    const ahead = new Cursor(this.#grid);
    ahead.y = this.y;
    ahead.#previous = this.#previous;
    ahead.#open.push(...this.#open.map((part) => ({ ...part })));
    for (const entry of entries) ahead.advance(entry);
    return ahead.bottom();
  }

  /** Closes the panels that are open. */
  finish(): void {
    if (this.#previous !== null) this.#closePanels(this.#previous, 0);
  }

  #changePanels(previous: FlowEntry | null, entry: FlowEntry): void {
    let common = 0;
    if (previous !== null) {
      while (common < previous.panels.length && previous.panels[common] === entry.panels[common]) common += 1;
      this.#closePanels(previous, common);
      this.y += entry.space;
    }
    for (let depth = common; depth < entry.panels.length; depth += 1) {
      const panel = entry.panels[depth]!;
      const first = depth >= entry.panels.length - entry.opens;
      const part = { panel, top: this.y, bottom: this.y, first, last: false };
      this.parts.push(part);
      this.#open.push(part);
      this.y += first || panel.background !== null ? panel.padding.before : 0;
    }
  }

  #closePanels(entry: FlowEntry, down: number): void {
    for (let depth = entry.panels.length - 1; depth >= down; depth -= 1) {
      this.y += this.#paddingAfter(entry, depth);
      const part = this.#open.pop()!;
      part.bottom = this.y;
      part.last = depth >= entry.panels.length - entry.closes;
    }
  }

  /** Where a page parts a panel, only a visible ground keeps its padding: white space at a page's edge is none. */
  #paddingAfter(entry: FlowEntry, depth: number): number {
    const panel = entry.panels[depth]!;
    const last = depth >= entry.panels.length - entry.closes;
    return last || panel.background !== null ? panel.padding.after : 0;
  }
}

/** The height of items one under another from the top of a region. */
export function columnHeight(entries: readonly FlowEntry[], grid: number): number {
  const cursor = new Cursor(grid);
  for (const entry of entries) cursor.advance(entry);
  return cursor.bottom();
}

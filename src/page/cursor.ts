import type { Panel, Strip } from './strip.ts';

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
 * Goes down a page strip by strip. Filling a page and painting it both walk with this cursor, so what was
 * measured is what is painted. Panels open and close between strips; white space stands outside them.
 */
export class Cursor {
  /** The bottom of the last strip. */
  y = 0;
  readonly parts: PanelPart[] = [];
  readonly #open: PanelPart[] = [];
  #previous: Strip | null = null;
  #grid: number;

  /** @param grid distance of the baseline grid, 0 for none */
  constructor(grid: number) {
    this.#grid = grid;
  }

  /** Places `strip` next and returns its top. */
  advance(strip: Strip): number {
    if (strip.kind === 'weightless') return this.y;
    const previous = this.#previous;
    if (previous === null || previous.panels !== strip.panels) this.#changePanels(previous, strip);
    else this.y += strip.space;
    // What stands at the foot after a fill is aligned with the foot, not with the grid.
    if (strip.kind === 'fill') this.#grid = 0;
    if (strip.snaps && this.#grid > 0) {
      this.y = Math.ceil((this.y - EPSILON) / this.#grid) * this.#grid;
    }
    const top = this.y;
    this.y += strip.height;
    this.#previous = strip;
    return top;
  }

  /** The bottom of the page so far, with the panels closed that are open. */
  bottom(): number {
    const strip = this.#previous;
    if (strip === null || strip.panels.length === 0) return this.y;
    let y = this.y;
    for (let depth = strip.panels.length - 1; depth >= 0; depth -= 1) y += this.#paddingAfter(strip, depth);
    return y;
  }

  /** Closes the panels that are open. */
  finish(): void {
    if (this.#previous !== null) this.#closePanels(this.#previous, 0);
  }

  #changePanels(previous: Strip | null, strip: Strip): void {
    let common = 0;
    if (previous !== null) {
      while (common < previous.panels.length && previous.panels[common] === strip.panels[common]) common += 1;
      this.#closePanels(previous, common);
      this.y += strip.space;
    }
    for (let depth = common; depth < strip.panels.length; depth += 1) {
      const panel = strip.panels[depth]!;
      const first = depth >= strip.panels.length - strip.opens;
      const part = { panel, top: this.y, bottom: this.y, first, last: false };
      this.parts.push(part);
      this.#open.push(part);
      this.y += first || panel.background !== null ? panel.padding.before : 0;
    }
  }

  #closePanels(strip: Strip, down: number): void {
    for (let depth = strip.panels.length - 1; depth >= down; depth -= 1) {
      this.y += this.#paddingAfter(strip, depth);
      const part = this.#open.pop()!;
      part.bottom = this.y;
      part.last = depth >= strip.panels.length - strip.closes;
    }
  }

  /** Where a page parts a panel, only a visible ground keeps its padding: white space at a page's edge is none. */
  #paddingAfter(strip: Strip, depth: number): number {
    const panel = strip.panels[depth]!;
    const last = depth >= strip.panels.length - strip.closes;
    return last || panel.background !== null ? panel.padding.after : 0;
  }
}

/** The height of strips one under another from the top of a region. */
export function columnHeight(strips: readonly Strip[], grid: number): number {
  const cursor = new Cursor(grid);
  for (const strip of strips) cursor.advance(strip);
  return cursor.bottom();
}

import type { Size } from '../../base/geometry.ts';
import { limits } from '../../base/limits.ts';
import type { Matrix } from '../../base/matrix.ts';
import type { DrawnNode, DrawnRaster } from '../drawing.ts';
import type { SetWords } from '../outlined-text.ts';
import type { Style } from './style.ts';
import { StyleSheet } from './style-sheet.ts';
import { SvgFault } from './svg-fault.ts';
import { elementsOf, type SvgElement } from './svg-tree.ts';

/** What is not drawn as the file has it. */
export interface SvgNotice {
  /** As the file calls it: `<filter>`, `fill: lab(…)`. */
  readonly what: string;
  /** Of the file, from 1. */
  readonly line: number;
}

/** Where an element is drawn. */
export interface SvgScope {
  /** Of what it stands in. */
  readonly style: Style;
  /** From its units to those of the drawing. */
  readonly matrix: Matrix;
  /** What percentages are parts of. */
  readonly viewport: Size;
  /** Elements that are being drawn by a reference, of which none is drawn within itself. */
  readonly within: readonly SvgElement[];
}

/** Draws what stands within an element, here so that what is drawn by a reference need not import what draws. */
type DrawContents = (element: SvgElement, scope: SvgScope, context: SvgContext) => readonly DrawnNode[];

/** What a file is drawn with, and what is noticed on the way. */
export class SvgContext {
  readonly sheet: StyleSheet;
  readonly setWords: SetWords;
  readonly #draw: DrawContents;
  readonly rasters: DrawnRaster['raster'][] = [];
  readonly #ids = new Map<string, SvgElement>();
  readonly #notices = new Map<string, SvgNotice>();
  #drawn = 0;

  constructor(root: SvgElement, setWords: SetWords, draw: DrawContents) {
    this.sheet = new StyleSheet(root);
    this.#draw = draw;
    this.setWords = setWords;
    this.#collect(root);
    for (const what of this.sheet.skipped) this.notice(what, root);
  }

  /** What stands within an element, in units of the drawing. @throws SvgFault where it becomes too much */
  draw(element: SvgElement, scope: SvgScope): readonly DrawnNode[] {
    return this.#draw(element, scope, this);
  }

  get notices(): readonly SvgNotice[] {
    return [...this.#notices.values()];
  }

  /** Says of each thing once that it is not drawn. */
  notice(what: string, { line }: SvgElement): void {
    const short = what.length > 60 ? `${what.slice(0, 60)}…` : what;
    if (!this.#notices.has(short)) this.#notices.set(short, { what: short, line });
  }

  find(id: string): SvgElement | null {
    return this.#ids.get(id) ?? null;
  }

  /** Counts what is drawn, that of references each time. @throws SvgFault where it becomes too much */
  count(): void {
    if (++this.#drawn > limits.svgNodes) throw new SvgFault('many');
  }

  #collect(element: SvgElement): void {
    const { id } = element.attributes;
    if (id !== undefined && !this.#ids.has(id)) this.#ids.set(id, element);
    for (const child of elementsOf(element)) this.#collect(child);
  }
}

/** The scope of what stands in an element that is referred to. @throws SvgFault where references go too deep */
export function enter(element: SvgElement, scope: SvgScope): SvgScope | null {
  if (scope.within.includes(element)) return null;
  if (scope.within.length >= limits.svgDepth) throw new SvgFault('deep');
  return { ...scope, within: [...scope.within, element] };
}

import type { Math as DisplayMath, InlineMath } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import { wordFault } from '../math/fault-words.ts';
import { FormulaFault, type FormulaText, type SetFormula } from '../math/formula.ts';
import { originOf } from '../parse/node-origin.ts';

/** Sets words in the face of the document's text. */
export type OpenFormulaText = () => Promise<(text: string) => FormulaText>;

interface Setter {
  set(tex: string, display: boolean): Promise<SetFormula>;
}

/** The formulas of one document: first loaded in their order, then asked for where they stand. */
export class FormulaLoader {
  readonly #openText: OpenFormulaText;
  readonly #made = new Map<string, SetFormula | FormulaFault>();
  /** null where the package that reads TeX is not installed; undefined before the first formula. */
  #setter: Setter | null | undefined;

  constructor(openText: OpenFormulaText) {
    this.#openText = openText;
  }

  async load(node: DisplayMath | InlineMath): Promise<void> {
    const key = keyOf(node);
    if (this.#made.has(key)) return;
    if (this.#setter === undefined) {
      // Loaded by documents that have formulas alone.
      const { openFormulaSetter } = await import('../math/formula-setter.ts');
      this.#setter = await openFormulaSetter(await this.#openText());
    }
    if (this.#setter === null) return;
    try {
      this.#made.set(key, await this.#setter.set(node.value, isDisplayed(node)));
    } catch (error) {
      if (!(error instanceof FormulaFault)) throw error;
      this.#made.set(key, error);
    }
  }

  /**
   * The formula as it is set; null where it cannot be, which is reported.
   *
   * @throws Error where it was not loaded
   */
  fetch(node: DisplayMath | InlineMath, sink: Sink): SetFormula | null {
    const written = (node.data?.written ?? node.value).replace(/\s+/g, ' ');
    const shown = written.length > 60 ? `${written.slice(0, 60)}…` : written;
    if (this.#setter === null) {
      sink.report('formula-engine', originOf(node), { written: shown });
      return null;
    }
    const made = this.#made.get(keyOf(node));
    if (made === undefined) throw new Error(`formula ${written} was not loaded`);
    if (!(made instanceof FormulaFault)) return made;
    const { en, ar } = wordFault(made);
    sink.report('formula-tex', originOf(node), { written: shown, reason: en, reasonAr: ar });
    return null;
  }
}

const isDisplayed = (node: DisplayMath | InlineMath) => node.type === 'math' || node.data?.displayed === true;

const keyOf = (node: DisplayMath | InlineMath) => `${isDisplayed(node)} ${node.value}`;

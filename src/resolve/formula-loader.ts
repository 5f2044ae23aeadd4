import type { Math as DisplayMath, InlineMath } from 'mdast';
import type { Sink } from '../base/diagnostic.ts';
import { wordFault } from '../math/fault-words.ts';
import { FormulaFault, type SetFormula } from '../math/formula.ts';
import { originOf } from '../parse/node-origin.ts';
import type { OpenWords, WordFace } from '../vector/outlined-text.ts';

interface Setter {
  set(tex: string, display: boolean): Promise<SetFormula>;
}

const TEXT_FACE: WordFace = { family: 'serif', bold: false, italic: false };

/** The formulas of one document: first loaded in their order, then asked for where they stand. */
export class FormulaLoader {
  readonly #openWords: OpenWords;
  readonly #made = new Map<string, SetFormula | FormulaFault>();
  /** null where the package that reads TeX is not installed; undefined before the first formula. */
  #setter: Setter | null | undefined;

  constructor(openWords: OpenWords) {
    this.#openWords = openWords;
  }

  async load(node: DisplayMath | InlineMath): Promise<void> {
    const key = keyOf(node);
    if (this.#made.has(key)) return;
    if (this.#setter === undefined) {
      // Loaded by documents that have formulas alone.
      const { openFormulaSetter } = await import('../math/formula-setter.ts');
      const setWords = await this.#openWords();
      this.#setter = await openFormulaSetter((text) => setWords(text, TEXT_FACE));
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

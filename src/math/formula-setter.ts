import { hasArabicLetter } from '../base/arabic.ts';
import type { Rect } from '../base/geometry.ts';
import { boundsOf, pointsOf } from '../base/path.ts';
import type { OutlinedText } from '../vector/outlined-text.ts';
import { FormulaFault, type FormulaShape, type SetFormula, TIE } from './formula.ts';
import { openMathJax, type SetTex } from './mathjax.ts';
import { readMathml } from './read-mathml.ts';
import { readSvg } from './read-svg.ts';

/** One formula: 10,000 units set in about a second; the longest of a textbook has some 600. */
const LONGEST = 10_000;
/** Groups, fractions and scripts within one another, which MathJax reads by recursion. */
const DEEPEST = 60;

/** Sets the formulas of one document, in its order: one may name what later ones use (`\newcommand`). */
export class FormulaSetter {
  readonly #setTex: SetTex;
  readonly #setText: (text: string) => OutlinedText;

  constructor(setTex: SetTex, setText: (text: string) => OutlinedText) {
    this.#setTex = setTex;
    this.#setText = setText;
  }

  /** @throws FormulaFault */
  async set(tex: string, display: boolean): Promise<SetFormula> {
    if (tex.length > LONGEST) throw new FormulaFault('TooLong', `${tex.length}`);
    if (depthOf(tex) > DEEPEST) throw new FormulaFault('TooDeep', `${depthOf(tex)}`);
    const { drawn, mathml } = await this.#read(tieWords(tex), display);
    const { box, shapes } = readSvg(drawn, this.#setText);
    return { box: holdInk(box, shapes), shapes, mathml: readMathml(mathml) };
  }

  /** Macros nest as deep as they are named, which shows when they are replaced: then the stack of calls is full. */
  async #read(tex: string, display: boolean): ReturnType<SetTex> {
    try {
      return await this.#setTex(tex, display);
    } catch (error) {
      if (error instanceof RangeError) throw new FormulaFault('TooDeep', error.message);
      throw error;
    }
  }
}

/** @param setText words in the face of the text. @returns null where the package that reads TeX is not installed */
export async function openFormulaSetter(
  setText: (text: string) => OutlinedText,
): Promise<FormulaSetter | null> {
  const setTex = await openMathJax((text) => setText(text).width);
  return setTex && new FormulaSetter(setTex, setText);
}

function depthOf(tex: string): number {
  let depth = 0;
  let deepest = 0;
  for (const [sign] of tex.matchAll(/\\[{}]|[{}]|\\(?:begin|left|end|right)(?![a-z])|[_^]/gi)) {
    if (sign === '{' || sign === '\\begin' || sign === '\\left') deepest = Math.max(deepest, ++depth);
    else if (sign === '}' || sign === '\\end' || sign === '\\right') depth = Math.max(0, depth - 1);
  }
  return deepest;
}

/**
 * Words that MathJax has no letters for are set by us, and as one: it would set them one after the other from the left,
 * parted by spaces of its own.
 */
function tieWords(tex: string): string {
  return tex.replace(/\\(?:text[a-z]*|mbox)\s*\{[^{}]*\}/g, (text) =>
    hasArabicLetter(text) ? text.replace(/(?<=[^\sa-z]) +(?=\S)/g, TIE) : text,
  );
}

/** Slanted letters reach out of what is reserved for them, and a drawing is cut off at its edges. */
function holdInk(box: Rect, shapes: readonly FormulaShape[]): Rect {
  let [left, top, right, bottom] = [box.x, box.y, box.x + box.width, box.y + box.height];
  for (const { path, strokeWidth } of shapes) {
    if (path.length === 0) continue;
    const around = boundsOf(pointsOf(path));
    const half = (strokeWidth ?? 0) / 2;
    left = Math.min(left, around.x - half);
    top = Math.min(top, around.y - half);
    right = Math.max(right, around.x + around.width + half);
    bottom = Math.max(bottom, around.y + around.height + half);
  }
  return { x: left, y: top, width: right - left, height: bottom - top };
}

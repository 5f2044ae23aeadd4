import type { TextStyle } from '../style/inline.ts';
import type { Encoded } from './document-font.ts';
import { decimal, type PageContent } from './page-content.ts';

/** A move too small to write: a thousandth of a point. */
const NEGLIGIBLE = 0.001;

/**
 * BT … ET. The pen is followed to the rounding of what was written, so that errors do not add up over a
 * line and a justified line ends where it was laid.
 */
export class TextObject {
  readonly #content: PageContent;
  #pen: number;
  /** Whether the array of a show operator is open, and a string in it. */
  #inArray = false;
  #inString = false;
  #begun = false;
  readonly #x: number;
  readonly #y: number;

  constructor(x: number, baseline: number, content: PageContent) {
    this.#x = x;
    this.#y = baseline;
    this.#pen = Number(decimal(x));
    this.#content = content;
  }

  /** Shows text at `x` points from the page's left edge. */
  add(encoded: Encoded, style: TextStyle, x: number): void {
    const content = this.#content;
    this.#begin();
    if (content.needsChange(encoded.subfont, style)) {
      this.#closeArray();
      content.font(encoded.subfont, style.size);
      content.fill(style.color);
    }
    const shift = x - this.#pen;
    if (Math.abs(shift) > NEGLIGIBLE) {
      // Thousandths of the size, positive leftwards (ISO 32000-1, 9.4.3).
      const adjustment = Math.round((-shift * 1000) / style.size);
      if (adjustment !== 0) this.#adjust(adjustment, style.size);
    }
    this.#openString();
    content.write(encoded.codes);
    this.#pen += encoded.advance * style.size;
  }

  end(): void {
    if (!this.#begun) return;
    this.#closeArray();
    this.#content.write('ET\n');
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    // The page's y runs downwards: text is turned upright again.
    this.#content.write(`BT\n1 0 0 -1 ${decimal(this.#x)} ${decimal(this.#y)} Tm\n`);
  }

  #adjust(adjustment: number, size: number): void {
    this.#openArray();
    this.#closeString();
    this.#content.write(String(adjustment));
    this.#pen -= (adjustment * size) / 1000;
  }

  #openArray(): void {
    if (!this.#inArray) this.#content.write('[');
    this.#inArray = true;
  }

  #openString(): void {
    this.#openArray();
    if (!this.#inString) this.#content.write('(');
    this.#inString = true;
  }

  #closeString(): void {
    if (this.#inString) this.#content.write(')');
    this.#inString = false;
  }

  #closeArray(): void {
    this.#closeString();
    if (this.#inArray) this.#content.write(']TJ\n');
    this.#inArray = false;
  }
}

import { type Encoded, literal } from '../fontfile/subfont.ts';
import type { TextStyle } from '../style/inline.ts';
import type { PageContent } from './page-content.ts';

/** poppler takes ActualText of `/Span` alone. */
type SpanTag = 'Span' | 'P';

/** By 999,999 thousandths of the size: beside any page. */
const GO_FAR = '[999999]TJ(';
const COME_BACK = ')Tj[-999999]TJ\n';

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
  /** Where the line of text begins, from which the next is counted. */
  #x: number;
  readonly #y: number;

  constructor(x: number, baseline: number, content: PageContent) {
    this.#x = Math.round(x * 100) / 100;
    this.#y = baseline;
    this.#pen = this.#x;
    this.#content = content;
  }

  /** Shows text at `x` points from the page's left edge; where the pen is, if that is null. */
  add(encoded: Encoded, style: TextStyle, x: number | null): void {
    const content = this.#content;
    this.#begin();
    this.#select(encoded, style);
    const shift = x === null ? 0 : x - this.#pen;
    if (Math.abs(shift) > NEGLIGIBLE) {
      // Thousandths of the size, positive leftwards (ISO 32000-1, 9.4.3).
      const adjustment = Math.round((-shift * 1000) / style.size);
      if (adjustment !== 0) this.#adjust(adjustment, style.size);
    }
    this.#openString();
    content.write(encoded.codes);
    this.#pen += encoded.advance * style.size;
  }

  /**
   * Shows inkless glyphs in a marked-content sequence of their own, by an operator of their own.
   *
   * @param actual what stands for them (ISO 32000-1, 14.9.4)
   */
  addSpan(
    encoded: readonly Encoded[],
    actual: string,
    style: TextStyle,
    x: number | null,
    tag: SpanTag = 'Span',
  ): void {
    const content = this.#content;
    this.#begin();
    this.#select(encoded[0]!, style);
    const adjustment = x === null ? 0 : Math.round(((this.#pen - x) * 1000) / style.size);
    if (adjustment !== 0) this.#adjust(adjustment, style.size);
    this.#closeArray();
    content.write(tag === 'P' ? '/P<</ActualText' : '/Span<</ActualText');
    content.write(textString(actual));
    content.write('>>BDC(');
    for (const { codes, advance } of encoded) {
      content.write(codes);
      this.#pen += advance * style.size;
    }
    content.write(')Tj EMC\n');
  }

  /** Begins another line of text at `x`: who sees a jump inside a line takes it for a space. */
  moveTo(x: number): void {
    this.#begin();
    this.#closeArray();
    const shift = Math.round((x - this.#x) * 100) / 100;
    this.#content.write(`${shift} 0 Td\n`);
    this.#x += shift;
    this.#pen = this.#x;
  }

  /** What is shown until it is closed says nothing to readers that know ActualText. */
  openSpan(tag: SpanTag = 'Span'): void {
    this.#begin();
    this.#closeArray();
    this.#content.write(tag === 'P' ? '/P<</ActualText()>>BDC\n' : '/Span<</ActualText()>>BDC\n');
  }

  closeSpan(): void {
    this.#closeArray();
    this.#content.write('EMC\n');
  }

  /** Shows a mark where the pen is: see `ShownMark`. */
  addMark(encoded: Encoded, style: TextStyle): void {
    const content = this.#content;
    this.#begin();
    this.#closeArray();
    this.#select(encoded, style);
    content.write('/Span<</ActualText()>>BDC/Span BMC(');
    content.write(encoded.codes);
    content.write(')Tj EMC EMC\n');
  }

  /** Ends the text object and begins another at `x`. */
  restart(x: number): void {
    this.end();
    this.#begun = false;
    this.#x = Math.round(x * 100) / 100;
    this.#pen = this.#x;
  }

  /** Shows a mark where there is no page. */
  addAside(encoded: Encoded, style: TextStyle): void {
    const content = this.#content;
    this.#begin();
    this.#closeArray();
    this.#select(encoded, style);
    content.write(GO_FAR);
    content.write(encoded.codes);
    content.write(COME_BACK);
  }

  end(): void {
    if (!this.#begun) return;
    this.#closeArray();
    this.#content.write('ET\n');
  }

  /** An operator is written only where it changes something, and between those that show text. */
  #select({ subfont }: Encoded, style: TextStyle): void {
    const content = this.#content;
    if (!content.needsChange(subfont, style)) return;
    this.#closeArray();
    content.font(subfont, style.size);
    content.fill(style.color);
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    // The page's y runs downwards: text is turned upright again.
    const content = this.#content;
    content.write('BT\n1 0 0 -1 ');
    content.writeHundredths(Math.round(this.#x * 100));
    content.write(' ');
    content.writeHundredths(Math.round(this.#y * 100));
    content.write(' Tm\n');
  }

  #adjust(adjustment: number, size: number): void {
    this.#openArray();
    this.#closeString();
    this.#content.writeHundredths(adjustment * 100);
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

/** ISO 32000-1, 7.9.2.2: ASCII is the same in PDFDocEncoding; else UTF-16 with its mark. */
function textString(text: string): string {
  // Nearly all of them.
  if (text === '') return '()';
  if (text === ' ') return '( )';
  const isAscii = /^[\x20-\x7E]*$/.test(text);
  let bytes = isAscii ? '' : BYTE_ORDER_MARK;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    bytes += isAscii ? literal(unit) : literal(unit >> 8) + literal(unit & 0xff);
  }
  return `(${bytes})`;
}

const BYTE_ORDER_MARK = '\xFE\xFF';

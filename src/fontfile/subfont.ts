import type { Face } from '../font/face.ts';
import type { CharGlyph, PlacedOutline } from './char-glyph.ts';
import type { EmbeddedFont, FontEmbedder } from './embedded-font.ts';
import type { FontFile } from './font-file.ts';
import type { DrawnGlyph } from './subset-writer.ts';

/** Text ready for a show operator. */
export interface Encoded {
  readonly subfont: Subfont;
  /** Codes as they stand in a literal string (ISO 32000-1, 7.3.4.2): two bytes each, escaped where need be. */
  readonly codes: string;
  /** The sum of the advances, in ems: what the pen moves at size 1. */
  readonly advance: number;
}

/** A font object of the PDF. A face has one, or several where its text needs more codes than one can hold. */
export class Subfont {
  readonly #file: FontFile;
  readonly #embedded: EmbeddedFont;
  readonly #codes = new Map<string | number, string>();
  readonly #glyphs: DrawnGlyph[] = [];
  readonly #scale: number;

  constructor(face: Face, file: FontFile, pdf: FontEmbedder, index: number) {
    this.#file = file;
    this.#scale = 1000 / face.unitsPerEm;
    this.#embedded = pdf.embedFont(this.#describe(face, index), `${face.id}/${index}`);
  }

  /** The name of the font in resource dictionaries. */
  get name(): string {
    return this.#embedded.id;
  }

  /** Codes in use. */
  get size(): number {
    return this.#glyphs.length;
  }

  get embedded(): EmbeddedFont {
    return this.#embedded;
  }

  /** The code of a glyph, as in `Encoded`: equal glyphs share one. */
  code({ codePoint, more, advance, outlines }: CharGlyph): string {
    const hasOutline = (part: PlacedOutline) => this.#file.hasOutline(part.glyph);
    const drawn = outlines.every(hasOutline) ? outlines : outlines.filter(hasOutline);
    const key = glyphKey(codePoint, more, advance, drawn);
    let code = this.#codes.get(key);
    if (code === undefined) {
      const id = this.#glyphs.push({ advance, outlines: drawn });
      this.#embedded.widths[id] = advance * this.#scale;
      this.#embedded.unicode[id] = [codePoint, ...Array.from(more, (char) => char.codePointAt(0)!)];
      code = literal(id >> 8) + literal(id & 0xff);
      this.#codes.set(key, code);
    }
    return code;
  }

  /** What pdfkit asks of a fontkit font when it embeds one; it never lays out text with it. */
  #describe(face: Face, index: number): object {
    return {
      layout: refuseLayout,
      createSubset: () => ({ encode: () => this.#file.writeSubset(this.#glyphs) }),
      getGlyph: (id: number) => ({ advanceWidth: this.#file.advanceOf(id) }),
      // The user's own files may be named anything; a PDF name may not.
      postscriptName: face.postscriptName.replace(/[^A-Za-z0-9._-]/g, '_'),
      ...this.#file.describe(),
      // pdfkit takes two fonts of one name for the same unless their check sums differ.
      _tables: { head: { checkSumAdjustment: `${face.id}/${index}` } },
    };
  }
}

/** A byte of a literal string: parentheses and the backslash are escaped, and a bare CR would be read as LF. */
export function literal(byte: number): string {
  const char = String.fromCharCode(byte);
  if (char === '\r') return '\\r';
  return char === '(' || char === ')' || char === '\\' ? `\\${char}` : char;
}

/** Together with the 21 bits of a code point these stay below 2^53. */
const GLYPHS = 0x10000;
const ADVANCES = 0x2000;

/** Equal for equal glyphs. Most are a letter with its glyph in place, for which a number does, at a tenth of the cost. */
function glyphKey(
  codePoint: number,
  more: string,
  advance: number,
  outlines: readonly PlacedOutline[],
): string | number {
  const [only] = outlines;
  if (outlines.length === 1 && only!.dx === 0 && only!.dy === 0 && only!.stretch === 1 && more === '') {
    if (advance < ADVANCES) return (codePoint * GLYPHS + only!.glyph) * ADVANCES + advance;
  }
  let key = `${codePoint}|${more}|${advance}`;
  for (const { glyph, dx, dy, stretch } of outlines) {
    key += `;${glyph},${dx},${dy}`;
    if (stretch !== 1) key += `,${stretch}`;
  }
  return key;
}

function refuseLayout(): never {
  throw new Error('text is laid out before it is painted');
}

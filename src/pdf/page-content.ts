import { type Artifact, isArtifact, type TagTarget } from '../base/element.ts';
import type { Encoded, Subfont } from '../fontfile/subfont.ts';
import type { TextStyle } from '../style/inline.ts';
import type { StructureTree } from '../tags/structure-tree.ts';
import type { Color } from '../theme/style-values.ts';
import { ContentBytes } from './content-bytes.ts';
import type { PdfPage, PdfXObject } from './pdf-file.ts';
import type { PageMarkedContent, StructContent } from './structure.ts';

/** Reading positions kept for one page: more draw items than any page holds. */
const POSITIONS_PER_PAGE = 1 << 20;

/**
 * The content stream of a page, with the little state that keeps it short: an operator is
 * written only when it changes something. Text objects and paths are written inside marked content,
 * never across its borders.
 */
export class PageContent {
  readonly markedContent: PageMarkedContent;
  readonly tree: StructureTree<StructContent>;
  readonly index: number;
  readonly #page: PdfPage;
  readonly #out = new ContentBytes();
  #position: number;
  #open: { readonly tagTarget: TagTarget; next: number } | null = null;
  #fill: Color = '#000000';
  #stroke: Color = '#000000';
  #strokeWidth = 1;
  #font: Subfont | null = null;
  #size = 0;
  readonly #fonts = new Set<Subfont>();
  readonly #fences: { mark: Encoded; size: number; x: number; baseline: number }[] = [];

  constructor(page: PdfPage, index: number, height: number, tree: StructureTree<StructContent>) {
    this.#page = page;
    this.index = index;
    this.tree = tree;
    this.markedContent = { ref: page.ref, key: page.parentKey, height, count: 0 };
    this.#position = index * POSITIONS_PER_PAGE;
  }

  /** What follows is read where page `index` of the document is: a sheet has draw items of several. */
  readAs(index: number): void {
    this.#position = index * POSITIONS_PER_PAGE;
  }

  /** Takes `count` reading positions and gives the first. */
  reserve(count: number): number {
    const first = this.#position;
    this.#position += count;
    return first;
  }

  /**
   * What is written next is tagged as `tagTarget`. It has reading positions `from` to `to`, of no meaning for an
   * artifact. Content that follows in the text what is open already stays in the same sequence: a paragraph of one
   * element has one a page.
   */
  enter(tagTarget: TagTarget, from: number, to: number): void {
    const open = this.#open;
    if (open && isSameTarget(open.tagTarget, tagTarget) && (isArtifact(tagTarget) || open.next === from)) {
      open.next = to;
      return;
    }
    this.leave();
    this.#open = { tagTarget, next: to };
    if (isArtifact(tagTarget)) {
      this.#out.write(`/Artifact <<${artifactEntries(tagTarget)}>> BDC\n`);
    } else {
      const mcid = this.markedContent.count++;
      this.tree.add(tagTarget, from, { kind: 'marked', page: this.markedContent, mcid });
      this.#out.write(`/${tagTarget.tag} <</MCID ${mcid}>> BDC\n`);
    }
  }

  /** A mark of no width for poppler alone: see `#writeFences`. Points from the page's top left. */
  fence(mark: Encoded, size: number, x: number, baseline: number): void {
    this.#fences.push({ mark, size, x, baseline });
  }

  /**
   * poppler sorts what stands on a page by its place; pdfium drops what has no width in an operator of its own; MuPDF
   * takes the ActualText instead; pdf.js drops such glyphs. At the end, no library finds them among words.
   */
  #writeFences(): void {
    if (this.#fences.length === 0) return;
    this.enter({ artifact: 'Layout', subtype: null }, 0, 0);
    this.#out.write('/P<</ActualText()>>BDC BT\n1 0 0 -1 0 0 Tm\n');
    // Tenths of a point, to the left; lines are further from each other than a point.
    let pen = { x: 0, y: 0 };
    for (const { mark, size, x, baseline } of this.#fences) {
      const next = { x: Math.floor(x * 10), y: Math.round(baseline) };
      this.font(mark.subfont, size);
      this.#out.writeHundredths((next.x - pen.x) * 10);
      this.#out.write(' ');
      this.#out.writeHundredths((pen.y - next.y) * 100);
      this.#out.write(' Td(');
      this.#out.write(mark.codes);
      this.#out.write(')Tj\n');
      pen = next;
    }
    this.#out.write('ET EMC\n');
  }

  leave(): void {
    if (this.#open) this.#out.write('EMC\n');
    this.#open = null;
  }

  write(operators: string): void {
    this.#out.write(operators);
  }

  /** @param hundredths of what is written, whole */
  writeHundredths(hundredths: number): void {
    this.#out.writeHundredths(hundredths);
  }

  fill(color: Color): void {
    if (color === this.#fill) return;
    this.#fill = color;
    this.#out.write(colorOperator(color, 'rg', 'g'));
  }

  stroke(color: Color, width: number): void {
    if (color !== this.#stroke) this.#out.write(colorOperator(color, 'RG', 'G'));
    if (width !== this.#strokeWidth) this.#out.write(`${decimal(width)} w\n`);
    this.#stroke = color;
    this.#strokeWidth = width;
  }

  /** Whether text of this style needs an operator first. */
  needsChange(font: Subfont, { size, color }: TextStyle): boolean {
    return font !== this.#font || size !== this.#size || color !== this.#fill;
  }

  font(font: Subfont, size: number): void {
    if (font === this.#font && size === this.#size) return;
    if (!this.#fonts.has(font)) {
      this.#fonts.add(font);
      this.#page.useFont(font.embedded);
    }
    this.#font = font;
    this.#size = size;
    this.#out.write(`/${font.name} ${decimal(size)} Tf\n`);
  }

  useXObject(object: PdfXObject): void {
    this.#page.useXObject(object);
  }

  get page(): PdfPage {
    return this.#page;
  }

  finish(): void {
    this.#writeFences();
    this.leave();
    this.#page.write(this.#out.take());
  }
}

function isSameTarget(a: TagTarget, b: TagTarget): boolean {
  if (a === b) return true;
  return isArtifact(a) && isArtifact(b) && a.artifact === b.artifact && a.subtype === b.subtype;
}

/** ISO 32000-1, table 330; Attached tells readers which edge a running head hangs on. */
function artifactEntries({ artifact, subtype }: Artifact): string {
  if (artifact !== 'Pagination' || subtype === null) return `/Type /${artifact}`;
  const edge = subtype === 'Header' ? 'Top' : 'Bottom';
  return `/Type /Pagination /Subtype /${subtype} /Attached [/${edge}]`;
}

/** Sets `#RRGGBB`. A grey is set as one, so that a press prints it with black ink alone. */
export function colorOperator(color: Color, rgb: string, grey: string): string {
  const channel = (at: number) => decimal(Number.parseInt(color.slice(at, at + 2), 16) / 255, 1000);
  const [red, green, blue] = [channel(1), channel(3), channel(5)];
  return red === green && green === blue ? `${red} ${grey}\n` : `${red} ${green} ${blue} ${rgb}\n`;
}

/** Points to a hundredth: a sixth of what a 1200 dpi printer resolves. Never an exponent. */
export function decimal(value: number, parts = 100): string {
  return String(Math.round(value * parts) / parts);
}

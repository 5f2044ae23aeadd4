import { unreachable } from '../base/unreachable.ts';
import type { Face } from '../font/face.ts';
import type { LineMark } from '../page/page.ts';
import type { TextStyle } from '../style/inline.ts';
import type { GlyphPiece, ImagePiece, LeaderPiece, LinePiece, SpacePiece } from '../text/line.ts';
import { paintDecorations } from './decoration.ts';
import type { DocumentFonts, Encoded } from './document-font.ts';
import type { DocumentParts } from './document-parts.ts';
import { type DocumentImages, paintImage } from './image.ts';
import { paintLeader } from './leader.ts';
import { decimal, type PageContent } from './page-content.ts';

export type TextPiece = GlyphPiece | SpacePiece;

/** A piece and its place in the reading order. */
interface PlacedPiece {
  readonly piece: TextPiece;
  readonly position: number;
}

/** What is painted together; text of one level, role and font is one show operator, its pieces from left to right. */
type Segment =
  | { readonly kind: 'text'; readonly pieces: PlacedPiece[] }
  | { readonly kind: 'leader'; readonly piece: LeaderPiece }
  | { readonly kind: 'image'; readonly piece: ImagePiece; readonly position: number };

/**
 * A line is painted segment by segment: stretches of one bidi level, and inside these of one role and
 * font. Segments follow each other in logical order, glyphs inside a segment in visual order; measured
 * against the other orders this is the one that pdfium, pdf.js, MuPDF and poppler all turn back into the
 * source. Roles and fonts part segments because pdf.js ends a text item at both: in visual order a bold
 * word would change places with the words around it.
 *
 * @returns the reading position of the line's first piece.
 */
export function paintLine(mark: LineMark, content: PageContent, parts: DocumentParts): number {
  const { pieces } = mark.line;
  const first = content.reserve(pieces.length);
  paintDecorations(mark, content);
  for (const segment of segmentsOf(pieces, first)) paintSegment(segment, mark, content, parts);
  return first;
}

function segmentsOf(pieces: readonly LinePiece[], first: number): Segment[] {
  const segments: Segment[] = [];
  pieces.forEach((piece, index) => {
    const position = first + index;
    const last = segments.at(-1);
    if (piece.kind === 'leader') segments.push({ kind: 'leader', piece });
    else if (piece.kind === 'image') segments.push({ kind: 'image', piece, position });
    else if (last?.kind === 'text' && isAlike(last.pieces[0]!.piece, piece))
      last.pieces.push({ piece, position });
    else segments.push({ kind: 'text', pieces: [{ piece, position }] });
  });
  return segments;
}

function isAlike(a: TextPiece, b: TextPiece): boolean {
  const isOneLook = a.style === b.style || (a.style.size === b.style.size && a.style.rise === b.style.rise);
  return a.level === b.level && a.role === b.role && isOneLook && faceOf(a) === faceOf(b);
}

function faceOf(piece: TextPiece): Face {
  return piece.kind === 'space' ? piece.face : piece.run.face;
}

function paintSegment(segment: Segment, mark: LineMark, content: PageContent, parts: DocumentParts): void {
  switch (segment.kind) {
    case 'leader':
      paintLeader(segment.piece, mark, content, parts.fonts);
      break;
    case 'image':
      paintInlineImage(segment.piece, segment.position, mark, content, parts.images);
      break;
    case 'text':
      paintText(segment.pieces, mark, content, parts.fonts);
      break;
    default:
      unreachable(segment, 'leader, image, text');
  }
}

function paintInlineImage(
  piece: ImagePiece,
  position: number,
  mark: LineMark,
  content: PageContent,
  images: DocumentImages,
): void {
  const { width, height } = piece;
  const rect = { x: mark.x + piece.x, y: mark.baseline - height - piece.style.rise, width, height };
  paintImage(piece.image, rect, piece.role, position, content, images);
}

function paintText(
  placed: readonly PlacedPiece[],
  mark: LineMark,
  content: PageContent,
  fonts: DocumentFonts,
): void {
  const { piece, position } = placed[0]!;
  content.enter(piece.role, position, position + placed.length);
  const visual = piece.level % 2 === 1 ? placed.toReversed() : placed;
  const show = new TextObject(mark.x + visual[0]!.piece.x, mark.baseline, content);
  for (const { piece } of visual) {
    const encoded = encodePiece(piece, fonts);
    if (encoded.hex !== '') show.add(encoded, piece.style, mark.x + piece.x);
  }
  show.end();
}

function encodePiece(piece: TextPiece, fonts: DocumentFonts): Encoded {
  const font = fonts.of(faceOf(piece));
  return piece.kind === 'space' ? font.space(piece.char) : font.encode(piece);
}

/** A move too small to write: a thousandth of a point. */
const NEGLIGIBLE = 0.001;

/**
 * BT … ET. The pen is followed to the rounding of what was written, so that errors do not add up over a
 * line and a justified line ends where it was laid.
 */
export class TextObject {
  readonly #content: PageContent;
  #pen: number;
  /** The array of the show operator so far, and whether a string in it is still open. */
  #array = '';
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
      this.#flush();
      content.font(encoded.subfont, style.size);
      content.fill(style.color);
      content.rise(style.rise);
    }
    const shift = x - this.#pen;
    if (Math.abs(shift) > NEGLIGIBLE) {
      // Thousandths of the size, positive leftwards (ISO 32000-1, 9.4.3).
      const adjustment = Math.round((-shift * 1000) / style.size);
      if (adjustment !== 0) this.#adjust(adjustment, style.size);
    }
    this.#array += this.#inString ? encoded.hex : `<${encoded.hex}`;
    this.#inString = true;
    this.#pen += encoded.advance * style.size;
  }

  end(): void {
    if (!this.#begun) return;
    this.#flush();
    this.#content.write('ET\n');
  }

  #begin(): void {
    if (this.#begun) return;
    this.#begun = true;
    // The page's y runs downwards: text is turned upright again.
    this.#content.write(`BT\n1 0 0 -1 ${decimal(this.#x)} ${decimal(this.#y)} Tm\n`);
  }

  #adjust(adjustment: number, size: number): void {
    this.#array += this.#inString ? `>${adjustment}` : String(adjustment);
    this.#inString = false;
    this.#pen -= (adjustment * size) / 1000;
  }

  #flush(): void {
    if (this.#array !== '') this.#content.write(`[${this.#array}${this.#inString ? '>' : ''}]TJ\n`);
    this.#array = '';
    this.#inString = false;
  }
}

import { unreachable } from '../base/unreachable.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { DrawItem, DrawnLine } from '../page/page.ts';
import type { ImagePiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';
import type { DocumentFonts } from '../textlayer/document-font.ts';
import { cutSegments } from '../textlayer/segment.ts';
import { paintDecorations } from './decoration.ts';
import type { DocumentParts } from './document-parts.ts';
import { paintImage } from './image.ts';
import { paintLeader } from './leader.ts';
import { decimal, type PageContent } from './page-content.ts';
import { showText } from './show-text.ts';

/**
 * A line is painted segment by segment: stretches of one direction, and inside these of one element and
 * font. Segments follow each other in logical order, glyphs inside a segment in visual order; measured
 * against the other orders this is the one that pdfium, pdf.js, MuPDF and poppler all turn back into the
 * source. Elements and fonts part segments because pdf.js ends a text item at both: in visual order a bold
 * word would change places with the words around it.
 *
 * @returns the reading position of the line's first piece.
 */
export function paintLine(
  drawItem: DrawnLine,
  next: DrawItem | null,
  content: PageContent,
  parts: DocumentParts,
): number {
  const pieces = piecesOf(drawItem.line);
  const first = content.reserve(pieces.length);
  paintDecorations(drawItem, content);
  const segments = cutSegments(pieces, first, parts.fonts);
  const arranged = parts.textProfile.arrange(segments, isFollowedAbreast(drawItem, next));
  segments.forEach((segment, index) => {
    switch (segment.kind) {
      case 'leader':
        paintLeader(segment.piece, drawItem, content, parts.fonts);
        break;
      case 'image':
        paintInlineImage(segment.piece, segment.position, drawItem, content, parts);
        break;
      case 'text':
        showText(segment, arranged[index]!, drawItem, content, parts.fonts);
        break;
      default:
        unreachable(segment, 'leader, image, text');
    }
  });
  return first;
}

/** Sizes. Readers take what is nearer to the baseline for the same line. */
const ABREAST = 0.8;

/** Whether the next line stands beside this one, as a note's text beside its number. */
function isFollowedAbreast({ baseline, line }: DrawnLine, next: DrawItem | null): boolean {
  const last = piecesOf(line).at(-1);
  return (
    next?.kind === 'line' &&
    last !== undefined &&
    Math.abs(next.baseline - baseline) < ABREAST * last.style.size
  );
}

function paintInlineImage(
  piece: ImagePiece,
  position: number,
  drawItem: DrawnLine,
  content: PageContent,
  { images, fonts }: DocumentParts,
): void {
  const { width, height } = piece;
  const rect = { x: drawItem.x + piece.x, y: drawItem.baseline - height - piece.style.rise, width, height };
  paintImage(piece.image, rect, piece.tagTarget, position, content, images);
  if (piece.spelling !== null) spell(piece.spelling, piece, drawItem, content, fonts);
}

/**
 * What a drawn formula is read as: text that is not painted (rendering mode 3), as wide as the drawing, so that the sentence
 * around it has no hole in which readers would break it.
 */
function spell(
  run: GlyphRun,
  { x, width, style }: ImagePiece,
  drawItem: DrawnLine,
  content: PageContent,
  fonts: DocumentFonts,
): void {
  const { subfont, codes, advance } = fonts.of(run.face).spell(run);
  if (advance <= 0) return;
  content.font(subfont, style.size);
  const across = decimal(width / (advance * style.size), 1e4);
  const [left, baseline] = [decimal(drawItem.x + x), decimal(drawItem.baseline)];
  content.write(`BT\n3 Tr\n${across} 0 0 -1 ${left} ${baseline} Tm\n(${codes})Tj\n0 Tr\nET\n`);
}

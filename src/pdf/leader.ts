import type { Artifact } from '../base/element.ts';
import type { DrawnLine } from '../page/page.ts';
import type { LeaderPiece } from '../text/line.ts';
import type { DocumentFonts } from '../textlayer/document-font.ts';
import { decimal, type PageContent } from './page-content.ts';

const LEADER: Artifact = { artifact: 'Layout', subtype: null };

/** Repeats the pattern at the multiples of its width from the page's left edge, so that dots of all lines align. */
export function paintLeader(
  piece: LeaderPiece,
  drawItem: DrawnLine,
  content: PageContent,
  fonts: DocumentFonts,
): void {
  const { pattern, style } = piece;
  if (!pattern || pattern.width <= 0) return;
  const step = (pattern.width * style.size) / pattern.face.unitsPerEm;
  const start = drawItem.x + piece.x;
  const first = Math.ceil(start / step);
  const count = Math.floor((start + piece.width) / step) - first;
  if (count < 1) return;
  const { subfont, codes } = fonts.of(pattern.face).leader(pattern);
  content.enter(LEADER, 0, 0);
  content.fill(style.color);
  content.font(subfont, style.size);
  content.write(
    `BT\n1 0 0 -1 ${decimal(first * step)} ${decimal(drawItem.baseline - style.rise)} Tm\n(${codes.repeat(count)})Tj\nET\n`,
  );
}

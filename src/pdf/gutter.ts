import type { DrawnGutter } from '../page/page.ts';
import { type DocumentFonts, THIN } from '../textlayer/document-font.ts';
import { decimal, type PageContent } from './page-content.ts';

/**
 * A string of inkless direction marks down the white space between columns. poppler takes lines whose
 * leading is more than 1.5 of their size for paragraphs, and paragraphs side by side on common baselines for
 * the rows of a table, which it reads across; but not where a third thing stands between them
 * (TextOutputDev.cc). pdfium, pdf.js and MuPDF read in the order of painting and need nothing.
 */
export function paintGutter(drawItem: DrawnGutter, content: PageContent, fonts: DocumentFonts): void {
  const { rect, face, tagTarget } = drawItem;
  const [above, below] = [face.ascent / face.unitsPerEm, -face.descent / face.unitsPerEm];
  const size =
    drawItem.size * Math.max(LEAST_SIZE, Math.min(MOST_SIZE, rect.height / (above + below) / drawItem.size));
  const first = rect.y + above * size;
  const length = Math.max(0, rect.y + rect.height - below * size - first);
  const steps = Math.ceil(length / (size * CHAIN));
  const { subfont, codes } = fonts.of(face).inkless(drawItem.direction === 'rtl' ? 'rlm-thin' : 'lrm-thin');
  const x = decimal(rect.x + (rect.width - THIN * size) / 2);
  content.enter(tagTarget, 0, 0);
  content.font(subfont, size);
  for (let step = 0; step <= steps; step += 1) {
    const baseline = decimal(first + (steps === 0 ? 0 : (length * step) / steps));
    content.write(`BT\n1 0 0 -1 ${x} ${baseline} Tm\n(${codes})Tj\nET\n`);
  }
}

/** Sizes of the text beside. poppler joins what differs by less than 0.6 of the greater, */
const LEAST_SIZE = 3;

/** and what stands nearer than its size: two gutters, if the marks were as large as columns are wide. */
const MOST_SIZE = 5;

/** The marks of a gutter are one thing if they are less than 1.5 of their size apart. */
const CHAIN = 1.4;

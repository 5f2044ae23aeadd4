import type { Page } from '../page/page.ts';
import type { PdfFile, PdfOutlineItem, PdfPage } from './pdf-file.ts';

interface OutlineNode {
  readonly title: string;
  readonly level: number;
  readonly page: PdfPage;
  /** Points from the bottom of the page. */
  readonly y: number;
  readonly children: OutlineNode[];
}

/** Collects the outline page by page; entries nest by level, and a level left out is no level. */
export class Outline {
  readonly #top: OutlineNode[] = [];
  /** The entries that the next one may stand under, outermost first. */
  #path: OutlineNode[] = [];

  addPage({ outline, size }: Page, page: PdfPage): void {
    for (const { entry, y } of outline) {
      const node = { ...entry, page, y: size.height - y, children: [] };
      this.#path = this.#path.filter((above) => above.level < entry.level);
      (this.#path.at(-1)?.children ?? this.#top).push(node);
      this.#path.push(node);
    }
  }

  /** Top entries are shown open when they are few enough to fit a window. */
  write(file: PdfFile): void {
    if (this.#top.length === 0) return;
    for (const node of this.#top) writeNode(node, file.outline);
    file.outline.outlineData['Count'] = this.#top.length;
    file.outline.outlineData['Type'] = 'Outlines';
  }
}

function writeNode({ title, page, y, children }: OutlineNode, parent: PdfOutlineItem): void {
  const item = parent.addItem(title);
  // pdfkit measures `left` from the right edge; a null keeps the reader's own place and zoom.
  item.outlineData['Dest'] = [page.ref, 'XYZ', null, y, null];
  // Negative: closed, with so many entries to open (ISO 32000-1, table 153).
  if (children.length > 0) item.outlineData['Count'] = -children.length;
  for (const child of children) writeNode(child, item);
}

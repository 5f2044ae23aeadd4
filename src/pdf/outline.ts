import { tameText } from '../base/bidi-controls.ts';
import type { StructElement } from '../base/element.ts';
import type { Page } from '../page/page.ts';
import { elementAt } from './destinations.ts';
import type { PdfFile, PdfOutlineItem, PdfPage } from './pdf-file.ts';
import type { FindWritten } from './structure.ts';

interface OutlineNode {
  readonly title: string;
  readonly level: number;
  readonly page: PdfPage;
  /** Points from the bottom of the page. */
  readonly y: number;
  /** The heading; null in furniture. */
  readonly element: StructElement | null;
  readonly children: OutlineNode[];
}

/** Collects the outline page by page; entries nest by level, and a level left out is no level. */
export class Outline {
  readonly #top: OutlineNode[] = [];
  /** The entries that the next one may stand under, outermost first. */
  #path: OutlineNode[] = [];
  readonly #written: { readonly node: OutlineNode; readonly item: PdfOutlineItem }[] = [];

  addPage({ outline, size }: Page, page: PdfPage): void {
    for (const { entry, y, tagTarget } of outline) {
      const node = { ...entry, page, y: size.height - y, element: elementAt(tagTarget), children: [] };
      this.#path = this.#path.filter((above) => above.level < entry.level);
      (this.#path.at(-1)?.children ?? this.#top).push(node);
      this.#path.push(node);
    }
  }

  /** Top entries are shown open when they are few enough to fit a window. */
  write(file: PdfFile): void {
    if (this.#top.length === 0) return;
    for (const node of this.#top) this.#writeNode(node, file.outline);
    file.outline.outlineData['Count'] = this.#top.length;
    file.outline.outlineData['Type'] = 'Outlines';
  }

  /**
   * Has the entries lead to their headings themselves (ISO 14289-2, 8.8); readers that know no structure
   * destinations go to the place on the page (ISO 32000-2, table 202).
   */
  pointAtElements(find: FindWritten): void {
    for (const { node, item } of this.#written) {
      const { Dest: place } = item.outlineData;
      delete item.outlineData['Dest'];
      const element = [find(node.element), 'XYZ', null, node.y, null];
      item.outlineData['A'] = { S: 'GoTo', D: place, SD: element };
    }
  }

  #writeNode(node: OutlineNode, parent: PdfOutlineItem): void {
    const { title, page, y, children } = node;
    const item = parent.addItem(tameText(title));
    this.#written.push({ node, item });
    // pdfkit measures `left` from the right edge; a null keeps the reader's own place and zoom.
    item.outlineData['Dest'] = [page.ref, 'XYZ', null, y, null];
    // Negative: closed, with so many entries to open (ISO 32000-1, table 153).
    if (children.length > 0) item.outlineData['Count'] = -children.length;
    for (const child of children) this.#writeNode(child, item);
  }
}

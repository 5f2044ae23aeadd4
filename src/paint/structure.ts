import type { StructElement } from '../style/element.ts';
import { type PdfDict, type PdfFile, type PdfRef, type PdfValue, pdfText } from './pdf-file.ts';
import type { StructBox, StructNode } from './structure-tree.ts';

/** What a structure element points at (ISO 32000-1, 14.7.4). */
export type StructContent =
  | { readonly kind: 'marked'; readonly page: PageMarks; readonly mcid: number }
  | {
      readonly kind: 'annotation';
      readonly page: PageMarks;
      readonly annotation: PdfRef;
      readonly key: number;
    };

/** The marked content of a page. */
export interface PageMarks {
  readonly ref: PdfRef;
  /** Of the page in the parent tree. */
  readonly key: number;
  readonly height: number;
  /** How many marked-content sequences it has. */
  count: number;
}

/** Writes the structure tree: elements, parent tree, identifiers of notes. */
export function writeStructure(
  file: PdfFile,
  root: StructNode<StructContent>,
  pages: readonly PageMarks[],
  rtl: boolean,
): void {
  new StructureWriter(file, pages).write(root, rtl);
}

class StructureWriter {
  readonly #file: PdfFile;
  readonly #pages: readonly PageMarks[];
  /** For each page the element of each of its marked-content sequences. */
  readonly #parents = new Map<PageMarks, PdfRef[]>();
  readonly #notes: PdfValue[] = [];

  constructor(file: PdfFile, pages: readonly PageMarks[]) {
    this.#file = file;
    this.#pages = pages;
    for (const page of pages) this.#parents.set(page, []);
  }

  write(root: StructNode<StructContent>, rtl: boolean): void {
    const treeRoot = this.#file.structTreeRoot;
    const extra = rtl ? [{ O: 'Layout', WritingMode: 'RlTb' }] : [];
    treeRoot.data['K'] = [this.#writeNode(root, treeRoot, extra)];
    for (const page of this.#pages) this.#file.setParent(page.key, this.#parents.get(page)!);
    if (this.#notes.length > 0) treeRoot.data['IDTree'] = this.#file.object({ Names: this.#notes });
  }

  #writeNode(node: StructNode<StructContent>, parent: PdfRef, extra: readonly PdfDict[] = []): PdfRef {
    const { element } = node;
    const ref = this.#file.ref({ S: element.tag, P: parent });
    this.#describe(element, ref, [...extra, ...attributesOf(element, node.box, this.#pages)]);
    const kids = node.items.map((item) =>
      item.kind === 'node' ? this.#writeNode(item.node, ref) : this.#writeContent(item.content, ref),
    );
    if (kids.length > 0) ref.data['K'] = kids.length === 1 ? kids[0]! : kids;
    ref.end();
    return ref;
  }

  #describe(element: StructElement, ref: PdfRef, attributes: readonly PdfDict[]): void {
    const { data } = ref;
    const { actualText, title } = element.attributes;
    if (element.lang !== null) data['Lang'] = pdfText(element.lang);
    if (element.alt !== null) data['Alt'] = pdfText(element.alt);
    if (actualText !== undefined) data['ActualText'] = pdfText(actualText);
    if (title !== undefined) data['T'] = pdfText(title);
    if (attributes.length > 0) data['A'] = attributes.length === 1 ? attributes[0]! : attributes;
    if (element.tag === 'Note') {
      // ISO 14289-1, 7.9: each note has an ID of its own. Fixed width, so that the order is bytewise.
      const id = pdfText(`n${String(this.#notes.length / 2 + 1).padStart(6, '0')}`);
      data['ID'] = id;
      this.#notes.push(id, ref);
    }
  }

  #writeContent(content: StructContent, ref: PdfRef): PdfValue {
    const { page } = content;
    // The element's page is that of its first content; references to other pages say which.
    ref.data['Pg'] ??= page.ref;
    if (content.kind === 'annotation') {
      this.#file.setParent(content.key, ref);
      return { Type: 'OBJR', Obj: content.annotation, Pg: page.ref };
    }
    this.#parents.get(page)![content.mcid] = ref;
    return ref.data['Pg'] === page.ref ? content.mcid : { Type: 'MCR', Pg: page.ref, MCID: content.mcid };
  }
}

/** Attribute objects (14.8.5) by owner. */
function attributesOf(element: StructElement, box: StructBox | null, pages: readonly PageMarks[]): PdfDict[] {
  const { scope, columnSpan, listNumbering } = element.attributes;
  const attributes: PdfDict[] = [];
  if (scope !== undefined || columnSpan !== undefined) {
    attributes.push({
      O: 'Table',
      ...(scope ? { Scope: scope } : {}),
      ...(columnSpan ? { ColSpan: columnSpan } : {}),
    });
  }
  if (listNumbering !== undefined) attributes.push({ O: 'List', ListNumbering: listNumbering });
  if (element.tag === 'Figure' && box) {
    const { height } = pages[box.page]!;
    const { x, y, width, height: tall } = box.rect;
    attributes.push({ O: 'Layout', Placement: 'Block', BBox: [x, height - y - tall, x + width, height - y] });
  }
  return attributes;
}

/** The element that a link's annotation belongs to (ISO 14289-1, 7.18.5): the Link around the text. */
export function findLinkElement(role: StructElement): StructElement {
  for (let element: StructElement | null = role; element; element = element.parent) {
    if (element.tag === 'Link') return element;
  }
  return role;
}

import type { StructElement } from '../base/element.ts';
import type { PdfVersion } from '../project/pdf-version.ts';
import { isOfPdf2, PDF2_NAMESPACE, typeInPdf2 } from '../tags/pdf2-types.ts';
import type { StructBox, StructNode } from '../tags/structure-tree.ts';
import { type PdfDict, type PdfFile, type PdfRef, type PdfValue, pdfText } from './pdf-file.ts';
import type { References } from './references.ts';

/** What a structure element points at (ISO 32000-1, 14.7.4). */
export type StructContent =
  | { readonly kind: 'marked'; readonly page: PageMarkedContent; readonly mcid: number }
  | {
      readonly kind: 'annotation';
      readonly page: PageMarkedContent;
      readonly annotation: PdfRef;
      readonly key: number;
    };

/** The marked content of a page. */
export interface PageMarkedContent {
  readonly ref: PdfRef;
  /** Of the page in the parent tree. */
  readonly key: number;
  readonly height: number;
  /** How many marked-content sequences it has. */
  count: number;
}

/** The object of an element, or of the nearest above it that is in the file; null = the root's. */
export type FindWritten = (element: StructElement | null) => PdfRef;

interface StructureFacts {
  readonly pages: readonly PageMarkedContent[];
  readonly version: PdfVersion;
  /** Written in PDF 2.0 only, which knows them. */
  readonly references: References;
  readonly rtl: boolean;
}

/** Writes the structure tree: elements, parent tree, identifiers of notes. */
export function writeStructure(
  file: PdfFile,
  root: StructNode<StructContent>,
  facts: StructureFacts,
): FindWritten {
  return new StructureWriter(file, facts).write(root);
}

class StructureWriter {
  readonly #file: PdfFile;
  readonly #pages: readonly PageMarkedContent[];
  /** For each page the element of each of its marked-content sequences. */
  readonly #parents = new Map<PageMarkedContent, PdfRef[]>();
  readonly #notes: PdfValue[] = [];
  readonly #facts: StructureFacts;
  /** Of PDF 2.0; null in PDF 1.7, which has no namespaces. */
  readonly #namespace: PdfRef | null;
  readonly #refs = new Map<StructElement, PdfRef>();
  /** Elements that the tree has: only these may be referred to. */
  readonly #written = new Set<StructElement>();

  constructor(file: PdfFile, facts: StructureFacts) {
    this.#file = file;
    this.#facts = facts;
    this.#pages = facts.pages;
    const isTwo = facts.version === '2.0';
    this.#namespace = isTwo ? file.object({ Type: 'Namespace', NS: pdfText(PDF2_NAMESPACE) }) : null;
    for (const page of facts.pages) this.#parents.set(page, []);
  }

  write(root: StructNode<StructContent>): FindWritten {
    const treeRoot = this.#file.structTreeRoot;
    const extra = this.#facts.rtl ? [{ O: 'Layout', WritingMode: 'RlTb' }] : [];
    if (this.#namespace) treeRoot.data['Namespaces'] = [this.#namespace];
    this.#list(root);
    treeRoot.data['K'] = [this.#writeNode(root, treeRoot, null, extra)];
    for (const page of this.#pages) this.#file.setParent(page.key, this.#parents.get(page)!);
    if (this.#notes.length > 0) treeRoot.data['IDTree'] = this.#file.object({ Names: this.#notes });
    return (element) => {
      let at = element;
      while (at && !this.#written.has(at)) at = at.parent;
      return this.#refOf(at ?? root.element);
    };
  }

  #list({ element, items }: StructNode<StructContent>): void {
    this.#written.add(element);
    for (const item of items) if (item.kind === 'node') this.#list(item.node);
  }

  /** Another element may have referred to it before it is written. */
  #refOf(element: StructElement): PdfRef {
    const ref = this.#refs.get(element) ?? this.#file.ref({});
    this.#refs.set(element, ref);
    return ref;
  }

  #writeNode(
    node: StructNode<StructContent>,
    parent: PdfRef,
    above: StructNode<StructContent> | null,
    extra: readonly PdfDict[] = [],
  ): PdfRef {
    const { element } = node;
    const ref = this.#refOf(element);
    Object.assign(ref.data, { S: element.tag, P: parent });
    if (this.#namespace) this.#writeInPdf2(node, above, ref, this.#namespace);
    const isFootnote = ref.data['S'] === 'FENote';
    const own = attributesOf(element, node.box, this.#pages);
    this.#describe(element, ref, [...extra, ...own, ...(isFootnote ? [FOOTNOTE] : [])]);
    const kids = node.items.map((item) =>
      item.kind === 'node' ? this.#writeNode(item.node, ref, node) : this.#writeContent(item.content, ref),
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

  /** The type as PDF 2.0 has it, its namespace, and what the element refers to. */
  #writeInPdf2(
    node: StructNode<StructContent>,
    above: StructNode<StructContent> | null,
    { data }: PdfRef,
    namespace: PdfRef,
  ): void {
    const type = typeInPdf2(node, above);
    data['S'] = type;
    if (isOfPdf2(type)) data['NS'] = namespace;
    const others = [...(this.#facts.references.get(node.element) ?? [])].filter((to) =>
      this.#written.has(to),
    );
    if (others.length > 0) data['Ref'] = others.map((to) => this.#refOf(to));
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

/** ISO 32000-2, 14.8.5.5: where the note stands. */
const FOOTNOTE: PdfDict = { O: 'FENote', NoteType: 'Footnote' };

/** Attribute objects (14.8.5) by owner. */
function attributesOf(
  element: StructElement,
  box: StructBox | null,
  pages: readonly PageMarkedContent[],
): PdfDict[] {
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
  if ((element.tag === 'Figure' || element.tag === 'Formula') && box) {
    const { height } = pages[box.page]!;
    const { x, y, width, height: tall } = box.rect;
    attributes.push({ O: 'Layout', Placement: 'Block', BBox: [x, height - y - tall, x + width, height - y] });
  }
  return attributes;
}

/** The element that a link's annotation belongs to (ISO 14289-1, 7.18.5): the Link around the text. */
export function findLinkElement(tagTarget: StructElement): StructElement {
  for (let element: StructElement | null = tagTarget; element; element = element.parent) {
    if (element.tag === 'Link') return element;
  }
  return tagTarget;
}

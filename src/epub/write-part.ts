import { isArtifact, type StructElement } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import { unreachable } from '../base/unreachable.ts';
import type {
  ColumnsBlock,
  ImageBlock,
  ItemBlock,
  RowBlock,
  ShapeBlock,
  StackBlock,
  TextBlock,
} from '../style/blocks.ts';
import type { StyledBlock } from '../style/flow.ts';
import type { InlineContent } from '../style/inline.ts';
import { PIXEL } from '../style/inlines.ts';
import type { ChapterFile, Part } from './chapter.ts';
import type { Draft } from './draft.ts';
import { drawShape } from './drawing.ts';
import { ElementTree, pageMark } from './element-tree.ts';
import { elementsIn, sharedElement, topElements } from './find-elements.ts';
import { number } from './svg-path.ts';
import { type CalledNote, writeInlines } from './write-inlines.ts';
import { addClass, boxClass, element, type XmlElement } from './xml.ts';

/** Writes one file: the blocks of layout give the words and the look, their structure elements the markup. */
export function writePart(part: Part, root: StructElement, draft: Draft, isLast: boolean): ChapterFile {
  const writer = new PartWriter(part.path, root, draft);
  return writer.write(part, isLast);
}

/** The element that new blocks are put in, and its node. */
interface Host {
  readonly element: StructElement;
  readonly node: XmlElement;
}

class PartWriter {
  readonly #path: string;
  readonly #draft: Draft;
  readonly #section = element('section');
  readonly #host: Host;
  readonly #tree: ElementTree;
  readonly #notes: CalledNote[] = [];
  /** Drawings that wait for the cell they belong to. */
  #drawings: XmlElement[] = [];
  readonly #worded = new Set<XmlElement>();
  #title: string | null = null;
  #hasDrawings = false;
  #marksPages = true;
  /** Of what is being written. */
  #direction: Direction;

  constructor(path: string, root: StructElement, draft: Draft) {
    this.#path = path;
    this.#draft = draft;
    this.#direction = draft.info.direction;
    this.#host = { element: root, node: this.#section };
    this.#tree = new ElementTree(this.#section);
  }

  write({ path, kind, blocks }: Part, isLast: boolean): ChapterFile {
    for (const block of blocks) this.#block(block, this.#host);
    if (isLast) this.#section.children.push(...this.#markPages(Number.POSITIVE_INFINITY));
    this.#marksPages = false;
    for (const note of this.#notes) this.#note(note);
    const content = this.#section.children.filter((node) => typeof node !== 'string');
    const title = this.#title;
    return { path, kind: kind === 'body' ? 'body' : 'front', title, content, hasDrawings: this.#hasDrawings };
  }

  #block(block: StyledBlock, host: Host): void {
    switch (block.kind) {
      case 'text':
        this.#text(block, host);
        break;
      case 'stack':
        this.#stack(block, host);
        break;
      case 'columns':
        this.#columns(block, host);
        break;
      case 'item':
        this.#item(block, host);
        break;
      case 'row':
        this.#row(block, host);
        break;
      case 'table':
        if (!isArtifact(block.role)) this.#anchor(block.anchors, this.#place(block.role));
        for (const row of [...block.header, ...block.rows])
          for (const cell of row.cells) for (const child of cell.children) this.#block(child, host);
        break;
      case 'image':
        this.#image(block, host);
        break;
      case 'shape':
        this.#shape(block, host);
        break;
      case 'break':
        break;
      default:
        unreachable(block, 'text, stack, columns, item, row, table, image, shape, break');
    }
  }

  #text(block: TextBlock<InlineContent>, host: Host): void {
    const node = this.#nodeFor(block, host);
    const id = this.#anchor(block.anchors, node);
    node.children.push(...this.#drawings);
    this.#drawings = [];
    node.children.push(...writeInlines(block, { draft: this.#draft, path: this.#path, notes: this.#notes }));
    this.#dress(block, node);
    if (block.outline === null) return;
    const { level, title } = block.outline;
    this.#title ??= title;
    this.#draft.contents.push({ level, title, href: `${this.#path}#${id ?? this.#identify(node)}` });
  }

  /** The node that takes a block's words: its element's own, or a further one inside where that has words already. */
  #nodeFor(block: TextBlock<InlineContent>, host: Host): XmlElement {
    if (isArtifact(block.role)) {
      const node = element('p', { 'aria-hidden': 'true' });
      host.node.children.push(node);
      return node;
    }
    const node = this.#place(block.role);
    if (!this.#worded.has(node)) {
      this.#worded.add(node);
      return node;
    }
    const { class: known, ...others } = node.attributes;
    if (!PHRASING.test(node.name)) return append(node, element('div'));
    if (known !== undefined) {
      // the first words too need a node of their own, for each has its look
      const first = element('span', { class: `${known} line` }, node.children.splice(0));
      for (const name of Object.keys(node.attributes)) delete node.attributes[name];
      Object.assign(node.attributes, others);
      node.children.push(first);
    }
    node.children.push(' ');
    return append(node, element('span', { class: 'line' }));
  }

  #dress({ look, paragraph }: TextBlock<InlineContent>, node: XmlElement): void {
    const { theme, looks } = this.#draft;
    looks.add(look);
    addClass(node, look);
    if (paragraph.preformatted && node.name === 'p') node.name = 'pre';
    if (paragraph.direction !== this.#direction) node.attributes['dir'] = paragraph.direction;
    if (paragraph.align !== theme.roles[look]?.align) addClass(node, `align-${paragraph.align}`);
    if (paragraph.indent > 0) addClass(node, 'indented');
  }

  #stack(block: StackBlock<InlineContent>, host: Host): void {
    if (block.direction !== null && block.direction !== this.#direction) {
      this.#turn(block, block.direction, host);
      return;
    }
    if (block.look === null) {
      this.#blocks(block.children, host);
      return;
    }
    const hasContent = elementsIn(block.children).length > 0;
    const isSeen = block.background !== null || block.rules.length > 0;
    // nothing to read and nothing to see, or a band of colour at the edge of the sheet
    if (!hasContent && (!isSeen || block.placed !== null)) return;
    this.#draft.boxes.add(block.look);
    const tops = topElements(block.children, host.element);
    const [top, ...more] = tops;
    const owns = top !== undefined && more.length === 0 && GROUPS.has(top.tag) && !this.#tree.has(top);
    const node = owns ? this.#place(top) : append(host.node, element('div'));
    addClass(node, boxClass(block.look));
    this.#anchor(block.anchors, node);
    if (tops.some(({ tag }) => tag === 'TOC'))
      this.#draft.contentsHref ??= `${this.#path}#${this.#identify(node)}`;
    if (!hasContent) node.attributes['aria-hidden'] = 'true';
    if (owns) this.#blocks(block.children, { element: top, node });
    else this.#blocksInside(block.children, host.element, node);
  }

  /** Blocks that begin from the other side. */
  #turn(block: StackBlock<InlineContent>, direction: Direction, host: Host): void {
    const around = this.#direction;
    const node = append(host.node, element('div', { dir: direction }));
    this.#direction = direction;
    this.#draft.isTurned = true;
    this.#blocksInside([{ ...block, direction: null }], host.element, node);
    this.#direction = around;
  }

  /** As many columns as the screen has room for, the most that the print may have. */
  #columns(block: ColumnsBlock<InlineContent>, host: Host): void {
    const em = this.#draft.theme.text.size;
    const ems = (points: number) => `${number(points / em)}em`;
    const least = Math.max(block.leastWidth, LEAST_COLUMN * em);
    const style = `columns: ${block.count} ${ems(least)}; column-gap: ${ems(block.gap)}`;
    const node = append(host.node, element('div', { style }));
    this.#anchor(block.anchors, node);
    this.#blocksInside(block.children, host.element, node);
  }

  #blocks(blocks: readonly StyledBlock[], host: Host): void {
    for (const block of blocks) this.#block(block, host);
  }

  #blocksInside(blocks: readonly StyledBlock[], of: StructElement, node: XmlElement): void {
    this.#tree.standIn(of, node, () => this.#blocks(blocks, { element: of, node }));
  }

  /** A marker beside its body: in a list both are children of the item, in a note the body gets a node of its own. */
  #item(block: ItemBlock<InlineContent>, host: Host): void {
    const { marker, children, anchors } = block;
    const owner = isArtifact(marker.role) ? null : marker.role.parent;
    if (isArtifact(marker.role) || owner === null) {
      this.#blocks([marker, ...children], host);
      return;
    }
    const label = this.#place(marker.role);
    if (label.name === 'div') label.name = 'span';
    addClass(label, 'marker');
    const item = this.#place(owner);
    this.#anchor(anchors, item);
    this.#block(marker, host);
    const hasBody = topElements(children, owner).every(({ tag }) => tag === 'LBody');
    if (hasBody) this.#blocks(children, { element: owner, node: item });
    else this.#blocksInside(children, owner, append(item, element('div')));
  }

  /** Cells side by side are one after another here; a cell of drawings alone goes with the words after it. */
  #row(block: RowBlock<InlineContent>, host: Host): void {
    block.cells.forEach((cell, index) => {
      const { children } = cell;
      if (children.length > 0 && children.every((child) => child.kind === 'shape')) {
        const width = shareOf(block, index);
        for (const child of children) {
          const drawing = this.#draw(child, null);
          if (width !== null) drawing.attributes['style'] = `width: ${width}`;
          this.#drawings.push(drawing);
        }
        return;
      }
      const shared = children.some((child) => child.kind === 'shape') ? sharedElement(children) : null;
      if (shared === null) this.#blocks(children, host);
      else this.#blocks(children, { element: shared, node: this.#place(shared) });
    });
    host.node.children.push(...this.#drawings);
    this.#drawings = [];
  }

  #image(block: ImageBlock, host: Host): void {
    const node = isArtifact(block.role)
      ? append(host.node, element('img', { alt: '' }))
      : this.#place(block.role);
    node.attributes['src'] = this.#draft.pathOfImage(block.image);
    node.attributes['width'] = number(Math.round(block.width / PIXEL));
    node.attributes['height'] = number(Math.round(block.height / PIXEL));
    this.#anchor(block.anchors, node);
  }

  #shape(block: ShapeBlock, host: Host): void {
    const { role } = block;
    const node = isArtifact(role) || role.parent === null ? host.node : this.#place(role.parent);
    node.children.push(this.#draw(block, isArtifact(role) ? null : role.alt));
  }

  #draw(block: ShapeBlock, alt: string | null): XmlElement {
    this.#hasDrawings = true;
    const { page } = this.#draft.theme;
    return drawShape(block, page.size.width - page.margin.inner - page.margin.outer, alt);
  }

  /** Notes stand at the end of their file; a reader shows them where they are called. */
  #note({ note }: CalledNote): void {
    const node = element('aside', { 'epub:type': 'footnote', role: 'doc-footnote' });
    this.#section.children.push(node);
    this.#blocksInside(note.children, note.element, node);
  }

  #place(of: StructElement): XmlElement {
    const page = this.#marksPages ? this.#draft.pages.startOf.get(of) : undefined;
    return this.#tree.place(of, page === undefined ? [] : this.#markPages(page));
  }

  #markPages(upTo: number): readonly XmlElement[] {
    return this.#draft.takePages(upTo).map((label) => {
      const id = this.#draft.newId();
      this.#draft.breaks.push({ label, href: `${this.#path}#${id}` });
      return pageMark(label, id);
    });
  }

  /** Makes a node the target of links. @returns its id, null where there are no anchors */
  #anchor(anchors: readonly string[], node: XmlElement): string | null {
    if (anchors.length === 0) return null;
    const id = this.#identify(node);
    for (const anchor of anchors) this.#draft.placeAnchor(anchor, `${this.#path}#${id}`);
    return id;
  }

  #identify(node: XmlElement): string {
    node.attributes['id'] ??= this.#draft.newId();
    return node.attributes['id'];
  }
}

/** Of text sizes: the screen of a telephone, some twenty wide, has one column. */
const LEAST_COLUMN = 14;

/** Elements that hold other elements: a box around one of them is that element. */
const GROUPS: ReadonlySet<StructElement['tag']> = new Set(['Div', 'Sect', 'BlockQuote', 'Table']);

/** Elements that hold words and nothing else. */
const PHRASING = /^(?:p|h[1-6]|pre|caption|figcaption|span)$/;

function append(parent: XmlElement, node: XmlElement): XmlElement {
  parent.children.push(node);
  return node;
}

/** What a cell takes of the room from it to the end of its row, in percent; null where tracks are no fractions. */
function shareOf({ cells }: RowBlock<InlineContent>, index: number): string | null {
  const fractions = cells
    .slice(index)
    .map(({ width }) => (width.kind === 'fraction' ? width.fraction : Number.NaN));
  const whole = fractions.reduce((sum, fraction) => sum + fraction, 0);
  const [own] = fractions;
  return own === undefined || Number.isNaN(whole) || whole === 0 ? null : `${number((100 * own) / whole)}%`;
}

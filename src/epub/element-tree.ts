import type { StructElement } from '../base/element.ts';
import { makeElement } from './element-tag.ts';
import { element, type XmlElement } from './xml.ts';

/**
 * The XHTML tree of one file as it grows: each structure element has its node, made where it is first
 * needed, which is in reading order.
 */
export class ElementTree {
  readonly #nodes = new Map<StructElement, XmlElement>();
  readonly #root: XmlElement;

  constructor(root: XmlElement) {
    this.#root = root;
  }

  has(of: StructElement): boolean {
    return this.#nodes.has(of);
  }

  /** The node of an element. `marks` (the beginnings of pages) go before whatever is new, or as near as they may stand. */
  place(of: StructElement, marks: readonly XmlElement[]): XmlElement {
    const made: Made[] = [];
    const node = this.#nodeOf(of, made);
    if (marks.length > 0) insertMarks(marks, made, node);
    return node;
  }

  /** Lets `node` stand for an element while `run` runs: for boxes that the structure does not know. */
  standIn(of: StructElement, node: XmlElement, run: () => void): void {
    const before = this.#nodes.get(of);
    this.#nodes.set(of, node);
    run();
    if (before === undefined) this.#nodes.delete(of);
    else this.#nodes.set(of, before);
  }

  #nodeOf(of: StructElement, made: Made[]): XmlElement {
    const known = this.#nodes.get(of);
    if (known !== undefined) return known;
    const parent = of.parent === null ? this.#root : this.#nodeOf(of.parent, made);
    const node = of.parent === null ? parent : (makeElement(of, parent) ?? parent);
    this.#nodes.set(of, node);
    if (node === parent) return node;
    // a division around an image is a figure, and its caption then the figure's
    if (of.tag === 'Figure' && parent.name === 'div') parent.name = 'figure';
    parent.children.push(node);
    made.push({ node, parent });
    return node;
  }
}

interface Made {
  readonly node: XmlElement;
  readonly parent: XmlElement;
}

function insertMarks(marks: readonly XmlElement[], made: readonly Made[], node: XmlElement): void {
  const [first] = made;
  if (first === undefined) {
    if (admitsMarks(node)) node.children.push(...marks);
    return;
  }
  if (admitsMarks(first.parent)) {
    first.parent.children.splice(first.parent.children.indexOf(first.node), 0, ...marks);
    return;
  }
  made.find((each) => admitsMarks(each.node))?.node.children.unshift(...marks);
}

function admitsMarks({ name }: XmlElement): boolean {
  return !CLOSED.has(name);
}

/** Elements whose children are prescribed. */
const CLOSED: ReadonlySet<string> = new Set(['ul', 'ol', 'table', 'thead', 'tbody', 'tr', 'img', 'svg']);

export function pageMark(label: string, id: string): XmlElement {
  return element('span', {
    class: 'pagebreak',
    'epub:type': 'pagebreak',
    role: 'doc-pagebreak',
    id,
    'aria-label': label,
  });
}

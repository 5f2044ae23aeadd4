import type { StructElement } from '../base/element.ts';
import type { Rect } from '../base/geometry.ts';

/** An element with what it holds, in reading order. `C` is what the caller knows of a piece of content. */
export interface StructNode<C> {
  readonly element: StructElement;
  readonly items: readonly StructItem<C>[];
  /** Where a Figure was first drawn. */
  readonly box: StructBox | null;
}

type StructItem<C> =
  | { readonly kind: 'node'; readonly node: StructNode<C> }
  | { readonly kind: 'content'; readonly content: C };

export interface StructBox {
  readonly page: number;
  readonly rect: Rect;
}

interface Node<C> {
  readonly element: StructElement;
  /** Where its first content stands; Infinity for an empty element. */
  position: number;
  readonly children: Node<C>[];
  readonly contents: { readonly position: number; readonly content: C }[];
  box: StructBox | null;
}

/**
 * Grows the structure tree from content as it is painted, which is not in reading order: a run of
 * right-to-left text is painted from its last word to its first, a note at the foot of its page.
 */
export class StructureTree<C> {
  readonly #root: Node<C>;
  readonly #nodes = new Map<StructElement, Node<C>>();

  constructor(root: StructElement) {
    this.#root = newNode(root);
    this.#nodes.set(root, this.#root);
  }

  /**
   * Hangs content on the element it belongs to.
   *
   * @param position reading position in the document: any number that grows with the text
   */
  add(element: StructElement, position: number, content: C): void {
    this.touch(element, position).contents.push({ position, content });
  }

  /** Makes the element part of the tree even if nothing of it is seen: an empty cell. */
  touch(element: StructElement, position: number): Node<C> {
    const node = this.#nodeOf(element);
    for (let at: StructElement | null = element; at; at = at.parent) {
      const above = this.#nodes.get(at)!;
      if (above.position <= position) break;
      above.position = position;
    }
    return node;
  }

  /** Widens the box of a figure. Marks on later pages are left out: an attribute holds one rectangle. */
  addBox(element: StructElement, page: number, rect: Rect): void {
    const node = this.#nodeOf(element);
    if (!node.box) node.box = { page, rect };
    else if (node.box.page === page) node.box = { page, rect: unite(node.box.rect, rect) };
  }

  settle(): StructNode<C> {
    return settleNode(this.#root);
  }

  #nodeOf(element: StructElement): Node<C> {
    let node = this.#nodes.get(element);
    if (!node) {
      node = newNode<C>(element);
      this.#nodes.set(element, node);
      // An element of another tree would be lost without a word; hang it on the root.
      const parent = element.parent ? this.#nodeOf(element.parent) : this.#root;
      parent.children.push(node);
    }
    return node;
  }
}

function newNode<C>(element: StructElement): Node<C> {
  return { element, position: Number.POSITIVE_INFINITY, children: [], contents: [], box: null };
}

/**
 * Children alone stand in the order of the source. Among text they stand where their text stands, but
 * for those painted away from their place (a note at the foot of the page): these follow the sibling
 * before them in the source.
 */
function settleNode<C>(node: Node<C>): StructNode<C> {
  const children = node.children.toSorted((a, b) => a.element.order - b.element.order);
  const contents = node.contents.toSorted((a, b) => a.position - b.position);
  const items: StructItem<C>[] = [];
  let next = 0;
  children.forEach((child, index) => {
    const younger = children[index + 1];
    const before = Math.min(child.position, younger ? younger.position : Number.POSITIVE_INFINITY);
    const isAway = younger !== undefined && child.position > younger.position;
    while (!isAway && next < contents.length && contents[next]!.position < before) {
      items.push({ kind: 'content', content: contents[next++]!.content });
    }
    items.push({ kind: 'node', node: settleNode(child) });
  });
  while (next < contents.length) items.push({ kind: 'content', content: contents[next++]!.content });
  return { element: node.element, items, box: node.box };
}

function unite(a: Rect, b: Rect): Rect {
  const x = Math.min(a.x, b.x);
  const y = Math.min(a.y, b.y);
  return {
    x,
    y,
    width: Math.max(a.x + a.width, b.x + b.width) - x,
    height: Math.max(a.y + a.height, b.y + b.height) - y,
  };
}

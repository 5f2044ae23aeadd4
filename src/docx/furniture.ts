import type { XmlElement } from '../base/xml.ts';
import type { Furniture, ResolvedBlock, Sides } from '../resolve/nodes.ts';
import type { WordDraft } from './draft.ts';
import { PartLinks } from './part-links.ts';
import type { WordPlace, Write } from './place.ts';
import { word, wordPart } from './word-xml.ts';

type Kind = Furniture['kind'];
type Occurrence = 'default' | 'even' | 'first';

/** A running head or foot as a part of the package. */
interface FurniturePart {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly links: PartLinks;
}

/** The running heads and feet of pages by their masters, each a part that is written when it is first asked for. */
export class Furnishing {
  readonly #furniture: readonly Furniture[];
  readonly #draft: WordDraft;
  readonly #write: Write;
  /** Of the document. */
  readonly #links: PartLinks;
  readonly #place: WordPlace;
  readonly #parts = new Map<string, FurniturePart>();

  constructor(furniture: readonly Furniture[], draft: WordDraft, write: Write, place: WordPlace) {
    this.#furniture = furniture;
    this.#draft = draft;
    this.#write = write;
    this.#links = place.links;
    this.#place = place;
  }

  get parts(): readonly FurniturePart[] {
    return [...this.#parts.values()];
  }

  get isEmpty(): boolean {
    return this.#furniture.length === 0;
  }

  /** Whether pages of one master have other heads or feet than those of another. */
  differs(one: string, other: string): boolean {
    return KINDS.some((kind) => this.#find(kind, one) !== this.#find(kind, other));
  }

  /** Heads and feet for some pages of a section; one that has none says so, or it would have those of the section before. */
  references(master: string, type: Occurrence): readonly XmlElement[] {
    if (this.isEmpty) return [];
    return KINDS.map((kind) => {
      const { name } = this.#part(kind, master, type === 'even' ? 'even' : 'odd');
      return word(`${kind}Reference`, { type, 'r:id': this.#links.idOf(kind, name) });
    });
  }

  /** The last that is for that master. */
  #find(kind: Kind, master: string): Furniture | null {
    return this.#furniture.findLast((one) => one.kind === kind && one.masters.includes(master)) ?? null;
  }

  #part(kind: Kind, master: string, parity: 'odd' | 'even'): FurniturePart {
    const furniture = this.#find(kind, master);
    const key = furniture === null ? kind : `${kind} ${parity} ${this.#furniture.indexOf(furniture)}`;
    const known = this.#parts.get(key);
    if (known !== undefined) return known;
    const links = new PartLinks();
    const out: XmlElement[] = [];
    const place: WordPlace = { ...this.#place, out, links, kind: 'furniture' };
    if (furniture !== null) this.#write(linesOf(furniture.sides, parity), place, this.#draft);
    if (out.length === 0) out.push(word('p'));
    const count = this.parts.filter(({ name }) => name.startsWith(kind)).length + 1;
    const part = {
      name: `${kind}${count}.xml`,
      bytes: wordPart(kind === 'header' ? 'hdr' : 'ftr', out),
      links,
    };
    this.#parts.set(key, part);
    return part;
  }
}

const KINDS: readonly Kind[] = ['header', 'footer'];

/** On an odd page the inner side is the start of the line, on an even one its end. */
function linesOf(node: Sides, parity: 'odd' | 'even'): readonly ResolvedBlock[] {
  const side = (name: 'inner' | 'outer') =>
    node.sides
      .filter((one) => one.name === name && (one.pages ?? parity) === parity)
      .flatMap(({ children }) => children);
  const [start, end] = parity === 'odd' ? [side('inner'), side('outer')] : [side('outer'), side('inner')];
  const sides = [
    { name: 'inner' as const, pages: null, children: start },
    { name: 'outer' as const, pages: null, children: end },
  ];
  return [{ ...node, sides }];
}

import type { TagTarget } from '../base/element.ts';
import type { Direction } from '../base/geometry.ts';
import { element, type XmlElement } from '../base/xml.ts';
import { findDirection } from '../resolve/find-direction.ts';
import type { Phrase, ResolvedBlock } from '../resolve/nodes.ts';
import { boxStyleIn, textStyleIn } from '../theme/rows.ts';
import type { TextAlign } from '../theme/style-values.ts';
import { collectRuns, type LineRun, type LineScope } from './collect-runs.ts';
import type { Draft } from './draft.ts';
import { makeElement } from './element-tag.ts';
import { PageBreaks } from './page-breaks.ts';
import { writeRuns } from './write-runs.ts';
import { addClass, boxClass } from './xml.ts';

/** Where blocks are being written. */
export interface WritePlace {
  readonly node: XmlElement;
  /** From where blocks here begin. */
  readonly direction: Direction;
  /** Whether the author has said so. */
  readonly directed: boolean;
  /** Of the text on the page, points: for what the author measures by it. */
  readonly measure: number;
}

/** What a node says of its words beside their phrase. */
export interface WordFacts {
  readonly align?: TextAlign;
  /** Of text that goes over to the side of its direction; else it is found, and the text stays on its side. */
  readonly direction?: Direction;
  readonly indent?: number;
  readonly anchors?: readonly string[];
  /** Put before the words. */
  readonly before?: readonly XmlElement[];
  readonly asTyped?: boolean;
}

/** One file as it is written: what handlers of nodes share. */
export class PartWriter {
  readonly draft: Draft;
  readonly path: string;
  readonly pageBreaks: PageBreaks;
  /** Blocks of sibling nodes. Here so that handlers need not import the table that holds them. */
  readonly blocks: (nodes: readonly ResolvedBlock[], at: WritePlace) => void;
  /** Of its first heading. */
  title: string | null = null;
  hasDrawings = false;
  /** That the next node is the target of. */
  #anchors: string[] = [];

  constructor(
    draft: Draft,
    path: string,
    blocks: (nodes: readonly ResolvedBlock[], at: WritePlace, writer: PartWriter) => void,
  ) {
    this.draft = draft;
    this.path = path;
    this.pageBreaks = new PageBreaks(draft, path);
    this.blocks = (nodes, at) => blocks(nodes, at, this);
  }

  /** A new node in another, behind the breaks of pages that begin with it. @param of its structure element */
  open(of: TagTarget | null, node: XmlElement, parent: XmlElement): XmlElement {
    this.pageBreaks.add(of, node, parent);
    return node;
  }

  openElement(of: TagTarget, parent: XmlElement): XmlElement {
    return this.open(of, makeElement(of, parent), parent);
  }

  /** A phrase in the element it has. */
  phrase(phrase: Phrase, at: WritePlace, facts: WordFacts = {}): XmlElement {
    const node = this.openElement(phrase.tagTarget, at.node);
    return this.fill(node, phrase, this.runs(phrase), at, facts);
  }

  /** The words of a phrase without an element around them. */
  runs({ content, styleName, tagTarget }: Phrase, scope: Partial<LineScope> = {}): readonly LineRun[] {
    return collectRuns(content, { ...this.scope(styleName, tagTarget), ...scope });
  }

  scope(styleName: string, tagTarget: TagTarget): LineScope {
    const { draft, path } = this;
    return { draft, path, tagTarget, styleName, wraps: [], marks: [], isAccented: false };
  }

  /** Words in a node that is placed already, in the style they name. */
  fill(
    node: XmlElement,
    { styleName }: Pick<Phrase, 'styleName'>,
    runs: readonly LineRun[],
    at: WritePlace,
    facts: WordFacts = {},
  ): XmlElement {
    const { theme, styleNames } = this.draft;
    const row = textStyleIn(theme, styleName);
    const direction = facts.direction ?? this.directionOf(runs, at);
    const stays = facts.direction === undefined && direction !== at.direction;
    const align = facts.align ?? row.align;
    this.anchor(facts.anchors ?? [], node);
    node.children.push(...(facts.before ?? []), ...writeRuns(runs, direction, facts.asTyped === true));
    styleNames.add(styleName);
    addClass(node, styleName);
    if (direction !== at.direction) node.attributes['dir'] = direction;
    const side = stays ? OTHER_SIDE[align] : align;
    if (side !== theme.roles[styleName]?.align) addClass(node, `align-${side}`);
    if ((facts.indent ?? row.indent) > 0) addClass(node, 'indented');
    return node;
  }

  directionOf(runs: readonly LineRun[], { direction, directed }: WritePlace): Direction {
    return directed ? direction : findDirection(runs, direction);
  }

  /** The node of a box, in its own element or around elements of several. */
  box(name: string, of: TagTarget | null, at: WritePlace): WritePlace {
    const node = element('div');
    if (of === null) at.node.children.push(node);
    return this.dressBox(of === null ? node : this.openElement(of, at.node), name, at);
  }

  /** A node as the box that it is. */
  dressBox(node: XmlElement, name: string, at: WritePlace): WritePlace {
    const { padding } = boxStyleIn(this.draft.theme, name);
    this.draft.boxes.add(name);
    addClass(node, boxClass(name));
    return { ...at, node, measure: at.measure - padding.start - padding.end };
  }

  /** What is linked to leads to the next node that is written. */
  expectAnchors(ids: readonly string[]): void {
    this.#anchors.push(...ids);
  }

  /** Makes a node the target of links: of its own, and of those that wait for one. */
  anchor(own: readonly string[], node: XmlElement): void {
    const anchors = [...own, ...this.#anchors.splice(0)];
    for (const anchor of anchors) this.draft.placeAnchor(anchor, this.hrefOf(node));
  }

  /** Where a node is to be found. */
  hrefOf(node: XmlElement): string {
    node.attributes['id'] ??= this.draft.newId();
    return `${this.path}#${node.attributes['id']}`;
  }
}

/** A foreign text reads in its own direction and stands where the texts around it stand. */
const OTHER_SIDE = { start: 'end', justify: 'end', end: 'start', center: 'center', fit: 'fit' } as const;

/** Of a place from where blocks begin from the other side. */
export function turn(direction: Direction, at: WritePlace, writer: PartWriter): WritePlace {
  if (direction === at.direction) return at;
  writer.draft.isTurned = true;
  const node = element('div', { dir: direction });
  at.node.children.push(node);
  return { ...at, node, direction };
}

import type { ContainerDirective } from 'mdast-util-directive';
import type { TagTarget } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around, ResolveContext } from '../context.ts';
import type { PlannedHeading } from '../heading-plan.ts';
import type { Link } from '../inline-nodes.ts';
import type { ContentsEntry, ResolvedBlock } from '../nodes.ts';
import { makeLabel, takeLabel } from '../phrase.ts';
import { numberOf } from './headings.ts';

/**
 * `:::contents[title]{depth=2 columns=1 min=0}`: the headings down to a rank. With fewer headings than `min` there is
 * nothing to find one's way in, and nothing is listed, unless the author asks for contents.
 */
export function resolveContents(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const headings = context.headings.listed.filter(
    ({ rank, text }) => rank <= readCount(node, 'depth', 2) && text !== '',
  );
  const wanted = context.settings.contents ?? headings.length >= readCount(node, 'min', 1);
  if (!wanted || headings.length === 0) return [];
  const { label } = takeLabel(node);
  // In this order: who hears the document hears the title first.
  const title = makeLabel(label, boxStyleIn(context.theme, 'contents').label, parent, around, node);
  const list = context.structure.add('TOC', parent, origin);
  const items = new NestedItems(list, context);
  const entries = headings.map((heading) => makeEntry(heading, items.add(heading), around));
  return [
    { kind: 'contents', tagTarget: list, title, columns: readCount(node, 'columns', 1), entries, origin },
  ];
}

function readCount(node: ContainerDirective, name: string, fallback: number): number {
  const text = node.attributes?.[name] ?? '';
  return /^\d{1,2}$/.test(text) ? Number(text) : fallback;
}

/** The items of the list: sections hang under their chapter, so that who hears the list hears its ranks. */
class NestedItems {
  readonly #run: ResolveContext;
  /** Lists that are still open, the outermost first. */
  readonly #lists: { rank: number; readonly list: TagTarget; item: TagTarget | null }[];

  constructor(list: TagTarget, context: ResolveContext) {
    this.#run = context;
    this.#lists = [{ rank: Number.POSITIVE_INFINITY, list, item: null }];
  }

  add({ rank, node }: PlannedHeading): TagTarget {
    const { structure } = this.#run;
    const origin = originOf(node);
    while (this.#lists.length > 1 && this.#lists.at(-1)!.rank > rank) this.#lists.pop();
    let open = this.#lists.at(-1)!;
    if (open.rank < rank && open.item !== null) {
      open = { rank, list: structure.add('TOC', open.item, origin), item: null };
      this.#lists.push(open);
    }
    // A text may begin with a lower rank than its later headings have.
    open.rank = Math.min(open.rank, rank);
    open.item = structure.add('TOCI', open.list, origin);
    return open.item;
  }
}

function makeEntry(heading: PlannedHeading, item: TagTarget, around: Around): ContentsEntry {
  const { context } = around;
  const { rank, id, direction } = heading;
  const origin = originOf(heading.node);
  const { text: own } = boxStyleIn(context.theme, 'contents');
  const styleName = own === 'toc' ? `toc${Math.min(rank, 3)}` : own;
  // A paragraph of its own: what it looks like is not for the list of sections below it.
  const tagTarget = context.structure.add('P', item, origin);
  const reference = context.structure.add('Reference', tagTarget, origin);
  const linkTarget = context.structure.add('Link', reference, origin);
  const link: Link = { kind: 'internal', target: id, contents: heading.text };
  const content = context.inlines(heading.node.children, {
    around: { ...around, notes: 'drop' },
    tagTarget: linkTarget,
    link,
    literal: false,
  });
  const phrase = { styleName, tagTarget, content, origin };
  return { rank, id, number: numberOf(heading, context), phrase, link, linkTarget, direction, origin };
}

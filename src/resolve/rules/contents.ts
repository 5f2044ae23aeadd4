import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { TagTarget } from '../../base/element.ts';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn, textStyleIn } from '../../theme/rows.ts';
import type { Around, ResolveContext } from '../context.ts';
import { numberOf } from '../heading-number.ts';
import type { PlannedHeading } from '../heading-plan.ts';
import type { Link } from '../inline-nodes.ts';
import type { ContentsEntry, ResolvedBlock } from '../nodes.ts';
import { makeLabel, plainPhrase, takeLabel } from '../phrase.ts';
import { type NumberedKind, PLURALS, type Target } from '../targets.ts';
import { spell } from './references.ts';

/**
 * `:::contents[title]{depth=2 columns=1 min=0}`: the headings down to a rank. With fewer headings than `min` there is
 * nothing to find one's way in, and nothing is listed, unless the author asks for contents.
 */
export function resolveContents(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const of = node.attributes?.['of'] ?? 'headings';
  if (of !== 'headings') return listNumbered(of, node, around);
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
  const columns = readCount(node, 'columns', 1);
  return [{ kind: 'contents', of: 'headings', tagTarget: list, title, columns, entries, origin }];
}

const KINDS: Readonly<Record<string, NumberedKind>> = Object.fromEntries(
  Object.entries(PLURALS).map(([kind, plural]) => [plural, kind as NumberedKind]),
);

/** `:::contents[title]{of=figures}`: all that have a number, in their order. */
function listNumbered(of: string, node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const kind = Object.hasOwn(KINDS, of) ? KINDS[of]! : null;
  if (kind === null) {
    const known = ['headings', ...Object.values(PLURALS)].join(' ');
    context.sink.report('contents-of-unknown', origin, { of, known });
    return [];
  }
  const listed = context.targets.numbered.filter((target) => target.kind === kind);
  // a template may ask for lists that a text has no use for
  if (listed.length === 0 && !origin.file.endsWith('.hbs'))
    context.sink.report('contents-empty', origin, { of });
  if (listed.length < readCount(node, 'min', 1)) return [];
  const { label } = takeLabel(node);
  const plural = PLURALS[kind];
  const { label: styleName } = boxStyleIn(context.theme, 'contents');
  const title =
    makeLabel(label, styleName, parent, around, node) ??
    plainPhrase(context.words[plural], styleName, titleTarget(styleName, around, origin), origin);
  const list = context.structure.add('TOC', parent, origin);
  const entries = listed.map((target) =>
    listTarget(target, context.structure.add('TOCI', list, origin), around),
  );
  const columns = readCount(node, 'columns', 1);
  return [{ kind: 'contents', of: plural, tagTarget: list, title, columns, entries, origin }];
}

function titleTarget(styleName: string, { context, parent }: Around, origin: Origin): TagTarget {
  return context.structure.add(textStyleIn(context.theme, styleName).tag, parent, origin);
}

function listTarget({ id, node, number, title }: Target, item: TagTarget, around: Around): ContentsEntry {
  const contents = spell(title, around.context);
  const place = { id: id ?? '', contents, rank: 1, isPart: false, origin: originOf(node) };
  return { ...enter(title, place, item, around), number, direction: null };
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

  add({ depth: rank, node }: PlannedHeading): TagTarget {
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
  const { rank, id, direction, node, isPart } = heading;
  const { context } = around;
  const place = { id, rank, isPart, contents: spell([node], context), origin: originOf(node) };
  return { ...enter(node.children, place, item, around), number: numberOf(heading, context), direction };
}

/** Words that lead to a place, in an item of a list. */
function enter(
  words: readonly Nodes[],
  {
    id,
    rank,
    isPart,
    contents,
    origin,
  }: Pick<ContentsEntry, 'id' | 'rank' | 'isPart' | 'origin'> & { readonly contents: string },
  item: TagTarget,
  around: Around,
): Omit<ContentsEntry, 'number' | 'direction'> {
  const { context } = around;
  const { text: own } = boxStyleIn(context.theme, 'contents');
  const ranked =
    isPart && context.theme.roles['toc-part'] !== undefined ? 'toc-part' : `toc${Math.min(rank, 3)}`;
  const styleName = own === 'toc' ? ranked : own;
  // A paragraph of its own: what it looks like is not for the list of sections below it.
  const tagTarget = context.structure.add('P', item, origin);
  const reference = context.structure.add('Reference', tagTarget, origin);
  const linkTarget = context.structure.add('Link', reference, origin);
  const link: Link = { kind: 'internal', target: id, contents };
  const content = context.inlines(words, {
    around: { ...around, notes: 'drop' },
    tagTarget: linkTarget,
    link,
    literal: false,
  });
  return { rank, isPart, id, phrase: { styleName, tagTarget, content, origin }, link, linkTarget, origin };
}

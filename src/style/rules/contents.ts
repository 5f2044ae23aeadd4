import type { ContainerDirective } from 'mdast-util-directive';
import type { Direction } from '../../base/geometry.ts';
import { makeBox, makeColumns, makeStack, makeText, makeVoice, styleOfRole } from '../build-block.ts';
import type { Role } from '../element.ts';
import { findDirection } from '../find-direction.ts';
import {
  boxRoleOf,
  type Flow,
  originOf,
  type Run,
  type StyledBlock,
  textRoleOf,
  type Voice,
} from '../flow.ts';
import type { PlannedHeading } from '../heading-plan.ts';
import type { Inline, Isolate, Link } from '../inline.ts';
import { DECORATION } from '../structure.ts';
import { numberHeading } from './headings.ts';
import { makeLabel, takeLabel } from './label.ts';

/**
 * `:::contents[title]{depth=2 columns=1 min=0}`: the headings down to a rank, each with the folio of
 * its page. With fewer headings than `min` there is nothing to find one's way in, and nothing is set,
 * unless the author asks for contents.
 */
export function styleContents(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const headings = run.headings.listed.filter(
    ({ rank, text }) => rank <= readCount(node, 'depth', 2) && text !== '',
  );
  const wanted = run.settings.contents ?? headings.length >= readCount(node, 'min', 1);
  if (!wanted || headings.length === 0) return [];
  const look = boxRoleOf(run, 'contents');
  const { label } = takeLabel(node);
  // In this order: who hears the document hears the title first.
  const title = makeLabel(label, look.label, flow.parent, flow, node);
  const items = new NestedItems(run.structure.add('TOC', flow.parent, origin), run);
  const entries = headings.map((heading) => makeEntry(heading, items.add(heading), flow));
  const count = readCount(node, 'columns', 1);
  const set = { count, gap: look.gap, leastWidth: look.columnWidth };
  const blocks =
    count === 1 ? groupChapters(entries, headings, look.gap) : [makeColumns(entries, set, origin)];
  return [makeBox(run, 'contents', [...title, ...blocks], origin)];
}

function readCount(node: ContainerDirective, name: string, fallback: number): number {
  const text = node.attributes?.[name] ?? '';
  return /^\d{1,2}$/.test(text) ? Number(text) : fallback;
}

/** A longer list of sections than this may be parted by a page end. */
const MOST_TOGETHER = 12;

/** Each chapter with its sections, set off from the next and held together on its page. */
function groupChapters(
  entries: readonly StyledBlock[],
  headings: readonly PlannedHeading[],
  gap: number,
): readonly StyledBlock[] {
  const starts = headings.flatMap(({ rank }, index) => (rank === 1 || index === 0 ? [index] : []));
  if (starts.length === 0 || starts.length === entries.length) return entries;
  return starts.map((start, index) => {
    const group = entries.slice(start, starts[index + 1]);
    const stack = makeStack(group, group[0]!.origin, { before: index === 0 ? 0 : gap });
    return { ...stack, keepTogether: group.length <= MOST_TOGETHER };
  });
}

/** The items of the list: sections hang under their chapter, so that who hears the list hears its ranks. */
class NestedItems {
  readonly #run: Run;
  /** Lists that are still open, the outermost first. */
  readonly #lists: { rank: number; readonly list: Role; item: Role | null }[];

  constructor(list: Role, run: Run) {
    this.#run = run;
    this.#lists = [{ rank: Number.POSITIVE_INFINITY, list, item: null }];
  }

  add({ rank, node }: PlannedHeading): Role {
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

function makeEntry(heading: PlannedHeading, item: Role, flow: Flow): StyledBlock {
  const { run } = flow;
  const origin = originOf(heading.node);
  const { text: own } = boxRoleOf(run, 'contents');
  const roleName = own === 'toc' ? `toc${Math.min(heading.rank, 3)}` : own;
  // A paragraph of its own: what it looks like is not for the list of sections below it.
  const entry = run.structure.add('P', item, origin);
  const reference = run.structure.add('Reference', entry, origin);
  const role = run.structure.add('Link', reference, origin);
  const link: Link = { kind: 'internal', target: heading.id, contents: heading.text };
  const voice: Voice = { ...makeVoice({ ...flow, notes: 'drop' }, roleName, role), link };
  const title = setApart(run.inlines(heading.node.children, voice), heading.direction, run);
  const line = [...numberHeading(heading, voice), ...title, ...makeTail(heading, voice)];
  const text = makeText(flow, roleName, entry, line, origin);
  const indent = (heading.rank - 1) * 1.6 * textRoleOf(run, 'body').size;
  return indent === 0
    ? text
    : { ...makeStack([text], origin), padding: { start: indent, end: 0, before: 0, after: 0 } };
}

/** A foreign title reads in its own direction, whatever stands before and after it. */
function setApart(title: readonly Inline[], written: Direction | null, { settings }: Run): readonly Inline[] {
  const direction = written ?? findDirection(title, settings.dir);
  if (direction === settings.dir) return title;
  // One object for all: it is one isolate.
  const apart: Isolate = { direction };
  return title.map((inline) => ({ ...inline, isolates: [apart, ...inline.isolates] }));
}

/** Dots to the end edge, and the folio there. */
function makeTail(heading: PlannedHeading, voice: Voice): readonly Inline[] {
  const { run } = voice.flow;
  const origin = originOf(heading.node);
  const plain = run.styles.vary(voice.style, { weight: 400 });
  const color = run.theme.colors['line'] ?? voice.style.color;
  const base = { link: voice.link, isolates: voice.isolates, origin };
  // the dots of all ranks have one size, and so one grid; they keep clear of the words and of the folio
  const dots = run.styles.vary(styleOfRole(run, 'toc-compact'), { color });
  const clear: Inline = { kind: 'text', text: FIXED_SPACE, style: plain, role: voice.role, ...base };
  return [
    clear,
    { kind: 'leader', pattern: ' .', style: dots, role: DECORATION, ...base },
    clear,
    {
      kind: 'field',
      field: { kind: 'page-of', target: heading.id },
      style: plain,
      role: voice.role,
      ...base,
      // its own, or a title that ends in a foreign word would draw it out of its column
      isolates: [...voice.isolates, { direction: 'ltr' }],
    },
  ];
}

const FIXED_SPACE = '\u00A0';

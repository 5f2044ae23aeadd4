import type { Nodes, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { StructTag, TagTarget } from '../../base/element.ts';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around, ResolveContext } from '../context.ts';
import type { Entry, ResolvedBlock } from '../nodes.ts';
import { makeLabel, makePhrase, takeLabel } from '../phrase.ts';
import { textOf } from '../plain-text.ts';

/** What the containers that live by a list are: the styles of an entry's key and text, and what its title is. */
interface EntryKind {
  readonly kind: 'facts' | 'timeline' | 'glossary';
  /** Of its box. */
  readonly name: 'facts' | 'timeline' | 'glossary' | 'definitions';
  readonly key: string;
  readonly text: string;
  readonly titleTag?: StructTag;
}

const entriesOf =
  (kind: EntryKind) =>
  (node: ContainerDirective, around: Around): readonly ResolvedBlock[] =>
    resolveEntries(node, kind, around);

/** `:::facts`: figures with what they count. */
export const resolveFacts = entriesOf({
  kind: 'facts',
  name: 'facts',
  key: 'figure-number',
  text: 'figure-label',
});
/** `:::timeline`: events with their years. */
export const resolveTimeline = entriesOf({
  kind: 'timeline',
  name: 'timeline',
  key: 'year',
  text: 'event',
  titleTag: 'P',
});
/** `:::glossary`: terms with their definitions. */
export const resolveGlossary = entriesOf({
  kind: 'glossary',
  name: 'glossary',
  key: 'term',
  text: 'definition',
});
/** `:::definitions`: the same in the text, one under another. */
export const resolveDefinitions = entriesOf({
  kind: 'glossary',
  name: 'definitions',
  key: 'definition-term',
  text: 'definition-text',
});

function resolveEntries(
  node: ContainerDirective,
  { kind, name, key, text, titleTag }: EntryKind,
  around: Around,
): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const { label, rest } = takeLabel(node);
  const { written, others } = readEntries(rest, node, context);
  const title = makeLabel(label, boxStyleIn(context.theme, name).label, parent, around, node, titleTag);
  if (written.length === 0) {
    const above: readonly ResolvedBlock[] = title === null ? [] : [{ kind: 'label', phrase: title, origin }];
    return [...above, ...context.blocks(others, around)];
  }
  const list = context.structure.add('L', parent, origin, { attributes: { listNumbering: 'Description' } });
  const entries = written.map((entry) => makeEntry(entry, list, { key, text }, around));
  const facts = {
    tagTarget: list,
    title,
    entries,
    isVertical: name === 'timeline' && runsDown(node, written, context),
    others: context.blocks(others, around),
    origin,
  };
  return [{ kind, name, ...facts }];
}

/** Events that stand side by side on a page or two; more of them, or longer ones, stand one below another. */
const MOST_ACROSS = 10;
/** Letters of an event. */
const LONGEST_ACROSS = 90;

/** Whether a line of years runs down: as `form` says, else where it has more to say than stands side by side. */
function runsDown(
  node: ContainerDirective,
  entries: readonly WrittenEntry[],
  { sink }: ResolveContext,
): boolean {
  const form = node.attributes?.['form']?.trim().toLowerCase();
  if (form === 'vertical' || form === 'horizontal') return form === 'vertical';
  if (form !== undefined) sink.report('timeline-form', originOf(node), { written: form });
  const longest = Math.max(...entries.map(({ text }) => text.map((part) => textOf(part)).join('').length));
  return entries.length > MOST_ACROSS || longest > LONGEST_ACROSS;
}

function makeEntry(
  { key, text, origin }: WrittenEntry,
  list: TagTarget,
  looks: Pick<EntryKind, 'key' | 'text'>,
  around: Around,
): Entry {
  const { structure } = around.context;
  const item = structure.add('LI', list, origin);
  const label = structure.add('Lbl', item, origin);
  const body = structure.add('LBody', item, origin);
  return {
    key: makePhrase(key, looks.key, label, around, origin),
    text: makePhrase(text, looks.text, body, around, origin),
    origin,
  };
}

/** One item of facts, a timeline or a glossary: `- **key** text`. */
interface WrittenEntry {
  readonly key: readonly Nodes[];
  readonly text: readonly Nodes[];
  readonly origin: Origin;
}

/** The entries of a container that lives by a list; anything else in it is returned as it is. */
function readEntries(
  nodes: readonly Nodes[],
  node: ContainerDirective,
  { sink }: ResolveContext,
): { readonly written: readonly WrittenEntry[]; readonly others: readonly Nodes[] } {
  const written = nodes.flatMap((child) =>
    child.type === 'list' ? child.children.map((item) => readEntry(item.children, originOf(item))) : [],
  );
  if (written.length === 0) sink.report('list-expected', originOf(node), { name: node.name });
  // a term may have more meanings than one
  for (const { key, origin } of node.name === 'definitions' ? [] : written)
    if (key.length === 0) sink.report('entry-key', origin, { name: node.name });
  return { written, others: nodes.filter((child) => child.type !== 'list') };
}

/** Paragraphs of an item run together: an entry is one short text. */
function readEntry(children: readonly Nodes[], origin: Origin): WrittenEntry {
  const inlines = children.flatMap((child, index): readonly Nodes[] => {
    const own: readonly Nodes[] =
      child.type === 'paragraph' ? (child as Paragraph).children : [textOf(child)];
    const space: Nodes = { type: 'text', value: ' ', data: { origin: originOf(child) } };
    return index === 0 ? own : [space, ...own];
  });
  const [first, ...rest] = inlines;
  if (first?.type === 'strong') return { key: first.children, text: trimStart(rest), origin };
  return { key: [], text: inlines, origin };
}

/** The space between key and text, and a dash or colon that some write there. */
function trimStart(nodes: readonly Nodes[]): readonly Nodes[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return nodes;
  const value = first.value.replace(/^[\s:\u2013\u2014-]+/, '');
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

import type { Nodes, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Origin } from '../../base/origin.ts';
import { type Flow, originOf } from '../flow.ts';
import { plainText } from '../plain-text.ts';

/** One item of facts, a timeline or a glossary: `- **key** text`. */
export interface Entry {
  readonly key: readonly Nodes[];
  readonly text: readonly Nodes[];
  readonly origin: Origin;
}

/** The entries of a container that lives by a list; anything else in it is returned as it is. */
export function readEntries(
  nodes: readonly Nodes[],
  node: ContainerDirective,
  { run }: Flow,
): { readonly entries: readonly Entry[]; readonly others: readonly Nodes[] } {
  const entries = nodes.flatMap((child) =>
    child.type === 'list' ? child.children.map((item) => readEntry(item.children, originOf(item))) : [],
  );
  if (entries.length === 0) run.sink.report('list-expected', originOf(node), { name: node.name });
  for (const { key, origin } of entries)
    if (key.length === 0) run.sink.report('entry-key', origin, { name: node.name });
  return { entries, others: nodes.filter((child) => child.type !== 'list') };
}

/** Paragraphs of an item run together: an entry is one short text. */
function readEntry(children: readonly Nodes[], origin: Origin): Entry {
  const inlines = children.flatMap((child, index) => {
    const own: readonly Nodes[] =
      child.type === 'paragraph'
        ? (child as Paragraph).children
        : [{ type: 'text', value: plainText(child) }];
    return index === 0 ? own : [SPACE, ...own];
  });
  const [first, ...rest] = inlines;
  if (first?.type === 'strong') return { key: first.children, text: trimStart(rest), origin };
  return { key: [], text: inlines, origin };
}

const SPACE: Nodes = { type: 'text', value: ' ' };

/** The space between key and text, and a dash or colon that some write there. */
function trimStart(nodes: readonly Nodes[]): readonly Nodes[] {
  const [first, ...rest] = nodes;
  if (first?.type !== 'text') return nodes;
  const value = first.value.replace(/^[\s:\u2013\u2014-]+/, '');
  return value === '' ? rest : [{ ...first, value }, ...rest];
}

/** Groups of at most `most`, as even as can be: five in two rows are three and two. */
export function splitEvenly<T>(items: readonly T[], most: number): readonly (readonly T[])[] {
  const rows = Math.max(1, Math.ceil(items.length / most));
  const size = Math.ceil(items.length / rows);
  return Array.from({ length: rows }, (_, row) => items.slice(row * size, (row + 1) * size)).filter(
    (group) => group.length > 0,
  );
}

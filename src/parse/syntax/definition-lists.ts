import type { List, ListItem, Nodes, Paragraph, Parents, PhrasingContent, Strong, Text } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { originOf } from '../node-origin.ts';
import { sliceText } from '../slice-text.ts';

/** A line that defines the one before it, as PHP Markdown Extra and Pandoc have it. */
const DEFINITION = /\n[ \t]{0,3}:[ \t]+(?=\S)/g;
/** The same where a paragraph begins. */
const FIRST = /^[ \t]{0,3}:[ \t]+(?=\S)/;

/**
 * `term` and on the next lines, or after an empty one, `: definition` become what `:::definitions` and a list in it are.
 * A term has as many definitions as lines that begin so; neighbours are one list.
 */
export function gatherDefinitions(parent: Parents): void {
  if (!parent.children.some((child) => child.type === 'paragraph' && holdsDefinition(child))) return;
  const children: Nodes[] = [];
  for (const node of parent.children as Nodes[]) {
    const items = node.type === 'paragraph' ? readItems(node, children) : null;
    if (node.type !== 'paragraph' || items === null) {
      children.push(node);
      continue;
    }
    const last = children.at(-1);
    if (last !== undefined && isMade(last)) (last.children[0] as List).children.push(...items);
    else children.push(makeList(items, node));
  }
  parent.children = children as typeof parent.children;
}

function holdsDefinition({ children }: Paragraph): boolean {
  return children.some(
    (child, at) =>
      child.type === 'text' && (child.value.search(DEFINITION) >= 0 || (at === 0 && FIRST.test(child.value))),
  );
}

const MADE = new WeakSet<Nodes>();

const isMade = (node: Nodes): node is ContainerDirective => MADE.has(node);

/** The entries of a paragraph; null where it has none. A term that stands apart is taken from `before`. */
function readItems(node: Paragraph, before: Nodes[]): ListItem[] | null {
  if (!holdsDefinition(node)) return null;
  const [term = [], ...definitions] = split(node.children);
  const isApart = term.every((child) => child.type === 'text' && child.value.trim() === '');
  const previous = before.at(-1);
  if (isApart && !(previous?.type === 'paragraph' && isLine(previous)))
    return previous !== undefined && isMade(previous) ? makeItems([], definitions, node) : null;
  if (!isApart) return makeItems(term, definitions, node);
  before.pop();
  return makeItems((previous as Paragraph).children, definitions, node);
}

/** One line, which is no sentence. */
function isLine({ children, data }: Paragraph): boolean {
  const isBroken = children.some(
    (child) => child.type === 'break' || (child.type === 'text' && /\n|[.؟!]\s*$/.test(child.value)),
  );
  return !isBroken && data?.directiveLabel !== true;
}

/** What stands before the first definition, and each of them. */
function split(nodes: readonly PhrasingContent[]): PhrasingContent[][] {
  const parts: PhrasingContent[][] = [[]];
  for (const [at, node] of nodes.entries()) {
    if (node.type !== 'text') {
      parts.at(-1)!.push(node);
      continue;
    }
    let from = (at === 0 && FIRST.exec(node.value)?.[0].length) || 0;
    if (from > 0) parts.push([]);
    for (const { index, 0: sign } of node.value.matchAll(DEFINITION)) {
      if (index > from) parts.at(-1)!.push(sliceText(node, from, index));
      parts.push([]);
      from = index + sign.length;
    }
    if (from < node.value.length) parts.at(-1)!.push(sliceText(node, from));
  }
  return parts;
}

function makeItems(
  term: readonly PhrasingContent[],
  definitions: readonly PhrasingContent[][],
  node: Paragraph,
): ListItem[] {
  const data = { origin: originOf(node) };
  return definitions.map((definition, at) => {
    const key: Strong = { type: 'strong', children: [...term], data };
    const space: Text = { type: 'text', value: ' ', data };
    const children = at > 0 || term.length === 0 ? [...definition] : [key, space, ...definition];
    return { type: 'listItem', spread: false, children: [{ type: 'paragraph', children, data }], data };
  });
}

function makeList(items: ListItem[], node: Paragraph): ContainerDirective {
  const data = { origin: originOf(node) };
  const list: List = { type: 'list', ordered: false, spread: false, children: items, data };
  const made: ContainerDirective = {
    type: 'containerDirective',
    name: 'definitions',
    children: [list],
    data,
  };
  MADE.add(made);
  return made;
}

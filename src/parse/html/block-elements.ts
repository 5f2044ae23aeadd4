import type {
  Blockquote,
  Code,
  Heading,
  Image,
  List,
  ListItem,
  Nodes,
  Paragraph,
  PhrasingContent,
  RootContent,
  ThematicBreak,
} from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { slugify } from '../syntax/heading-ids.ts';
import type { HtmlElement, HtmlPart } from './read-html.ts';
import { type HtmlScope, placeBlock, textOfParts } from './scope.ts';
import { makeTable } from './table.ts';

/** How parts become blocks, or a line; handed in, for blocks hold blocks. */
export interface Making {
  flow(parts: readonly HtmlPart[], scope: HtmlScope): RootContent[];
  line(parts: readonly HtmlPart[], scope: HtmlScope): PhrasingContent[];
}

type BlockElement = (element: HtmlElement, scope: HtmlScope, making: Making) => readonly RootContent[];

const heading: BlockElement = (element, scope, { line }) => {
  const children = line(element.children, scope);
  if (children.length === 0) return [];
  const depth = Number(element.name.slice(1)) as Heading['depth'];
  const data = { origin: element.origin };
  // a logo is a picture and no title
  const isPicture = children.every((child) => child.type === 'image' || child.type === 'break');
  const node: Heading | Paragraph = isPicture
    ? { type: 'paragraph', children, data }
    : { type: 'heading', depth, children, data };
  return [placeBlock(node, scope)];
};

/** Elements that are blocks of Markdown. All other blocks only hold some. */
export const BLOCK_ELEMENTS: Readonly<Record<string, BlockElement>> = {
  h1: heading,
  h2: heading,
  h3: heading,
  h4: heading,
  h5: heading,
  h6: heading,
  hr: ({ origin }) => [{ type: 'thematicBreak', data: { origin } } satisfies ThematicBreak],
  blockquote: ({ children, origin }, scope, { flow }) => [
    { type: 'blockquote', children: flow(children, within(scope)), data: { origin } } as Blockquote,
  ],
  ul: makeList,
  ol: makeList,
  menu: makeList,
  dt: (element, scope, { line }) => {
    const children = line(element.children, scope);
    const { origin } = element;
    if (children.length === 0) return [];
    const term: PhrasingContent = { type: 'strong', children, data: { origin } };
    return [{ type: 'paragraph', children: [term], data: { origin } }];
  },
  pre: makeCode,
  table: makeTable,
  details: makeDetails,
  summary: (element, scope, { line }) => {
    const children = line(element.children, scope);
    return children.length === 0 ? [] : [{ type: 'paragraph', children, data: { origin: element.origin } }];
  },
  figure: makeFigure,
};

/** What stands in a quotation or an item is aligned by what is in there alone. */
function within(scope: HtmlScope): HtmlScope {
  return { ...scope, align: null, dir: null };
}

function makeList(element: HtmlElement, outer: HtmlScope, making: Making): readonly RootContent[] {
  const scope = within(outer);
  const ordered = element.name === 'ol';
  const items: ListItem[] = [];
  for (const part of element.children) {
    if (part.kind === 'element' && part.name === 'li') items.push(makeItem(part, scope, making));
    else addToItem(part, items, scope, making);
  }
  if (items.length === 0) return [];
  const start = Number.parseInt(element.attributes['start'] ?? '1', 10);
  const data = { origin: element.origin };
  const list = {
    type: 'list',
    ordered,
    start: Number.isNaN(start) ? 1 : start,
    spread: false,
    children: items,
    data,
  };
  return [list as List];
}

function makeItem(element: HtmlElement, scope: HtmlScope, { flow }: Making): ListItem {
  const [box, ...others] = element.children.filter(
    (part) => part.kind !== 'text' || part.value.trim() !== '',
  );
  const isTask = box?.kind === 'element' && box.name === 'input' && box.attributes['type'] === 'checkbox';
  const ids = element.attributes['id'] ? [element.attributes['id']] : [];
  const children = flow(isTask ? others : element.children, scope) as ListItem['children'];
  const [first] = children;
  if (first !== undefined) placeBlock(first, { ...scope, ids });
  const checked = isTask ? 'checked' in box.attributes : null;
  return { type: 'listItem', spread: false, checked, children, data: { origin: element.origin } };
}

/** What stands between items belongs to the one before it. */
function addToItem(part: HtmlPart, items: ListItem[], scope: HtmlScope, { flow }: Making): void {
  const blocks = flow([part], scope) as ListItem['children'];
  const [first] = blocks;
  if (first === undefined) return;
  const last = items.at(-1);
  if (last === undefined) {
    const data = first.data === undefined ? {} : { data: { ...first.data } };
    items.push({ type: 'listItem', spread: false, checked: null, children: blocks, ...data });
  } else for (const block of blocks) last.children.push(block);
}

/** Code as typed; a language is named as highlighters name it. */
function makeCode(element: HtmlElement, scope: HtmlScope, { flow }: Making): readonly RootContent[] {
  const nodes = element.children.filter((part) => part.kind === 'node');
  const value = textOfParts(element.children.filter((part) => part.kind !== 'node'));
  const code = element.children.find((part) => part.kind === 'element' && part.name === 'code');
  const names = `${element.attributes['class'] ?? ''} ${code?.kind === 'element' ? (code.attributes['class'] ?? '') : ''}`;
  const lang = /\blang(?:uage)?-([\w+#-]+)/.exec(names)?.[1] ?? element.attributes['lang'] ?? null;
  const data = { origin: element.origin };
  const trimmed = value.replace(/^\n/, '').replace(/\s+$/, '');
  const made: RootContent[] =
    trimmed === '' ? [] : [{ type: 'code', lang, meta: null, value: trimmed, data } as Code];
  return [...made, ...flow(nodes, scope)];
}

/** On paper nothing can be opened: it is open, under its summary. */
function makeDetails(element: HtmlElement, scope: HtmlScope, { flow, line }: Making): readonly RootContent[] {
  const { origin } = element;
  const summary = element.children.find((part) => part.kind === 'element' && part.name === 'summary');
  const others = element.children.filter((part) => part !== summary);
  const words = summary?.kind === 'element' ? line(summary.children, within(scope)) : [];
  const label: Paragraph = { type: 'paragraph', children: words, data: { origin, directiveLabel: true } };
  const children = [...(words.length === 0 ? [] : [label]), ...flow(others, within(scope))];
  const headings = summary?.kind === 'element' ? summary.children.filter(isHeading) : [];
  const anchors = headings.map((heading) => slugify(textOfParts([heading])));
  return [
    {
      type: 'containerDirective',
      name: 'details',
      attributes: {},
      children,
      data: anchors.length > 0 ? { origin, anchors } : { origin },
    } as ContainerDirective,
  ];
}

/** A heading in a summary is no heading on paper, but links lead to it. */
const isHeading = (part: HtmlPart) => part.kind === 'element' && /^h[1-6]$/.test(part.name);

/** One picture with plain words under it is a figure with its caption. */
function makeFigure(element: HtmlElement, scope: HtmlScope, { flow, line }: Making): readonly RootContent[] {
  const caption = element.children.find((part) => part.kind === 'element' && part.name === 'figcaption');
  const blocks = flow(
    element.children.filter((part) => part !== caption),
    scope,
  );
  if (caption?.kind !== 'element') return blocks;
  const words = line(caption.children, scope);
  const image = blocks.length === 1 ? soleImage(blocks[0]!) : null;
  const isPlain = words.every((word) => word.type === 'text');
  if (image !== null && isPlain && !image.title) {
    image.title = textOfParts(caption.children).replace(/\s+/g, ' ').trim();
    return blocks;
  }
  const { origin } = caption;
  return words.length === 0 ? blocks : [...blocks, { type: 'paragraph', children: words, data: { origin } }];
}

function soleImage(node: Nodes): Image | null {
  const only = node.type === 'paragraph' && node.children.length === 1 ? node.children[0] : undefined;
  return only?.type === 'image' ? only : null;
}

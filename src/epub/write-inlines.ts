import { isArtifact, type StructElement } from '../base/element.ts';
import { formatPages } from '../base/page-ranges.ts';
import { unreachable } from '../base/unreachable.ts';
import { callAnchor } from '../resolve/call-anchor.ts';
import type { Note, TextBlock } from '../style/blocks.ts';
import type { Inline, InlineContent, Isolate, Link, NoteRefInline } from '../style/inline.ts';
import type { TextRole } from '../theme/theme.ts';
import type { Draft } from './draft.ts';
import { makeElement } from './element-tag.ts';
import { setFormsApart } from './set-forms-apart.ts';
import { addClass, element, type XmlElement, type XmlNode } from './xml.ts';

/** A note called in a file, to be written at its end. */
export interface CalledNote {
  readonly note: Note<InlineContent>;
}

/** Where runs of text are being written. */
interface InlineScope {
  readonly draft: Draft;
  readonly path: string;
  readonly notes: CalledNote[];
}

/** Turns the runs of a block back into the tree they came from: structure elements and isolates around text. */
export function writeInlines(block: TextBlock<InlineContent>, scope: InlineScope): readonly XmlNode[] {
  const content = setFormsApart({
    ...block,
    content: withoutTail(block.content.filter(({ kind }) => kind !== 'anchor')),
  });
  const wraps = findWraps(content, block);
  const root = element('span');
  const open: Open[] = [];
  content.forEach((inline, index) => {
    const wanted = wraps[index] ?? [];
    let depth = 0;
    while (depth < open.length && open[depth]?.wrap === wanted[depth]) depth++;
    open.length = depth;
    for (const wrap of wanted.slice(depth)) {
      const parent = open.at(-1)?.node ?? root;
      const node = makeWrap(wrap, inline, parent, scope);
      if (node !== parent) parent.children.push(node);
      open.push({ wrap, node });
    }
    writeInline(inline, open, block, root, scope);
  });
  return root.children;
}

interface Open {
  readonly wrap: Wrap;
  readonly node: XmlElement;
}

type Wrap = StructElement | Isolate;

/** Leaders and what stands after them find a page by its number; on a screen the link does. */
function withoutTail(content: InlineContent): InlineContent {
  const leader = content.findIndex((inline) => inline.kind === 'leader');
  if (leader < 0) return content;
  return content
    .slice(0, leader)
    .filter((inline, at) => at < leader - 1 || inline.kind !== 'text' || inline.text.trim() !== '');
}

/**
 * What stands around each run, outermost first. A run knows its elements and its isolates, each in order,
 * but not how the two nest: what covers more runs lies outside.
 */
function findWraps(content: InlineContent, block: TextBlock<InlineContent>): readonly (readonly Wrap[])[] {
  const wraps = content.map((inline): readonly Wrap[] => [...elementsOf(inline, block), ...inline.isolates]);
  const extents = new Map<Wrap, number>();
  for (const wrap of wraps.flat()) extents.set(wrap, (extents.get(wrap) ?? 0) + 1);
  return wraps.map((list) => [...list].sort((a, b) => (extents.get(b) ?? 0) - (extents.get(a) ?? 0)));
}

function elementsOf(inline: Inline, block: TextBlock<InlineContent>): readonly StructElement[] {
  const chain: StructElement[] = [];
  if (isArtifact(inline.role)) return chain;
  for (let at: StructElement | null = inline.role; at !== null && at !== block.role; at = at.parent)
    chain.unshift(at);
  // an image's own element is the image
  return inline.kind === 'image' ? chain.slice(0, -1) : chain;
}

function makeWrap(wrap: Wrap, inline: Inline, parent: XmlElement, scope: InlineScope): XmlElement {
  if (!('tag' in wrap)) return element(wrap.override ? 'bdo' : 'bdi', { dir: wrap.direction });
  const node = makeElement(wrap, parent) ?? parent;
  if (wrap.tag === 'Link' && inline.link !== null) linkTo(node, inline.link, inline, scope);
  const { lang } = inline.style;
  if (wrap.tag === 'Code' && lang !== scope.draft.info.lang)
    Object.assign(node.attributes, { lang, 'xml:lang': lang });
  return node;
}

function linkTo(node: XmlElement, link: Link, inline: Inline, { draft, path }: InlineScope): void {
  if (link.title !== undefined) node.attributes['title'] = link.title;
  if (link.kind === 'external') {
    const href = readUri(link.uri);
    if (href === null) node.name = 'span';
    else node.attributes['href'] = href;
    return;
  }
  if (inline.kind === 'note-ref') draft.placeNote(link.target);
  if (draft.isNote(link.target)) {
    Object.assign(node.attributes, { 'epub:type': 'noteref', role: 'doc-noteref' });
    addClass(node, 'noteref');
  }
  if (draft.isCall(link.target)) node.attributes['role'] = 'doc-backlink';
  draft.linkLater(node, link.target, path, inline.origin);
}

/** As browsers read it, with what they escape escaped; null for what is no address. A DOI has its resolver's. */
function readUri(uri: string): string | null {
  const written = uri.replace(/^doi:(?=10\.)/i, 'https://doi.org/');
  return URL.canParse(written) ? new URL(written).href : null;
}

function writeInline(
  inline: Inline,
  open: readonly Open[],
  block: TextBlock<InlineContent>,
  root: XmlElement,
  scope: InlineScope,
): void {
  const parent = open.at(-1)?.node ?? root;
  const { draft } = scope;
  switch (inline.kind) {
    case 'text':
      addStyled(inline.text, inline, block, parent, draft);
      break;
    case 'break':
      parent.children.push(element('br'));
      break;
    case 'note-ref':
      addStyled(inline.label, inline, block, parent, draft);
      callNote(inline, open, scope);
      break;
    case 'image': {
      const alt = isArtifact(inline.role) ? '' : (inline.role.alt ?? '');
      parent.children.push(element('img', { class: 'inline', src: draft.pathOfImage(inline.image), alt }));
      break;
    }
    case 'field':
      parent.children.push(readField(inline.field, draft));
      break;
    case 'leader':
    case 'anchor':
      break;
    default:
      unreachable(inline, 'the kinds of inlines');
  }
}

function callNote({ note }: NoteRefInline, open: readonly Open[], { draft, path, notes }: InlineScope): void {
  const call = draft.newId();
  const link = open.find(({ wrap }) => 'tag' in wrap && wrap.tag === 'Link');
  if (link !== undefined) link.node.attributes['id'] = call;
  draft.placeCall(callAnchor(note.id), `${path}#${call}`);
  notes.push({ note });
}

/** Numbers of pages are those of the print; what speaks of the page being read says nothing here. */
function readField(field: Extract<Inline, { kind: 'field' }>['field'], { pages }: Draft): string {
  switch (field.kind) {
    case 'page-of': {
      const page = pages.pageOfAnchor.get(field.target);
      return page === undefined ? '؟' : pages.folios[page]!;
    }
    case 'pages-of': {
      const known = field.targets.flatMap((target) => pages.pageOfAnchor.get(target) ?? []);
      return known.length === 0 ? '؟' : formatPages(known, pages.folios, field.comma);
    }
    case 'pages':
      return pages.labels.findLast((label) => label !== '') ?? '';
    case 'page':
    case 'running':
      return '';
    default:
      return unreachable(field, 'page, pages, page-of, pages-of, running');
  }
}

/** Text in the elements that say how it differs from its block: strong, emphasised, struck through. */
function addStyled(
  text: string,
  inline: Inline,
  block: TextBlock<InlineContent>,
  parent: XmlElement,
  draft: Draft,
): void {
  const look = draft.theme.roles[block.look];
  const isMarker = !isArtifact(block.role) && block.role.tag === 'Lbl';
  const tags = look === undefined || isMarker ? [] : tagsOf(inline, look);
  let at = parent;
  for (const { name, class: className } of tags) {
    const node = element(name, { class: className });
    at.children.push(node);
    at = node;
  }
  at.children.push(text);
}

interface Tag {
  readonly name: string;
  readonly class: string | null;
}

function tagsOf({ style, link, role, kind }: Inline, look: TextRole): readonly Tag[] {
  const isCode = !isArtifact(role) && role.tag === 'Code';
  const tags: Tag[] = [];
  // the number of a note and code have a look of their own
  if (kind === 'note-ref' || isCode) return tags;
  if (style.weight > look.weight) tags.push({ name: 'strong', class: null });
  if (style.weight < look.weight) tags.push({ name: 'span', class: 'light' });
  const isAccented = style.color !== look.color && link === null;
  if (isAccented || style.italic !== look.italic)
    tags.push({ name: 'em', class: style.italic ? null : 'accent' });
  if (style.lines.over) tags.push({ name: 'em', class: 'overline' });
  if (style.lines.under) tags.push({ name: 'span', class: 'underline' });
  if (style.lines.through) tags.push({ name: 'del', class: null });
  if (style.rise !== 0) tags.push({ name: style.rise > 0 ? 'sup' : 'sub', class: null });
  return tags;
}

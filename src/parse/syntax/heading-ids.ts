import type { Heading, Nodes, PhrasingContent } from 'mdast';
import type { Sink } from '../../base/diagnostic.ts';
import { formatOrigin } from '../../base/origin.ts';
import { type Chapter, originOf } from '../chapter.ts';

/** `## عنوان {#id}` */
const EXPLICIT_ID = /\{#([^\s{}#]+)\}\s*$/;

/**
 * Gives every heading its anchor id, unique in the manuscript: the explicit one, or a slug of its text.
 * `taken` holds the ids of the chapters before. Explicit ids are claimed first, so that they stay as
 * written where a slug would be the same.
 */
export function assignHeadingIds(chapter: Chapter, taken: Set<string>): void {
  const explicit = new Map<string, Heading>();
  for (const heading of chapter.headings) claimExplicitId(heading, explicit, chapter, taken);
  for (const heading of chapter.headings) {
    if (heading.data?.id !== undefined) continue;
    const slug = slugify(readText(heading)) || 'section';
    const id = makeUnique(slug, taken);
    heading.data = { ...heading.data, id };
    // The slug as GitHub would count it in this file alone: `-1` is its second.
    if (!chapter.anchors.has(slug)) chapter.anchors.set(slug, id);
    else chapter.anchors.set(makeUnique(slug, new Set(chapter.anchors.keys())), id);
  }
}

/** Gives the ids that HTML has given to other places the same uniqueness; the first of a name is what is meant. */
export function assignAnchors({ root, anchors }: Chapter, taken: Set<string>): void {
  const assign = (node: Nodes): void => {
    if (node.data?.anchors !== undefined) {
      const written = [...new Set(node.data.anchors)].filter((id) => !anchors.has(id));
      const unique = written.map((id) => makeUnique(id, taken));
      for (const [index, id] of written.entries()) anchors.set(id, unique[index]!);
      node.data = { ...node.data, anchors: unique };
    }
    if ('children' in node) for (const child of node.children) assign(child);
  };
  assign(root);
}

/** A chapter without a heading is led to by its first block. @returns its id, or null for a chapter without a block */
export function assignStart({ root, headings }: Chapter, taken: Set<string>): string | null {
  const first = root.children.find(({ type }) => type !== 'yaml' && type !== 'definition');
  if (headings.length > 0 || first === undefined) return headings[0]?.data?.id ?? null;
  const id = makeUnique('chapter', taken);
  first.data = { ...first.data, anchors: [...(first.data?.anchors ?? []), id] };
  return id;
}

/** In a fragment only explicit ids count: a template's other headings are no one's target. */
export function assignExplicitIds(headings: readonly Heading[], sink: Sink): void {
  const seen = new Map<string, Heading>();
  for (const heading of headings) {
    const id = takeExplicitId(heading);
    if (id === null) continue;
    if (!reportDuplicate(id, heading, seen, sink)) heading.data = { ...heading.data, id };
  }
}

function claimExplicitId(
  heading: Heading,
  seen: Map<string, Heading>,
  chapter: Chapter,
  taken: Set<string>,
): void {
  const written = takeExplicitId(heading);
  if (written === null || reportDuplicate(written, heading, seen, chapter.sink)) return;
  const id = makeUnique(written, taken);
  heading.data = { ...heading.data, id };
  chapter.anchors.set(written, id);
}

/** Remembers `heading` as the owner of `id`, unless there is one already. */
function reportDuplicate(id: string, heading: Heading, seen: Map<string, Heading>, sink: Sink): boolean {
  const first = seen.get(id);
  if (!first) {
    seen.set(id, heading);
    return false;
  }
  sink.report('heading-id-duplicate', originOf(heading), { id, first: formatOrigin(originOf(first)) });
  return true;
}

/** The explicit id of a heading, which is cut off its text. */
function takeExplicitId(heading: Heading): string | null {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return null;
  const match = EXPLICIT_ID.exec(last.value);
  if (!match) return null;
  last.value = last.value.slice(0, match.index).trimEnd();
  if (last.value === '') heading.children.pop();
  return match[1]!;
}

function makeUnique(id: string, taken: Set<string>): string {
  let unique = id;
  for (let count = 2; taken.has(unique); count++) unique = `${id}-${count}`;
  taken.add(unique);
  return unique;
}

/** GitHub's slug: lower case, letters, marks, digits, `_` and `-` kept (Arabic too), spaces to hyphens. */
export function slugify(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, '')
    .replaceAll(' ', '-');
}

/** What a reader sees of a heading, notes left out. */
export function readText(node: Nodes): string {
  if (node.type === 'text' || node.type === 'inlineCode') return node.value;
  if (node.type === 'image') return node.alt ?? '';
  if (node.type === 'break') return ' ';
  return 'children' in node ? (node.children as PhrasingContent[]).map(readText).join('') : '';
}

import type { Heading, Nodes, PhrasingContent } from 'mdast';
import type { Sink } from '../../base/diagnostic.ts';
import { formatOrigin } from '../../base/origin.ts';
import type { Chapter } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import { sliceText } from '../slice-text.ts';
import { readAttributes, reportUnused } from './attributes.ts';

/** `## عنوان {#id}`, `{#id .class -}` */
const ATTRIBUTES = /\{([^{}\n]{1,500})\}\s*$/;

/** A comment of MDX with a name in it: the documentation of React has ids so. */
const MDX_ID = /^\/\*\s*([\p{L}\p{M}\p{N}_-]+)\s*\*\/$/u;

/** What a heading may be told beside its id. */
const HEADING: readonly string[] = ['.unnumbered'];

/** Names of which each is given once: the second `a` is `a-2`, whoever asks for it. */
export class UniqueIds {
  readonly #taken: Set<string>;
  /** The least count that may still be free, by the name it is written after. */
  readonly #counts = new Map<string, number>();

  constructor(taken: Iterable<string> = []) {
    this.#taken = new Set(taken);
  }

  take(id: string): string {
    let unique = id;
    let count = this.#counts.get(id) ?? 2;
    for (; this.#taken.has(unique); count++) unique = `${id}-${count}`;
    if (unique !== id) this.#counts.set(id, count);
    this.#taken.add(unique);
    return unique;
  }
}

/**
 * Gives every heading its anchor id, unique in the manuscript: the explicit one, or a slug of its text.
 * `taken` holds the ids of the chapters before. Explicit ids are claimed first, so that they stay as
 * written where a slug would be the same.
 */
export function assignHeadingIds(chapter: Chapter, taken: UniqueIds): void {
  const explicit = new Map<string, Heading>();
  for (const heading of chapter.headings) claimExplicitId(heading, explicit, chapter, taken);
  // The slug as GitHub would count it in this file alone: `-2` is its second.
  const inFile = new UniqueIds(chapter.anchors.keys());
  for (const heading of chapter.headings) {
    if (heading.data?.id !== undefined) continue;
    const slug = slugify(readText(heading)) || 'section';
    const id = taken.take(slug);
    heading.data = { ...heading.data, id };
    chapter.anchors.set(inFile.take(slug), id);
  }
}

/** A chapter without a heading is led to by its first block. @returns its id, or null for a chapter without a block */
export function assignStart({ root, headings }: Chapter, taken: UniqueIds): string | null {
  const first = root.children.find(({ type }) => type !== 'yaml' && type !== 'definition');
  if (headings.length > 0 || first === undefined) return headings[0]?.data?.id ?? null;
  const id = taken.take('chapter');
  first.data = { ...first.data, anchors: [...(first.data?.anchors ?? []), id] };
  return id;
}

/** In a fragment only explicit ids count: a template's other headings are no one's target. */
export function assignExplicitIds(headings: readonly Heading[], sink: Sink): void {
  const seen = new Map<string, Heading>();
  for (const heading of headings) {
    const id = takeExplicitId(heading, () => {});
    if (id === null) continue;
    if (!reportDuplicate(id, heading, seen, sink)) heading.data = { ...heading.data, id };
  }
}

function claimExplicitId(
  heading: Heading,
  seen: Map<string, Heading>,
  chapter: Chapter,
  taken: UniqueIds,
): void {
  const report = (unused: readonly string[]) => reportUnused(unused, HEADING, heading, chapter);
  const written = takeExplicitId(heading, report);
  if (written === null || reportDuplicate(written, heading, seen, chapter.sink)) return;
  const id = taken.take(written);
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

/** The attributes of a heading are cut off its text; its first id is returned. */
function takeExplicitId(heading: Heading, report: (unused: readonly string[]) => void): string | null {
  const last = heading.children.at(-1);
  if (last?.type !== 'text') return null;
  const match = ATTRIBUTES.exec(last.value);
  const comment = match && MDX_ID.exec(match[1]!);
  const attributes = match && readAttributes(comment ? `#${comment[1]}` : match[1]!);
  if (!match || !attributes) return null;
  const kept = sliceText(last, 0, last.value.slice(0, match.index).trimEnd().length);
  heading.children.splice(-1, 1, ...(kept.value === '' ? [] : [kept]));
  const { ids, classes, values, unnumbered } = attributes;
  if (unnumbered) heading.data = { ...heading.data, unnumbered };
  report([...classes.filter((name) => name !== 'unnumbered').map((name) => `.${name}`), ...values.keys()]);
  return ids[0] ?? null;
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

import type { Code, Heading, Image, InlineCode, Link, Nodes, Paragraph, PhrasingContent, Text } from 'mdast';
import type { TextDirective } from 'mdast-util-directive';
import { decodePercent } from '../../base/decode-percent.ts';
import type { Chapter, Replacement } from '../chapter.ts';
import { originOf } from '../node-origin.ts';
import type { ChapterIndex } from './chapter-index.ts';
import { markCitations } from './citations.ts';
import { checkDirective } from './directives.ts';
import { findAnchor, findTarget, INVISIBLE, show } from './link-target.ts';

/**
 * References say what the place is called that they lead to: `:ref[id]`, `[](#id)`. Here they find it; what it is called
 * is known when all is numbered.
 */

/** What of a place a reference may ask for; without one, what it is called. */
const FORMS: readonly string[] = ['number', 'title', 'page', 'full'];

/** `:ref[id]{form=page}`. The id is taken as typed: a `_` in it emphasises nothing. */
export function resolveReference(node: TextDirective, chapter: Chapter, chapters: ChapterIndex): Replacement {
  if (node.data?.refersTo !== undefined) return null;
  checkDirective(node, chapter);
  const form = node.attributes?.['form'] ?? null;
  if (form !== null && !FORMS.includes(form)) {
    chapter.sink.report('reference-form-unknown', originOf(node), { form, known: FORMS.join(' ') });
  }
  const [start, end] = [node.position?.start.offset, node.position?.end.offset];
  const source = start === undefined || end === undefined ? '' : chapter.text.slice(start, end);
  const written = /^:ref\[([^\]]*)\]/.exec(source)?.[1] ?? '';
  return refer(node, written.trim(), chapter, chapters);
}

/** `[](#id)`: a link without words is called as the place it leads to. */
export function referByLink(node: Link, chapter: Chapter, chapters: ChapterIndex): Replacement {
  const made = makeReference(null, node);
  const settled = refer(made, node.url, chapter, chapters, node.url.replace(INVISIBLE, ''));
  return settled ?? [made];
}

/** `## [](#title)Title` marks the place of a heading, and says nothing of it. */
export function dropOwnLinks(heading: Heading, { anchors }: Chapter): void {
  const isOwn = (child: PhrasingContent) =>
    child.type === 'link' &&
    isWordless(child) &&
    child.url.startsWith('#') &&
    findAnchor(decodePercent(child.url.slice(1)), anchors) === heading.data?.id;
  heading.children = heading.children.filter((child) => !isOwn(child));
}

export function isWordless({ children }: Link): boolean {
  return children.every((child) => child.type === 'text' && child.value.trim() === '');
}

/** @returns null where the reference has found its place */
function refer(
  node: TextDirective,
  written: string,
  chapter: Chapter,
  chapters: ChapterIndex,
  url: string = addressOf(written),
): Replacement {
  const said: InlineCode = { type: 'inlineCode', value: written, data: { origin: originOf(node) } };
  const target = chapter.kind === 'fragment' ? null : findTarget(url, chapter, chapters);
  const id = target === null ? url.slice(1) : target.found ? target.id : null;
  if (id === null || written === '') {
    reportMissing(node, written, chapter, chapters);
    return [{ ...said, value: written === '' ? ':ref[]' : written }];
  }
  if (target !== null && target.isOneOf !== null)
    chapter.sink.report('reference-ambiguous', originOf(node), target.isOneOf);
  // for who collects texts: the words come later
  node.children = [said];
  node.data = { ...node.data, refersTo: id };
  return null;
}

/** An id, or what stands before one. */
function addressOf(written: string): string {
  return written.includes('#') ? written : `#${written}`;
}

function reportMissing(node: Nodes, written: string, chapter: Chapter, chapters: ChapterIndex): void {
  const id = written.replace(/^[^#]*#/, '');
  const within = [chapter, ...chapters.all.filter((other) => other !== chapter)];
  let meant: string | null = null;
  for (const { anchors } of within) meant ??= chapter.guesses.nearest(id, anchors);
  const rule = meant === null ? 'reference-missing' : 'reference-misspelt';
  chapter.sink.report(rule, originOf(node), { id: show(id), meant: meant ?? '' });
}

function makeReference(form: string | null, { data, position }: Nodes): TextDirective {
  return {
    type: 'textDirective',
    name: 'ref',
    attributes: form === null ? {} : { form },
    children: [],
    data: { ...data },
    ...(position !== undefined && { position }),
  };
}

const IN_WORDS = /:ref\[([^\][\n]{1,200})\](?:\{form=(\w{1,20})\})?/g;

/** A caption is written where Markdown knows no marks (the title of an image, the info string of code): references hold there too. */
export function readCaption(
  node: Image | Code,
  written: string,
  chapter: Chapter,
  chapters: ChapterIndex,
): void {
  const cites = chapter.cites && written.includes('@');
  if (!cites && !written.includes(':ref[')) return;
  const caption: PhrasingContent[] = [];
  const data = { origin: originOf(node) };
  const say = (value: string): Text => ({ type: 'text', value, data });
  let at = 0;
  for (const { 0: all, 1: id, 2: form, index } of written.matchAll(IN_WORDS)) {
    if (index > at) caption.push(say(written.slice(at, index)));
    const made = makeReference(form ?? null, { type: 'text', value: '', data });
    caption.push(...((refer(made, id!.trim(), chapter, chapters) ?? [made]) as PhrasingContent[]));
    at = index + all.length;
  }
  if (at < written.length) caption.push(say(written.slice(at)));
  if (cites) {
    const said: Paragraph = { type: 'paragraph', children: caption };
    markCitations(said, chapter);
    node.data = { ...node.data, caption: said.children };
  } else node.data = { ...node.data, caption };
}

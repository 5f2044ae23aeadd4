import type { BlockContent, Heading, Root, RootContent } from 'mdast';
import type { ChapterEntry, Source } from '../../project/source.ts';
import type { Chapter } from '../chapter.ts';

/** Markdown knows no deeper heading. */
const DEEPEST = 6;

/**
 * Gives a chapter the place it has in its book: its headings go down by as many levels as it stands below the
 * topmost chapters, and what the book calls it becomes its heading where it has none of its own.
 */
export function settleEntry(chapter: Chapter, entry: ChapterEntry): void {
  const { title, isCertain, level, isNumbered, part, matter } = entry;
  const { headings, root } = chapter;
  const first = root.children.find(({ type }) => type !== 'yaml');
  const isHeaded = headings.some(({ depth }) => depth === 1) || (!isCertain && first?.type === 'heading');
  if (title !== null && title !== '' && !isHeaded) {
    const heading = makeHeading(title, chapter);
    headings.unshift(heading);
    root.children.splice(root.children[0]?.type === 'yaml' ? 1 : 0, 0, heading);
  }
  const top = headings.find(({ depth }) => depth === 1);
  if (!isNumbered && top !== undefined) top.data = { ...top.data, unnumbered: true };
  if (part === 'opens' && top !== undefined) top.data = { ...top.data, part };
  for (const heading of headings) {
    if (part !== undefined && heading !== top) heading.data = { ...heading.data, part: 'within' };
    if (part === 'within' && heading === top) heading.data = { ...heading.data, part };
    if (matter !== undefined) heading.data = { ...heading.data, matter: matter.place };
  }
  for (const heading of headings)
    heading.depth = Math.min(heading.depth + level, DEEPEST) as Heading['depth'];
}

/** Front and back matter stands in a container of its own, so that templates can place each piece. */
export function setMatterApart({ children, data }: Root, { entry }: Source): readonly RootContent[] {
  if (entry?.matter === undefined) return children;
  const { slot } = entry.matter;
  const blocks = children as BlockContent[];
  return [{ type: 'containerDirective', name: 'matter', children: blocks, data: { ...data, slot } }];
}

function makeHeading(title: string, { file }: Chapter): Heading {
  const data = { origin: { file, line: 1, column: 1 } };
  return { type: 'heading', depth: 1, data, children: [{ type: 'text', value: title, data: { ...data } }] };
}

import { unreachable } from '../base/unreachable.ts';
import type { StyledBlock } from '../style/flow.ts';
import type { InlineContent } from '../style/inline.ts';
import type { Section } from '../style/styled.ts';
import type { Part } from './chapter.ts';

/**
 * Cuts a document into files: where the print begins a new page, so does a reader with a new file. Print
 * pages that mean nothing on a screen (blank ones, the half title) have no file.
 */
export function cutParts(sections: readonly Section<InlineContent>[]): readonly Part[] {
  const groups = sections.flatMap(({ blocks }) => cutLong(blocks));
  const kept = groups.filter((group) => group.some((block) => lengthOf(block) > 0) && !isHalfTitle(group));
  // A spine has a text (EPUB 3.3, 5.6), be it one in which nothing is written.
  if (kept.every(isCover)) kept.push([]);
  let begun = false;
  let count = 0;
  return kept.map((group) => {
    if (isCover(group)) return { path: 'cover.xhtml', kind: 'cover', blocks: group };
    begun ||= group.some(hasHeading);
    const path = `part-${String(++count).padStart(4, '0')}.xhtml`;
    return { path, kind: begun ? 'body' : 'front', blocks: group };
  });
}

/** A section that is too long for one file, before its chapters. */
function cutLong(blocks: readonly StyledBlock[]): readonly StyledBlock[][] {
  const groups: StyledBlock[][] = [[]];
  let length = 0;
  for (const block of blocks) {
    if (length > LONG && isChapterHeading(block)) {
      groups.push([]);
      length = 0;
    }
    if (block.kind !== 'break') groups.at(-1)!.push(block);
    length += lengthOf(block);
  }
  return groups;
}

/** Characters, some forty pages: readers lay a file out as a whole, and slow ones choke on more. */
const LONG = 80_000;

function isChapterHeading(block: StyledBlock): boolean {
  return block.kind === 'text' && block.outline?.level === 1;
}

function hasHeading(block: StyledBlock): boolean {
  if (block.kind === 'stack' || block.kind === 'columns') return block.children.some(hasHeading);
  return block.kind === 'text' && block.outline !== null;
}

/** A cover fills its page; the e-book shows that page as a picture. */
function isCover([block, ...more]: readonly StyledBlock[]): boolean {
  return block?.kind === 'stack' && block.look === 'cover' && more.length === 0;
}

/** It guards the title page of a bound book, and guards nothing here. */
function isHalfTitle(group: readonly StyledBlock[]): boolean {
  return group.every((block) => block.kind === 'text' && block.look === 'half-title');
}

/** Characters; an image or a drawing counts as one. */
function lengthOf(block: StyledBlock): number {
  switch (block.kind) {
    case 'text':
      return lengthOfText(block.content);
    case 'stack':
    case 'columns':
    case 'item':
      return sum(block.children.map(lengthOf));
    case 'row':
      return sum(block.cells.flatMap((cell) => cell.children.map(lengthOf)));
    case 'table':
      return sum(
        [...block.header, ...block.rows].flatMap((row) =>
          row.cells.flatMap((cell) => cell.children.map(lengthOf)),
        ),
      );
    case 'image':
    case 'shape':
      return 1;
    case 'break':
      return 0;
    default:
      return unreachable(block, 'text, stack, columns, item, row, table, image, shape, break');
  }
}

function lengthOfText(content: InlineContent): number {
  return sum(content.map((inline) => (inline.kind === 'text' ? inline.text.length : 1)));
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, value) => total + value, 0);
}

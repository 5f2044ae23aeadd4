import type { ResolvedInline } from '../resolve/inline-nodes.ts';
import type { Phrase, ResolvedBlock } from '../resolve/nodes.ts';
import { partsOf } from '../resolve/walk.ts';
import type { Theme } from '../theme/theme.ts';
import type { Part } from './chapter.ts';

/**
 * Cuts a document into files: where the print begins a new page, so does a reader with a new file. What means nothing on
 * a screen (blank pages, those for the print alone) has none.
 */
export function cutParts(body: readonly ResolvedBlock[], { heading }: Theme): readonly Part[] {
  const groups: ResolvedBlock[][] = [[]];
  const printed = new Set<ResolvedBlock[]>();
  const roles = new Map<ResolvedBlock[], string>();
  let length = 0;
  for (const block of body.flatMap((node) => divide(node, heading.opens !== 'none'))) {
    if (opensPage(block, heading.opens !== 'none') || (length > LONG && isChapter(block))) {
      // What is announced and begins with a heading is what that heading begins.
      const announced = length === 0 ? roles.get(groups.at(-1)!) : undefined;
      groups.push([]);
      if (announced !== undefined) roles.set(groups.at(-1)!, announced);
      length = 0;
    }
    if (block.kind !== 'page-break') groups.at(-1)!.push(block);
    else if (block.printOnly) printed.add(groups.at(-1)!);
    const role = roleOf(block);
    if (role !== null) roles.set(groups.at(-1)!, role);
    length += lengthOf(block);
  }
  const kept = groups.filter((group) => group.some((block) => lengthOf(block) > 0) && !printed.has(group));
  // A spine has a text (EPUB 3.3, 5.6), be it one in which nothing is written.
  if (kept.every(isCover)) kept.push([]);
  let begun = false;
  let count = 0;
  return kept.map((group) => {
    const role = roles.get(group) ?? null;
    if (isCover(group)) return { path: 'cover.xhtml', kind: 'cover', role, blocks: group };
    begun ||= group.some(hasHeading);
    const path = `part-${String(++count).padStart(4, '0')}.xhtml`;
    const kind = !begun ? 'front' : role === null || role === 'part' ? 'body' : 'back';
    return { path, kind, role, blocks: group };
  });
}

/** Characters, some forty pages: readers lay a file out as a whole, and slow ones choke on more. */
const LONG = 80_000;

/** A scope over several chapters is one over each of them. */
function divide(node: ResolvedBlock, chaptersOpen: boolean): readonly ResolvedBlock[] {
  if (node.kind !== 'scope' && node.kind !== 'anchor') return [node];
  const pieces: ResolvedBlock[][] = [[]];
  for (const child of node.children) {
    if (opensPage(child, chaptersOpen) && pieces.at(-1)!.length > 0) pieces.push([]);
    pieces.at(-1)!.push(child);
  }
  return pieces.map((children, index) =>
    node.kind === 'anchor' && index > 0 ? { ...node, ids: [], children } : { ...node, children },
  );
}

function opensPage(block: ResolvedBlock, chaptersOpen: boolean): boolean {
  if (block.kind === 'scope' || block.kind === 'anchor')
    return block.children[0] !== undefined && opensPage(block.children[0], chaptersOpen);
  if (block.kind === 'page-break') return block.to === 'page' || block.to === 'opening';
  return chaptersOpen && isChapter(block);
}

function isChapter(block: ResolvedBlock): boolean {
  if (block.kind === 'scope' || block.kind === 'anchor')
    return block.children[0] !== undefined && isChapter(block.children[0]);
  return block.kind === 'heading' && block.place?.listed === true && block.place.rank === 1;
}

/** What a page end or a heading says of what follows it. */
function roleOf(block: ResolvedBlock): string | null {
  if (block.kind === 'scope' || block.kind === 'anchor')
    return block.children[0] === undefined ? null : roleOf(block.children[0]);
  if (block.kind === 'page-break') return block.role;
  return block.kind === 'heading' && block.place?.isPart === true ? 'part' : null;
}

/** A heading of the text: front matter comes before it. */
function hasHeading(block: ResolvedBlock): boolean {
  if (block.kind === 'heading') return block.place?.listed === true && block.place.matter !== 'front';
  return partsOf(block).some((part) => 'kind' in part && hasHeading(part));
}

/** A cover fills its page; the e-book shows that page as a picture. */
function isCover([block, ...more]: readonly ResolvedBlock[]): boolean {
  return block?.kind === 'cover' && more.length === 0;
}

/** Characters; an image or a drawing counts as one. */
function lengthOf(part: ResolvedBlock | Phrase): number {
  if (!('kind' in part)) return lengthOfLine(part.content);
  const inside = partsOf(part).reduce((sum, one) => sum + lengthOf(one), 0);
  if (part.kind === 'code') return part.text.length;
  return part.kind === 'figure' || part.kind === 'pause' ? inside + 1 : inside;
}

function lengthOfLine(inlines: readonly ResolvedInline[]): number {
  return inlines.reduce((sum, inline) => {
    if ('text' in inline) return sum + inline.text.length;
    return sum + ('children' in inline ? lengthOfLine(inline.children) : 1);
  }, 0);
}

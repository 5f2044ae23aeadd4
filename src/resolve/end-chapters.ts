import type { Theme } from '../theme/theme.ts';
import type { Heading, ResolvedBlock } from './nodes.ts';

/** Where the text of a chapter ends, an ornament, if the theme wants one: before the next heading of its rank, or a page of its own. */
export function endChapters(blocks: readonly ResolvedBlock[], theme: Theme): readonly ResolvedBlock[] {
  if (theme.heading.ends === 'none') return blocks;
  const ended: ResolvedBlock[] = [];
  let chapter: ResolvedBlock[] | null = null;
  const end = () => {
    const last = chapter?.at(-1);
    // what ends with an ornament has one
    if (last !== undefined && last.kind !== 'pause')
      ended.push({ kind: 'pause', ends: true, origin: last.origin });
    chapter = null;
  };
  for (const block of blocks) {
    const heading = headingOf(block);
    const opens = heading !== null && heading.place?.rank === 1;
    if (opens || block.kind === 'page-break') end();
    ended.push(block);
    const isText = heading?.place?.matter === null && !heading.place.isPart;
    if (opens) chapter = isText ? [] : null;
    else chapter?.push(block);
  }
  end();
  return ended;
}

/** A heading, also where it is a place that links lead to. */
function headingOf(block: ResolvedBlock): Heading | null {
  if (block.kind === 'heading') return block;
  const [only, ...others] = block.kind === 'anchor' ? block.children : [];
  return only?.kind === 'heading' && others.length === 0 ? only : null;
}

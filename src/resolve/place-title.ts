import { isArtifact } from '../base/element.ts';
import type { Phrase, ResolvedBlock } from './nodes.ts';
import { partsOf } from './walk.ts';

/** Part of a document. */
interface Titled {
  readonly blocks: readonly ResolvedBlock[];
}

/**
 * Gives the place of a heading that the template prints as the title to what prints it, so that links to it lead
 * there: the first H1 of the text, or where no template has one, the beginning.
 */
export function placeTitle<P extends Titled>(parts: readonly P[], titleId: string | null): readonly P[] {
  const [first] = parts;
  if (titleId === null || first === undefined) return parts;
  const titled = parts.find(({ blocks }) => blocks.some(hasTitle)) ?? first;
  const at = Math.max(0, titled.blocks.findIndex(hasTitle));
  const block = titled.blocks[at];
  if (block === undefined) return parts;
  const blocks = titled.blocks.with(at, anchorTitle(block, titleId));
  return parts.map((part) => (part === titled ? { ...part, blocks } : part));
}

function isTitle(part: ResolvedBlock | Phrase): boolean {
  return !('kind' in part) && !isArtifact(part.tagTarget) && part.tagTarget.tag === 'H1';
}

function hasTitle(block: ResolvedBlock): boolean {
  return partsOf(block).some((part) => ('kind' in part ? hasTitle(part) : isTitle(part)));
}

/** As near to the title as blocks hold blocks. */
function anchorTitle(block: ResolvedBlock, id: string): ResolvedBlock {
  if ('children' in block && !partsOf(block).some(isTitle)) {
    const at = block.children.findIndex(hasTitle);
    const child = block.children[at];
    if (child !== undefined) return { ...block, children: block.children.with(at, anchorTitle(child, id)) };
  }
  return { kind: 'anchor', ids: [id], children: [block], origin: block.origin };
}

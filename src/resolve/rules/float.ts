import type { Nodes } from 'mdast';
import { originOf } from '../../parse/node-origin.ts';
import { FLOAT_PLACES } from '../../theme/style-values.ts';
import type { Around } from '../context.ts';
import type { ResolvedBlock } from '../nodes.ts';
import { soleImage } from '../sole-image.ts';

/** Blocks of a node with what its author says of their place. */
export function inFloat(
  node: Nodes,
  made: readonly ResolvedBlock[],
  { context }: Around,
): readonly ResolvedBlock[] {
  const written = writtenPlace(node);
  if (written === null || made.length === 0) return made;
  const origin = originOf(node);
  const float = FLOAT_PLACES.find((place) => place === written.trim().toLowerCase());
  if (float !== undefined) return [{ kind: 'float', float, children: made, origin }];
  context.sink.report('float-unknown', origin, { written, known: FLOAT_PLACES.join(', ') });
  return made;
}

function writtenPlace(node: Nodes): string | null {
  switch (node.type) {
    case 'containerDirective':
      return node.attributes?.['float'] ?? null;
    case 'code':
      return node.data?.float ?? null;
    case 'paragraph':
      return soleImage(node)?.data?.float ?? null;
    // Nothing else has attributes of its own.
    default:
      return null;
  }
}

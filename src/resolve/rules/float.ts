import type { Nodes } from 'mdast';
import type { Sink } from '../../base/diagnostic.ts';
import type { Origin } from '../../base/origin.ts';
import { originOf } from '../../parse/node-origin.ts';
import { FLOAT_PLACES } from '../../theme/style-values.ts';
import type { Around } from '../context.ts';
import type { ResolvedBlock } from '../nodes.ts';
import { soleImage } from '../sole-image.ts';

/** What an author has written of the place of a block, null where nothing. */
interface Written {
  readonly float: string | null;
  readonly side: string | null;
  readonly width: string | null;
}

const SIDES = ['start', 'end'] as const;

/** Blocks of a node with what its author says of their place. */
export function inFloat(
  node: Nodes,
  made: readonly ResolvedBlock[],
  { context }: Around,
): readonly ResolvedBlock[] {
  const { float, side, width } = writtenOf(node);
  if ((float === null && side === null) || made.length === 0) return made;
  const origin = originOf(node);
  const place = nameIn(FLOAT_PLACES, float, 'float-unknown', origin, context.sink);
  const edge = nameIn(SIDES, side, 'side-unknown', origin, context.sink);
  if (place === null && edge === null) return made;
  const beside = edge === null ? null : { side: edge, width };
  return [{ kind: 'float', float: place ?? 'here', beside, children: made, origin }];
}

function nameIn<Name extends string>(
  known: readonly Name[],
  written: string | null,
  rule: 'float-unknown' | 'side-unknown',
  origin: Origin,
  sink: Sink,
): Name | null {
  if (written === null) return null;
  const name = known.find((one) => one === written.trim().toLowerCase());
  if (name === undefined) sink.report(rule, origin, { written, known: known.join(', ') });
  return name ?? null;
}

const NOTHING: Written = { float: null, side: null, width: null };

function writtenOf(node: Nodes): Written {
  switch (node.type) {
    case 'containerDirective': {
      const { float = null, side = null, width = null } = node.attributes ?? {};
      return { float, side, width };
    }
    case 'code':
      return { ...NOTHING, float: node.data?.float ?? null };
    case 'paragraph': {
      const { float = null, side = null, width = null } = soleImage(node)?.data ?? {};
      return { float, side, width };
    }
    // Nothing else has attributes of its own.
    default:
      return NOTHING;
  }
}

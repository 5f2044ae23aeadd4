import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Scope } from '../resolve/nodes.ts';
import { makeStack } from './build-block.ts';
import type { BlockScope, StyledBlock } from './context.ts';

/** Makes blocks where `scope` says. */
type Set = (scope: BlockScope) => readonly StyledBlock[];

/** Blocks of whose direction or language the author has spoken. */
export function styleScope(
  { direction, lang, children, origin }: Scope,
  scope: BlockScope,
): readonly StyledBlock[] {
  const inside: BlockScope = { ...scope, direction, lang, directed: true };
  return inDirection(inside, scope, origin, (there) => scope.context.blocks(children, there));
}

/** Blocks that are set as one, from this side. */
export function fromSide(
  direction: Direction,
  scope: BlockScope,
  origin: Origin,
  set: Set,
): readonly StyledBlock[] {
  return inDirection({ ...scope, direction }, scope, origin, set);
}

/** One stack around blocks that begin from another side than what stands around them. */
function inDirection(
  inside: BlockScope,
  around: BlockScope,
  origin: Origin,
  set: Set,
): readonly StyledBlock[] {
  const blocks = set(inside);
  const { direction } = inside;
  return direction === around.direction || blocks.length === 0
    ? blocks
    : [makeStack(blocks, origin, {}, direction)];
}

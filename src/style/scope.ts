import type { Direction } from '../base/geometry.ts';
import type { Origin } from '../base/origin.ts';
import type { Scope } from '../resolve/nodes.ts';
import { makeStack } from './build-block.ts';
import type { Flow, StyledBlock } from './flow.ts';

/** Makes blocks where `flow` says. */
type Set = (flow: Flow) => readonly StyledBlock[];

/** Blocks of whose direction or language the author has spoken. */
export function styleScope({ direction, lang, children, origin }: Scope, flow: Flow): readonly StyledBlock[] {
  const inside: Flow = { ...flow, direction, lang, directed: true };
  return inDirection(inside, flow, origin, (there) => flow.run.blocks(children, there));
}

/** Blocks that are set as one, from this side. */
export function fromSide(direction: Direction, flow: Flow, origin: Origin, set: Set): readonly StyledBlock[] {
  return inDirection({ ...flow, direction }, flow, origin, set);
}

/** One stack around blocks that begin from another side than what stands around them. */
function inDirection(inside: Flow, around: Flow, origin: Origin, set: Set): readonly StyledBlock[] {
  const blocks = set(inside);
  const { direction } = inside;
  return direction === around.direction || blocks.length === 0
    ? blocks
    : [makeStack(blocks, origin, {}, direction)];
}

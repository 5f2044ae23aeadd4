import type { Quote } from '../../resolve/nodes.ts';
import { makeBox, setPhrase } from '../build-block.ts';
import type { BlockScope, StyledBlock } from '../context.ts';
import { fromSide } from '../scope.ts';

/** Quotations: indented at both sides, with a thin rule at the start; a wholly foreign one at its own. */
export function styleQuote(node: Quote, scope: BlockScope): readonly StyledBlock[] {
  const { name, direction, children, attribution, origin } = node;
  return fromSide(direction, scope, origin, (inside) => {
    const blocks = scope.context.blocks(children, inside);
    if (attribution !== null) blocks.push(setPhrase(inside, attribution));
    return [makeBox(scope.context, name, blocks, origin)];
  });
}

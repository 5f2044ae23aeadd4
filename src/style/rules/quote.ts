import type { Quote } from '../../resolve/nodes.ts';
import { makeBox, setPhrase } from '../build-block.ts';
import type { Flow, StyledBlock } from '../flow.ts';
import { fromSide } from '../scope.ts';

/** Quotations: indented at both sides, with a thin rule at the start; a wholly foreign one at its own. */
export function styleQuote(node: Quote, flow: Flow): readonly StyledBlock[] {
  const { direction, children, attribution, origin } = node;
  return fromSide(direction, flow, origin, (inside) => {
    const blocks = flow.run.blocks(children, inside);
    if (attribution !== null) blocks.push(setPhrase(inside, attribution));
    return [makeBox(flow.run, 'quote', blocks, origin)];
  });
}

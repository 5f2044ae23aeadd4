import type { Blockquote, Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { makeBox, makeText, makeVoice } from '../build-block.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import { inOwnDirection } from '../scope.ts';
import { takeLabel } from './label.ts';

/** Quotations: indented at both sides, with a thin rule at the start. */
export function styleBlockquote(node: Blockquote, flow: Flow): readonly StyledBlock[] {
  return styleQuotation(node.children, [], flow, node);
}

/** `:::quote[attribution]`. */
export function styleQuote(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { label, rest } = takeLabel(node);
  return styleQuotation(rest, label, flow, node);
}

/** Where all of it is foreign it stands on its own side, and its rule too. */
function styleQuotation(
  nodes: readonly Nodes[],
  attribution: readonly Nodes[],
  flow: Flow,
  node: Nodes,
): readonly StyledBlock[] {
  return inOwnDirection(nodes, flow, originOf(node), (inside) =>
    setQuotation(nodes, attribution, inside, node),
  );
}

function setQuotation(
  nodes: readonly Nodes[],
  attribution: readonly Nodes[],
  flow: Flow,
  node: Nodes,
): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const element = run.structure.add('BlockQuote', flow.parent, origin);
  const blocks = run.blocks(nodes, { ...flow, parent: element, textRole: boxRoleOf(run, 'quote').text });
  if (attribution.length > 0) {
    const p = run.structure.add('P', element, origin);
    blocks.push(
      makeText(flow, 'attribution', p, run.inlines(attribution, makeVoice(flow, 'attribution', p)), origin),
    );
  }
  return [makeBox(run, 'quote', blocks, origin)];
}

import type { Blockquote, Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around } from '../context.ts';
import { directionOfNodes } from '../direction-of-nodes.ts';
import type { ResolvedBlock } from '../nodes.ts';
import { makePhrase, takeLabel } from '../phrase.ts';

export function resolveBlockquote(node: Blockquote, around: Around): readonly ResolvedBlock[] {
  return resolveQuotation(node.children, [], 'quote', around, node);
}

/** `:::quote[attribution]`, `:::epigraph[attribution]`. */
export function resolveQuote(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { label, rest } = takeLabel(node);
  if (rest.length === 0) around.context.sink.report('quotation-empty', originOf(node), { name: node.name });
  return resolveQuotation(rest, label, node.name === 'epigraph' ? 'epigraph' : 'quote', around, node);
}

/** From where blocks begin that are set as one: from their own side where all of them are foreign. */
export function inOwnDirection(nodes: readonly Nodes[], around: Around): Around {
  return around.directed ? around : { ...around, direction: directionOfNodes(nodes, around.direction) };
}

function resolveQuotation(
  nodes: readonly Nodes[],
  said: readonly Nodes[],
  name: 'quote' | 'epigraph',
  around: Around,
  node: Nodes,
): readonly ResolvedBlock[] {
  const { context, parent } = around;
  const origin = originOf(node);
  const inside = inOwnDirection(nodes, around);
  const element = context.structure.add('BlockQuote', parent, origin);
  const styleName = boxStyleIn(context.theme, name).text;
  const children = context.blocks(nodes, { ...inside, parent: element, styleName });
  const attribution =
    said.length === 0
      ? null
      : makePhrase(
          said,
          name === 'epigraph' ? 'epigraph-source' : 'attribution',
          context.structure.add('P', element, origin),
          inside,
          origin,
        );
  const facts = { tagTarget: element, direction: inside.direction, children, attribution, origin };
  return [{ kind: 'quote', name, ...facts }];
}

import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { StructTag, TagTarget } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import { originOf } from '../parse/node-origin.ts';
import { textStyleIn } from '../theme/rows.ts';
import { type Around, inlineContextOf } from './context.ts';
import type { Phrase } from './nodes.ts';

export function makePhrase(
  nodes: readonly Nodes[],
  styleName: string,
  tagTarget: TagTarget,
  around: Around,
  origin: Origin,
): Phrase {
  return {
    styleName,
    tagTarget,
    content: around.context.inlines(nodes, inlineContextOf(around, tagTarget)),
    origin,
  };
}

/** A phrase of words that stand as they are. */
export function plainPhrase(text: string, styleName: string, tagTarget: TagTarget, origin: Origin): Phrase {
  return { styleName, tagTarget, content: [{ kind: 'text', text, origin }], origin };
}

/** The `[label]` of a directive, which the parser puts first among its children, and the rest of them. */
export function takeLabel(node: ContainerDirective): {
  readonly label: readonly Nodes[];
  readonly rest: readonly Nodes[];
} {
  const [first, ...rest] = node.children;
  if (first?.type === 'paragraph' && first.data?.directiveLabel === true)
    return { label: first.children, rest };
  return { label: [], rest: node.children };
}

/** A label as the title or caption of a block; null where there is none. */
export function makeLabel(
  label: readonly Nodes[],
  styleName: string,
  parent: TagTarget,
  around: Around,
  node: Nodes,
  tag: StructTag = textStyleIn(around.context.theme, styleName).tag,
): Phrase | null {
  if (label.length === 0) return null;
  const origin = originOf(node);
  const element = around.context.structure.add(tag, parent, origin);
  return makePhrase(label, styleName, element, around, origin);
}

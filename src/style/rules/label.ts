import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { makeText, makeVoice } from '../build-block.ts';
import type { Role, StructTag } from '../element.ts';
import { type Flow, originOf, type StyledBlock, textRoleOf } from '../flow.ts';

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

/** A label set above a block as a title or caption; nothing where there is none. */
export function makeLabel(
  label: readonly Nodes[],
  roleName: string,
  parent: Role,
  flow: Flow,
  node: Nodes,
  tag: StructTag = textRoleOf(flow.run, roleName).tag,
): StyledBlock[] {
  if (label.length === 0) return [];
  const { run } = flow;
  const element = run.structure.add(tag, parent, originOf(node));
  return [
    makeText(flow, roleName, element, run.inlines(label, makeVoice(flow, roleName, element)), originOf(node)),
  ];
}

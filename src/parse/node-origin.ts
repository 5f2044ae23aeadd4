import type { Nodes } from 'mdast';
import type { Origin } from '../base/origin.ts';

/**
 * Where a node of a manuscript, or of a document made of it, was written.
 *
 * @throws Error where it has no origin: whoever makes a node gives it that of what it is made of
 */
export function originOf(node: Nodes): Origin {
  const origin = node.data?.origin;
  if (!origin) throw new Error(`a ${node.type} without an origin`);
  return origin;
}

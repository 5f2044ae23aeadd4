import type { Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import { FOOTER, HEADER } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { Around } from '../context.ts';
import type { Furniture, ParallelSide, Sides } from '../nodes.ts';

/**
 * `:::inner` and `:::outer`: two texts on one line, at its two ends. `{pages=odd}` or `{pages=even}` keeps a side to
 * pages of one kind.
 *
 * @param parity the only pages it is for; null = it is for all
 */
export function resolveSides(
  nodes: readonly Nodes[],
  parity: 'odd' | null,
  around: Around,
  parent: Nodes,
): Sides {
  const side = (name: 'inner' | 'outer'): readonly ParallelSide[] =>
    nodes.flatMap((node) => {
      if (!isSide(node) || node.name !== name) return [];
      const pages = node.attributes?.['pages'] ?? null;
      if (parity !== null && pages !== null && pages !== parity) return [];
      return [{ name, pages, children: around.context.blocks(node.children, around) }];
    });
  const sides = [...side('inner'), ...side('outer')];
  const others = around.context.blocks(
    nodes.filter((node) => !isSide(node)),
    around,
  );
  return { kind: 'sides', sides, others, origin: originOf(parent) };
}

export function isSide(node: Nodes): node is ContainerDirective {
  return node.type === 'containerDirective' && (node.name === 'inner' || node.name === 'outer');
}

/** Running heads and feet: `:::header{master="body first"}`, and the same for `:::footer`. */
export function resolveFurniture({ children }: Root, around: Around): readonly Furniture[] {
  return children.flatMap((node): readonly Furniture[] => {
    if (node.type !== 'containerDirective' || (node.name !== 'header' && node.name !== 'footer')) return [];
    const isHeader = node.name === 'header';
    const inside: Around = {
      ...around,
      parent: isHeader ? HEADER : FOOTER,
      styleName: isHeader ? 'head' : 'folio',
      notes: 'drop',
    };
    const masters = (node.attributes?.['master'] ?? 'body').split(/\s+/);
    return [{ kind: node.name, masters, sides: resolveSides(node.children, null, inside, node) }];
  });
}

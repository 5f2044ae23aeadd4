import { isArtifact, type Role, type StructElement } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { StyledBlock } from '../style/flow.ts';

/** The structure elements that have words or pictures in these blocks, in reading order. */
export function elementsIn(blocks: readonly StyledBlock[]): readonly StructElement[] {
  return blocks.flatMap(rolesOf).filter((role): role is StructElement => !isArtifact(role));
}

function rolesOf(block: StyledBlock): readonly Role[] {
  switch (block.kind) {
    case 'text':
    case 'image':
    case 'shape':
      return [block.role];
    case 'stack':
    case 'columns':
      return block.children.flatMap(rolesOf);
    case 'item':
      return [...rolesOf(block.marker), ...block.children.flatMap(rolesOf)];
    case 'row':
      return block.cells.flatMap((cell) => cell.children.flatMap(rolesOf));
    case 'table':
      return [block.role];
    case 'break':
      return [];
    default:
      return unreachable(block, 'text, stack, columns, item, row, table, image, shape, break');
  }
}

/** The children of `host` that these blocks belong to, each once; an element from outside `host` stands for itself. */
export function topElements(blocks: readonly StyledBlock[], host: StructElement): readonly StructElement[] {
  return [...new Set(elementsIn(blocks).map((element) => climb(element, host)))];
}

function climb(element: StructElement, host: StructElement): StructElement {
  let at = element;
  while (at.parent !== null && at.parent !== host) at = at.parent;
  return at;
}

/** The nearest element that holds all words of these blocks; null where there are none. */
export function sharedElement(blocks: readonly StyledBlock[]): StructElement | null {
  const [first, ...others] = elementsIn(blocks);
  let shared = first ?? null;
  for (const other of others) {
    const line = ancestors(other);
    while (shared !== null && !line.has(shared)) shared = shared.parent;
  }
  return shared;
}

function ancestors(element: StructElement): ReadonlySet<StructElement> {
  const line = new Set<StructElement>();
  for (let at: StructElement | null = element; at !== null; at = at.parent) line.add(at);
  return line;
}

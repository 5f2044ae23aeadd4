import type { Root, RootContent } from 'mdast';
import type { TextSlots } from './helper.ts';

/** Hands out the parts of the text. A section placed by the template is no longer in the content. */
export function openTextSlots(root: Root): TextSlots {
  const taken = new Set<string>();
  const blocks = root.children.filter((node) => node.type !== 'yaml');
  const sections = groupByName(blocks);
  const placed = new Set<number>();
  return {
    takeContent: () =>
      blocks.flatMap((node) => {
        const slot = node.data?.slot;
        if (slot !== undefined) return placed.has(slot) ? [] : childrenOf(node);
        return taken.has(sectionName(node) ?? '') ? [] : [node];
      }),
    takeSection(name) {
      taken.add(name);
      return sections.get(name) ?? [];
    },
    hasSection: (name) => sections.has(name),
    takeMatter(slot) {
      placed.add(slot);
      const piece = blocks.find((node) => node.data?.slot === slot);
      return piece === undefined ? [] : childrenOf(piece);
    },
  };
}

function childrenOf(node: RootContent): readonly RootContent[] {
  return 'children' in node
    ? (node.children as readonly RootContent[]).filter(({ type }) => type !== 'yaml')
    : [];
}

function groupByName(blocks: readonly RootContent[]): ReadonlyMap<string, readonly RootContent[]> {
  const groups = new Map<string, RootContent[]>();
  for (const block of blocks) {
    const name = sectionName(block);
    if (name === null) continue;
    const group = groups.get(name);
    if (group === undefined) groups.set(name, [block]);
    else group.push(block);
  }
  return groups;
}

function sectionName(node: RootContent): string | null {
  return node.type === 'containerDirective' ? node.name : null;
}

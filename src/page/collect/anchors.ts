import { isArtifact, type StructElement, type TagTarget } from '../../base/element.ts';
import { piecesOf } from '../../text/line-pieces.ts';
import type { BoxItem, LineItem } from '../flow-item.ts';
import type { DrawItem } from '../page.ts';

/** A place that links lead to, as long as it is not known what stands there. */
export interface OpenAnchor {
  readonly id: string;
  readonly tagTarget: TagTarget;
}

/** The item with anchors that point to its top. */
export function withAnchors<Item extends LineItem | BoxItem>(
  item: Item,
  anchors: readonly OpenAnchor[],
  x: number,
): Item {
  const own = anchors.map(({ id, tagTarget }) => {
    const read = isArtifact(tagTarget) ? (findRead(item.drawItems) ?? tagTarget) : tagTarget;
    return { kind: 'anchor', id, x, y: 0, tagTarget: read } as const;
  });
  return { ...item, landmarks: [...own, ...item.landmarks] };
}

/** What the first draw item that is read is tagged as; null where all is decoration. */
function findRead(drawItems: readonly DrawItem[]): StructElement | null {
  for (const drawItem of drawItems) {
    for (const { tagTarget } of drawItem.kind === 'line' ? piecesOf(drawItem.line) : [drawItem])
      if (!isArtifact(tagTarget)) return tagTarget;
  }
  return null;
}

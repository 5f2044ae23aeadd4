import { isArtifact, type Role, type StructElement } from '../../base/element.ts';
import { piecesOf } from '../../text/line-pieces.ts';
import type { BoxItem, LineItem } from '../flow-item.ts';
import type { Mark } from '../page.ts';

/** A place that links lead to, as long as it is not known what stands there. */
export interface OpenAnchor {
  readonly id: string;
  readonly role: Role;
}

/** The item with anchors that point to its top. */
export function withAnchors<Item extends LineItem | BoxItem>(
  item: Item,
  anchors: readonly OpenAnchor[],
  x: number,
): Item {
  const own = anchors.map(({ id, role }) => {
    const read = isArtifact(role) ? (findRead(item.marks) ?? role) : role;
    return { kind: 'anchor', id, x, y: 0, role: read } as const;
  });
  return { ...item, landmarks: [...own, ...item.landmarks] };
}

/** The role of the first thing among marks that is read; null where all is decoration. */
function findRead(marks: readonly Mark[]): StructElement | null {
  for (const mark of marks) {
    for (const { role } of mark.kind === 'line' ? piecesOf(mark.line) : [mark])
      if (!isArtifact(role)) return role;
  }
  return null;
}

import type { Origin } from '../base/origin.ts';
import type { Laid } from '../page/page.ts';
import { isArtifact, type Role } from '../style/element.ts';

/** Characters that only their font can explain (Unicode, 23.5). */
export const PRIVATE_USE = /\p{Co}/u;

/**
 * Where characters of private use stand, a firm's sign for instance, and no ActualText says them in words. In
 * each element once.
 */
export function findPrivateUse({ pages }: Laid): readonly (Origin | null)[] {
  const roles = new Set<Role>();
  for (const mark of pages.flatMap(({ marks }) => marks)) {
    if (mark.kind !== 'line') continue;
    for (const piece of mark.line.pieces) {
      if (piece.kind !== 'glyphs') continue;
      if (PRIVATE_USE.test(piece.run.text.slice(piece.charFrom, piece.charTo))) roles.add(piece.role);
    }
  }
  return [...roles]
    .filter((role) => isArtifact(role) || role.attributes.actualText === undefined)
    .map((role) => (isArtifact(role) ? null : role.origin));
}

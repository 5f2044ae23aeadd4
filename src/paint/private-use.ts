import type { Origin } from '../base/origin.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import type { Laid } from '../page/page.ts';
import { isArtifact, type Role } from '../style/element.ts';
import { remember } from './remember.ts';

const PRIVATE = /\p{Co}/u;

/**
 * Where characters stand that only their font can explain, a firm's sign for instance, and no ActualText
 * says them in words. In each element once.
 */
export function findPrivateUse({ pages }: Laid): readonly (Origin | null)[] {
  const roles = new Set<Role>();
  // Words come again and again, and their runs are shared.
  const known = new Map<GlyphRun, boolean>();
  for (const mark of pages.flatMap(({ marks }) => marks)) {
    if (mark.kind !== 'line') continue;
    for (const piece of mark.line.pieces) {
      if (piece.kind !== 'glyphs' || !remember(known, piece.run, () => PRIVATE.test(piece.run.text)))
        continue;
      if (PRIVATE.test(piece.run.text.slice(piece.charFrom, piece.charTo))) roles.add(piece.role);
    }
  }
  return [...roles]
    .filter((role) => isArtifact(role) || role.attributes.actualText === undefined)
    .map((role) => (isArtifact(role) ? null : role.origin));
}

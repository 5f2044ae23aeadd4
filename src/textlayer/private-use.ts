import { isArtifact, originOfTarget, type TagTarget } from '../base/element.ts';
import type { Origin } from '../base/origin.ts';
import { CodePointFace } from '../font/code-point-face.ts';
import type { Laid } from '../page/page.ts';
import { linesOf } from '../page/walk.ts';
import type { GlyphPiece } from '../text/line.ts';
import { piecesOf } from '../text/line-pieces.ts';

/** Characters that only their font can explain (Unicode, 23.5). */
export const PRIVATE_USE = /\p{Co}/u;

/**
 * Where characters of private use stand, a firm's sign for instance, and no ActualText says them in words. In
 * each element once.
 */
export function findPrivateUse(laid: Laid): readonly (Origin | null)[] {
  const isPrivate = ({ run, charFrom, charTo }: GlyphPiece) =>
    PRIVATE_USE.test(run.text.slice(charFrom, charTo));
  return targetsOf(laid, isPrivate)
    .filter((tagTarget) => isArtifact(tagTarget) || tagTarget.attributes.actualText === undefined)
    .map(originOfTarget);
}

/** Where boxes stand for characters that no face has. In each element once. */
export function findCodePoints(laid: Laid): readonly (Origin | null)[] {
  return targetsOf(laid, ({ run }) => run.face instanceof CodePointFace).map(originOfTarget);
}

function targetsOf({ pages }: Laid, isMeant: (piece: GlyphPiece) => boolean): readonly TagTarget[] {
  const tagTargets = new Set<TagTarget>();
  for (const { line } of linesOf(pages))
    for (const piece of piecesOf(line))
      if (piece.kind === 'glyphs' && isMeant(piece)) tagTargets.add(piece.tagTarget);
  return [...tagTargets];
}

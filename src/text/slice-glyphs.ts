import type { GlyphRun } from '../font/glyph-run.ts';

/**
 * The glyphs of the characters [charFrom, charTo) of a shaped word, as a range in visual order; null
 * where the glyphs cannot be told apart: a border inside a ligature, or inside marks the face reordered.
 */
export function sliceGlyphs(
  run: GlyphRun,
  charFrom: number,
  charTo: number,
): { readonly from: number; readonly to: number } | null {
  let from = -1;
  let to = -1;
  for (let i = 0; i < run.clusters.length; i++) {
    const inside = run.clusters[i]! >= charFrom && run.clusters[i]! < charTo;
    if (!inside) continue;
    if (from === -1) from = i;
    else if (i !== to) return null;
    to = i + 1;
  }
  return from !== -1 && startsCluster(run, charFrom) && startsCluster(run, charTo) ? { from, to } : null;
}

/** Whether some glyph belongs to the character at `offset`: it is not the tail of a ligature. */
function startsCluster(run: GlyphRun, offset: number): boolean {
  return offset === 0 || offset === run.text.length || run.clusters.includes(offset);
}

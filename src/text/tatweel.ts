import { ARABIC_WORD, type Face } from '../font/face.ts';
import type { Item } from './itemised.ts';

/** A tatweel between two letters. At the end of a word (`هـ`) it only gives the letter its form. */
const TATWEEL = /(?<=[\p{L}\p{M}])\u0640+(?=[\p{L}\p{M}])/gu;

const flat = new WeakMap<Face, boolean>();

/** Tatweels of a text that their faces give no width: their offsets, and the faces. */
export function findFlatTatweels(
  text: string,
  items: readonly Item[],
): readonly { readonly at: number; readonly face: Face }[] {
  if (!text.includes('\u0640')) return [];
  return Array.from(text.matchAll(TATWEEL)).flatMap(({ index }) => {
    const face = items.findLast(({ start }) => start <= index)?.face;
    return face && isFlat(face) ? [{ at: index, face }] : [];
  });
}

/** Some hands know no straight stroke between letters (Nastaliq, Ruqaa): their fonts have the character, without width. */
function isFlat(face: Face): boolean {
  const known = flat.get(face);
  if (known !== undefined) return known;
  const width = (text: string) => face.shape({ ...ARABIC_WORD, text }).width;
  const found = width('\u0633\u0640\u0645') <= width('\u0633\u0645');
  flat.set(face, found);
  return found;
}

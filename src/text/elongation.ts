import { isOfArabicScript } from '../base/arabic.ts';
import type { GlyphRun } from '../font/glyph-run.ts';
import { findKashidaPlaces, type KashidaPlace } from './kashida-places.ts';

/** A word elongated at its best place: shaped whole again with a tatweel there, so that every join is the face's own. */
export interface Elongation {
  readonly rank: number;
  readonly run: GlyphRun;
  /** UTF-16 offset of the tatweel in `run.text`. */
  readonly at: number;
  /** Width of the word without the tatweel, less its width when not elongated: letters may unstack. Font units. */
  readonly growth: number;
}

const TATWEEL = 'ـ';

const places = new WeakMap<GlyphRun, KashidaPlace | null>();

/** Where a whole word would be elongated by its letters alone; the face may yet refuse. Null where nowhere. */
export function foreseePlace(run: GlyphRun): KashidaPlace | null {
  let place = places.get(run);
  if (place === undefined) {
    place = (run.rtl && findKashidaPlaces(run.text)[0]) || null;
    places.set(run, place);
  }
  return place;
}

const known = new WeakMap<GlyphRun, Elongation | null>();

/** The elongation that a whole word offers, or null. Cached: words repeat, and so do their runs. */
export function elongationOf(run: GlyphRun, lang: string): Elongation | null {
  let elongation = known.get(run);
  if (elongation === undefined) {
    elongation = run.rtl && isOfArabicScript(run.text) ? elongate(run, lang) : null;
    known.set(run, elongation);
  }
  return elongation;
}

function elongate(run: GlyphRun, lang: string): Elongation | null {
  for (const { offset, rank } of findKashidaPlaces(run.text)) {
    const text = run.text.slice(0, offset) + TATWEEL + run.text.slice(offset);
    const drawn = run.face.shape({
      text,
      before: '',
      after: '',
      rtl: true,
      script: 'Arab',
      lang,
      features: '',
    });
    const glyph = drawn.clusters.indexOf(offset);
    // A face that melts the tatweel into a ligature, or gives it no width, has nothing to draw out here.
    if (glyph === -1 || drawn.clusters.lastIndexOf(offset) !== glyph || drawn.advances[glyph]! <= 0) continue;
    return { rank, run: drawn, at: offset, growth: drawn.width - drawn.advances[glyph]! - run.width };
  }
  return null;
}

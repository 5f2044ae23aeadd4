import { type Elongation, elongationOf, foreseePlace } from './elongation.ts';
import type { Kashida } from './line.ts';
import type { Atom } from './shaped.ts';

/** How freely a line may draw out its words. */
export interface KashidaStrength {
  /** Spaces stretch by more than this share of their natural width before any word is elongated. */
  readonly patience: number;
  /** Most elongations in a line. */
  readonly most: number;
  /** Ems: an elongation shorter than `least` is not worth its ink, one longer than `longest` is a hole with a line in it. */
  readonly least: number;
  readonly longest: number;
  /** The worst rank used; see kashida-places. */
  readonly worstRank: number;
}

/**
 * What breaking aims at and elongation goes back to: spaces a tenth over the natural width. Word spaces of
 * Naskh faces are drawn narrow, and a target above them leaves as much to take away as to add.
 */
export const IDEAL_STRETCH = 0.1;

export const STRENGTHS = {
  none: { patience: Number.POSITIVE_INFINITY, most: 0, least: 0, longest: 0, worstRank: 0 },
  // Practice uses kashida sparingly (Nemeth, "On Arabic Justification"): only where spaces alone would show.
  mild: { patience: 0.2, most: 2, least: 0.12, longest: 0.45, worstRank: 7 },
  classic: { patience: IDEAL_STRETCH, most: 5, least: 0.12, longest: 0.8, worstRank: 8 },
} as const satisfies Record<string, KashidaStrength>;

/** Elongations come in steps of 1/20 em, so that a document needs few elongated glyphs; spaces take up the rest. */
const STEP = 0.05;

/** A word of a line and how it is elongated. */
export interface Elongated {
  readonly elongation: Elongation;
  readonly kashida: Kashida;
  /** Of the word with its elongation. Points. */
  readonly width: number;
}

/** Elongated words are this many atoms apart: never two in a row. */
export const NEIGHBOURS = 2;

/** Where the line above has its elongations: x from the start edge, points. Stacked ones make a ladder. */
export type Ladder = readonly number[];

export interface Justified {
  /** By index of the atom in the line. */
  readonly elongated: ReadonlyMap<number, Elongated>;
  /** What the spaces are multiplied by. */
  readonly spaceFactor: number;
  readonly ladder: Ladder;
}

/** Shares `spare`, the room that natural widths leave (negative: the room they lack), between words and spaces. */
export function justify(
  atoms: readonly Atom[],
  spare: number,
  strength: KashidaStrength,
  above: Ladder,
): Justified {
  let spaces = 0;
  for (const atom of atoms) if (stretches(atom)) spaces += atom.width;
  const factorFor = (room: number) => (spaces > 0 ? 1 + room / spaces : 1);
  const wanted = spare - strength.patience * spaces;
  if (strength.most === 0 || wanted <= 0) return { ...NOT_ELONGATED, spaceFactor: factorFor(spare) };
  const elongated = new Map<number, Elongated>();
  const ladder: number[] = [];
  let rest = spare - IDEAL_STRETCH * spaces;
  let gained = 0;
  const candidates = findCandidates(atoms, spare, strength);
  for (const candidate of chooseCandidates(candidates, rest, strength, above)) {
    const out = drawOut(candidate, Math.min(rest, strength.longest * candidate.em), strength);
    if (!out) continue;
    elongated.set(candidate.index, out);
    ladder.push(candidate.x);
    rest -= out.width - candidate.atom.width;
    gained += out.width - candidate.atom.width;
  }
  return { elongated, spaceFactor: factorFor(spare - gained), ladder };
}

/** What two lines of three have: one for them all. */
export const NOT_ELONGATED: Justified = { elongated: new Map(), spaceFactor: 1, ladder: [] };

export const stretches = (atom: Atom): boolean => atom.kind === 'space' && atom.stretches;

type GlyphAtom = Extract<Atom, { kind: 'glyphs' }>;

/** A word that may be elongated. */
interface Candidate {
  readonly index: number;
  readonly atom: GlyphAtom;
  readonly rank: number;
  /** Of the elongation, from the start edge. */
  readonly x: number;
  /** Points. */
  readonly em: number;
}

interface Chosen extends Candidate {
  readonly elongation: Elongation;
}

/** The words to draw out, as few as can take up `rest`: best rank first, apart from each other and from those above. */
function chooseCandidates(
  candidates: readonly Candidate[],
  rest: number,
  strength: KashidaStrength,
  above: Ladder,
): readonly Chosen[] {
  const ranked = candidates.toSorted(byRank);
  const chosen: Chosen[] = [];
  let room = 0;
  for (let candidate = ranked.shift(); candidate; candidate = ranked.shift()) {
    const { index, atom, rank, x, em } = candidate;
    if (chosen.some((other) => Math.abs(other.index - index) <= NEIGHBOURS)) continue;
    // Elongated forms are shaped only now: of the words of a book one in twenty is elongated.
    const elongation = elongationOf(atom.run, atom.style.lang);
    if (elongation === null || elongation.rank > strength.worstRank) continue;
    if (elongation.rank !== rank) {
      // The face refused the best place: the word stands in line once more with what it allows.
      ranked.push({ index, atom, rank: elongation.rank, x, em });
      ranked.sort(byRank);
      continue;
    }
    const near = (other: number) => Math.abs(other - x) < 2 * em;
    if (above.some(near) || chosen.some((other) => near(other.x))) continue;
    chosen.push({ index, atom, rank, x, em, elongation });
    room += strength.longest * em;
    if (chosen.length === strength.most || room >= rest) break;
  }
  return chosen;
}

const byRank = (a: Candidate, b: Candidate) => a.rank - b.rank || b.x - a.x;

function findCandidates(
  atoms: readonly Atom[],
  spare: number,
  strength: KashidaStrength,
): readonly Candidate[] {
  const found: Candidate[] = [];
  let natural = 0;
  for (const atom of atoms) natural += atom.width;
  // Where words will stand is not settled yet; spread evenly over the line they stand within half an em of it.
  const spread = (natural + spare) / natural;
  let start = 0;
  for (let index = 0; index < atoms.length; index++) {
    const atom = atoms[index]!;
    const place = isWholeWord(atom) ? foreseePlace(atom.run) : null;
    if (isWholeWord(atom) && place && place.rank <= strength.worstRank) {
      const x = (start + (atom.width * place.offset) / atom.run.text.length) * spread;
      found.push({ index, atom, rank: place.rank, x, em: atom.style.size });
    }
    start += atom.width;
  }
  return found;
}

/** Parts of words, whose other part has another colour or face, are left as they are. */
export function isWholeWord(atom: Atom): atom is GlyphAtom {
  return atom.kind === 'glyphs' && atom.from === 0 && atom.to === atom.run.ids.length && !atom.callsNote;
}

/** The word elongated by at most `extra` points; null where that is too little to be seen or the letters alone take it. */
function drawOut(
  { atom, elongation, em }: Chosen,
  extra: number,
  strength: KashidaStrength,
): Elongated | null {
  const steps = Math.floor(extra / (STEP * em) + 1e-9);
  const gain = steps * STEP * em;
  if (gain < strength.least * em) return null;
  const scale = em / atom.run.face.unitsPerEm;
  const width = Math.round(gain / scale - elongation.growth);
  if (width * scale < strength.least * em * 0.5) return null;
  const total = (atom.run.width + elongation.growth + width) * scale;
  return { elongation, kashida: { at: elongation.at, width }, width: total };
}

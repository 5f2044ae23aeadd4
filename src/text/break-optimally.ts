import { type AtomRange, breakGreedily, type Room, takenBeside } from './break-greedily.ts';
import { foreseePlace } from './elongation.ts';
import { IDEAL_STRETCH, isWholeWord, type KashidaStrength, NEIGHBOURS } from './justify.ts';
import { hyphenWidth } from './line-end-hyphen.ts';
import type { Atom } from './shaped.ts';

/**
 * Total-fit line breaking (Knuth & Plass, "Breaking paragraphs into lines", 1981): of all ways to break
 * the paragraph the one whose lines together are closest to their natural spaces. Lines may stretch
 * their spaces to any width and shrink them to MIN_SPACE of the natural one.
 */
export function breakOptimally(
  atoms: readonly Atom[],
  room: Room,
  strength: KashidaStrength,
): readonly AtomRange[] {
  const sums = sumUp(atoms, strength);
  const active: Node[] = [{ at: 0, line: 0, demerits: 0, drawn: 0, previous: null }];
  let inkEnd = 0;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    const { kind, after } = atom;
    if (kind !== 'space' && kind !== 'break') inkEnd = i + 1;
    if (after === 'no-break' && i < atoms.length - 1) continue;
    const forced = after === 'must-break' || i === atoms.length - 1;
    const breakpoint = { end: i + 1, inkEnd, forced, hyphen: forced ? 0 : hyphenWidth(atom) };
    const best = bestLineTo(active, breakpoint, sums, room, strength);
    // No line can end here without being overfull: the paragraph is left to first fit.
    if (!best && (forced || active.length === 0)) return breakGreedily(atoms, room);
    if (forced) active.length = 0;
    if (best) active.push(best);
  }
  return trace(active[0]!);
}

/** Spaces never shrink below this share of their natural width. */
const MIN_SPACE = 0.7;

/** A way to break the paragraph up to atom `at`. */
interface Node {
  readonly at: number;
  readonly line: number;
  readonly demerits: number;
  /** Words elongated on the line that ends here, as far as can be foreseen. */
  readonly drawn: number;
  readonly previous: Node | null;
}

interface Breakpoint {
  /** The atom after the line. */
  readonly end: number;
  /** The atom after the last one that is not white space. */
  readonly inkEnd: number;
  /** Ends a paragraph, or a line that the author broke: it stays natural. */
  readonly forced: boolean;
  /** Width of the hyphen that a line ending here shows, 0 for none. Points. */
  readonly hyphen: number;
}

/** Before each atom: the width of everything, of the spaces that stretch; and how many words apart from each other can be elongated. */
interface Sums {
  readonly width: Float64Array;
  readonly space: Float64Array;
  readonly kashida: Float64Array;
  /** Type size of the paragraph's first word: near enough for what an elongation comes to. */
  readonly em: number;
}

function sumUp(atoms: readonly Atom[], strength: KashidaStrength): Sums {
  const width = new Float64Array(atoms.length + 1);
  const space = new Float64Array(atoms.length + 1);
  const kashida = new Float64Array(atoms.length + 1);
  let lastOffer = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    width[i + 1] = width[i]! + atom.width;
    space[i + 1] = space[i]! + (atom.kind === 'space' && atom.stretches ? atom.width : 0);
    const offers = strength.most > 0 && i - lastOffer > NEIGHBOURS && offersKashida(atom, strength);
    if (offers) lastOffer = i;
    kashida[i + 1] = kashida[i]! + (offers ? 1 : 0);
  }
  return { width, space, kashida, em: atoms[0]!.style.size };
}

/**
 * The best way to end a line at a breakpoint, null where every line to it is overfull. `active` loses the
 * beginnings of such lines, in place: a new list for each word of a book was a twentieth of all allocation.
 */
function bestLineTo(
  active: Node[],
  { end, inkEnd, forced, hyphen }: Breakpoint,
  sums: Sums,
  room: Room,
  strength: KashidaStrength,
): Node | null {
  let kept = 0;
  let previous: Node | null = null;
  let demerits = 0;
  let drawn = 0;
  for (let i = 0; i < active.length; i++) {
    const node = active[i]!;
    const stop = Math.max(node.at, inkEnd);
    const natural = sums.width[stop]! - sums.width[node.at]! + hyphen;
    const spaces = sums.space[stop]! - sums.space[node.at]!;
    const width = (node.line === 0 ? room.first : room.rest) - takenBeside(node.line, room);
    const spare = width - natural;
    if (spare < -(1 - MIN_SPACE) * spaces - 0.001) continue;
    active[kept++] = node;
    // No line has less than no demerits: half of all lines need not be looked at more closely.
    if (previous && node.demerits >= demerits) continue;
    const offers = sums.kashida[stop]! - sums.kashida[node.at]!;
    const drawable = foreseeDrawable(offers, node.drawn, width, sums.em, strength);
    const line =
      lineDemerits(spare, spaces, forced, strength, drawable, sums.em) + (hyphen > 0 ? HYPHEN_DEMERITS : 0);
    if (previous && node.demerits + line >= demerits) continue;
    previous = node;
    demerits = node.demerits + line;
    drawn = foreseeDrawn(spare, spaces, drawable, sums, strength);
  }
  active.length = kept;
  return previous && { at: end, line: previous.line + 1, demerits, drawn, previous };
}

/** Of the words that could be elongated, the share that will be: others stand too near a better one, or need too little. */
const KEPT_OFFERS = 0.6;

/** Ems of a line that an elongation of the line above keeps free of others: two on either side; see justify. */
const LADDER_WIDTH = 4;

/**
 * What the words of a line can be expected to take up, points. Foreseen rather than chosen, as which words
 * are elongated depends on the lines above; to expect too much of them leaves holes, worst in narrow columns.
 */
function foreseeDrawable(
  offers: number,
  drawnAbove: number,
  width: number,
  em: number,
  strength: KashidaStrength,
): number {
  const clear = Math.max(0, 1 - (drawnAbove * LADDER_WIDTH * em) / width);
  return Math.min(offers * clear * KEPT_OFFERS, strength.most) * strength.longest * em;
}

/** How many words `drawable` is made of on a line that `spare` is to be shared out on. */
function foreseeDrawn(
  spare: number,
  spaces: number,
  drawable: number,
  sums: Sums,
  strength: KashidaStrength,
): number {
  if (drawable === 0 || spare <= strength.patience * spaces) return 0;
  return Math.ceil(Math.min(spare - IDEAL_STRETCH * spaces, drawable) / (strength.longest * sums.em));
}

/**
 * The square of how far the spaces are from their ideal width, as a share of the natural one. What words
 * can be elongated is taken off first, at a cost. A line without spaces counts as one with a single space,
 * stretched ninefold at least: else, before a word that fills a line, few words would stand on a line each.
 */
function lineDemerits(
  spare: number,
  spaces: number,
  last: boolean,
  strength: KashidaStrength,
  drawable: number,
  em: number,
): number {
  if (last && spare >= 0) return 0;
  if (spaces === 0) return spare < 0.5 ? 0 : Math.max(64, (spare / (em / 4)) ** 2);
  const stretch = spare / spaces;
  if (stretch <= strength.patience || drawable === 0) return (stretch - IDEAL_STRETCH) ** 2;
  const drawn = Math.min(spare - IDEAL_STRETCH * spaces, drawable);
  return ((spare - drawn) / spaces - IDEAL_STRETCH) ** 2 + KASHIDA_DEMERITS;
}

/** What drawing words out costs a line: as much as spaces stretched by a seventh. Keeps mild lines with kashida to a third at 16 cm. */
const KASHIDA_DEMERITS = 0.02;

/** What a hyphen costs: as much as spaces stretched by a fifth. */
const HYPHEN_DEMERITS = 0.04;

/** Whether a word can be elongated, by its letters alone: the exact form is only shaped when a line uses it. */
function offersKashida(atom: Atom, strength: KashidaStrength): boolean {
  const place = isWholeWord(atom) ? foreseePlace(atom.run) : null;
  return place !== null && place.rank <= strength.worstRank;
}

function trace(node: Node): readonly AtomRange[] {
  const ranges: AtomRange[] = [];
  for (let at: Node = node; at.previous; at = at.previous) ranges.push({ start: at.previous.at, end: at.at });
  return ranges.reverse();
}

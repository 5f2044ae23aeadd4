import { DECORATION } from '../base/element.ts';
import { unreachable } from '../base/unreachable.ts';
import type { Inline, InlineContent } from '../style/inline.ts';
import type { Borders } from './bidi.ts';
import { type Elongated, type Justified, stretches } from './justify.ts';
import type { Line, LinePiece, SettledWords } from './line.ts';
import { passesL1, reorderLine } from './reorder.ts';
import type { Atom } from './shaped.ts';

/** What the atoms of a line come to. */
export interface SettledLine extends Justified {
  /** What each leader takes up. Points. */
  readonly leader: number;
}

/** Points. */
export function totalWidth(atoms: readonly Atom[], settled: SettledLine): number {
  let total = 0;
  for (let i = 0; i < atoms.length; i++) total += widthOf(atoms[i]!, i, settled);
  return total;
}

function widthOf(atom: Atom, index: number, { elongated, spaceFactor, leader }: SettledLine): number {
  if (atom.kind === 'leader') return atom.width + leader;
  if (stretches(atom)) return atom.width * spaceFactor;
  return elongated.get(index)?.width ?? atom.width;
}

/** The pieces of a line in logical order; order on paper is by `x` (UAX#9 L1, L2). */
export function piecesOf({ words, inlines, start }: Line): readonly LinePiece[] {
  if (words.kind === 'placed') return words.pieces;
  if (latest.words !== words || latest.inlines !== inlines) {
    latest.words = words;
    latest.inlines = inlines;
    latest.pieces = placePieces(words, inlines, start);
  }
  return latest.pieces;
}

interface Latest {
  words: SettledWords | null;
  inlines: InlineContent;
  pieces: readonly LinePiece[];
}

/** The painter asks one line several times in a row, and then never again. */
const latest: Latest = { words: null, inlines: [], pieces: [] };

function placePieces(
  { atoms, settled, x: left, baseLevel, borders }: SettledWords,
  inlines: InlineContent,
  start: number,
): readonly LinePiece[] {
  const widths = new Float64Array(atoms.length);
  for (let i = 0; i < atoms.length; i++) widths[i] = widthOf(atoms[i]!, i, settled);
  const levels = levelsOf(atoms, baseLevel);
  const order = borders ? orderAround(atoms, levels, borders, start) : reorderLine(levels);
  const lefts = placeAtoms(widths, order, left);
  const pieces: LinePiece[] = [];
  let inline = -1;
  let owner: Owner = NOBODY;
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    if (atom.inline !== inline) {
      inline = atom.inline;
      owner = ownerOf(inlines[inline]!);
    }
    const piece = toPiece(atom, owner, lefts[i]!, widths[i]!, levels[i]!, settled.elongated.get(i));
    if (piece) pieces.push(piece);
  }
  return pieces;
}

/** What the words of an inline belong to; of one shape, as inlines are of several, which is slow to read for every word. */
type Owner = Pick<Inline, 'tagTarget' | 'link'>;

const NOBODY: Owner = { tagTarget: DECORATION, link: null };

function ownerOf({ tagTarget, link }: Inline): Owner {
  return { tagTarget, link };
}

/** UAX#9 L1 on atoms: leaders are segment separators, and so is white space before them or at the end. */
function levelsOf(atoms: readonly Atom[], baseLevel: number): Uint8Array {
  const levels = new Uint8Array(atoms.length);
  let trailing = true;
  for (let i = atoms.length - 1; i >= 0; i--) {
    const atom = atoms[i]!;
    if (atom.kind === 'leader') trailing = true;
    else if (trailing) trailing = isTrailing(atom);
    levels[i] = trailing ? baseLevel : atom.level;
  }
  return levels;
}

/** White space, and controls of direction that a text itself holds. */
function isTrailing(atom: Atom): boolean {
  if (atom.kind === 'glyphs') return passesL1(atom.run.text, atom.charFrom, atom.charTo);
  return atom.kind === 'space' || atom.kind === 'break';
}

/** UAX#9 L2 with the borders of isolates in their places, which take no room. @param start offset of the line */
function orderAround(
  atoms: readonly Atom[],
  levels: Uint8Array,
  borders: Borders,
  start: number,
): readonly number[] {
  const indices: number[] = [];
  const all: number[] = [];
  let offset = start;
  for (let i = 0; i < atoms.length; i++) {
    const border = i > 0 ? borders.get(offset) : undefined;
    if (border !== undefined) {
      indices.push(-1);
      all.push(border);
    }
    indices.push(i);
    all.push(levels[i]!);
    offset += atoms[i]!.length;
  }
  return reorderLine(all)
    .map((at) => indices[at]!)
    .filter((index) => index >= 0);
}

/** The left edges, in order from the left. */
function placeAtoms(widths: Float64Array, order: readonly number[], left: number): Float64Array {
  const lefts = new Float64Array(widths.length);
  let x = left;
  for (const index of order) {
    lefts[index] = x;
    x += widths[index]!;
  }
  return lefts;
}

/** Literals rather than a spread of shared fields: this runs for every word of a book, and costs a tenth so. */
function toPiece(
  atom: Atom,
  { tagTarget, link }: Owner,
  x: number,
  width: number,
  level: number,
  elongated: Elongated | undefined,
): LinePiece | null {
  const { kind, style } = atom;
  switch (kind) {
    case 'glyphs': {
      if (elongated) {
        const {
          kashida,
          elongation: { run },
        } = elongated;
        return {
          kind,
          x,
          width,
          level,
          style,
          tagTarget,
          link,
          run,
          from: 0,
          to: run.ids.length,
          charFrom: 0,
          charTo: run.text.length,
          kashida,
        };
      }
      const { run, from, to, charFrom, charTo } = atom;
      return {
        kind,
        x,
        width,
        level,
        style,
        tagTarget,
        link,
        run,
        from,
        to,
        charFrom,
        charTo,
        kashida: null,
      };
    }
    case 'space':
      return { kind, x, width, level, style, tagTarget, link, face: atom.face, char: atom.char };
    case 'leader':
      return { kind, x, width, level, style, tagTarget, link, face: atom.face, pattern: atom.pattern };
    case 'image':
      return {
        ...{ kind, x, width, level, style, tagTarget, link },
        ...{ image: atom.image, height: atom.height, spelling: atom.spelling },
      };
    case 'break':
      return null;
    default:
      return unreachable(atom, 'glyphs, space, leader, image, break');
  }
}

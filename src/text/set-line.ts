import { unreachable } from '../base/unreachable.ts';
import type { Note, ParagraphStyle } from '../style/blocks.ts';
import type { AtomRange } from './break-greedily.ts';
import type { Measure } from './break-lines.ts';
import { type DrawnOut, justify, type Ladder, STRENGTHS, stretches } from './justify.ts';
import type { Line, LinePiece } from './line.ts';
import { withHyphen } from './line-end-hyphen.ts';
import { reorderLine } from './reorder.ts';
import type { Atom, Shaped, ShapedContent } from './shaped.ts';

/** A line settled, and where its elongations stand, which the line under it keeps clear of. */
export interface SetLine {
  readonly line: Line;
  readonly ladder: Ladder;
}

/** Settles a line: what its spaces and words come to, and the place of each piece from the left (UAX#9 L1, L2). */
export function setLine(
  content: Shaped,
  atoms: readonly Atom[],
  range: AtomRange,
  paragraph: ParagraphStyle,
  measure: Measure,
  first: boolean,
  above: Ladder,
): SetLine {
  const last = atoms[range.end - 1]!;
  const ends = last.after === 'must-break';
  const trimmed = trimLine(atoms, range, paragraph.preformatted);
  const inked = ends ? trimmed : withHyphen(trimmed);
  const indent = first ? paragraph.indent + measure.firstIndent : 0;
  const room = measure.width - indent;
  const settled = settle(inked, room, paragraph, ends, above);
  const total = settled.widths.reduce((sum, width) => sum + width, 0);
  const startIndent = indent + startOffset(paragraph.align, room - total);
  const left = content.direction === 'rtl' ? measure.width - startIndent - total : startIndent;
  const pieces = placePieces(inked, settled, left, content.direction === 'rtl' ? 1 : 0);
  const { start } = atoms[range.start]!;
  const { ascent, descent } = extents(atoms, range);
  const line = { start, end: last.end, width: measure.width, ascent, descent, pieces, notes: notesOf(inked) };
  return { line, ladder: settled.ladder };
}

function notesOf(atoms: readonly Atom[]): readonly Note<ShapedContent>[] {
  const notes: Note<ShapedContent>[] = [];
  for (const atom of atoms) if (atom.kind === 'glyphs' && atom.note) notes.push(atom.note);
  return notes;
}

/** What is left of a line when the white space at its end, and the break that ended it, are gone. */
function trimLine(atoms: readonly Atom[], { start, end }: AtomRange, preformatted: boolean): readonly Atom[] {
  let stop = end;
  while (
    stop > start &&
    (atoms[stop - 1]!.kind === 'break' || (!preformatted && atoms[stop - 1]!.kind === 'space'))
  )
    stop--;
  return atoms.slice(start, stop);
}

/** What each atom of a line comes to. */
interface Settled {
  readonly widths: readonly number[];
  readonly drawn: ReadonlyMap<number, DrawnOut>;
  readonly ladder: Ladder;
}

/** Leaders, or in justified lines words and spaces, take up the room that natural widths leave. */
function settle(
  atoms: readonly Atom[],
  room: number,
  paragraph: ParagraphStyle,
  endsParagraph: boolean,
  above: Ladder,
): Settled {
  const natural = atoms.map((atom) => atom.width);
  const left = room - natural.reduce((sum, width) => sum + width, 0);
  const leaders = atoms.filter((atom) => atom.kind === 'leader').length;
  if (leaders > 0) {
    const share = Math.max(0, left) / leaders;
    return {
      ...NOTHING_DRAWN,
      widths: atoms.map((atom) => atom.width + (atom.kind === 'leader' ? share : 0)),
    };
  }
  const fills = paragraph.align === 'fit' || (paragraph.align === 'justify' && !(endsParagraph && left >= 0));
  if (!fills) return { ...NOTHING_DRAWN, widths: natural };
  const { drawn, spaceFactor, ladder } = justify(atoms, left, STRENGTHS[paragraph.kashida], above);
  if (spaceFactor > LOOSEST && paragraph.align === 'justify') return { ...NOTHING_DRAWN, widths: natural };
  const widths = atoms.map(
    (atom, i) => drawn.get(i)?.width ?? (stretches(atom) ? atom.width * spaceFactor : atom.width),
  );
  return { widths, drawn, ladder };
}

/** A line left short by a word that would not fit, such as an address, stays short: holes read worse than a ragged end. */
const LOOSEST = 6;

const NOTHING_DRAWN = { drawn: new Map<number, DrawnOut>(), ladder: [] } as const;

/** How much of the room that is left goes before the line. */
function startOffset(align: ParagraphStyle['align'], left: number): number {
  switch (align) {
    case 'justify':
    case 'fit':
    case 'start':
      return 0;
    case 'center':
      return left / 2;
    case 'end':
      return left;
    default:
      return unreachable(align, 'justify, fit, start, center, end');
  }
}

function placePieces(
  atoms: readonly Atom[],
  { widths, drawn }: Settled,
  left: number,
  baseLevel: number,
): readonly LinePiece[] {
  const levels = trailingToBase(atoms, baseLevel);
  const lefts = new Array<number>(atoms.length);
  let x = left;
  for (const index of reorderLine(levels)) {
    lefts[index] = x;
    x += widths[index]!;
  }
  const pieces: LinePiece[] = [];
  for (let i = 0; i < atoms.length; i++) {
    const piece = toPiece(atoms[i]!, lefts[i]!, widths[i]!, levels[i]!, drawn.get(i));
    if (piece) pieces.push(piece);
  }
  return pieces;
}

/** UAX#9 L1 on atoms: leaders are segment separators, and so is white space before them or at the end. */
function trailingToBase(atoms: readonly Atom[], baseLevel: number): readonly number[] {
  const levels = atoms.map((atom) => atom.level);
  let trailing = true;
  for (let i = atoms.length - 1; i >= 0; i--) {
    const { kind } = atoms[i]!;
    if (kind === 'leader') trailing = true;
    else if (kind !== 'space' && kind !== 'break') trailing = false;
    if (trailing) levels[i] = baseLevel;
  }
  return levels;
}

/** Literals rather than a spread of shared fields: this runs for every word of a book, and costs a tenth so. */
function toPiece(
  atom: Atom,
  x: number,
  width: number,
  level: number,
  drawn: DrawnOut | undefined,
): LinePiece | null {
  const { kind, style, role, link } = atom;
  switch (kind) {
    case 'glyphs': {
      if (drawn) {
        const {
          kashida,
          elongation: { run },
        } = drawn;
        return {
          kind,
          x,
          width,
          level,
          style,
          role,
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
      return { kind, x, width, level, style, role, link, run, from, to, charFrom, charTo, kashida: null };
    }
    case 'space':
      return { kind, x, width, level, style, role, link, face: atom.face, char: atom.char };
    case 'leader':
      return { kind, x, width, level, style, role, link, face: atom.face, pattern: atom.pattern };
    case 'image':
      return { kind, x, width, level, style, role, link, image: atom.image, height: atom.height };
    case 'break':
      return null;
    default:
      return unreachable(atom, 'glyphs, space, leader, image, break');
  }
}

function extents(
  atoms: readonly Atom[],
  { start, end }: AtomRange,
): { readonly ascent: number; readonly descent: number } {
  let ascent = 0;
  let descent = 0;
  for (let i = start; i < end; i++) {
    const atom = atoms[i]!;
    const { size, rise } = atom.style;
    if (atom.kind === 'image') {
      ascent = Math.max(ascent, atom.height);
      continue;
    }
    const face = atom.kind === 'glyphs' ? atom.run.face : atom.face;
    ascent = Math.max(ascent, rise + (face.ascent * size) / face.unitsPerEm);
    descent = Math.max(descent, -rise - (face.descent * size) / face.unitsPerEm);
  }
  return { ascent, descent };
}

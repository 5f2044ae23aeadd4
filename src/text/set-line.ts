import { unreachable } from '../base/unreachable.ts';
import { type AtomRange, takenBeside } from './break-greedily.ts';
import type { LineStyle } from './break-lines.ts';
import { justify, type Ladder, NOT_ELONGATED, STRENGTHS } from './justify.ts';
import type { BrokenLine } from './line.ts';
import { withHyphen } from './line-end-hyphen.ts';
import { type SettledLine, totalWidth } from './line-pieces.ts';
import type { Measure } from './measure.ts';
import type { Atom, ShapedText } from './shaped.ts';
import { turnedIndent } from './turned-line.ts';

/** A line settled, and where its elongations stand, which the line under it keeps clear of. */
interface SetLine {
  readonly line: BrokenLine;
  readonly ladder: Ladder;
}

interface LinePlace {
  /** UTF-16 units of the paragraph before it. */
  readonly offset: number;
  /** Lines of the paragraph before it. */
  readonly index: number;
}

/** Settles a line: what its spaces and words come to, and the place of each piece from the left (UAX#9 L1, L2). */
export function setLine(
  content: ShapedText,
  atoms: readonly Atom[],
  range: AtomRange,
  paragraph: LineStyle,
  measure: Measure,
  { offset, index }: LinePlace,
  above: Ladder,
): SetLine {
  const last = atoms[range.end - 1]!;
  const ends = last.after === 'must-break';
  const trimmed = trimLine(atoms, range, paragraph.preformatted);
  const inked = ends ? trimmed : withHyphen(trimmed);
  const isTurned = range.start > 0 && atoms[range.start - 1]!.after !== 'must-break';
  const indent =
    offset === 0 ? paragraph.indent + measure.firstIndent : isTurned ? turnedIndent(last, paragraph) : 0;
  const taken = takenBeside(index, measure);
  const room = measure.width - indent - taken;
  const settled = settle(inked, room, paragraph, ends, above);
  const total = totalWidth(inked, settled);
  const startIndent = indent + startOffset(paragraph.align, room - total);
  const rtl = content.direction === 'rtl';
  const atLeft = measure.beside?.edge === 'left' ? taken : 0;
  const left = rtl ? measure.width - startIndent - total - (taken - atLeft) : startIndent + atLeft;
  const { borders } = content;
  const end = offset + lengthOf(atoms, range);
  const { ascent, descent, imageHeight, imageDepth } = extents(atoms, range);
  const line: BrokenLine = {
    start: offset,
    end,
    width: measure.width,
    ascent,
    descent,
    imageHeight,
    imageDepth,
    words: { kind: 'settled', atoms: inked, settled, x: left, baseLevel: rtl ? 1 : 0, borders },
  };
  return { line, ladder: settled.ladder };
}

function lengthOf(atoms: readonly Atom[], { start, end }: AtomRange): number {
  let length = 0;
  for (let i = start; i < end; i++) length += atoms[i]!.length;
  return length;
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

/** Leaders, or in justified lines words and spaces, take up the room that natural widths leave. */
function settle(
  atoms: readonly Atom[],
  room: number,
  paragraph: LineStyle,
  endsParagraph: boolean,
  above: Ladder,
): SettledLine {
  let natural = 0;
  let leaders = 0;
  for (const atom of atoms) {
    natural += atom.width;
    if (atom.kind === 'leader') leaders++;
  }
  const spare = room - natural;
  if (leaders > 0) return { ...NATURAL, leader: Math.max(0, spare) / leaders };
  const fills =
    paragraph.align === 'fit' || (paragraph.align === 'justify' && !(endsParagraph && spare >= 0));
  if (!fills) return NATURAL;
  const { elongated, spaceFactor, ladder } = justify(atoms, spare, STRENGTHS[paragraph.kashida], above);
  if (spaceFactor > LOOSEST && paragraph.align === 'justify') return NATURAL;
  return { elongated, spaceFactor, ladder, leader: 0 };
}

/** A line left short by a word that would not fit, such as an address, stays short: holes read worse than a ragged end. */
const LOOSEST = 6;

const NATURAL: SettledLine = { ...NOT_ELONGATED, leader: 0 };

/** How much of the room to spare goes before the line. */
function startOffset(align: LineStyle['align'], spare: number): number {
  switch (align) {
    case 'justify':
    case 'fit':
    case 'start':
      return 0;
    case 'center':
      return spare / 2;
    case 'end':
      return spare;
    default:
      return unreachable(align, 'justify, fit, start, center, end');
  }
}

function extents(
  atoms: readonly Atom[],
  { start, end }: AtomRange,
): {
  readonly ascent: number;
  readonly descent: number;
  readonly imageHeight: number;
  readonly imageDepth: number;
} {
  let ascent = 0;
  let descent = 0;
  let imageHeight = 0;
  let imageDepth = 0;
  for (let i = start; i < end; i++) {
    const atom = atoms[i]!;
    const { size, rise } = atom.style;
    if (atom.kind === 'image') {
      imageHeight = Math.max(imageHeight, atom.height + rise);
      imageDepth = Math.max(imageDepth, -rise);
      ascent = Math.max(ascent, atom.height + rise);
      continue;
    }
    const face = atom.kind === 'glyphs' ? atom.run.face : atom.face;
    ascent = Math.max(ascent, rise + (face.ascent * size) / face.unitsPerEm);
    descent = Math.max(descent, -rise - (face.descent * size) / face.unitsPerEm);
  }
  return { ascent, descent, imageHeight, imageDepth };
}

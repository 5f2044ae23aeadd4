import { hyphenWidth } from './line-end-hyphen.ts';
import type { Atom } from './shaped.ts';

/** The atoms of one line. */
export interface AtomRange {
  readonly start: number;
  readonly end: number;
}

/** The room of the first line and of the others. Points. */
export interface Room {
  readonly first: number;
  readonly rest: number;
  /** Of lines that go on with a line of code. */
  readonly turned: number;
  /** What the first of them have less, beside a figure. */
  readonly beside: { readonly lines: number; readonly width: number } | null;
}

/** What a line has less than the others. Points. */
export function takenBeside(line: number, { beside }: Pick<Room, 'beside'>): number {
  return beside !== null && line < beside.lines ? beside.width : 0;
}

/** First-fit line breaking: each line takes what it can. For ragged and preformatted text, where nothing is to be evened out. */
export function breakGreedily(atoms: readonly Atom[], room: Room): readonly AtomRange[] {
  const lines: AtomRange[] = [];
  let start = 0;
  let width = 0;
  let chance = 0;
  const endLine = (end: number) => {
    lines.push({ start, end });
    start = end;
    chance = end;
    width = 0;
  };
  for (let i = 0; i < atoms.length; i++) {
    const atom = atoms[i]!;
    const turned = start > 0 && atoms[start - 1]!.after !== 'must-break';
    const limit =
      (lines.length === 0 ? room.first : turned ? room.turned : room.rest) -
      takenBeside(lines.length, room) +
      0.001;
    // White space may hang over the edge: it vanishes at a line's end.
    if (atom.kind !== 'space' && width + atom.width > limit && chance > start) {
      // From there on again: where no hyphen fitted on this line one may fit on the next.
      i = chance - 1;
      endLine(chance);
      continue;
    }
    width += atom.width;
    const hyphen = hyphenWidth(atom);
    const fits = hyphen === 0 || width + hyphen <= limit;
    if (atom.after !== 'no-break' && (fits || chance === start)) chance = i + 1;
    if (atom.after === 'must-break') endLine(i + 1);
  }
  if (start < atoms.length) lines.push({ start, end: atoms.length });
  return lines;
}

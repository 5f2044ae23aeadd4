import type { Atom, GlyphAtom } from './shaped.ts';
import { sliceGlyphs } from './slice-glyphs.ts';
import { spellOut } from './word-atom.ts';

/** Widths that were added up in another order differ by less than this, points; no eye sees it. */
const EPSILON = 0.001;

/** Told of a word that is broken inside, or its beginning, and of its inline. */
export type ReportWide = (inline: number, word: string) => void;

/**
 * The same atoms, with a stretch that offers no break and is wider than `room` broken inside: between
 * its atoms where that is enough, else between the clusters of a word, which is reported. So that line
 * breaking never meets a word that cannot fit.
 *
 * @param report null where lines are cut as a matter of course, as in code
 */
export function fitAtoms(atoms: readonly Atom[], width: number, report: ReportWide | null): readonly Atom[] {
  const room = width + EPSILON;
  const fitted: Atom[] = [];
  for (let start = 0; start < atoms.length; ) {
    let end = start;
    let stretch = 0;
    let white = 0;
    do {
      // White space counts once something follows it: at a line's end it vanishes.
      const { kind, width } = atoms[end]!;
      if (kind === 'space') white += width;
      else {
        stretch += white + width;
        white = 0;
      }
      end++;
    } while (end < atoms.length && atoms[end - 1]!.after === 'no-break');
    if (stretch <= room) for (let i = start; i < end; i++) fitted.push(atoms[i]!);
    else breakInside(atoms.slice(start, end), room, report, fitted);
    start = end;
  }
  return fitted;
}

function breakInside(atoms: readonly Atom[], room: number, report: ReportWide | null, fitted: Atom[]): void {
  let width = 0;
  for (const atom of splitWords(atoms, room, report)) {
    const previous = fitted.at(-1);
    if (width > 0 && width + atom.width > room && previous?.after === 'no-break') {
      const plain = previous.kind === 'glyphs' ? spellOut(previous) : previous;
      fitted[fitted.length - 1] = { ...plain, after: 'may-break' };
      width = 0;
    }
    fitted.push(atom);
    width = atom.after === 'no-break' ? width + atom.width : 0;
  }
}

/** An indentation that leaves less than this share of the room stands alone, before a word that is too long. */
const LEAST_BESIDE = 0.25;

/** Words that are too wide in parts; the first part of one that is indented stands beside its indentation. */
function splitWords(atoms: readonly Atom[], room: number, report: ReportWide | null): readonly Atom[] {
  const begins = atoms.findIndex(({ kind }) => kind !== 'space');
  const indent = atoms.slice(0, begins).reduce((sum, { width }) => sum + width, 0);
  const beside = room - indent < LEAST_BESIDE * room ? room : room - indent;
  return atoms.flatMap((atom, index) => {
    const first = index === begins ? beside : room;
    return atom.kind === 'glyphs' && atom.width > first ? splitWord(atom, first, room, report) : [atom];
  });
}

/** Parts of a word, each as wide as fits, cut between clusters; joined letters keep their joined forms. */
function splitWord(atom: GlyphAtom, first: number, room: number, report: ReportWide | null): readonly Atom[] {
  const scale = atom.style.size / atom.run.face.unitsPerEm;
  const parts: GlyphAtom[] = [];
  let charFrom = atom.charFrom;
  while (charFrom < atom.charTo) {
    let best: GlyphAtom | null = null;
    for (let charTo = charFrom + 1; charTo <= atom.charTo; charTo++) {
      const slice = sliceGlyphs(atom.run, charFrom, charTo);
      if (!slice) continue;
      let units = 0;
      for (let i = slice.from; i < slice.to; i++) units += atom.run.advances[i]!;
      if (best && units * scale > (parts.length === 0 ? first : room)) break;
      best = {
        ...spellOut(atom),
        ...slice,
        charFrom,
        charTo,
        length: charTo - charFrom,
        width: units * scale,
        after: 'may-break',
        callsNote: false,
        hyphen: null,
      };
    }
    if (!best) return [atom];
    parts.push(best);
    charFrom = best.charTo;
  }
  parts[parts.length - 1] = {
    ...parts.at(-1)!,
    after: atom.after,
    callsNote: atom.callsNote,
    hyphen: atom.hyphen,
  };
  report?.(atom.inline, shorten(atom.run.text.slice(atom.charFrom, atom.charTo)));
  return parts;
}

/** So much of a word that it is known again. */
function shorten(word: string): string {
  const units = [...word];
  return units.length > 40 ? `${units.slice(0, 40).join('')}…` : word;
}

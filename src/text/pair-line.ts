import type { AnchorInline } from '../style/inline.ts';
import type { BrokenLine, Line, LinkedPart } from './line.ts';
import type { Atom, Shaped } from './shaped.ts';

/** A line in the document of its paragraph: with what its atoms and anchors name by index. */
export function pairLine(line: BrokenLine, paragraph: Shaped): Line {
  const { start, end, width, ascent, descent, imageHeight, imageDepth, words } = line;
  const { inlines } = paragraph;
  const atoms = words.kind === 'settled' ? words.atoms : NONE;
  const links = linksOf(atoms, paragraph);
  const anchors = anchorsIn(paragraph, start, end);
  const notes = notesOf(atoms, paragraph);
  return {
    start,
    end,
    width,
    ascent,
    descent,
    imageHeight,
    imageDepth,
    words,
    inlines,
    links,
    anchors,
    notes,
  };
}

const NONE: readonly never[] = [];

function linksOf(atoms: readonly Atom[], { inlines }: Shaped): readonly LinkedPart[] {
  let links: readonly LinkedPart[] = NONE;
  let before = -1;
  for (const { inline } of atoms) {
    // Inlines are of several shapes, which is slow to read: once for all its words in a row.
    if (inline === before) continue;
    before = inline;
    const { link, tagTarget } = inlines[inline]!;
    if (link === null) continue;
    const last = links.at(-1);
    if (last?.link !== link || last.tagTarget !== tagTarget) links = [...links, { link, tagTarget }];
  }
  return links;
}

/** Those before a character of the line; at the end of the paragraph those behind its last. */
function anchorsIn({ anchors, inlines, text }: Shaped, start: number, end: number): readonly AnchorInline[] {
  if (anchors.length === 0) return NONE;
  return anchors.flatMap(({ at, inline }) => {
    const anchor = inlines[inline]!;
    const isIn = at >= start && (at < end || end === text.length);
    return isIn && anchor.kind === 'anchor' ? [anchor] : [];
  });
}

function notesOf(atoms: readonly Atom[], { notes }: Shaped): Line['notes'] {
  if (notes.size === 0) return NONE;
  return atoms.flatMap((atom) => {
    const note = atom.kind === 'glyphs' && atom.callsNote ? notes.get(atom.inline) : undefined;
    return note === undefined ? [] : [note];
  });
}

import type { Atom, GlyphAtom } from './shaped.ts';

/** What a line that ends after this atom needs for its hyphen; 0 where it shows none. Points. */
export function hyphenWidth(atom: Atom): number {
  if (atom.kind !== 'glyphs' || atom.hyphen === null) return 0;
  return (atom.hyphen.width * atom.style.size) / atom.hyphen.face.unitsPerEm;
}

/** The atoms of a line that is not the paragraph's last, with the hyphen that its last word asks for. */
export function withHyphen(atoms: readonly Atom[]): readonly Atom[] {
  const last = atoms.at(-1);
  if (last?.kind !== 'glyphs' || last.hyphen === null) return atoms;
  const run = last.hyphen;
  const hyphen: GlyphAtom = {
    ...last,
    length: 0,
    width: hyphenWidth(last),
    run,
    from: 0,
    to: run.ids.length,
    charFrom: 0,
    charTo: run.text.length,
    callsNote: false,
    hyphen: null,
  };
  return [...atoms, hyphen];
}

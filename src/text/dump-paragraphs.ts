import { formatOrigin } from '../base/origin.ts';
import type { TextBlock } from '../style/blocks.ts';
import { mapStyled } from '../style/map-content.ts';
import type { Styled } from '../style/styled.ts';
import type { Item, ItemisedContent } from './itemised.ts';
import type { Atom, ShapedContent } from './shaped.ts';

/** `--dump=itemise`: each paragraph, then a line for each item: range, level, script, face and characters. */
export function dumpItemised(document: Styled<ItemisedContent>): string {
  return dumpParagraphs(document, (content) =>
    content.kind === 'deferred' ? DEFERRED : content.items.map((item) => dumpItem(item, content.text)),
  );
}

/** `--dump=shape`: each paragraph, then a line for each atom: range, width in points, and what it is. */
export function dumpShaped(document: Styled<ShapedContent>): string {
  return dumpParagraphs(document, (content) =>
    content.kind === 'deferred' ? DEFERRED : dumpAtoms(content.atoms, content.text),
  );
}

const DEFERRED = ['  waits for page numbers'];

function dumpParagraphs<C>(document: Styled<C>, lines: (content: C) => readonly string[]): string {
  const out: string[] = [];
  mapStyled(document, (content, block: TextBlock<C>) => {
    out.push(`paragraph ${formatOrigin(block.origin)}`, ...lines(content));
    return content;
  });
  return `${out.join('\n')}\n`;
}

function dumpItem({ start, end, level, script, face }: Item, text: string): string {
  return `  ${start}–${end} level ${level} ${script} ${face.id} ${JSON.stringify(text.slice(start, end))}`;
}

const BREAKS = { 'no-break': '', 'may-break': ' ÷', 'must-break': ' !' } as const;

function dumpAtoms(atoms: readonly Atom[], text: string): readonly string[] {
  let start = 0;
  return atoms.map((atom) => {
    const end = start + atom.length;
    const line = `  ${start}–${end} ${dumpAtom(atom)} ${JSON.stringify(text.slice(start, end))}`;
    start = end;
    return line;
  });
}

function dumpAtom(atom: Atom): string {
  const { width, level, kind, after } = atom;
  const glyphs = kind === 'glyphs' ? ` [${atom.run.ids.slice(atom.from, atom.to).join(' ')}]` : '';
  return `level ${level} ${kind} ${width.toFixed(3)}${glyphs}${BREAKS[after]}`;
}

import type { Line } from '../../src/text/line.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';

const BRACKETS = '()[]{}«»<>';
const MIRRORED = new Map(Array.from(BRACKETS, (character, i) => [character, BRACKETS[i ^ 1]!]));

/** The characters of a line as painted, left to right; marks and joiners, which have no place of their own, left out. */
export function paintedOrder(line: Line): string {
  return [...piecesOf(line)]
    .sort((a, b) => a.x - b.x)
    .map((piece) => {
      if (piece.kind === 'space') return piece.char;
      if (piece.kind !== 'glyphs') return '';
      const characters = Array.from(piece.run.text.slice(piece.charFrom, piece.charTo));
      return piece.level % 2 === 0
        ? characters.join('')
        : characters
            .reverse()
            .map((character) => MIRRORED.get(character) ?? character)
            .join('');
    })
    .join('')
    .replace(/[\p{M}\p{Cf}]/gu, '');
}

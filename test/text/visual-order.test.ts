import { describe, expect, test } from 'vitest';
import type { Line } from '../../src/text/line.ts';
import { readTable } from './measure-order.mjs';
import { JUSTIFIED, setText } from './set-text.ts';

/** Logical text, what stands on paper from left to right, and who confirms it: see `measure-order.mjs`. */
const rows = readTable().map(({ logical, visual }) => [logical, visual] as const);

const BRACKETS = '()[]{}«»<>';
const MIRRORED = new Map(Array.from(BRACKETS, (character, i) => [character, BRACKETS[i ^ 1]!]));

/** The characters of a line as painted, left to right; marks and joiners, which have no place of their own, left out. */
function paintedOrder(line: Line): string {
  return [...line.pieces]
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

describe('visual order of mixed lines', () => {
  test('the table has at least 300 lines', () => expect(rows.length).toBeGreaterThanOrEqual(300));

  test.each(rows)('%s', (logical, visual) => {
    const [line, ...more] = setText(logical, 2000, { ...JUSTIFIED, align: 'start' });
    expect(more).toEqual([]);
    expect(paintedOrder(line!)).toBe(visual.replace(/[\p{M}\p{Cf}]/gu, ''));
  });
});

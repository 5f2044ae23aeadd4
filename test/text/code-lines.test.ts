import { describe, expect, test } from 'vitest';
import type { StructElement } from '../../src/base/element.ts';
import type { TextInline } from '../../src/style/inline.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import type { Line } from '../../src/text/line.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { inline, JUSTIFIED, shapeInlines, sink } from './set-text.ts';

const CODE: StructElement = {
  tag: 'Code',
  parent: null,
  order: 0,
  alt: null,
  lang: null,
  attributes: {},
  origin: { file: 'test.md', line: 1, column: 1 },
};
const paragraph = { ...JUSTIFIED, direction: 'ltr', align: 'start', preformatted: true } as const;

function code(text: string): TextInline {
  return { ...inline(text, { family: 'ibm-plex-mono', size: 10, lang: 'en' }), tagTarget: CODE };
}

function setCode(text: string, width: number): { lines: readonly Line[]; texts: string[] } {
  const shaped = shapeInlines([code(text)], paragraph);
  const lines = breakLines(shaped, paragraph, { width, firstIndent: 0, beside: null }, sink);
  return { lines, texts: lines.map(({ start, end }) => shaped.text.slice(start, end).replace('\u2028', '')) };
}

describe('lines of code', () => {
  test('turn over at spaces and marks, and hang behind the sign', () => {
    const { lines, texts } = setCode('const value = describe(first, second, third);\nreturn;', 150);
    expect(texts.slice(0, -1).every((text) => /[ ,(;]$/.test(text))).toBe(true);
    expect(texts.join('')).toBe('const value = describe(first, second, third);return;');
    const indents = lines.map((line) => Math.round(piecesOf(line)[0]!.x));
    expect(indents[0]).toBe(0);
    expect(indents.slice(1, -1)).toEqual(indents.slice(1, -1).map(() => 20));
    expect(indents.at(-1)).toBe(0);
  });

  test('are cut inside a word only where nothing else will do, and stay in the measure', () => {
    const { lines, texts } = setCode(`const token = '${'a'.repeat(80)}';`, 150);
    expect(texts[0]).toBe('const token = ');
    for (const line of lines) {
      const inked = piecesOf(line).filter(({ kind }) => kind !== 'space');
      expect(Math.max(...inked.map((piece) => piece.x + piece.width))).toBeLessThanOrEqual(line.width + 0.01);
    }
  });

  test('keep their indentation beside the first part of a word that is too long', () => {
    for (const indent of [4, 12]) {
      const { lines, texts } = setCode(`${' '.repeat(indent)}${'a'.repeat(80)}\n  b`, 150);
      expect(texts[0]).toMatch(new RegExp(`^ {${indent}}a+$`));
      expect(texts.join('')).toBe(`${' '.repeat(indent)}${'a'.repeat(80)}  b`);
      for (const line of lines)
        expect(Math.max(...piecesOf(line).map(({ x, width }) => x + width))).toBeLessThanOrEqual(
          line.width + 0.01,
        );
    }
  });

  test('never get a hyphen, at a syllable or at a soft hyphen', () => {
    const words = 'internationalization documentation cooperation';
    for (const text of [words, 'inter\u00ADnational '.repeat(20)]) {
      const { lines } = setCode(text, 70);
      for (const line of lines)
        for (const piece of piecesOf(line))
          if (piece.kind === 'glyphs') expect(piece.charTo - piece.charFrom).not.toBe(0);
      const shown = lines.flatMap((line) =>
        piecesOf(line).map((piece) =>
          piece.kind === 'glyphs' ? piece.run.text.slice(piece.charFrom, piece.charTo) : ' ',
        ),
      );
      expect(shown.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    }
  });

  test('are paragraphs of their own: what one line ends in does not turn the next', () => {
    const shaped = shapeInlines([code('أول -\n- b')], paragraph);
    const lines = breakLines(shaped, paragraph, { width: 400, firstIndent: 0, beside: null }, sink);
    const second = piecesOf(lines[1]!).map((piece) => piece.level);
    expect(second.every((level) => level === 0)).toBe(true);
  });
});

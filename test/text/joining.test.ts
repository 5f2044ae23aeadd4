import { describe, expect, test } from 'vitest';
import { findKashidaPlaces } from '../../src/text/kashida-places.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { inline, JUSTIFIED, setText, shapeInlines } from './set-text.ts';

/** The ids of what is inked, in logical order. */
function inkOf(text: string): number[] {
  return shapeInlines([inline(text)]).atoms.flatMap((atom) => {
    if (atom.kind !== 'glyphs') return [];
    const ids: number[] = [];
    for (let i = atom.from; i < atom.to; i++) {
      const ink = atom.run.advances[i] !== 0 || !CONTROL.test(atom.run.text[atom.run.clusters[i]!]!);
      if (ink) ids.push(atom.run.ids[i]!);
    }
    return ids.reverse();
  });
}

const CONTROL = /[\u00AD\u200B\u200E\u200F\u061C]/;

describe('letters join over what draws nothing (ArabicShaping.txt, Joining_Type T)', () => {
  const words = ['المست%شفى', 'ك%تاب', 'مك%ت%بة', 'محمّ%د', 'سُ%بْ%حان', 'پي%شگاه', 'عر%بي'];
  test.each(['\u00AD', '\u200B', '\u200E', '\u200F', '\u061C', '\u200E\u00AD'])('%j', (control) => {
    for (const word of words)
      expect({ word, ink: inkOf(word.replaceAll('%', control)) }).toEqual({
        word,
        ink: inkOf(word.replaceAll('%', '')),
      });
  });

  test('but not over a non-joiner', () => {
    expect(inkOf('می\u200Cخواهم')).not.toEqual(inkOf('میخواهم'));
  });

  test('every character stays, the invisible ones too', () => {
    const text = 'المست\u00ADشفى وكت\u200Bاب وم\u200Eكتبة';
    const { atoms } = shapeInlines([inline(text)]);
    expect(atoms.reduce((sum, { length }) => sum + length, 0)).toBe(text.length);
  });
});

describe('a line may end there', () => {
  const ragged = { ...JUSTIFIED, align: 'start' } as const;
  /** What stands at the ends of lines of several measures. */
  const endsOf = (word: string) =>
    [70, 85, 100, 115, 130].flatMap((width) =>
      setText(Array.from({ length: 12 }, () => word).join(' '), width, ragged).map((line) => {
        for (const { x } of piecesOf(line)) expect(x).toBeGreaterThanOrEqual(-0.01);
        const last = piecesOf(line).at(-1)!;
        return last.kind === 'glyphs' ? last.run.text.slice(last.charFrom, last.charTo) : '';
      }),
    );

  test('after a soft hyphen, which then shows', () => {
    expect(endsOf('المست\u00ADشفيات')).toContain('\u00AD');
  });

  test('after a zero width space, without a hyphen', () => {
    const ends = endsOf('المست\u200Bشفيات');
    expect(ends).toContain('المست\u200B');
    expect(ends).not.toContain('\u00AD');
  });
});

test('no kashida stands at an invisible character', () => {
  const places = (word: string) => findKashidaPlaces(word).map(({ offset }) => offset);
  expect(places('مس\u00ADتقبل')).not.toContain(3);
  expect(places('كت\u200Bاب')).not.toContain(3);
  expect(places('كت\u200Bاب')).not.toContain(2);
  expect(places('مستقبل')).toContain(2);
});

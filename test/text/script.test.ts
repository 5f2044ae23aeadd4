import { describe, expect, test } from 'vitest';
import { scriptRuns } from '../../src/text/script.ts';

const runsOf = (text: string) => scriptRuns(text).map(({ end, code }) => `${code} ${end}`);

describe('scripts of a text', () => {
  test('white space, signs and digits belong to the letters before them', () => {
    expect(runsOf('قمة (2010) ISO 9001: نعم')).toEqual(['Arab 11', 'Latn 21', 'Arab 24']);
  });
  test('at the start they belong to the letters after them', () => {
    expect(runsOf('«20» ISO')).toEqual(['Latn 8']);
    expect(runsOf('12 ابن')).toEqual(['Arab 6']);
  });
  test('a text without letters is of no script', () => {
    expect(runsOf('2010 – 2011')).toEqual(['Zyyy 11']);
    expect(runsOf('')).toEqual(['Zyyy 0']);
  });
  test('characters of two units', () => {
    expect(runsOf('𞸀𝐀نص')).toEqual(['Arab 6']);
    expect(runsOf('漢字 𠀀 Ωμ')).toEqual(['Hani 6', 'Grek 8']);
  });
  test('in the blocks that are taken for Arabic or Common without a look there is nothing else', () => {
    const blocks = [
      [0, 0x24f],
      [0x600, 0x6ff],
      [0x2000, 0x206f],
      [0xfffc, 0xfffc],
    ] as const;
    for (const [first, last] of blocks) {
      for (let codePoint = first; codePoint <= last; codePoint++) {
        const character = String.fromCodePoint(codePoint);
        const expected = /\p{Script=Latin}/u.test(character)
          ? 'Latn'
          : /\p{Script=Arabic}/u.test(character)
            ? 'Arab'
            : 'Zyyy';
        expect([codePoint, scriptRuns(character)[0]!.code]).toEqual([codePoint, expected]);
      }
    }
  });
});

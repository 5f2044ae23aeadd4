import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { resolveIsolated } from '../../src/text/bidi.ts';
import { plainLevels, plainLevelsAround } from '../../src/text/plain-levels.ts';
import { reorderLine } from '../../src/text/reorder.ts';
import { resolveParagraph } from '../../src/text/uax9.ts';
import { inline, JUSTIFIED, shapeInlines } from './set-text.ts';

const CHARACTERS = [
  'ا',
  'ب',
  'َ',
  'a',
  'Z',
  '1',
  '٢',
  ' ',
  '،',
  '.',
  '-',
  '(',
  ')',
  '«',
  '»',
  '%',
  '\u200F',
  '\u200E',
  '\u2067',
  '\u2068',
  '\u2069',
  '\u202A',
  '\u202C',
];
const anyText = fc
  .array(fc.constantFrom(...CHARACTERS), { maxLength: 60 })
  .map((characters) => characters.join(''));

describe('UAX#9', () => {
  test('reordering is a permutation: nothing lost, nothing doubled', () => {
    fc.assert(
      fc.property(anyText, fc.constantFrom('rtl', 'ltr', 'auto'), (text, direction) => {
        const order = reorderLine(resolveParagraph(text, direction).levels);
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from(text, (_, i) => i));
      }),
    );
  });

  test('what stands in an isolate never changes the levels around it', () => {
    const noControls = anyText.map((text) => text.replace(/[\u202A-\u202E\u2066-\u2069]/g, ''));
    fc.assert(
      fc.property(
        noControls,
        noControls,
        noControls,
        noControls,
        fc.constantFrom('rtl', 'ltr'),
        (before, one, other, after, direction) => {
          const around = (inside: string) => {
            const isolated = `\u2067${inside}\u2069`;
            const { levels } = resolveParagraph(before + isolated + after, direction);
            return [...levels.slice(0, before.length), ...levels.slice(before.length + isolated.length)];
          };
          expect(around(one)).toEqual(around(other));
        },
      ),
    );
  });

  test('plain right-to-left text has the levels of the whole algorithm', () => {
    const plain = [...'ابَّٱـ123٠٥۰۹٫ ،؛.:,/-+#$%()[]«»"!&*=\u00A0\u2013\u2019\uFFFC'];
    const plainText = fc
      .array(fc.constantFrom(...plain, ...plain.slice(0, 13), ' '), { maxLength: 40 })
      .map((characters) => characters.join(''));
    let short = 0;
    fc.assert(
      fc.property(plainText, (text) => {
        const levels = plainLevels(text);
        if (levels === null) return;
        short++;
        expect(levels).toEqual(resolveParagraph(text, 'rtl').levels);
      }),
      { numRuns: 3_000 },
    );
    expect(short).toBeGreaterThan(500);
  });

  test('isolates in plain text have the levels of the whole algorithm', () => {
    const inside = fc
      .array(fc.constantFrom(...'اَب1٢ ,-%(a)Z«\u200F\u200D\u00AD\u2069\uFFFC'), {
        minLength: 1,
        maxLength: 6,
      })
      .map((characters) => characters.join(''));
    const around = fc
      .array(fc.constantFrom(...'ابَ12٥ ،.,-%()«»'), { maxLength: 8 })
      .map((characters) => characters.join(''));
    const parts = fc.array(fc.tuple(around, inside, fc.constantFrom('ltr', 'rtl', 'auto'), fc.boolean()), {
      minLength: 1,
      maxLength: 4,
    });
    let short = 0;
    fc.assert(
      fc.property(parts, around, (pairs, after) => {
        let text = '';
        const isolates = pairs.map(([before, within, direction, override]) => {
          const start = text.length + before.length;
          text += before + within;
          return { start, end: text.length, direction, override };
        });
        const levels = plainLevelsAround(text + after, isolates);
        if (levels === null) return;
        short++;
        expect(levels).toEqual(resolveIsolated(text + after, isolates, 'rtl'));
      }),
      { numRuns: 3_000 },
    );
    expect(short).toBeGreaterThan(300);
  });

  test.each([
    ['قمة آستانة (2010)، في 83 دولة: «نعم».', true],
    ['سنة ٢٠١٠.', true],
    ['نسبة 5%', false],
    ['الساعة 9:30 في ١٬٢٣٤٫٥ يوم و1,234.5', true],
    ['٥:30', false],
    ['ISO في نص', false],
    ['\u2067نص\u2069', false],
  ])('is %s plain?', (text, expected) => expect(plainLevels(text) !== null).toBe(expected));

  test('an inline that is an isolate stays together: code in an Arabic sentence', () => {
    const code = { ...inline('rm -rf "/tmp/x"'), isolates: [{ direction: 'ltr' as const }] };
    const { atoms, text } = shapeInlines([inline('نفّذ '), code, inline(' الآن')], JUSTIFIED);
    let offset = 0;
    const levels = atoms.flatMap((atom) => {
      offset += atom.length;
      return offset > 5 && offset <= 20 ? [atom.level] : [];
    });
    expect(text.slice(5, 20)).toBe('rm -rf "/tmp/x"');
    expect(levels.every((level) => level % 2 === 0)).toBe(true);
  });
});

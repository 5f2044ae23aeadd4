import { describe, expect, test } from 'vitest';
import {
  convertDigits,
  documentCounter,
  formatCounter,
  formatNumbering,
  readNumber,
} from '../../src/style/counters.ts';
import type { CounterStyle } from '../../src/style/styled.ts';

const COUNTERS: readonly (readonly [CounterStyle, number, string])[] = [
  ['decimal', 12, '12'],
  ['arabic-indic', 1, '١'],
  ['arabic-indic', 2026, '٢٠٢٦'],
  ['persian', 456, '۴۵۶'],
  ['arabic-abjad', 1, 'أ'],
  ['arabic-abjad', 4, 'د'],
  ['arabic-abjad', 5, 'ه\u200D'],
  ['arabic-abjad', 10, 'ي'],
  ['arabic-abjad', 11, 'ك'],
  ['arabic-abjad', 28, 'غ'],
  ['arabic-abjad', 29, '٢٩'],
  ['hijai', 2, 'ب'],
  ['hijai', 4, 'ث'],
  ['hijai', 26, 'ه\u200D'],
  ['hijai', 28, 'ي'],
  ['lower-alpha', 3, 'c'],
  ['lower-alpha', 26, 'z'],
  ['lower-alpha', 27, 'aa'],
  ['upper-alpha', 53, 'BA'],
  ['lower-roman', 4, 'iv'],
  ['lower-roman', 1994, 'mcmxciv'],
  ['lower-roman', 4000, '4000'],
  ['none', 7, ''],
];

test.each(COUNTERS)('%s prints %i as %s', (style, number, printed) => {
  expect(formatCounter(style, number)).toBe(printed);
});

test('numbers of several levels keep their order of writing', () => {
  expect(formatNumbering('arabic-indic', [1, 2])).toBe('١.٢');
});

describe('the digits of a document', () => {
  test.each([
    ['ar', 'source', 'arabic-indic'],
    ['ar-EG', 'source', 'arabic-indic'],
    ['ar-MA', 'source', 'decimal'],
    ['ar-MA', 'arab', 'arabic-indic'],
    ['ar', 'latn', 'decimal'],
    ['fa', 'source', 'persian'],
    ['ur', 'arab', 'persian'],
    ['en', 'source', 'decimal'],
  ] as const)('%s with %s counts in %s', (lang, digits, counter) => {
    expect(documentCounter(lang, digits)).toBe(counter);
  });
});

describe('digits in text', () => {
  test('numbers change, names do not', () => {
    expect(convertDigits('في 2010 ظهر COVID-19 وISO9001 بنسبة 12.5', 'arabic-indic')).toBe(
      'في ٢٠١٠ ظهر COVID-19 وISO9001 بنسبة ١٢.٥',
    );
  });
  test('both ways, and a date keeps its hyphens', () => {
    expect(convertDigits('٢٠١١-٠٤-١٥', 'decimal')).toBe('2011-04-15');
  });
});

describe('numbers as people write them', () => {
  test.each([
    ['٥٦', 56],
    ['١٢٫٥', 12.5],
    ['١٬٢٥٠', 1250],
    ['1,250,000', 1250000],
    ['12,5', null],
    ['−٣', -3],
    ['٪٨', null],
    ['٨٪', 8],
    ['ثلاثة', null],
    ['', null],
  ])('%s is %s', (text, value) => {
    expect(readNumber(text)).toBe(value);
  });
});

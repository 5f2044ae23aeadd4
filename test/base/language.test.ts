import { describe, expect, test } from 'vitest';
import { commaOf, digitsOfLang, directionOfLang, easternDigitsOf } from '../../src/base/language.ts';

describe('the direction of a language', () => {
  test.each(
    'ar arz ary apc aeb fa prs ur pnb skr ks ps sd ckb sdh ug he yi dv syr nqo mzn ar_EG AR-eg ku-IQ pa-PK uz-AF az-IR ms-Arab ff-Adlm rhg'.split(
      ' ',
    ),
  )('%s is written from the right', (lang) => expect(directionOfLang(lang)).toBe('rtl'));

  test.each('en fr tr ku az uz pa ru el zh ja hi ar-Latn fa-Cyrl he-Latn'.split(' '))(
    '%s is written from the left',
    (lang) => expect(directionOfLang(lang)).toBe('ltr'),
  );

  test.each(['xx', 'qaa', 'x-own', '', 'عربي', 'ar-', 'en us', 'ar-EG-Arab-xx-EG'])(
    'of %j, which nobody knows, the letters decide',
    (lang) => {
      expect(directionOfLang(lang, () => 'rtl')).toBe('rtl');
      expect(directionOfLang(lang)).toBe('ltr');
    },
  );
});

test.each([
  ['ar', 'arab', 'arab', '، '],
  ['ar-SA', 'arab', 'arab', '، '],
  ['ar-MA', 'latn', 'arab', '، '],
  ['ar-Arab-TN', 'latn', 'arab', '، '],
  ['arz', 'arab', 'arab', '، '],
  ['fa', 'arabext', 'arabext', '، '],
  ['pnb', 'arabext', 'arabext', '، '],
  ['ks', 'arabext', 'arabext', '، '],
  ['ckb', 'arab', 'arab', '، '],
  ['ug', 'latn', 'arab', '، '],
  ['he', 'latn', 'arab', ', '],
  ['fr', 'latn', 'arab', ', '],
  ['uz', 'latn', 'arab', ', '],
  ['uz-AF', 'arabext', 'arabext', '، '],
] as const)(
  '%s counts in %s, asked for Eastern digits in %s, and parts by %j',
  (lang, own, eastern, comma) => {
    expect(digitsOfLang(lang)).toBe(own);
    expect(easternDigitsOf(lang)).toBe(eastern);
    expect(commaOf(lang)).toBe(comma);
  },
);

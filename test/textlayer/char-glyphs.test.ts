import { describe, expect, test } from 'vitest';
import type { GlyphRun } from '../../src/font/glyph-run.ts';
import {
  cutCharGlyphs as cutByRules,
  partText,
  type RunPart,
  wholeRun,
} from '../../src/textlayer/char-glyphs.ts';
import { cutChunks } from '../../src/textlayer/chunk.ts';
import { TEXT_PROFILES } from '../../src/textlayer/text-profile.ts';
import { type FaceName, openFace } from '../pdf/lay.ts';

const cutCharGlyphs = (part: RunPart) => cutByRules(part, TEXT_PROFILES.reading);

function shape(text: string, name: FaceName = 'amiri', rtl = true): GlyphRun {
  return openFace(name).shape({
    text,
    before: '',
    after: '',
    rtl,
    script: rtl ? 'Arab' : 'Latn',
    lang: 'ar',
    features: '',
  });
}

/** The characters of the glyphs in reading order: what a reader that turns runs round gets. */
function read(run: GlyphRun): string {
  const characters = cutCharGlyphs(wholeRun(run)).flatMap((charGlyph) => [
    String.fromCodePoint(charGlyph.codePoint),
    ...charGlyph.more,
  ]);
  return (run.rtl ? characters.reverse() : characters).join('');
}

function inkedWidth(run: GlyphRun): number {
  return cutCharGlyphs(wholeRun(run)).reduce((sum, charGlyph) => sum + charGlyph.advance, 0);
}

const WORDS = [
  'محمد',
  'السلام',
  'الله',
  'لله',
  'لأن',
  'الآلة',
  'لِلَّهِ',
  'رَبِّ',
  'مُؤَلَّفٌ',
  'لَا',
  'لآلِئ',
  'می‌خواهم',
  'هـ',
  '«الحياة»',
  '(عربي)',
  'الرَّحْمَٰنِ',
];
const FACES: FaceName[] = ['amiri', 'noto', 'plex', 'scheherazade', 'vazirmatn'];

describe.each(FACES)('one charGlyph for one character in %s', (name) => {
  test.each(WORDS)('%s', (word) => {
    const run = shape(word, name);
    expect(read(run)).toBe(word);
    expect(inkedWidth(run)).toBe(run.width);
  });
});

describe('charGlyphs', () => {
  test.each([
    ['ﷺ', 'صلى الله عليه وسلم'],
    ['﷽', 'بسم الله الرحمن الرحيم'],
    ['ﻻ', 'لا'],
    ['ﷲ', 'الله'],
  ])('%s has one for each letter it stands for', (character, letters) => {
    const run = shape(character);
    expect(read(run)).toBe(letters);
    expect(inkedWidth(run)).toBe(run.width);
  });

  test('a mark has no width and stands before its base', () => {
    const [mark, base] = cutCharGlyphs(wholeRun(shape('بَ')));
    expect(mark).toMatchObject({ codePoint: 0x064e, advance: 0 });
    expect(base!.codePoint).toBe(0x0628);
    expect(base!.advance).toBeGreaterThan(0);
  });

  test('letters of a ligature share its width, and one keeps the ink', () => {
    const run = shape('ffi', 'plex', false);
    const ligature = cutCharGlyphs(
      wholeRun({
        ...run,
        text: 'لا',
        rtl: true,
        ids: Uint16Array.of(7),
        clusters: Uint16Array.of(0),
        advances: Int32Array.of(501),
        dx: Int32Array.of(0),
        dy: Int32Array.of(0),
        width: 501,
      }),
    );
    expect(ligature.map(({ codePoint, advance, outlines }) => [codePoint, advance, outlines.length])).toEqual(
      [
        [0x0627, 250, 0],
        [0x0644, 251, 1],
      ],
    );
    // The ink still begins at the ligature's left edge, which is the alef's.
    expect(ligature[1]!.outlines[0]!.dx).toBe(-250);
  });

  test('a piece of a word has the characters of its glyphs', () => {
    const run = shape('محمد');
    const part = { run, from: 0, to: 2, charFrom: 2, charTo: 4, kashida: null };
    expect(cutCharGlyphs(part).map((charGlyph) => charGlyph.codePoint)).toEqual([0x062f, 0x0645]);
    expect(partText(part)).toBe('مد');
  });

  test('direction marks are left out of the text', () => {
    const run = shape('\u200fمن\u200e');
    expect(read(run)).toBe('من');
    expect(partText(wholeRun(run))).toBe('من');
  });

  test('a zero width non-joiner is read after the letter whose glyph it shares', () => {
    const charGlyph = cutCharGlyphs(wholeRun(shape('می‌خواهم'))).find(({ codePoint }) => codePoint === 0x200c);
    expect(charGlyph).toMatchObject({ more: 'ی' });
  });

  test('a stroke set with a vowel widens the letter, not the vowel', () => {
    const charGlyphs = cutCharGlyphs(wholeRun(shape('وَسَمِعَ')));
    expect(
      charGlyphs.filter(({ codePoint, advance }) => codePoint < 0x660 && codePoint > 0x64a && advance > 0),
    ).toEqual([]);
    expect(inkedWidth(shape('وَسَمِعَ'))).toBe(shape('وَسَمِعَ').width);
  });

  test('no mark stands in a word but between a vowel and a comma, which pdfium would swap', () => {
    const characters = (text: string) =>
      cutCharGlyphs(wholeRun(shape(text))).map(({ codePoint }) => codePoint.toString(16));
    expect(characters('يد،')).toEqual(['60c', '62f', '64a']);
    expect(characters('يدُ،')).toEqual(['60c', '200f', '64f', '62f', '64a']);
    expect(characters('يد،ي')).toEqual(['64a', '60c', '62f', '64a']);
  });

  test('poppler is told of a comma that no letter follows', () => {
    const fences = (text: string) =>
      cutChunks(wholeRun(shape(text)), TEXT_PROFILES.reading).map((chunk) => chunk.fences);
    expect(fences('يد،')).toEqual([[0]]);
    expect(fences('يد،ي')).toEqual([[]]);
  });
});

describe('an elongation', () => {
  const run = shape('مُحـمد');
  const at = 3;
  const tatweel = run.advances[run.clusters.indexOf(at)]!;
  const cut = (width: number) => cutCharGlyphs({ ...wholeRun(run), kashida: { at, width } });

  test('is no character of the text', () => {
    expect(
      cut(500)
        .map(({ codePoint }) => String.fromCodePoint(codePoint))
        .reverse()
        .join(''),
    ).toBe('مُحمد');
    expect(partText({ ...wholeRun(run), kashida: { at, width: 500 } })).toBe('مُحمد');
  });

  test('widens the letter before it by exactly its width', () => {
    const width = Math.round(tatweel * 1.5);
    const total = cut(width).reduce((sum, charGlyph) => sum + charGlyph.advance, 0);
    expect(total).toBe(run.width - tatweel + width);
    const letter = cut(width).find(({ codePoint }) => codePoint === 0x062d)!;
    expect(letter.outlines.length).toBe(2);
  });

  test('is set several times where one glyph cannot be stretched so far', () => {
    const letter = cut(tatweel * 5).find(({ codePoint }) => codePoint === 0x062d)!;
    const stretched = letter.outlines.filter(({ stretch }) => stretch !== 1);
    expect(stretched.length).toBe(3);
    expect(stretched[0]!.stretch).toBeCloseTo(5 / 3, 5);
  });

  test('belongs to the letter, not to the vowel on it', () => {
    const vowelled = shape('مُحَـمد');
    const charGlyphs = cutCharGlyphs({ ...wholeRun(vowelled), kashida: { at: 4, width: 500 } });
    expect(charGlyphs.find(({ codePoint }) => codePoint === 0x064e)!.advance).toBe(0);
  });
});

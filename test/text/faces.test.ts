import { expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { type World, WorldError } from '../../src/base/world.ts';
import { openFonts } from '../../src/font/open-fonts.ts';
import type { TextInline } from '../../src/style/inline.ts';
import { itemiseText } from '../../src/text/itemise.ts';
import { inline, JUSTIFIED } from './set-text.ts';

/** Which face sets what: the text of each stretch of one face, with the family. */

const world = openNodeWorld(process.cwd());

function cut(inlines: readonly TextInline[], from: World = world) {
  const sink = new Sink();
  const fonts = openFonts(from);
  const { text, items } = itemiseText(inlines, JUSTIFIED, fonts, sink);
  for (const { rule, values } of fonts.takeFaults()) sink.report(rule, null, values);
  const cuts: [text: string, face: string][] = [];
  for (const { start, end, face } of items) {
    const last = cuts.at(-1);
    if (last?.[1] === face.id) last[0] += text.slice(start, end);
    else cuts.push([text.slice(start, end), face.id]);
  }
  return { cuts, diagnostics: sink.diagnostics };
}

const familyOf = (text: string) => cut([inline(text)]).cuts;

test.each([
  ['a quantifier', '∀', 'noto-sans-math-400'],
  ['an arrow', '⟶', 'noto-sans-math-400'],
  ['a blackboard letter', 'ℝ', 'noto-sans-400'],
  ['a script letter', '𝒜', 'noto-sans-math-400'],
  ['Hebrew with points', 'שָׁלוֹם', 'noto-sans-hebrew-400'],
  ['Armenian', 'Հայաստան', 'noto-sans-armenian-400'],
  ['Georgian', 'საქართველო', 'noto-sans-georgian-400'],
  ['Greek with breathings', 'Ἑλλάς', 'noto-sans-400'],
  ['Cyrillic of the Mordvins', 'ԕа', 'noto-sans-400'],
  ['Devanagari', 'हिन्दी', 'noto-sans-400'],
])('%s has a face', (_, text, face) => {
  expect(familyOf(text)).toEqual([[text, face]]);
});

test.each([
  ['a formula with a subscript', 'H₂O'],
  ['a transcription', 'ʕaraˈbijːa'],
  ['a word with one letter that the face lacks', 'Ɣana'],
  ['a vowelled word with one letter that the face lacks', 'مُࢪَّدٌ'],
])('%s is set in one face', (_, text) => {
  const cuts = familyOf(`في ${text} نص`);
  const inside = cuts.filter(([part]) => part.includes(text));
  expect(inside).toHaveLength(1);
});

test('a number moves as a whole, its separators included', () => {
  const naskh = { family: 'noto-naskh-arabic' };
  // Noto Naskh Arabic has European digits but no superscripts
  const { cuts } = cut([inline('بلغ 1,234.5⁶ منها', naskh)]);
  expect(cuts.map(([text]) => text)).toContain('1,234.5⁶');
});

test('a word in two inlines is set in one family', () => {
  const { cuts } = cut([inline('مَ'), inline('ࢪ', { weight: 700 }), inline('كتب ونص')]);
  const word = cuts.filter(([text]) => /[مࢪ]|كتب/.test(text)).map(([, face]) => face.replace(/-\d+$/, ''));
  expect(new Set(word.slice(0, 2)).size).toBe(1);
  expect(word[0]).not.toBe('amiri');
  expect(cuts.at(-1)![0]).toContain('نص');
  expect(cuts.at(-1)![1]).toBe('amiri-400');
});

test('what a face lacks inside a word is said once, with its places', () => {
  const { diagnostics } = cut([inline('مࢪد وكࢪد ∑ وعالم')]);
  const said = diagnostics.filter(({ rule }) => rule === 'word-completed');
  expect(said).toHaveLength(1);
  expect(said[0]!.message.en).toContain('U+08AA');
});

test('a script whose package is not installed names the package, once for all its characters', () => {
  const { diagnostics } = cut([inline('中文 字 ひ')]);
  expect(diagnostics.map(({ rule }) => rule)).toEqual(['glyph-package']);
  expect(diagnostics[0]!.hint.en).toContain('npm install @expo-google-fonts/noto-sans-sc');
  expect(diagnostics[0]!.count).toBe(4);
});

test.each([
  ['Thai', 'ภาษาไทย', 'noto-sans-thai-400'],
  ['Bengali', 'বাংলা', 'noto-sans-bengali-400'],
])('%s is set where its package is installed', (_, text, face) => {
  expect(familyOf(text)).toEqual([[text, face]]);
});

test('a package that is there but damaged is said, and is no face', () => {
  const damaged: World = {
    ...world,
    readPackage: (name, file) =>
      name.endsWith('-thai') && file.endsWith('.ttf') ? new Uint8Array(40) : world.readPackage(name, file),
  };
  const { diagnostics } = cut([inline('ภาษาไทย')], damaged);
  const unreadable = diagnostics.find(({ rule }) => rule === 'font-unreadable');
  expect(unreadable?.message.en).toContain('@expo-google-fonts/noto-sans-thai/400Regular');
});

test('no font is opened for a text that needs none', () => {
  const opened: string[] = [];
  const watched: World = {
    ...world,
    readPackage(name, file) {
      opened.push(file);
      if (name.includes('noto-sans-math')) throw new WorldError('failed', name);
      return world.readPackage(name, file);
    },
  };
  cut([inline('نص عربي خالص 123 with Latin, שלום')], watched);
  expect(opened).toEqual(['400Regular/Amiri_400Regular.ttf', '400Regular/NotoSansHebrew_400Regular.ttf']);
});

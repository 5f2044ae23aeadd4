import { expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { findSura, suraNames } from '../../src/base/quran.ts';
import { compile } from '../../src/library.ts';

async function build(text: string, head = 'lang: ar') {
  const request = { text: `---\n${head}\n---\n\n# باب\n\n${text}\n`, format: 'txt' as const };
  const { bytes, diagnostics } = await compile(request, openNodeWorld(import.meta.dirname));
  return { text: new TextDecoder().decode(bytes!), rules: diagnostics.map(({ rule }) => rule) };
}

test('there are 114 suras of 6,236 verses', () => {
  expect(suraNames).toHaveLength(114);
  expect(suraNames.reduce((sum, name) => sum + findSura(name)!.verses, 0)).toBe(6236);
});

test.each([
  ['البقرة', 'البقرة'],
  ['سورة البقره', 'البقرة'],
  ['بقرة', 'البقرة'],
  ['اَلْبَقَرَة', 'البقرة'],
  ['2', 'البقرة'],
  ['ال عمران', 'آل عمران'],
  ['الاسراء', 'الإسراء'],
  ['براءة', 'التوبة'],
  ['ص', 'ص'],
  ['114', 'الناس'],
])('%s is sura %s', (written, name) => {
  expect(findSura(written)?.name).toBe(name);
});

test.each(['115', '0', 'البقرات', ''])('%j is none', (written) => {
  expect(findSura(written)).toBeNull();
});

test('verses stand in ornate brackets, each with its number, and their place behind them', async () => {
  const { text, rules } = await build(':::quran{sura=112 ayat=1-2}\nقُلْ هُوَ ٱللَّهُ أَحَدٌ\nٱللَّهُ ٱلصَّمَدُ\n:::');
  expect(rules).toEqual([]);
  expect(text).toContain('﴿قُلْ هُوَ ٱللَّهُ أَحَدٌ\u00A0\u06DD١ ٱللَّهُ ٱلصَّمَدُ\u00A0\u06DD٢﴾');
  expect(text).toContain('الإخلاص: ١–٢');
});

test('one verse has no number, and brackets that are typed are not set twice', async () => {
  const { text } = await build(
    ':::quran[رواه]{sura=العصر ayat=1}\n﴿وَٱلْعَصْرِ﴾\n:::\n\nقال :quran[﴿وَٱلْعَصْرِ﴾]{sura=103 ayat=١}.',
  );
  expect(text).toContain('\n> ﴿وَٱلْعَصْرِ﴾\n');
  expect(text).toContain('رواه');
  expect(text).toContain('قال ﴿وَٱلْعَصْرِ﴾\u00A0[العصر: ١].');
});

test.each([
  [':::quran{sura=1 ayat=300}\nنص\n:::', ['quran-ayat']],
  [':::quran{sura=1 ayat=5-2}\nنص\n:::', ['quran-ayat']],
  [':::quran{sura=الفاتحه2}\nنص\n:::', ['quran-sura']],
  [':::quran{sura=1 ayat=1-3}\nنص\nنص\n:::', ['quran-count']],
  [':::quran{sura=1}\n:::', ['quotation-empty']],
  ['قال :quran[نص]{sura=1 ayat=9}.', ['quran-ayat']],
  [':::epigraph[قائل]\n:::', ['quotation-empty']],
])('%j is told of, and stands', async (text, rules) => {
  const built = await build(text);
  expect(built.rules).toEqual(rules);
});

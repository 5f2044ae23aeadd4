import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openProject } from '../../src/project/project.ts';
import type { Settings } from '../../src/project/settings.ts';
import { TemplateFault } from '../../src/template/helper.ts';
import { helpers } from '../../src/template/helper-table.ts';
import type { TemplateValue } from '../../src/template/template-value.ts';

const assets = {
  'templates/briefing/document.hbs': '',
  'templates/briefing/furniture.hbs': '',
  'templates/briefing/theme.yaml': '',
};

function settingsWith(frontMatter: string): Settings {
  const world = openMemoryWorld({ files: { 'a.md': `---\n${frontMatter}\n---\n` }, assets });
  const request = {
    files: ['a.md'],
    text: null,
    format: 'pdf',
    profile: 'screen',
    envelope: null,
    template: null,
    theme: null,
    pdf: null,
    textFor: null,
    attachments: [],
  } as const;
  return openProject(request, world, new Sink()).settings;
}

const text = { takeContent: () => [], takeSection: () => [], hasSection: () => false, takeMatter: () => [] };

function call(
  name: string,
  args: readonly TemplateValue[],
  frontMatter = 'lang: ar',
  named = {},
): TemplateValue {
  const helper = helpers.get(name);
  if (helper === undefined) throw new Error(name);
  return helper.run({ args, named, settings: settingsWith(frontMatter), text });
}

test('the list of helpers is closed', () => {
  expect([...helpers.keys()].sort()).toEqual(
    [
      'content',
      'date',
      'digits',
      'eq',
      'has',
      'hijri',
      'join',
      'matter',
      'page',
      'pages',
      'plural',
      'running',
      'section',
    ].sort(),
  );
});

describe('date', () => {
  test.each([
    ['lang: ar', '٢٣ نوفمبر ٢٠٢٦'],
    ['lang: ar-MA', '23 نونبر 2026'],
    ['lang: ar-LB', '٢٣ تشرين الثاني ٢٠٢٦'],
    ['lang: ar-DZ', '23 نوفمبر 2026'],
    ['lang: ar\ndigits: latn', '23 نوفمبر 2026'],
    ['lang: ar\ndigits: source', '٢٣ نوفمبر ٢٠٢٦'],
    ['lang: fa', '۲۳ نوامبر ۲۰۲۶'],
    ['lang: en', '23 November 2026'],
    ['lang: fr', '23 novembre 2026'],
  ])('%s', (frontMatter, expected) => {
    expect(call('date', ['2026-11-23'], frontMatter)).toBe(expected);
  });

  test('nothing for nothing, a fault for what is no date', () => {
    expect(call('date', [null])).toBe('');
    expect(() => call('date', ['أمس'])).toThrow(TemplateFault);
  });
});

describe('hijri', () => {
  // Umm al-Qura; the tabular calendar has the twelfth for the first of these.
  test.each([
    ['2026-11-23', '١٣ جمادى الآخرة ١٤٤٨ هـ'],
    ['2011-06-28', '٢٦ رجب ١٤٣٢ هـ'],
    ['2023-07-19', '١ المحرم ١٤٤٥ هـ'],
    ['2024-03-11', '١ رمضان ١٤٤٥ هـ'],
  ])('%s is %s', (iso, expected) => {
    expect(call('hijri', [iso])).toBe(expected);
  });
});

describe('plural', () => {
  const forms = { zero: 'لا دول', one: 'دولة', two: 'دولتان', few: '# دول', many: '# دولةً', other: '# دولة' };
  test.each([
    [0, 'لا دول'],
    [1, 'دولة'],
    [2, 'دولتان'],
    [3, '٣ دول'],
    [10, '١٠ دول'],
    [11, '١١ دولةً'],
    [56, '٥٦ دولةً'],
    [100, '١٠٠ دولة'],
    [103, '١٠٣ دول'],
    ['٥٦', '٥٦ دولةً'],
  ])('%s → %s', (count, expected) => {
    expect(call('plural', [count], 'lang: ar', forms)).toBe(expected);
  });

  test('faults name what is missing', () => {
    expect(() => call('plural', ['كثير'], 'lang: ar', forms)).toThrow(TemplateFault);
    expect(() => call('plural', [5], 'lang: ar', { one: 'x' })).toThrow(TemplateFault);
  });
});

test('digits, join and eq', () => {
  expect(call('digits', ['العدد 12–17'])).toBe('العدد ١٢–١٧');
  expect(call('digits', ['العدد ١٢'], 'lang: en')).toBe('العدد 12');
  expect(call('digits', ['12 و١٣'], 'digits: source')).toBe('12 و١٣');
  expect(call('digits', ['١٢', 'latn'])).toBe('12');
  expect(call('join', [['أ', 'ب']])).toBe('أ، ب');
  expect(call('join', [['a', 'b']], 'lang: en')).toBe('a, b');
  expect(call('join', [['أ', 'ب'], ' – '])).toBe('أ – ب');
  expect(call('eq', [12, '12'])).toBe(true);
  expect(call('eq', ['أ', 'ا'])).toBe(false);
});

import { describe, expect, test } from 'vitest';
import { dumpStructure } from '../../src/style/dump-blocks.ts';
import { blocksOf, styleText } from './style-text.ts';

/** The structure tree of a text, as indented tags. */
function treeOf(markdown: string): string[] {
  return dumpStructure(styleText(markdown).styled).split('\n');
}

test('a text as a screen reader meets it', () => {
  const tree = treeOf(`# البلد الذي في الوسط

لكل حكاية *مسرح*، وعنوانه \`maps\` عند [الخريطة](https://example.org).[^1]

- روسيا
- الصين

:::table[الجيران]
| الجار | الجهة |
| --- | --- |
| روسيا | شمال |
:::

> قول منقول.

[^1]: حاشية.
`);
  expect(tree).toEqual([
    'Document',
    '  H1',
    '  P',
    '    Code',
    '    Link',
    '    Reference',
    '      Link',
    '    Note',
    '      Lbl',
    '        Link',
    '      P',
    '  L listNumbering=Disc',
    '    LI',
    '      Lbl',
    '      LBody',
    '        P',
    '    LI',
    '      Lbl',
    '      LBody',
    '        P',
    '  Table',
    '    Caption',
    '    THead',
    '      TR',
    '        TH scope=Column',
    '        TH scope=Column',
    '    TBody',
    '      TR',
    '        TD',
    '        TD',
    '  BlockQuote',
    '    P',
  ]);
});

test('first cells that tell the rows of a table apart head them', () => {
  const cells = (rows: string) => {
    const tree = treeOf(`| المدينة | السنة |\n| --- | --- |\n${rows}`).map((line) => line.trim());
    return tree.slice(tree.indexOf('TBody')).filter((line) => /^T[HD]\b/.test(line));
  };
  expect(cells('| بودابست | ١٩٩٤ |\n| لشبونة | ١٩٩٦ |\n')).toEqual([
    'TH scope=Row',
    'TD',
    'TH scope=Row',
    'TD',
  ]);
  // The same twice, or nothing at all, names no row.
  expect(cells('| بودابست | ١٩٩٤ |\n| بودابست | ١٩٩٦ |\n')).toEqual(['TD', 'TD', 'TD', 'TD']);
  expect(cells('| بودابست | ١٩٩٤ |\n|  | ١٩٩٦ |\n')).toEqual(['TD', 'TD', 'TD', 'TD']);
});

test('contents nest as the headings do', () => {
  const tree = treeOf(':::contents{depth=3}\n:::\n\n## أ\n\n### ب\n\n#### ج\n\n## د\n');
  const entry = ['P', 'Reference', 'Link'];
  const inside = (depth: number, tags: readonly string[]) =>
    tags.map((tag, index) => '  '.repeat(depth + index) + tag);
  expect(tree.slice(0, tree.indexOf('  H1'))).toEqual([
    'Document',
    '  TOC',
    ...['    TOCI', ...inside(3, entry)],
    '      TOC',
    ...['        TOCI', ...inside(5, entry)],
    '          TOC',
    ...['            TOCI', ...inside(7, entry)],
    ...['    TOCI', ...inside(3, entry)],
  ]);
});

test('the number of a note says what it is to who hears it', () => {
  const { styled } = styleText('نص.[^1]\n\n[^1]: حاشية.\n');
  expect(JSON.stringify(blocksOf(styled))).toContain('"contents":"الحاشية ١"');
});

describe('heading levels never skip', () => {
  const levels = (markdown: string) =>
    treeOf(markdown)
      .filter((line) => /H\d/.test(line))
      .map((line) => line.trim());
  test.each([
    ['## أ\n\n### ب\n\n## ج\n', ['H1', 'H2', 'H1']],
    ['# أ\n\n#### ب\n\n## ج\n', ['H1', 'H2', 'H2']],
    ['### أ\n\n# ب\n\n## ج\n', ['H1', 'H1', 'H2']],
    ['# أ\n\n> ### مقتبس\n\n## ب\n', ['H1', 'H2', 'H2']],
  ])('%j', (markdown, expected) => {
    expect(levels(markdown)).toEqual(expected);
  });

  test('a title that the template sets stands above them all', () => {
    expect(levels(':::panel{role=title}\nالعنوان\n:::\n\n## أ\n\n### ب\n')).toEqual(['H1', 'H2', 'H3']);
  });
});

test('a check box says what it means', () => {
  const labels = treeOf('- [x] تم\n- [ ] لم يتم\n').filter((line) => line.includes('Lbl'));
  expect(labels.map((line) => line.trim())).toEqual(['Lbl actualText=منجز', 'Lbl actualText=غير منجز']);
});

test('a foreign phrase carries its language', () => {
  expect(treeOf('منظمة (:span[OSCE]{lang=en}).')).toEqual(['Document', '  P', '    Span lang=en']);
});

test('a chart is spoken as the table it was written as', () => {
  const tree = treeOf(':::chart[الفواصل]{unit="سنة"}\n| من | كم |\n| --- | --- |\n| بودابست | ٢ |\n:::\n');
  expect(tree.map((line) => line.trim())).toEqual([
    'Document',
    'Table',
    'Caption',
    'TBody',
    'TR',
    'TH scope=Row',
    'TD',
  ]);
});

test('a table that is all head has a body, without which no THead may be', () => {
  const tree = treeOf('| المدينة |\n| --- |\n').map((line) => line.trim());
  expect(tree).toContain('TBody');
  expect(tree).toContain('TH scope=Column');
  expect(tree).not.toContain('THead');
});

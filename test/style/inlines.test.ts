import { describe, expect, test } from 'vitest';
import { blocksOf, inlinesOf, styleText, textBlocks, textsOf } from './style-text.ts';

const only = (markdown: string, request = {}) =>
  inlinesOf(styleText(markdown, request).styled).filter((inline) => inline.kind === 'text');

describe('emphasis', () => {
  test('Arabic is coloured, never slanted; Latin gets its italics', () => {
    const [, arabic, , latin] = only('قال *كأنها* ثم *per se* وسكت');
    expect(arabic?.style).toMatchObject({ italic: false, color: '#0B4F57' });
    expect(latin?.style).toMatchObject({ italic: true, color: '#1B1B1B' });
  });

  test('the theme chooses an overline instead', () => {
    const [, word] = only('قال *كأنها*', { theme: { text: { emphasis: 'overline' } } });
    expect(word?.style.lines.over).toBe(true);
    expect(word?.style.color).toBe('#1B1B1B');
  });

  test('strong is weight, deletion a line', () => {
    const [strong, , gone] = only('**الجسر** ~~المحذوف~~');
    expect(strong?.style.weight).toBe(700);
    expect(gone?.style.lines.through).toBe(true);
  });
});

describe('isolates', () => {
  test('code reads from the left, a link as its text does, a phrase as its language does', () => {
    const isolates = only('شغّل `npm ci` من [الموقع](https://example.org) و:span[WHO]{lang=en}').map(
      ({ isolates: [first] }) => first?.direction ?? null,
    );
    expect(isolates).toEqual([null, 'ltr', null, 'auto', null, 'ltr']);
  });

  test('section numbers cannot turn round', () => {
    const [number] = only('## أ\n', { theme: { heading: { numbering: 'decimal' } } });
    expect([number?.text, number?.isolates[0]?.direction]).toEqual(['١', 'ltr']);
    const texts = textsOf(
      styleText('## أ\n\n### ب\n\n### ج\n\n## خاتمة\n', { theme: { heading: { numbering: 'decimal' } } })
        .styled,
    );
    expect(texts).toEqual(['١\u2002أ', '١.١\u2002ب', '١.٢\u2002ج', 'خاتمة']);
  });

  test('two notes of one paragraph are two isolates: one object would join them', () => {
    const calls = inlinesOf(styleText('أول[^1] وثان[^2]\n\n[^1]: أ\n\n[^2]: ب\n').styled).filter(
      (inline) => inline.kind === 'note-ref',
    );
    expect(calls[0]?.isolates[0]).not.toBe(calls[1]?.isolates[0]);
  });
});

describe('digits', () => {
  test('stay as written unless the document says otherwise', () => {
    expect(textsOf(styleText('عام 2010 و٢٠١١').styled)).toEqual(['عام 2010 و٢٠١١']);
  });
  test('arab changes the text but no code, link address or foreign phrase', () => {
    const { styled } = styleText('عام 2010 في `v1.2` و<https://example.org/5> و:span[Area 51]{lang=en}', {
      settings: { digits: 'arab' },
    });
    expect(textsOf(styled)).toEqual(['عام ٢٠١٠ في v1.2 وhttps://example.org/5 وArea 51']);
  });
});

test('equal looks are one object', () => {
  const [first, , third] = only('أ **ب** ج');
  expect(first?.style).toBe(third?.style);
});

describe('paragraphs', () => {
  test('only a paragraph after a paragraph is indented', () => {
    const blocks = textBlocks(blocksOf(styleText('# عنوان\n\nأولى.\n\nثانية.\n\n- بند\n\nثالثة.\n').styled));
    expect(
      blocks.filter((block) => block.paragraph.align === 'justify').map((block) => block.paragraph.indent),
    ).toEqual([0, 15, 0, 0]);
  });
  test('a wholly Latin one turns round, a mixed one does not', () => {
    const blocks = textBlocks(blocksOf(styleText('Kazakhstan chaired it.\n\nترأست OSCE.\n').styled));
    expect(blocks.map((block) => block.paragraph.direction)).toEqual(['ltr', 'rtl']);
  });
});

describe('lists', () => {
  const markers = (markdown: string, request = {}) =>
    textBlocks(blocksOf(styleText(markdown, request).styled))
      .filter((block) => 'tag' in block.tagTarget && block.tagTarget.tag === 'Lbl')
      .map((block) => block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''));
  test('numbers, then letters of the abjad, in the digits of the document', () => {
    expect(markers('1. أ\n   1. ب\n   2. ج\n2. د\n')).toEqual(['١.', 'أ.', 'ب.', '٢.']);
    expect(markers('3. أ\n4. ب\n', { settings: { lang: 'ar-MA' } })).toEqual(['3.', '4.']);
  });
  test('bullets, then dashes', () => {
    expect(markers('- أ\n  - ب\n')).toEqual(['•', '–']);
  });
  test('five is written so that nobody reads ٥', () => {
    expect(markers('1. أ\n   1. أ\n   1. ب\n   1. ج\n   1. د\n   1. ه\n').at(-1)).toBe('ه\u200D.');
  });
});

describe('notes', () => {
  const TEXT = 'نص[^a] ونص[^b] ثم الأولى[^a]\n\n[^a]: الأولى\n\n[^b]: الثانية، وانظر[^c]\n\n[^c]: ثالثة\n';
  test('are numbered as they are called, and printed once', () => {
    const inlines = inlinesOf(styleText(TEXT).styled);
    expect(inlines.flatMap((inline) => (inline.kind === 'note-ref' ? [inline.label] : []))).toEqual([
      '١',
      '٢',
    ]);
    expect(inlines.at(-1)).toMatchObject({
      kind: 'text',
      text: '١',
      link: { kind: 'internal', target: 'note-a' },
    });
  });
  test('a note called from a note is said to be one', () => {
    expect(styleText(TEXT).sink.diagnostics.map(({ rule }) => rule)).toEqual(['note-nested']);
  });
  test('a note carries its number, its anchor and its paragraphs', () => {
    const call = inlinesOf(styleText(TEXT).styled).find((inline) => inline.kind === 'note-ref');
    expect(call?.note.children.flatMap((block) => block.anchors)).toEqual(['note-a']);
    expect(
      textBlocks(call?.note.children ?? []).map((block) =>
        block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''),
      ),
    ).toEqual(['١', 'الأولى']);
  });
  test('count by chapter where the theme says so', () => {
    const chapters = '# أ\n\nنص[^a]\n\n# ب\n\nنص[^b]\n\n[^a]: أ\n\n[^b]: ب\n';
    const labels = (numbering: string) =>
      inlinesOf(styleText(chapters, { theme: { notes: { numbering } } }).styled).flatMap((inline) =>
        inline.kind === 'note-ref' ? [inline.label] : [],
      );
    expect(labels('document')).toEqual(['١', '٢']);
    expect(labels('chapter')).toEqual(['١', '١']);
  });
  test('stand in tables and headings too, but not in contents', () => {
    const { styled } = styleText(
      ':::contents\n:::\n\n# عنوان[^1]\n\n| أ |\n| --- |\n| ب[^2] |\n\n[^1]: أ\n\n[^2]: ب\n',
    );
    expect(textsOf(styled)).toEqual([
      'عنوان\u00A0<leader>\u00A0<field>',
      'عنوان<anchor>[١]',
      'أ',
      'ب<anchor>[٢]',
    ]);
  });
});

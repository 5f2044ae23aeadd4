import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../src/base/path.ts';
import type { Block } from '../../src/style/blocks.ts';
import { dumpBlocks } from '../../src/style/dump-blocks.ts';
import type { InlineContent } from '../../src/style/inline.ts';
import { blocksOf, rules, styleText, textBlocks, textsOf } from './style-text.ts';

type Row = Extract<Block<InlineContent>, { kind: 'row' }>;

function rowsOf(markdown: string): readonly Row[] {
  const { styled } = styleText(markdown);
  const [box] = blocksOf(styled);
  const shapes = (child: Block<InlineContent>) => {
    const first = child.kind === 'choice' ? child.options[0]!.block : child;
    return first.kind === 'stack' ? first.children : [first];
  };
  return box?.kind === 'stack' ? box.children.flatMap(shapes).filter((child) => child.kind === 'row') : [];
}

const list = (name: string, keys: readonly string[]) =>
  `:::${name}[عنوان]\n${keys.map((key) => `- **${key}** نص`).join('\n')}\n:::\n`;

describe('facts', () => {
  test('stand side by side, figure over label', () => {
    const [row, ...more] = rowsOf(list('facts', ['٥٦', '٣٨', '٦', '١١']));
    expect(more).toEqual([]);
    expect(
      row?.cells.map((cell) =>
        textBlocks(cell.children).map((block) =>
          block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join(''),
        ),
      ),
    ).toEqual([
      ['٥٦', 'نص'],
      ['٣٨', 'نص'],
      ['٦', 'نص'],
      ['١١', 'نص'],
    ]);
  });
  test('five are three and two under the first two', () => {
    const rows = rowsOf(list('facts', ['١', '٢', '٣', '٤', '٥']));
    expect(rows.map((row) => row.cells.map((cell) => cell.children.length))).toEqual([
      [1, 1, 1],
      [1, 1, 0],
    ]);
  });
});

describe('a timeline', () => {
  test('of seven events has two rows of equal cells, the line running through to the last dot', () => {
    const rows = rowsOf(list('timeline', ['١٩٩٤', '١٩٩٦', '١٩٩٩', '٢٠١٠', '٢٠١١', '٢٠١٢', '٢٠١٣']));
    expect(rows.map((row) => row.cells.length)).toEqual([4, 4]);
    const lines = rows.flatMap((row) =>
      row.cells.flatMap((cell) =>
        cell.children.flatMap((child) =>
          child.kind === 'shape'
            ? [pointsOf(child.paths[0]!.path).map(({ at, plus }) => `${at}+${plus}`)]
            : [],
        ),
      ),
    );
    expect(lines[0]).toEqual(['0+3.6', '1+0']);
    expect(lines[3]).toEqual(['0+0', '1+0']);
    expect(lines[6]).toEqual(['0+0', '0+3.6']);
  });
  test('without a list is told so, and keeps its words', () => {
    const { styled, sink } = styleText(':::timeline\nكلام\n:::\n');
    expect(rules(sink)).toEqual(['list-expected 1:1']);
    expect(textsOf(styled)).toEqual(['كلام']);
  });
});

describe('a chart', () => {
  const chart =
    ':::chart[الفواصل]{unit="سنة"}\n| من | كم |\n| --- | --- |\n| بودابست | ٢ |\n| إسطنبول | 8 |\n:::\n';
  test('has bars in proportion', () => {
    const shares = rowsOf(chart).map((row) =>
      row.cells.map(({ width }) => ('fraction' in width ? width.fraction : 0)),
    );
    expect(shares).toEqual([
      [0, 0.25, 0.75],
      [0, 1, 0],
    ]);
  });
  test('names the unit once', () => {
    expect(textsOf(styleText(chart).styled)).toEqual(['الفواصل (سنة)', 'بودابست', '٢', 'إسطنبول', '8']);
  });
  test('says which cell is no number', () => {
    expect(rules(styleText(chart.replace('٢', 'اثنان')).sink)).toEqual(['chart-number 4:11']);
  });
});

describe('tables', () => {
  test('short columns take what they need, the text column the rest', () => {
    const { styled } = styleText(
      '| السنة | الملاحظة |\n| --- | --- |\n| ١٩٩٤ | أقصر الفواصل: سنتان بعد الأولى |\n',
    );
    expect(dumpBlocks(styled)).toContain('table content ');
  });
  test('a header that says nothing is none', () => {
    const { styled } = styleText('| | |\n| --- | --- |\n| أ | ب |\n');
    const [box] = blocksOf(styled);
    expect(box?.kind === 'stack' && box.children[0]).toMatchObject({
      kind: 'table',
      header: [],
      rules: { header: null },
    });
  });
  test('the colon of Markdown marks where lines begin, and numbers stand as numbers', () => {
    const blocks = textBlocks(blocksOf(styleText('| أ | ب | ج |\n|:--|--:|:-:|\n| −٥ | ١٢ | نص |\n').styled));
    expect(blocks.slice(3).map((block) => block.paragraph.align)).toEqual(['start', 'end', 'center']);
    expect(blocks.slice(3).map((block) => block.content[0]?.isolates[0]?.direction)).toEqual([
      'ltr',
      'ltr',
      undefined,
    ]);
  });
});

describe('contents', () => {
  const body = '# أ\n\n## ب\n\n### ج\n\n# د\n';
  test('list headings down to their depth, with the place of the folio', () => {
    const { styled } = styleText(`:::contents[المحتويات]{depth=2}\n:::\n\n${body}`);
    expect(textsOf(styled).slice(0, 4)).toEqual([
      'المحتويات',
      'أ\u00A0<leader>\u00A0<field>',
      'ب\u00A0<leader>\u00A0<field>',
      'د\u00A0<leader>\u00A0<field>',
    ]);
  });
  test('are left out where there is little to find, unless asked for', () => {
    const contents = `:::contents[المحتويات]{depth=1 min=3}\n:::\n\n${body}`;
    expect(textsOf(styleText(contents).styled)[0]).toBe('أ');
    expect(textsOf(styleText(contents, { settings: { contents: true } }).styled)[0]).toBe('المحتويات');
    expect(
      textsOf(styleText(contents.replace('min=3', ''), { settings: { contents: false } }).styled)[0],
    ).toBe('أ');
  });
});

describe('headings', () => {
  test('carry outline, anchor and running texts', () => {
    const [chapter, section, small] = textBlocks(
      blocksOf(styleText('# الباب\n\n## الفصل\n\n### المطلب\n').styled),
    );
    expect(chapter).toMatchObject({
      outline: { level: 1, title: 'الباب' },
      running: { chapter: 'الباب', section: 'الباب' },
      keepWithNext: true,
    });
    expect(section).toMatchObject({
      outline: { level: 2 },
      running: { section: 'الفصل' },
      anchors: ['الفصل'],
    });
    expect(small).toMatchObject({ outline: { level: 3 }, running: {} });
  });
  test('chapters of a book open a page, numbered over their titles but for the preface', () => {
    const theme = {
      heading: { opens: 'opening', ordinal: true, drop: '2line' },
      masters: { opening: { next: 'body' } },
    };
    const { styled } = styleText('# تَمهيد\n\n# البلد\n', { theme });
    expect(textsOf(styled)).toEqual(['تَمهيد', '١', 'البلد']);
    expect(styled.sections).toMatchObject([
      { opens: 'opening', master: { name: 'opening' }, blocks: [{ kind: 'break', to: 'space' }, {}] },
      { opens: 'opening', blocks: [{ kind: 'break', to: 'space', height: 42 }, {}, {}] },
    ]);
  });
});

describe('containers', () => {
  test('are rows of the theme: a box, a text role, or nothing but their blocks', () => {
    const { styled } = styleText(
      ':::panel{role=house}\nأ\n:::\n\n:::panel{role=motto}\nب\n:::\n\n:::panel{role=nobody}\nج\n:::\n',
      {
        theme: {
          boxes: { house: { background: 'tint', text: 'small' } },
          roles: { motto: { size: '20pt', align: 'center' } },
        },
      },
    );
    expect(
      blocksOf(styled).map((block) => (block.kind === 'stack' ? `stack ${block.background}` : block.kind)),
    ).toEqual(['stack #F3EFE7', 'text', 'text']);
    expect(
      textBlocks(blocksOf(styled)).map((block) => [block.content[0]?.style.size, block.paragraph.align]),
    ).toEqual([
      [10.5, 'justify'],
      [20, 'center'],
      [12.5, 'justify'],
    ]);
  });
  test('callouts name themselves where the author does not', () => {
    expect(textsOf(styleText(':::warning\nاحذر\n:::\n\n:::note[كيف تُقرأ]\nنص\n:::\n').styled)).toEqual([
      'تنبيه',
      'احذر',
      'كيف تُقرأ',
      'نص',
    ]);
  });
  test('a summary in a panel of the template has one panel', () => {
    const [panel] = blocksOf(styleText('::::panel[الخلاصة]\n:::summary\nنص\n:::\n::::\n').styled);
    expect(panel?.kind === 'stack' && panel.children.map((child) => child.kind)).toEqual(['text', 'text']);
  });
  test('page breaks of templates say where to and how far', () => {
    const { styled } = styleText(
      'أ\n\n::pagebreak\n\nب\n\n::pagebreak{to=opening master=front}\n\n::pagebreak{to=space height=3line}\n',
    );
    expect(styled.sections).toMatchObject([
      { opens: 'page', master: null, blocks: [{ kind: 'text' }] },
      { opens: 'page', master: null, blocks: [{ kind: 'text' }] },
      { opens: 'opening', master: { name: 'front' }, blocks: [{ kind: 'break', to: 'space', height: 63 }] },
    ]);
  });

  test('page breaks with nothing between them are one, of the last master that is named', () => {
    const { styled } = styleText(
      'أ\n\n::pagebreak{to=opening master=front}\n\n::pagebreak{master=body}\n\n::pagebreak\n\nب\n',
    );
    expect(styled.sections).toMatchObject([
      { opens: 'page', master: null },
      { opens: 'opening', master: { name: 'body' }, blocks: [{ kind: 'text' }] },
    ]);
  });
});

describe('furniture', () => {
  const furniture =
    '::::header{master="body first"}\n:::inner\nالفصل\n:::\n:::outer\nالعنوان\n:::\n::::\n\n::::footer{master=body}\n:::outer{pages=odd}\nيسار\n:::\n:::outer{pages=even}\nيمين\n:::\n::::\n';
  const { masters } = styleText('نص', { furniture }).styled;
  const words = (blocks: readonly Block<InlineContent>[]) =>
    textBlocks(blocks).map(
      (block) =>
        `${block.content.map((inline) => (inline.kind === 'text' ? inline.text : '')).join('')} ${block.paragraph.align}`,
    );

  test('the inner text lies at the spine on both pages', () => {
    expect(words(masters['body']?.header.odd ?? [])).toEqual(['الفصل start', 'العنوان end']);
    expect(words(masters['body']?.header.even ?? [])).toEqual(['العنوان start', 'الفصل end']);
    expect(masters['first']?.header).toEqual(masters['body']?.header);
  });
  test('a side may keep to odd or even pages', () => {
    expect(words(masters['body']?.footer.odd ?? [])).toEqual(['يسار end']);
    expect(words(masters['body']?.footer.even ?? [])).toEqual(['يمين start']);
    expect(masters['first']?.footer.odd).toEqual([]);
  });
  test('has no structure: it is an artifact of its kind', () => {
    expect(textBlocks(masters['body']?.footer.odd ?? [])[0]?.tagTarget).toEqual({
      artifact: 'Pagination',
      subtype: 'Footer',
    });
  });
});

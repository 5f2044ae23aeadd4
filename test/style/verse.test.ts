import { describe, expect, test } from 'vitest';
import type { Block, RowCell } from '../../src/style/blocks.ts';
import type { InlineContent } from '../../src/style/inline.ts';
import { blocksOf, styleText, textBlocks, textsOf } from './style-text.ts';

type Row = Extract<Block<InlineContent>, { kind: 'row' }>;

/** The measure is 200 pt and the text 10 pt: a character is 5 pt wide, and 20 pt lie between hemistichs. */
const theme = {
  page: { size: '300pt x 600pt', margin: { inner: '50pt', outer: '50pt', top: '50pt', bottom: '50pt' } },
  text: { size: '10pt' },
};

function verse(lines: string, label = '') {
  return styleText(`:::verse${label}\n${lines}\n:::\n`, { theme }).styled;
}

function rowsOf(blocks: readonly Block<InlineContent>[]): readonly Row[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'row') return [block];
    return block.kind === 'stack' ? rowsOf(block.children) : [];
  });
}

const widths = (row: Row) =>
  row.cells.map(({ width }: RowCell<InlineContent>) => (width.kind === 'points' ? width.points : width.kind));
const aligns = (row: Row) =>
  row.cells.flatMap((cell) => textBlocks(cell.children).map((block) => block.paragraph.align));

describe('verse', () => {
  test('sets hemistichs side by side, all as wide as the widest', () => {
    const styled = verse('سبعة أحرف ... ستة أحرف\nسبعة أخرى ... حرفان هنا');
    expect(textsOf(styled)).toEqual(['سبعة أحرف', 'ستة أحرف', 'سبعة أخرى', 'حرفان هنا']);
    const rows = rowsOf(blocksOf(styled));
    // nine characters are 45 pt, and a hundredth and a half more
    expect(rows.map(widths)).toEqual(Array(2).fill(['fraction', 45 * 1.015, 20, 45 * 1.015, 'fraction']));
    expect(rows.map(aligns)).toEqual([
      ['fit', 'fit'],
      ['fit', 'fit'],
    ]);
    const [first] = textBlocks(blocksOf(styled));
    expect(first?.paragraph.kashida).toBe('classic');
  });

  test('parts a line at three stars or an ellipsis as well, and only between spaces', () => {
    expect(textsOf(verse('أ ب *** ج\nأ ب … ج\nأ... ب'))).toEqual(['أ ب', 'ج', 'أ ب', 'ج', 'أ... ب']);
  });

  test('sets the second hemistich under the first, at the end side, where both are wider than the measure', () => {
    const long = 'حروف كثيرة لا يسعها نصف السطر';
    const [first, second] = rowsOf(blocksOf(verse(`${long} ... ${long}`)));
    const width = long.length * 5 * 1.015;
    expect(widths(first!)).toEqual([width, 'fraction']);
    expect(widths(second!)).toEqual(['fraction', width]);
  });

  test('leaves a hemistich as it is where drawing it out would leave holes', () => {
    const [row] = rowsOf(blocksOf(verse('عشرة حروف هنا ... كلمة')));
    expect(aligns(row!)).toEqual(['fit', 'start']);
  });

  test('lets a hemistich break that is wider than the measure', () => {
    const endless = 'كلام '.repeat(12).trim();
    const [row] = rowsOf(blocksOf(verse(`${endless} ... قصير`)));
    expect(widths(row!)).toEqual([180, 'fraction']);
    expect(aligns(row!)).toEqual(['start']);
  });

  test('puts a line that nothing parts in the middle', () => {
    const styled = verse('صدر ... عجز\nشطر وحيد');
    expect(textBlocks(blocksOf(styled)).at(-1)?.paragraph.align).toBe('center');
  });

  test('may be a list, and keeps its markup and the poet at its end', () => {
    const styled = verse('- ألا **ليت** ... شعري\n- هل ... أبيتن', '[شاعر]');
    expect(textsOf(styled)).toEqual(['ألا ليت', 'شعري', 'هل', 'أبيتن', 'شاعر']);
  });

  test('reads bayt by bayt when spoken', () => {
    const roles = textBlocks(blocksOf(verse('أ ... ب\nج ... د'))).map(({ tagTarget }) =>
      'tag' in tagTarget ? `${tagTarget.parent?.tag}>${tagTarget.tag}` : '',
    );
    expect(roles).toEqual(['P>Span', 'P>Span', 'P>Span', 'P>Span']);
  });

  test('sets a stanza off where the source has an empty line', () => {
    const [spaces] = blocksOf(verse('أ ... ب\n\nج ... د\n\nه ... و'));
    expect(rowsOf(spaces === undefined ? [] : [spaces])).toHaveLength(3);
    // the last two are held together; the space before them is that of the stanza
    expect(spaces?.kind === 'stack' && spaces.children.map(({ spaceBefore }) => spaceBefore)).toEqual([
      0, 8.4,
    ]);
  });
});

describe('a title that may fill its line', () => {
  const title = (text: string) => {
    const { styled } = styleText(`:::panel{role=title}\n${text}\n:::\n`, {
      theme: { ...theme, roles: { title: { size: '10pt', fit: 0.1 } } },
    });
    return textBlocks(blocksOf(styled))[0]?.paragraph;
  };
  test('does where a tenth more is enough', () => {
    expect(title('م'.repeat(37))).toMatchObject({ align: 'fit', kashida: 'classic' });
  });
  test('does not where it would take more, or where it takes two lines', () => {
    expect(title('م'.repeat(36))).toMatchObject({ align: 'start', kashida: 'none' });
    expect(title('م'.repeat(41))).toMatchObject({ align: 'start', kashida: 'none' });
  });
});

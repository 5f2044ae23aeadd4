import { describe, expect, test } from 'vitest';
import type { ColumnsBlock } from '../../src/style/blocks.ts';
import { columnsFor } from '../../src/style/column-count.ts';
import type { StyledBlock } from '../../src/style/context.ts';
import { dumpStructure } from '../../src/style/dump-blocks.ts';
import type { InlineContent } from '../../src/style/inline.ts';
import { blocksOf, rules, type StyleRequest, styleText, textsOf } from './style-text.ts';

function columnsIn(blocks: readonly StyledBlock[]): readonly ColumnsBlock<InlineContent>[] {
  return blocks.flatMap((block) => {
    if (block.kind === 'columns') return [block, ...columnsIn(block.children)];
    return block.kind === 'stack' ? columnsIn(block.children) : [];
  });
}

const columnsOf = (markdown: string, request?: StyleRequest) =>
  columnsIn(blocksOf(styleText(markdown, request).styled));

describe('columns', () => {
  test('are two where no number is said, with the gap of the theme', () => {
    expect(columnsOf(':::columns\nأ\n\nب\n:::\n')).toMatchObject([
      { count: 2, gap: 25, leastWidth: 100, children: [{ kind: 'text' }, { kind: 'text' }] },
    ]);
    const theme = { boxes: { columns: { columns: 3, gap: '20pt', 'column-width': '5cm' } } };
    const [wide] = columnsOf(':::columns\nأ\n:::\n', { theme });
    expect(wide).toMatchObject({ count: 3, gap: 20 });
    expect(wide!.leastWidth).toBeCloseTo(141.73, 1);
  });

  test('are as many as is said, in any digits', () => {
    expect(columnsOf(':::columns{count=4}\nأ\n:::\n')).toMatchObject([{ count: 4 }]);
    expect(columnsOf(':::columns{count=٣}\nأ\n:::\n')).toMatchObject([{ count: 3 }]);
  });

  test.each(['0', '1', '7', '2.5', '-2', 'كثير', ''])('count=%s is told, and the theme decides', (count) => {
    const { styled, sink } = styleText(`:::columns{count="${count}"}\nأ\n:::\n`);
    expect(rules(sink)).toEqual(['columns-count 1:1']);
    expect(columnsIn(blocksOf(styled))).toMatchObject([{ count: 2 }]);
  });

  test('inside columns are told, and their words stay', () => {
    const { styled, sink } = styleText('::::columns\nأ\n\n:::columns\nب\n:::\n::::\n');
    expect(rules(sink)).toEqual(['columns-nested 4:1']);
    expect(columnsIn(blocksOf(styled))).toHaveLength(1);
    expect(textsOf(styled)).toEqual(['أ', 'ب']);
  });

  test('have a title over them and hold headings, lists and notes', () => {
    const { styled, sink } = styleText(':::columns[عمودان]\n## باب\n\n- بند[^1]\n:::\n\n[^1]: حاشية.\n');
    expect(sink.diagnostics).toEqual([]);
    expect(textsOf(styled)[0]).toBe('عمودان');
    expect(dumpStructure(styled).split('\n').slice(0, 5)).toEqual([
      'Document',
      '  Div',
      '    P',
      '    H1',
      '    L listNumbering=Disc',
    ]);
  });

  test('in a callout are set as the callout is', () => {
    const [columns] = columnsOf('::::note\n:::columns\nأ\n:::\n::::\n');
    expect(columns?.children).toMatchObject([{ kind: 'text', styleName: 'small' }]);
  });

  test('are fewer in a narrow measure, and never none', () => {
    const set = { count: 3, gap: 20, leastWidth: 100 };
    expect(columnsFor(set, 340)).toEqual({ count: 3, width: 100 });
    expect(columnsFor(set, 339)).toEqual({ count: 2, width: 159.5 });
    expect(columnsFor(set, 50)).toEqual({ count: 1, width: 50 });
  });
});

test('a glossary is read down its columns, aloud too', () => {
  const entries = ['إعارة', 'رف', 'فهرس', 'نسخة'].map((term) => `- **${term}** معنى ${term}`).join('\n');
  const { styled } = styleText(`:::glossary\n${entries}\n:::\n`);
  expect(columnsIn(blocksOf(styled))).toMatchObject([{ count: 2, children: { length: 4 } }]);
  expect(textsOf(styled).filter((text) => !text.startsWith('معنى'))).toEqual(['إعارة', 'رف', 'فهرس', 'نسخة']);
  expect(dumpStructure(styled).match(/\bLI\b/g)).toHaveLength(4);
});

import { expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { document, EM, item, lay, stack, table, text } from './square-type.ts';

const content = { kind: 'content' } as const;

/** The sizes of type on the first page. */
function sizesOf(blocks: Parameters<typeof document>[0], sink = new Sink()): number[] {
  const sizes = lay(document(blocks), sink).pages[0]!.drawItems.flatMap((drawItem) =>
    drawItem.kind === 'line' ? piecesOf(drawItem.line).map(({ style }) => style.size) : [],
  );
  return [...new Set(sizes)];
}

const wide = table([content, content], null, [['أبجدهوزح', 'طيكلمنسع']]);

test('words that stand side by side keep their size', () => {
  expect(sizesOf([table([content, content], null, [['أبجده', 'وزحطي']])])).toEqual([EM]);
});

test('type shrinks by what is there, and no further', () => {
  // sixteen letters of ten points in a hundred
  expect(sizesOf([wide])).toEqual([EM * (100 / 160)]);
});

test('what stands around a table leaves it less', () => {
  const padding = { start: 10, end: 10, before: 0, after: 0 };
  expect(sizesOf([stack([wide], { padding })])).toEqual([EM * (80 / 160)]);
  const [marker, inItem] = sizesOf([item('١', [wide])]);
  expect(marker).toBe(EM);
  expect(inItem).toBeCloseTo(EM * (80 / 160));
});

test('type too small to read is said once, whatever the passes and trials', () => {
  const sink = new Sink();
  const notes = stack([table([content, content, content], null, [['أبجدهوزح', 'طيكلمنسع', 'فصقرشتثخ']])], {
    keepTogether: true,
  });
  sizesOf([notes], sink);
  expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(['table-too-wide']);
});

test('words of other cells are not touched', () => {
  expect(sizesOf([text('نص'), wide])).toEqual([EM, EM * (100 / 160)]);
});

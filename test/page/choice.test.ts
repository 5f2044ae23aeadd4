import { expect, test } from 'vitest';
import type { Block, Need } from '../../src/style/blocks.ts';
import { mapStyled } from '../../src/style/map-content.ts';
import type { ShapedContent } from '../../src/text/shaped.ts';
import { columns, document, item, lay, row, rowsOf, stack, table, text } from './square-type.ts';

function widthOf(texts: Text[], more: { least?: number; plus?: number; times?: number } = {}) {
  const width = { texts, least: 0, plus: 0, times: 1, ...more };
  return { kind: 'width', width } as const satisfies Need<ShapedContent>;
}

type Text = ReturnType<typeof text>;

/** Three shapes of the same words. */
function choice(content = text('كلمة')): Block<ShapedContent> {
  const { anchors, tagTarget, origin, spaceBefore, spaceAfter, keepWithNext } = content;
  const base = { anchors, tagTarget, origin, spaceBefore, spaceAfter, keepWithNext };
  const of = (words: string, least: number) => ({
    needs: widthOf([], { least }),
    block: stack([text(words), content]),
  });
  return { ...base, kind: 'choice', options: [of('واسع', 100), of('ضيق', 80), of('أضيق', 60)] };
}

const rows = (block: Block<ShapedContent>) => rowsOf(lay(document([block])).pages[0]!);

test('the first shape that has the room it takes is laid, and no other', () => {
  expect(rows(choice())).toEqual(['واسع', 'كلمة']);
  expect(rows(item('١', [choice()]))).toEqual(['١|ضيق', 'كلمة']);
});

test('the last shape stands where there is room for none', () => {
  const padding = { start: 30, end: 30, before: 0, after: 0 };
  expect(rows(stack([choice()], { padding }))).toEqual(['أضيق', 'كلمة']);
});

test('what all shapes show is shaped once', () => {
  let count = 0;
  mapStyled(document([choice()]), (content) => {
    count += 1;
    return content;
  });
  expect(count).toBe(4);
});

/** Two words side by side, or one under the other. */
function pair(first: string, second: string): Block<ShapedContent> {
  const texts = [text(first), text(second)];
  const [one, other] = texts as [Text, Text];
  const width = { texts, least: 0, plus: 0, times: 1 };
  const track = { kind: 'text', width, least: 0, most: 1, fraction: 0 } as const;
  const { anchors, tagTarget, origin, spaceBefore, spaceAfter, keepWithNext } = one;
  const options = [
    { needs: widthOf(texts, { times: 2 }), block: row([track, one], [track, other]) },
    { needs: null, block: stack([one, other]) },
  ];
  return { anchors, tagTarget, origin, spaceBefore, spaceAfter, keepWithNext, kind: 'choice', options };
}

test('what fits is what its words say, wherever they stand', () => {
  expect(rows(pair('أبجده', 'وز'))).toEqual(['أبجده|وز']);
  expect(rows(pair('أبجدهو', 'ز'))).toEqual(['أبجدهو', 'ز']);
  const points = (cells: number) => ({ kind: 'points', points: 10 * cells }) as const;
  const inCell = (block: Block<ShapedContent>) => rows(table([points(6), points(4)], null, [[block, 'حط']]));
  expect(inCell(pair('أبج', 'د'))).toEqual(['أبج|د|حط']);
  expect(inCell(pair('أبجد', 'ه'))).toEqual(['أبجد|حط', 'ه']);
  const inColumn = (block: Block<ShapedContent>) => rows(columns([block], { gap: 20 }));
  expect(inColumn(pair('أب', 'ج'))).toEqual(['أب|ج']);
  // the column ends between them
  expect(inColumn(pair('أبج', 'د'))).toEqual(['أبج|د']);
  expect(inColumn(stack([pair('أبج', 'د')], { keepTogether: true }))).toEqual(['أبج', 'د']);
});

test('rows that are measured by the same words stand in the same columns', () => {
  const texts = ['أ', 'أبج', 'أب ج'].map((words) => text(words));
  const track = (least: number, most: number, fraction = 0) =>
    ({ kind: 'text', width: { texts, least: 0, plus: 10, times: 1 }, least, most, fraction }) as const;
  const lines = (width: ReturnType<typeof track>) =>
    lay(
      document(texts.map((one) => row([width, one], [{ kind: 'fraction', fraction: 1 }, text('ب')]))),
    ).pages[0]!.drawItems.map((drawItem) =>
      drawItem.kind === 'line' ? [drawItem.x, drawItem.line.width] : [],
    );
  const columns = (first: number) => {
    const rest = 100 - first;
    return texts.flatMap(() => [
      [20 + rest, first],
      [20, rest],
    ]);
  };
  // four letters and ten points, of a hundred
  expect(lines(track(0, 1))).toEqual(columns(50));
  expect(lines(track(0.7, 1))).toEqual(columns(70));
  expect(lines(track(0, 0.45))).toEqual(columns(45));
  // three letters are a word
  expect(lines(track(0, 0.2))).toEqual(columns(40));
  // half of what is left as well
  expect(lines(track(0, 1, 1))).toEqual(columns(75));
});

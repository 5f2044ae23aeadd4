import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { pointsOf, polyline } from '../../src/base/path.ts';
import type { DrawnPath } from '../../src/page/page.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import {
  bookish,
  breakTo,
  document,
  element,
  image,
  item,
  lay,
  lines,
  origin,
  rowsOf,
  stack,
  table,
  text,
} from './square-type.ts';

describe('where a page ends', () => {
  test('after its tenth line', () => {
    const { pages } = lay(document([lines('س', 12)]));
    expect(pages.map((page) => rowsOf(page).length)).toEqual([10, 2]);
  });

  test('never leaves one line alone on the next page', () => {
    const { pages } = lay(document([lines('س', 11, { paragraph: bookish })]));
    expect(rowsOf(pages[0]!).at(-1)).toBe('س9');
    expect(rowsOf(pages[1]!)).toEqual(['س10', 'س11']);
  });

  test('never leaves one line alone on the page before', () => {
    const { pages } = lay(document([lines('أ', 9), lines('ب', 4, { paragraph: bookish })]));
    expect(pages.map((page) => rowsOf(page).length)).toEqual([9, 4]);
  });

  test('a heading takes two lines of its text along', () => {
    const heading = text('عنوان', { keepWithNext: true });
    const { pages } = lay(document([lines('أ', 8), heading, lines('ب', 5)]));
    expect(rowsOf(pages[0]!)).toHaveLength(8);
    expect(rowsOf(pages[1]!).slice(0, 3)).toEqual(['عنوان', 'ب1', 'ب2']);
  });

  test('a heading needs no more company than one tall strip', () => {
    const heading = text('عنوان', { keepWithNext: true });
    const { pages } = lay(document([lines('أ', 6), heading, image(50, 30), lines('ب', 2)]));
    expect(pages.map((page) => rowsOf(page).at(-1))).toEqual(['عنوان', 'ب2']);
  });

  test('a heading, a lower heading and their text stay together', () => {
    const one = text('باب', { keepWithNext: true });
    const two = text('فصل', { keepWithNext: true });
    const { pages } = lay(document([lines('أ', 7), one, two, lines('ب', 5)]));
    expect(rowsOf(pages[1]!).slice(0, 2)).toEqual(['باب', 'فصل']);
  });

  test('what should stay together moves to the next page, unless no page can hold it', () => {
    const short = stack([lines('ب', 4)], { keepTogether: true });
    expect(lay(document([lines('أ', 8), short])).pages.map((page) => rowsOf(page).length)).toEqual([8, 4]);
    const long = stack([lines('ب', 14)], { keepTogether: true });
    expect(lay(document([lines('أ', 8), long])).pages.map((page) => rowsOf(page).length)).toEqual([
      10, 10, 2,
    ]);
  });
});

describe('white space', () => {
  test('between neighbours the larger wins', () => {
    const blocks = [text('أ', { spaceAfter: 10 }), text('ب', { spaceBefore: 20 }), text('ج')];
    expect(rowsOf(lay(document(blocks)).pages[0]!)).toEqual(['أ', '', '', 'ب', 'ج']);
  });

  test('vanishes at the top of a page, but for white space that must survive', () => {
    const vanishes = [text('أ', { spaceBefore: 30 }), breakTo('page'), text('ب', { spaceBefore: 30 })];
    expect(lay(document(vanishes)).pages.map((page) => rowsOf(page))).toEqual([['أ'], ['ب']]);
    const survives = [breakTo('space', { height: 20 }), text('أ')];
    expect(rowsOf(lay(document(survives)).pages[0]!)).toEqual(['', '', 'أ']);
  });

  test('what a fill pushes to the foot takes text along to a page of its own', () => {
    const { pages } = lay(document([lines('أ', 10, { paragraph: bookish }), breakTo('fill'), text('خاتمة')]));
    expect(rowsOf(pages[0]!)).toHaveLength(8);
    expect(rowsOf(pages[1]!)).toEqual(['أ9', 'أ10', ...Array(7).fill(''), 'خاتمة']);
  });

  test('a fill pushes what follows to the foot of the page', () => {
    const { pages } = lay(document([text('أ'), breakTo('fill'), text('ب')]));
    expect(rowsOf(pages[0]!)).toEqual(['أ', '', '', '', '', '', '', '', '', 'ب']);
  });

  test('never makes a page of its own', () => {
    const blocks = [lines('أ', 10), breakTo('space', { height: 30 }), breakTo('page'), breakTo('page')];
    expect(lay(document(blocks)).pages).toHaveLength(1);
  });

  test('lines of the body return to the grid after a heading that leaves it', () => {
    const heading = text('عنوان', { spaceBefore: 4, paragraph: { ...bookish, leading: 13 } });
    const { pages } = lay(document([text('أ'), heading, text('ب'), text('ج')], { page: { grid: 10 } }));
    const baselines = pages[0]!.drawItems.map((drawItem) =>
      drawItem.kind === 'line' ? drawItem.baseline : 0,
    );
    // Heading: 20 + 10 + 4, baseline at 7/10 of 13. Body after 47: the grid line at 50.
    expect(baselines.map((y) => Math.round(y * 10) / 10)).toEqual([27, 43.1, 57, 67]);
  });
});

describe('the baseline grid', () => {
  const baselines = (grid: number) => {
    const blocks = [text('أ', { spaceAfter: 7 }), text('ب'), text('ج')];
    const [page] = lay(document(blocks, { page: { grid } })).pages;
    return page!.drawItems.flatMap((drawItem) => (drawItem.kind === 'line' ? [drawItem.baseline] : []));
  };

  test('takes text back after white space that is no whole line', () => {
    expect(baselines(0)).toEqual([27, 44, 54]);
    expect(baselines(10)).toEqual([27, 47, 57]);
  });

  test('lets a heading float, and takes back the text under it', () => {
    const heading = text('باب', { spaceBefore: 6, spaceAfter: 3, keepWithNext: true });
    const [page] = lay(document([text('أ'), heading, text('ب')], { page: { grid: 10 } })).pages;
    expect(
      page!.drawItems.flatMap((drawItem) => (drawItem.kind === 'line' ? [drawItem.baseline] : [])),
    ).toEqual([27, 43, 57]);
  });

  test('may be half a line: the text then stands on every second step', () => {
    expect(baselines(5)).toEqual([27, 47, 57]);
    const half = [text('أ', { spaceAfter: 4 }), text('ب')];
    const [page] = lay(document(half, { page: { grid: 5 } })).pages;
    expect(
      page!.drawItems.flatMap((drawItem) => (drawItem.kind === 'line' ? [drawItem.baseline] : [])),
    ).toEqual([27, 42]);
  });
});

describe('panels', () => {
  const panel = {
    padding: { start: 10, end: 20, before: 10, after: 10 },
    background: '#F3EFE7',
    rules: [{ edge: 'start', rule: { width: 2, color: '#B08D57' }, length: null }],
  } as const;

  test('stand behind their text, with their padding', () => {
    const { pages } = lay(document([text('أ'), stack([text('ب'), text('ج')], panel), text('د')]));
    expect(rowsOf(pages[0]!)).toEqual(['أ', '', 'ب', 'ج', '', 'د']);
    const [ground, rule] = pages[0]!.drawItems as readonly DrawnPath[];
    expect(pointsOf(ground!.path)[0]).toEqual({ x: 20, y: 30 });
    expect(pointsOf(ground!.path)[2]).toEqual({ x: 120, y: 70 });
    // The start side of an Arabic page is its right side: the rule's middle is 1 pt inside the edge.
    expect(pointsOf(rule!.path)).toEqual([
      { x: 119, y: 30 },
      { x: 119, y: 70 },
    ]);
  });

  test('inset their text from the start and the end side', () => {
    const { pages } = lay(document([stack([text('ب')], panel)]));
    const line = pages[0]!.drawItems.find((drawItem) => drawItem.kind === 'line')!;
    expect([line.x, line.line.width]).toEqual([40, 70]);
  });

  test('are drawn on each page that has a part of them', () => {
    const { pages } = lay(document([lines('أ', 5), stack([lines('ب', 6)], { ...panel })]));
    const grounds = pages.map((page) =>
      pointsOf((page.drawItems[0] as DrawnPath).path).map((point) => point.y),
    );
    // First part: 5 lines, padding 10, 3 lines, padding 10 → 70 to 120. Second: 3 lines and padding.
    expect(grounds).toEqual([
      [70, 70, 120, 120],
      [20, 20, 70, 70],
    ]);
  });
});

describe('items', () => {
  test('hang the marker at the start side on the first baseline', () => {
    const { pages } = lay(document([item('١', [text('كلمات كثيرة')])]));
    const drawItems = pages[0]!.drawItems.filter((drawItem) => drawItem.kind === 'line');
    expect(rowsOf(pages[0]!)).toEqual(['١|كلمات', 'كثيرة']);
    expect(drawItems.map((drawItem) => [drawItem.x, drawItem.line.width])).toEqual([
      [110, 10],
      [20, 80],
      [20, 80],
    ]);
  });

  test('a marker wider than its place pushes the first line only', () => {
    const { pages } = lay(document([item('١٢٣', [text('أب جد هو')])]));
    const [, first, second] = pages[0]!.drawItems.filter((drawItem) => drawItem.kind === 'line');
    // 20 pt too wide: the first line holds 60 of its 80 pt, both words of it, and starts 20 pt later.
    expect(piecesOf(first!.line)[0]!.x).toBe(80 - 20 - 20);
    expect(piecesOf(second!.line)[0]!.x).toBe(80 - 20);
  });

  test('break over pages without repeating the marker', () => {
    const { pages } = lay(document([lines('أ', 8), item('•', [lines('ب', 4)])]));
    expect(pages.map((page) => rowsOf(page).filter((row) => row.startsWith('•')).length)).toEqual([1, 0]);
  });
});

describe('rows, images and shapes', () => {
  test('cells stand side by side from the start edge', () => {
    const cell = (word: string, points: number) =>
      ({ width: { kind: 'points', points }, align: 'start', children: [text(word)] }) as const;
    const row = { ...text(''), kind: 'row', gap: 10, cells: [cell('يمين', 40), cell('يسار', 50)] } as const;
    const { pages } = lay(document([row]));
    const xs = pages[0]!.drawItems.map((drawItem) => (drawItem.kind === 'line' ? drawItem.x : null));
    expect(xs).toEqual([80, 20]);
  });

  test('a row higher than a page is parted, and nothing of it is lost', () => {
    const cell = (name: string, count: number) =>
      ({ width: { kind: 'fraction', fraction: 1 }, align: 'start', children: [lines(name, count)] }) as const;
    const row = { ...text(''), kind: 'row', gap: 0, cells: [cell('أ', 13), cell('ب', 2)] } as const;
    const { pages } = lay(document([row]));
    expect(pages.map((page) => rowsOf(page).length)).toEqual([10, 3]);
  });

  test('an image is shrunk to the measure and the page in proportion', () => {
    const rectOf = (width: number, height: number) => {
      const drawItem = lay(document([image(width, height)])).pages[0]!.drawItems[0]!;
      return drawItem.kind === 'image' ? drawItem.rect : null;
    };
    expect(rectOf(200, 100)).toEqual({ x: 20, y: 20, width: 100, height: 50 });
    expect(rectOf(100, 200)).toEqual({ x: 70, y: 20, width: 50, height: 100 });
    expect(rectOf(50, 50)).toEqual({ x: 70, y: 20, width: 50, height: 50 });
  });

  test('an image gives way to the caption that stays with it', () => {
    const figure = stack([image(100, 100), lines('ش', 2)], { keepTogether: true });
    const { pages } = lay(document([figure]));
    expect(pages).toHaveLength(1);
    expect(rowsOf(pages[0]!).slice(8)).toEqual(['ش1', 'ش2']);
  });

  test('a shape is drawn from the start edge', () => {
    const path = {
      path: polyline([
        { at: 0, plus: 5, y: 0 },
        { at: 1, plus: 0, y: 10 },
      ]),
      fill: null,
      stroke: { width: 1, color: '#000000' },
    };
    const shape = { ...text(''), kind: 'shape', height: 10, paths: [path] } as const;
    const drawn = (direction: 'rtl' | 'ltr') =>
      pointsOf((lay(document([shape], { direction })).pages[0]!.drawItems[0] as DrawnPath).path).map(
        (point) => point.x,
      );
    expect(drawn('rtl')).toEqual([115, 20]);
    expect(drawn('ltr')).toEqual([25, 120]);
  });

  test('a placed stack stands at its place, measured from the start and top edges of the page', () => {
    const placed = { start: 10, top: 5, width: 50, height: 20 };
    const band = stack([text('شريط')], { placed, background: '#0B4F57' });
    const { pages } = lay(document([text('أ'), band, text('ب')]));
    const [ground, first, second, third] = pages[0]!.drawItems;
    expect(pointsOf((ground as DrawnPath).path)[0]).toEqual({ x: 80, y: 5 });
    // The band takes no room in the flow.
    expect([first, second, third].map((drawItem) => (drawItem as { baseline: number }).baseline)).toEqual([
      12, 27, 37,
    ]);
  });
});

test('a fill in a placed stack pushes the rest to the foot of its place', () => {
  const placed = { start: 0, top: 0, width: 140, height: 140 };
  const cover = stack([text('عنوان'), breakTo('fill'), text('ناشر')], { placed });
  const { pages } = lay(document([cover]));
  expect(rowsOf(pages[0]!, 0)).toEqual(['عنوان', ...Array(12).fill(''), 'ناشر']);
});

describe('tables', () => {
  const half = { kind: 'fraction', fraction: 1 } as const;

  test('repeat their header on each page, as furniture', () => {
    const rows = Array.from({ length: 14 }, (_, index) => [`ق${index + 1}`, 'د']);
    const { pages } = lay(document([table([half, half], ['بلد', 'عدد'], rows)]));
    expect(pages.map((page) => rowsOf(page)[0])).toEqual(['بلد|عدد', 'بلد|عدد']);
    expect(pages.map((page) => rowsOf(page).length)).toEqual([10, 6]);
    const header = pages[1]!.drawItems[0]!;
    expect(header.kind === 'line' && piecesOf(header.line)[0]!.tagTarget).toMatchObject({
      artifact: 'Pagination',
    });
    const first = pages[0]!.drawItems[0]!;
    expect(first.kind === 'line' && piecesOf(first.line)[0]!.tagTarget).toBe(element);
  });

  test('never part a row that a page can hold', () => {
    const { pages } = lay(document([lines('أ', 8), table([half], null, [[lines('ب', 1)], [lines('ج', 5)]])]));
    expect(rowsOf(pages[1]!).at(-1)).toBe('ج5');
    expect(pages).toHaveLength(2);
  });

  test('give columns their natural width where the measure allows, and share it where not', () => {
    const content = { kind: 'content' } as const;
    const widths = (cells: readonly string[]) =>
      lay(document([table([content, content], null, [cells])])).pages[0]!.drawItems.map((drawItem) =>
        drawItem.kind === 'line' ? drawItem.line.width : 0,
      );
    expect(widths(['أبجد', 'هوزحطي'])).toEqual([40, 60]);
    expect(widths(['أب', 'هوز'])).toEqual([40, 60]);
    // Of 100 an even share is 50, and that is all the first wants.
    expect(widths(['أب جد', 'هوزح طيكل'])[0]).toBe(50);
    // Both want more, 60 and 90: they share as 2 : 3, and break alike.
    expect(widths(['أب جده', 'هوزح طيكل'])[0]).toBe(40);
  });

  test('has two edges alike: padding that parts columns is not lost after the last', () => {
    const content = { kind: 'content' } as const;
    const cellPadding = { start: 0, end: 10, before: 0, after: 0 };
    const block = table([content, content], null, [['أبج', 'هوزحطي']], { cellPadding });
    const widths = lay(document([block])).pages[0]!.drawItems.map((drawItem) =>
      drawItem.kind === 'line' ? drawItem.line.width : 0,
    );
    expect(widths).toEqual([30, 60]);
  });

  test('a row higher than the page is parted', () => {
    const sink = new Sink();
    const { pages } = lay(document([table([half], ['رأس'], [[lines('ب', 20)]])]), sink);
    expect(pages.flatMap((page) => rowsOf(page).filter((row) => row.startsWith('ب')))).toHaveLength(20);
    expect(sink.diagnostics).toEqual([]);
  });
});

test('a line higher than the page stands nevertheless, and is reported', () => {
  const sink = new Sink();
  const tall = text('ضخم', { paragraph: { ...bookish, leading: 150 }, origin });
  const { pages } = lay(document([text('أ'), tall, text('ب')]), sink);
  expect(pages).toHaveLength(3);
  expect(sink.diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(['block-too-tall']);
});

test('margins without room for text are an error, not an empty document', () => {
  const sink = new Sink();
  const margin = { inner: 80, outer: 80, top: 20, bottom: 20 };
  const { pages } = lay(document([text('أ')], { page: { margin } }), sink);
  expect(sink.failed).toBe(true);
  expect(pages).toHaveLength(1);
});

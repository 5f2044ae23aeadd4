import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { DrawnLine, Laid, Page } from '../../src/page/page.ts';
import type { Block } from '../../src/style/blocks.ts';
import type { ShapedContent } from '../../src/text/shaped.ts';
import '../property-seed.ts';
import { pointsOf } from '../../src/base/path.ts';
import {
  bookish,
  breakTo,
  columns,
  document,
  image,
  lay,
  note,
  paragraph,
  rowsOf,
  stack,
  table,
  text,
} from './square-type.ts';

/** A paragraph of `count` lines of four characters: half a page is four and a half wide. */
function short(name: string, count: number, more: object = {}): Block<ShapedContent> {
  const words = Array.from({ length: count }, (_, index) => `${name}${index + 1}`.padEnd(4, 'ـ'));
  return text(words.join(' '), more);
}

const rows = (laid: Laid) => laid.pages.map((page) => rowsOf(page));

describe('columns', () => {
  test('are read down the right one, then down the one to its left', () => {
    expect(rows(lay(document([columns([short('س', 6)])])))).toEqual([['س1|س4', 'س2|س5', 'س3|س6']]);
  });

  test('begin at the left in a left-to-right document', () => {
    const { pages } = lay(document([columns([short('a', 4)])], { direction: 'ltr' }));
    expect(rowsOf(pages[0]!)).toEqual(['a3|a1', 'a4|a2']);
  });

  test('are level where they end: seven lines in three columns are three, two and two', () => {
    const three = columns([text('11 22 33 44 55 66 77')], { count: 3, gap: 5 });
    expect(rows(lay(document([three])))).toEqual([['11|44|66', '22|55|77', '33']]);
  });

  test('fill a page before they go on, and text goes on below them', () => {
    const laid = lay(document([text('قبل'), columns([short('س', 24)]), text('بعد')]));
    expect(rows(laid)[0]!.slice(0, 3)).toEqual(['قبل', 'س1|س10', 'س2|س11']);
    expect(rows(laid)[0]!.at(-1)).toBe('س9|س18');
    expect(rows(laid)[1]).toEqual(['س19|س22', 'س20|س23', 'س21|س24', 'بعد']);
  });

  test('have white space between them that readers are told of, as high as the columns', () => {
    const { pages } = lay(document([text('قبل'), columns([short('س', 6)])]));
    const gutters = pages[0]!.drawItems.filter((drawItem) => drawItem.kind === 'gutter');
    expect(gutters.map(({ rect }) => rect)).toEqual([{ x: 65, y: 30, width: 10, height: 30 }]);
    const [single] = lay(document([columns([short('س', 1)])])).pages;
    expect(single!.drawItems.map(({ kind }) => kind)).toEqual(['line']);
  });

  test('are fewer where they would be too narrow', () => {
    const narrow = (leastWidth: number) => rows(lay(document([columns([short('س', 4)], { leastWidth })])));
    expect(narrow(45)).toEqual([['س1|س3', 'س2|س4']]);
    expect(narrow(46)).toEqual([['س1 س2', 'س3 س4']]);
  });

  test('inside columns are one column', () => {
    const inner = columns([short('ب', 4)]);
    expect(rows(lay(document([columns([short('أ', 4), inner])])))).toEqual([
      ['أ1|ب1', 'أ2|ب2', 'أ3|ب3', 'أ4|ب4'],
    ]);
  });

  test('leave no line of a paragraph alone, though one of them be shorter', () => {
    const book = { paragraph: bookish };
    const laid = lay(document([columns([short('أ', 3, book), short('ب', 3, book), short('ج', 3, book)])]));
    expect(rows(laid)).toEqual([['أ1|ج1', 'أ2|ج2', 'أ3|ج3', 'ب1', 'ب2', 'ب3']]);
  });

  test('do not end with a heading', () => {
    const heading = text('باب', { keepWithNext: true });
    const laid = lay(document([columns([short('أ', 2), heading, short('ب', 3)])]));
    expect(rows(laid)).toEqual([['أ1|باب', 'أ2|ب1', 'ب2', 'ب3']]);
  });

  test('drop white space at their tops', () => {
    const laid = lay(document([columns([short('أ', 2), short('ب', 2, { spaceBefore: 10 })])]));
    expect(rows(laid)).toEqual([['أ1|ب1', 'أ2|ب2']]);
  });

  test('have their lines side by side on the grid, whatever stands between them', () => {
    const laid = lay(
      document([columns([short('أ', 2), short('ب', 1, { spaceBefore: 3 }), short('ج', 4)])], {
        page: { grid: 5 },
      }),
    );
    expect(rows(laid)).toEqual([['أ1|ج1', 'أ2|ج2', 'ج3', 'ب1|ج4']]);
  });

  test('have their notes at the foot of the page, over its whole width', () => {
    const notes = { a: note('a', [text('حاشية')]) };
    const words = Array.from({ length: 20 }, (_, index) => `س${index + 1}`.padEnd(4, 'ـ'));
    words[11] += '^a';
    const { pages } = lay(document([columns([text(words.join(' '), {}, notes)])]));
    expect(rowsOf(pages[0]!)[0]).toBe('س1|س9');
    const last = pages[0]!.drawItems.filter((drawItem) => drawItem.kind === 'line').at(-1)!;
    expect([textOfLine(last.line), last.x, last.line.width, last.baseline]).toEqual(['حاشية', 20, 100, 117]);
    expect(rowsOf(pages[1]!)).toEqual(['س17|س19', 'س18|س20']);
  });

  test('repeat the header of a table that goes on in the next of them', () => {
    const body = Array.from({ length: 6 }, (_, index) => [`${index + 1}`]);
    const laid = lay(document([columns([table([{ kind: 'content' }], ['ر'], body)])]));
    expect(rows(laid)).toEqual([['ر|ر', '1|4', '2|5', '3|6']]);
  });

  test('shrink an image to a column', () => {
    const { pages } = lay(document([columns([image(90, 40), short('أ', 2)])]));
    const [picture] = pages[0]!.drawItems.filter((drawItem) => drawItem.kind === 'image');
    expect(picture).toMatchObject({ rect: { x: 75, y: 20, width: 45, height: 20 } });
  });

  test('draw a panel in each column that has part of it', () => {
    const panel = stack([short('أ', 4)], { background: '#EEEEEE' });
    const { pages } = lay(document([columns([panel])]));
    const grounds = pages[0]!.drawItems.flatMap((drawItem) =>
      drawItem.kind === 'path' ? [pointsOf(drawItem.path)[0]] : [],
    );
    expect(grounds).toEqual([
      { x: 75, y: 20 },
      { x: 20, y: 20 },
    ]);
  });

  test('stand in a panel as one block', () => {
    const padding = { start: 5, end: 5, before: 10, after: 10 };
    const panel = stack([columns([short('أ', 4)])], { background: '#EEEEEE', padding });
    const { pages } = lay(document([panel, text('بعد')]));
    expect(rowsOf(pages[0]!)).toEqual(
      [undefined, 'أ1|أ3', 'أ2|أ4', undefined, 'بعد'].map((row) => row ?? ''),
    );
    const [ground] = pages[0]!.drawItems.filter((drawItem) => drawItem.kind === 'path');
    expect(pointsOf(ground!.path).map(({ y }) => y)).toEqual([20, 20, 60, 60]);
  });

  test('are kept on one page and still divided', () => {
    const kept = stack([columns([short('أ', 8)])], { keepTogether: true });
    const laid = lay(document([short('س', 14), kept]));
    expect(rows(laid)).toEqual([
      ['س1 س2', 'س3 س4', 'س5 س6', 'س7 س8', 'س9 س10', 'س11 س12', 'س13 س14'],
      ['أ1|أ5', 'أ2|أ6', 'أ3|أ7', 'أ4|أ8'],
    ]);
  });

  test('stand in a note and in a cell', () => {
    const inNote = { a: note('a', [columns([short('ن', 4)])]) };
    const laid = lay(document([text('كلمة ^a', {}, inNote)]));
    expect(rowsOf(laid.pages[0]!).slice(-2)).toEqual(['ن1|ن3', 'ن2|ن4']);
    const cell = table([{ kind: 'fraction', fraction: 1 }], null, [[columns([short('خ', 4)])]]);
    expect(rows(lay(document([cell])))).toEqual([['خ1|خ3', 'خ2|خ4']]);
  });

  test('end where a page does, and begin again on the next', () => {
    const laid = lay(document([columns([short('أ', 4), breakTo('page'), short('ب', 2)])]));
    expect(rows(laid)).toEqual([['أ1|أ3', 'أ2|أ4'], ['ب1|ب2']]);
  });

  test('say so when something in them is higher than the page', () => {
    const sink = new Sink();
    lay(document([columns([short('أ', 1, { paragraph: { ...paragraph, leading: 150 } })])]), sink);
    expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(['block-too-tall']);
  });
});

type Texts = readonly { readonly lines: number; readonly book: boolean; readonly space: number }[];

const texts = fc.array(
  fc.record({
    lines: fc.integer({ min: 1, max: 30 }),
    book: fc.boolean(),
    space: fc.integer({ min: 0, max: 30 }),
  }),
  { minLength: 1, maxLength: 8 },
);

function layTexts(
  plan: Texts,
  count: number,
  grid: number,
): { readonly laid: Laid; readonly words: string[] } {
  const words: string[] = [];
  const blocks = plan.map(({ lines, book, space }) => {
    const own = Array.from({ length: lines }, (_, index) => String(words.length + index + 1));
    words.push(...own);
    return text(own.map((word) => word.padEnd(4, 'ـ')).join(' '), {
      paragraph: book ? bookish : paragraph,
      spaceBefore: space,
    });
  });
  return { laid: lay(document([columns(blocks, { count, gap: 10 })], { page: { grid } })), words };
}

const linesOf = (page: Page) => page.drawItems.filter((drawItem) => drawItem.kind === 'line');
const wordsOf = (drawItem: DrawnLine) => textOfLine(drawItem.line).replaceAll('ـ', '').trim().split(' ');

test('every line of columns stands once, in order, and none on another', () => {
  fc.assert(
    fc.property(texts, fc.integer({ min: 2, max: 4 }), fc.constantFrom(0, 5, 10), (plan, count, grid) => {
      const { laid, words } = layTexts(plan, count, grid);
      expect(laid.pages.flatMap((page) => linesOf(page).flatMap(wordsOf))).toEqual(words);
      for (const page of laid.pages) {
        const places = linesOf(page).map(({ x, baseline }) => `${Math.round(x)} ${Math.round(baseline)}`);
        expect(new Set(places).size).toBe(places.length);
        for (const { baseline } of linesOf(page)) expect(baseline).toBeLessThanOrEqual(20 + 97 + 1e-3);
      }
    }),
    { numRuns: 100 },
  );
});

test('plain lines leave columns that differ by one line at most, and none empty before the last page', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 90 }), fc.integer({ min: 2, max: 4 }), (lines, count) => {
      const { laid } = layTexts([{ lines, book: false, space: 0 }], count, 0);
      const heights = laid.pages.map((page) => {
        const byColumn = new Map<number, number>();
        for (const { x } of linesOf(page)) byColumn.set(x, (byColumn.get(x) ?? 0) + 1);
        return [...byColumn.values(), ...Array.from({ length: count - byColumn.size }, () => 0)];
      });
      for (const full of heights.slice(0, -1)) expect(full).toEqual(full.map(() => 10));
      const last = heights.at(-1)!;
      expect(Math.max(...last) - Math.min(...last)).toBeLessThanOrEqual(1);
    }),
    { numRuns: 100 },
  );
});

import { describe, expect, test } from 'vitest';
import { pointsOf } from '../../src/base/path.ts';
import { document, lay, lines, note, rowsOf, text } from './square-type.ts';

// The rule and its white space are ten points high: one row.
describe('notes', () => {
  test('stand at the foot of the page of their reference', () => {
    const one = note('n1', [text('حاشية')]);
    const { pages } = lay(document([lines('أ', 3), text('كلمة ^n1', {}, { n1: one }), lines('ب', 12)]));
    expect(rowsOf(pages[0]!)).toEqual(['أ1', 'أ2', 'أ3', 'كلمة ^n1', 'ب1', 'ب2', 'ب3', 'ب4', '', 'حاشية']);
    expect(rowsOf(pages[1]!)[0]).toBe('ب5');
  });

  test('their rule lies at the start side', () => {
    const one = note('n1', [text('حاشية')]);
    const { pages } = lay(document([text('كلمة ^n1', {}, { n1: one })]));
    const rule = pages[0]!.drawItems.find((drawItem) => drawItem.kind === 'path')!;
    expect(pointsOf(rule.path)).toEqual([
      { x: 90, y: 105.5 },
      { x: 120, y: 105.5 },
    ]);
  });

  test('have their rule on every page where they stand, and only there', () => {
    const notes = { n1: note('n1', [lines('ح', 12)]), n2: note('n2', [text('ثانية')]) };
    const blocks = [text('ا ^n1', {}, notes), lines('ب', 9), text('ج ^n2', {}, notes), lines('د', 12)];
    const { pages } = lay(document(blocks));
    const noted = pages.map((page) => rowsOf(page).some((row) => /^(ح|ثانية)/.test(row)));
    const ruled = pages.map((page) => page.drawItems.filter((drawItem) => drawItem.kind === 'path').length);
    expect(noted).toContain(false);
    expect(ruled).toEqual(noted.map((stands) => (stands ? 1 : 0)));
  });

  test('can be pointed at, and point back at their reference', () => {
    const one = note('n1', [text('حاشية')]);
    const { pages } = lay(document([text('كلمة'), text('كلمة #call-n1^n1', {}, { n1: one })]));
    const anchors = pages[0]!.anchors.map(({ id, y }) => [id, y]);
    // The ascent of a square is eight points, and its baseline is seven below the top of its row.
    expect(anchors).toEqual([
      ['call-n1', 29],
      ['n1', 110],
    ]);
  });

  test('follow one another in the order of their references', () => {
    const notes = { n1: note('n1', [text('أولى')]), n2: note('n2', [text('ثانية')]) };
    const { pages } = lay(document([text('ا ^n1', {}, notes), text('ب ^n2', {}, notes)]));
    expect(rowsOf(pages[0]!).slice(-2)).toEqual(['أولى', 'ثانية']);
  });

  test('a line whose note does not fit goes to the next page with it', () => {
    const one = note('n1', [lines('ح', 2, { paragraph: text('').paragraph })]);
    const blocks = [lines('أ', 9), text('كلمة ^n1', {}, { n1: one })];
    const { pages } = lay(document(blocks));
    expect(rowsOf(pages[0]!)).toHaveLength(9);
    expect(rowsOf(pages[1]!)).toEqual(['كلمة ^n1', '', '', '', '', '', '', '', 'ح1', 'ح2']);
  });

  test('a long note continues on the next pages, under a rule again', () => {
    const one = note('n1', [lines('ح', 18)]);
    const { pages } = lay(document([text('كلمة ^n1', {}, { n1: one }), lines('أ', 6)]));
    expect(rowsOf(pages[0]!)).toEqual(['كلمة ^n1', '', 'ح1', 'ح2', 'ح3', 'ح4', 'ح5', 'ح6', 'ح7', 'ح8']);
    // Two thirds of the next page at most, so that the text goes on beside it.
    expect(rowsOf(pages[1]!).slice(0, 4)).toEqual(['أ1', 'أ2', 'أ3', 'أ4']);
    expect(rowsOf(pages[1]!).slice(5)).toEqual(['ح9', 'ح10', 'ح11', 'ح12', 'ح13']);
    expect(rowsOf(pages[2]!).slice(5)).toEqual(['ح14', 'ح15', 'ح16', 'ح17', 'ح18']);
  });

  test('a note referred to twice stands once', () => {
    const notes = { n1: note('n1', [text('حاشية')]) };
    const { pages } = lay(document([text('ا ^n1', {}, notes), lines('ب', 12), text('ج ^n1', {}, notes)]));
    const found = pages.flatMap((page) => rowsOf(page)).filter((row) => row === 'حاشية');
    expect(found).toHaveLength(1);
  });

  test('a note inside a note stands after it', () => {
    const inner = note('n2', [text('داخلية')]);
    const outer = note('n1', [text('خارجية ^n2', {}, { n2: inner })]);
    const { pages } = lay(document([text('كلمة ^n1', {}, { n1: outer })]));
    expect(rowsOf(pages[0]!).slice(-2)).toEqual(
      ['خارجية ^n', 'داخلية'].map((row) => row.replace('^n', '^n2')),
    );
  });
});

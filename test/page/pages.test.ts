import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { lastOf } from '../../src/base/running-head.ts';
import { dumpPages } from '../../src/page/dump-pages.ts';
import type { Laid, Page } from '../../src/page/page.ts';
import {
  breakTo,
  deferred,
  document,
  lay,
  lines,
  master,
  rowsOf,
  stack,
  table,
  text,
} from './square-type.ts';

const labels = (laid: Laid) => laid.pages.map((page) => page.label);
/** Rows of the whole page: heads stand above the text, feet below. */
const linesAt = (page: Page, baseline: number) =>
  rowsOf(
    {
      ...page,
      drawItems: page.drawItems.filter(
        (drawItem) => drawItem.kind === 'line' && drawItem.baseline === baseline,
      ),
    },
    baseline - 7,
  );

describe('sides', () => {
  const page = { margin: { inner: 30, outer: 10, top: 20, bottom: 20 } };

  test('a right-bound book begins with a left page, its inner margin at the right', () => {
    const laid = lay(document([lines('أ', 15)], { page }));
    expect(laid.pages.map((each) => each.side)).toEqual(['left', 'right']);
    expect(laid.pages.map((each) => each.drawItems[0])).toMatchObject([{ x: 10 }, { x: 30 }]);
  });

  test('a left-bound book begins with a right page, its inner margin at the left', () => {
    const laid = lay(document([lines('a', 15)], { page: { ...page, binding: 'left' }, direction: 'ltr' }));
    expect(laid.pages.map((each) => each.side)).toEqual(['right', 'left']);
    expect(laid.pages.map((each) => each.drawItems[0])).toMatchObject([{ x: 30 }, { x: 10 }]);
  });

  test('chapters open on their side, after a blank page without furniture if need be', () => {
    const head = { odd: [text('رأس')], even: [text('رأس')] };
    const first = master({ header: head });
    const laid = lay(document([text('أ'), breakTo('opening'), text('ب')], { masters: { first } }));
    expect(labels(laid)).toEqual(['١', '٢', '٣']);
    expect(laid.pages[1]!.drawItems).toEqual([]);
    expect(laid.pages[2]!.side).toBe('left');
  });

  test('no blank page comes before a chapter that opens on its side by itself', () => {
    const blocks = [text('أ'), breakTo('page'), text('ب'), breakTo('opening'), text('ج')];
    expect(lay(document(blocks)).pages).toHaveLength(3);
    expect(lay(document([breakTo('opening'), text('أ')])).pages).toHaveLength(1);
  });
});

describe('masters', () => {
  const odd = [text('فردي')];
  const even = [text('زوجي')];

  test('left pages of an Arabic book carry odd furniture: their outer side is the end side', () => {
    const first = master({ header: { odd, even } });
    const laid = lay(document([lines('أ', 15)], { masters: { first } }));
    expect(laid.pages.map((page) => linesAt(page, 15))).toEqual([['فردي'], ['زوجي']]);
  });

  test('the head and the foot line stand at their distance from the edges', () => {
    const footer = { odd: [text('ذيل')], even: [] };
    const laid = lay(document([text('أ')], { masters: { first: master({ footer }) } }));
    expect(linesAt(laid.pages[0]!, 130)).toEqual(['ذيل']);
  });

  test('a break changes the master, and counting starts again in another group', () => {
    const front = master({ folio: { counter: 'arabic-abjad', group: 'front' }, next: 'plain' });
    const plain = master({ folio: { counter: 'arabic-abjad', group: 'front' } });
    const blocks = [lines('أ', 21), breakTo('page', { master: 'body' }), lines('ب', 11)];
    const masters = { first: front, plain, body: master({ header: { odd, even } }) };
    const laid = lay(document(blocks, { masters }));
    expect(labels(laid)).toEqual(['أ', 'ب', 'ج', '١', '٢']);
    expect(laid.pages.map((page) => linesAt(page, 15).length)).toEqual([0, 0, 0, 1, 1]);
  });

  test('an unknown master is reported, and the page keeps the one it has', () => {
    const sink = new Sink();
    lay(document([text('أ'), breakTo('page', { master: 'خطأ' }), text('ب')]), sink);
    expect(sink.diagnostics.map((diagnostic) => diagnostic.rule)).toEqual(['unknown-master']);
  });

  test('running heads say the first mark of the page, else the last one before it', () => {
    const header = {
      odd: [deferred([{ kind: 'running', name: 'section' }])],
      even: [deferred([{ kind: 'running', name: 'section' }])],
    };
    const chapter = (name: string) => text(name, { running: { section: name } });
    const blocks = [chapter('أول'), lines('أ', 15), chapter('ثان'), chapter('ثالث'), lines('ب', 12)];
    const laid = lay(document(blocks, { masters: { first: master({ header }) } }));
    expect(laid.pages.map((page) => linesAt(page, 15)[0])).toEqual(['أول', 'ثان', 'ثالث']);
  });

  test('or the last mark of the page', () => {
    const head = [deferred([{ kind: 'running', name: lastOf('section') }])];
    const chapter = (name: string) => text(name, { running: { section: name } });
    const blocks = [chapter('أول'), lines('أ', 15), chapter('ثان'), chapter('ثالث'), lines('ب', 12)];
    const laid = lay(document(blocks, { masters: { first: master({ header: { odd: head, even: head } }) } }));
    expect(laid.pages.map((page) => linesAt(page, 15)[0])).toEqual(['أول', 'ثالث', 'ثالث']);
  });
});

describe('facts about pages', () => {
  const folio = deferred([{ kind: 'page' }, ' / ', { kind: 'pages' }]);

  test('folios know their page and the last page', () => {
    const footer = { odd: [folio], even: [folio] };
    const laid = lay(document([lines('أ', 25)], { masters: { first: master({ footer }) } }));
    expect(laid.pages.map((page) => linesAt(page, 130)[0])).toEqual(['١ / ٣', '٢ / ٣', '٣ / ٣']);
  });

  test('contents settle on the pages that things came to stand on', () => {
    let broken = 0;
    const entry = deferred(['فصل ', { kind: 'page-of', target: 'ch' }]);
    const blocks = [entry, breakTo('page'), lines('أ', 12), text('فصل', { anchors: ['ch'] })];
    const laid = lay(document(blocks), new Sink(), () => {
      broken += 1;
    });
    expect(rowsOf(laid.pages[0]!)).toEqual(['فصل ٣']);
    // Four paragraphs; only the entry is broken again, once its number is known.
    expect(broken).toBe(4);
  });

  test('a number that moves its own target is named in a warning, and the pages stand', () => {
    const sink = new Sink();
    const entry = deferred(['أبجدهوزح ', { kind: 'page-of', target: 'x' }]);
    const masters = { first: master({ folio: { counter: 'lower-roman', group: '' } }) };
    // On page iv the entry takes two lines, which moves x to page v, where it takes one, which moves x back.
    const blocks = [entry, lines('أ', 38), text('هدف', { anchors: ['x'] })];
    expect(lay(document(blocks, { masters }), sink).pages.length).toBeGreaterThanOrEqual(4);
    expect(sink.diagnostics.map((each) => [each.rule, each.message.en])).toEqual([
      ['pages-not-settled', 'page numbers did not settle after 5 passes: x'],
    ]);
  });

  test('the page of something that does not exist is reported once', () => {
    const sink = new Sink();
    const entry = () => deferred(['فصل ', { kind: 'page-of', target: 'لا' }]);
    const laid = lay(document([entry(), entry()]), sink);
    expect(rowsOf(laid.pages[0]!)).toEqual(['فصل ؟', 'فصل ؟']);
    expect(sink.diagnostics.map((each) => each.rule)).toEqual(['unknown-page-target']);
  });

  test('a place inside a paragraph has the page of its line', () => {
    const words = `${'كلمة '.repeat(40)}#midهنا ${'كلمة '.repeat(20)}`;
    const entry = deferred(['مدخل ', { kind: 'page-of', target: 'mid' }]);
    const laid = lay(document([entry, text(words.trim())]));
    const at = laid.pages.findIndex((page) => page.anchors.some(({ id }) => id === 'mid'));
    const here = laid.pages.findIndex((page) => rowsOf(page).some((row) => row.includes('هنا')));
    expect(at).toBe(here);
    expect(at).toBeGreaterThan(0);
    expect(rowsOf(laid.pages[0]!)[0]).toBe(`مدخل ${'٠١٢٣٤٥'[at + 1]}`);
    const row = rowsOf(laid.pages[at]!).findIndex((line) => line.includes('هنا'));
    expect(laid.pages[at]!.anchors).toMatchObject([{ id: 'mid', y: 20 + row * 10 - 1 }]);
  });

  test('an index names each page once, and pages that follow one another as a range', () => {
    const targets = ['a', 'b', 'c', 'd', 'e'];
    const entry = deferred([{ kind: 'pages-of', targets, comma: '،' }]);
    const stand = (id: string) => text(`#${id}كلمة`);
    const turn = breakTo('page');
    const blocks = [entry, stand('a'), turn, stand('e'), turn, stand('b'), turn, stand('c'), stand('d')];
    const laid = lay(document([...blocks, turn, text('آخر'), turn, text('#fو')]));
    expect(rowsOf(laid.pages[0]!)[0]).toBe('١–٤');
    const apart = deferred([{ kind: 'pages-of', targets: ['f', 'c', 'a', 'd'], comma: '،' }]);
    const again = lay(document([apart, ...blocks.slice(1), turn, text('آخر'), turn, text('#fو')]));
    expect(rowsOf(again.pages[0]!)[0]).toBe('١، ٤، ٦');
  });

  test('headings give outline entries at their height', () => {
    const outline = { level: 1, title: 'باب' };
    const laid = lay(document([text('أ'), text('باب', { outline, anchors: ['bab'] })]));
    expect(laid.pages[0]!.outline).toMatchObject([{ entry: outline, y: 30 }]);
    expect(laid.pages[0]!.anchors).toMatchObject([{ id: 'bab', x: 20, y: 30 }]);
  });
});

test('the dump has each word of the source once, whatever is repeated on paper', () => {
  const half = { kind: 'fraction', fraction: 1 } as const;
  const rows = Array.from({ length: 12 }, (_, index) => [`ق${index + 1}`]);
  const blocks = [stack([text('كتاب مبين')], { background: '#FFFFFF' }), table([half], ['رأس'], rows)];
  const dump = dumpPages(lay(document(blocks)));
  expect(dump.split('\n').slice(0, 4)).toEqual([
    'page 1 “١” left 140×140',
    '  path 20,20 120,20 120,30 20,30 fill #FFFFFF',
    '  line 20 27 كتاب مبين',
    '  line 20 37 رأس',
  ]);
  expect(dump.match(/ {2}line .*رأس/g)).toHaveLength(1);
  expect(dump.match(/ {2}furniture .*رأس/g)).toHaveLength(1);
});

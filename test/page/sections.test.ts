import { expect, test } from 'vitest';
import type { Page } from '../../src/page/page.ts';
import type { Styled } from '../../src/style/styled.ts';
import type { ShapedContent } from '../../src/text/shaped.ts';
import {
  breakTo,
  columns,
  document,
  item,
  lay,
  lines,
  master,
  note,
  rowsOf,
  squarePage,
  stack,
  table,
  text,
} from './square-type.ts';

type Document = Styled<ShapedContent>;

const content = { kind: 'content' } as const;
const notes = { n1: note('n1', [lines('ح', 12)]) };

/** Three chapters: one of text with a long note, one of columns, a list and a turned table, one of a long table. */
const book = document(
  [
    text('باب', { keepWithNext: true, anchors: ['one'] }),
    lines('أ', 17),
    text('كلمة ^n1', {}, notes),
    breakTo('opening'),
    columns([lines('ب', 23)], { leastWidth: 1 }),
    item('١', [text('كلمات كثيرة هنا')]),
    stack([table([content], ['ر'], [['خ'], ['ذ']])], { turned: true }),
    breakTo('opening', { master: 'wide' }),
    table(
      [content],
      ['رأس'],
      Array.from({ length: 25 }, (_, row) => [`خ${row}`]),
    ),
  ],
  {
    masters: {
      first: master(),
      wide: master({ geometry: { ...squarePage, size: { width: 240, height: 90 } } }),
    },
  },
);

/** All of a page but which one it is. */
const drawn = ({ size, drawItems, anchors }: Page) => ({ size, drawItems, anchors });

test('a section laid alone has the pages that it has in its document', () => {
  const whole = lay(book).pages.filter(({ drawItems }) => drawItems.length > 0);
  const alone = book.sections.flatMap((section) => lay({ ...book, sections: [section] } as Document).pages);
  expect(book.sections).toHaveLength(3);
  expect(alone.length).toBeGreaterThan(7);
  expect(alone.map(drawn)).toEqual(whole.map(drawn));
});

test('pages are as large as their section says', () => {
  const sizes = lay(book).pages.map(({ size }) => `${size.width}×${size.height}`);
  expect(new Set(sizes)).toEqual(new Set(['140×140', '240×90']));
  expect(sizes.at(-1)).toBe('240×90');
});

test('a section may stand in columns', () => {
  const columnsOfTwo = { count: 2, gap: 10, leastWidth: 10 };
  const blocks = [text('١١ ٢٢ ٣٣ ٤٤')];
  const laid = lay(document(blocks, { masters: { first: master({ columns: columnsOfTwo }) } }));
  expect(rowsOf(laid.pages[0]!)).toEqual(rowsOf(lay(document([columns(blocks)])).pages[0]!));
  expect(rowsOf(laid.pages[0]!)[0]).toContain('|');
});

test('links to what opens a page lead to the first thing on it, and those to nothing to what is there', () => {
  const blocks = [
    text('أ'),
    breakTo('page', { anchors: ['next'] }),
    text('ب'),
    text('', { anchors: ['end'] }),
  ];
  const { pages } = lay(document(blocks));
  expect(pages.map(({ anchors }) => anchors.map(({ id }) => id))).toEqual(
    [[], ['next', 'end']].map((ids) => ids.sort()),
  );
});

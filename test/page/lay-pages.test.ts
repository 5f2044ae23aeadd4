import { expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { layPages } from '../../src/page/lay-pages.ts';
import { breakLines } from '../../src/text/break-lines.ts';
import { document, item, lines, rowsOf, text } from './square-type.ts';

test('the stage lays pages with the lines that text breaks', () => {
  const setText = () => {
    throw new Error('nothing here waits for page numbers');
  };
  const blocks = [text('عنوان', { keepWithNext: true }), item('١', [text('كلمات كثيرة')]), lines('س', 9)];
  const { pages } = layPages(document(blocks), setText, breakLines, new Sink());
  expect(pages.map((page) => rowsOf(page))).toEqual([
    ['عنوان', '١|كلمات', 'كثيرة', 'س1', 'س2', 'س3', 'س4', 'س5', 'س6', 'س7'],
    ['س8', 'س9'],
  ]);
});

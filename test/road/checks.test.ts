import { beforeAll, expect, test } from 'vitest';
import type { DrawItem, DrawnLine, Laid } from '../../src/page/page.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { findFaults } from './check-pages.ts';
import { type Drive, drive } from './drive.ts';
import { lostWords } from './lost-words.ts';

/** The checks of road.test.ts see what they are for: sound pages, spoilt one way at a time. */

let road: Drive;
let laid: Laid;
beforeAll(async () => {
  road = await drive(new URL('./inlines/', import.meta.url).pathname, ['document.md']);
  laid = road.products.page!;
});

/** The first page with its text lines changed. */
function spoil(change: (lines: readonly DrawnLine[]) => readonly DrawItem[]): Laid {
  const [page] = laid.pages;
  const lines = page!.drawItems.filter(
    (drawItem) => drawItem.kind === 'line' && piecesOf(drawItem.line).length > 0,
  ) as DrawnLine[];
  const others = page!.drawItems.filter((drawItem) => drawItem.kind !== 'line');
  return { ...laid, pages: [{ ...page!, drawItems: [...others, ...change(lines)] }] };
}

const faultsOf = (spoilt: Laid) => findFaults(spoilt, road.products.style!.sections[0]!.geometry).join('\n');

test('sound pages have no faults', () => {
  expect(faultsOf(spoil((lines) => lines))).toBe('');
});

test('a line beyond the paper, or in the margin', () => {
  expect(faultsOf(spoil(([first, ...rest]) => [{ ...first!, x: 500 }, ...rest]))).toMatch(
    /is outside the page/,
  );
  expect(faultsOf(spoil((lines) => lines.map((line) => ({ ...line, x: line.x - 30 }))))).toMatch(/margins/);
});

test('a line on another', () => {
  expect(
    faultsOf(spoil(([first, ...rest]) => [first!, { ...first!, baseline: first!.baseline + 3 }, ...rest])),
  ).toMatch(/overlaps/);
});

test('a note that is not under the text that calls it', () => {
  expect(faultsOf(spoil((lines) => lines.filter((line) => line.baseline < 600)))).toMatch(
    /the note .* is not on the page of its reference/,
  );
});

test('a heading at the foot of a page that goes on', () => {
  const untilHeading = spoil((lines) => lines.filter((line) => line.baseline < 600).slice(0, -1));
  const two = { ...untilHeading, pages: [...untilHeading.pages, laid.pages[0]!] };
  expect(faultsOf(two)).toMatch(/“خاتمة قصيرة” is a heading and the last on its page/);
});

test('a word that is gone', () => {
  const without = spoil((lines) => lines.filter((_, index) => index !== 3));
  expect(lostWords(road.products.parse!.root, without).length).toBeGreaterThan(3);
});

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { DrawItem, Laid } from '../../src/page/page.ts';
import { paintWhole } from '../paint-whole.ts';
import { drive } from '../road/drive.ts';
import { compare, TOLERANCE } from './compare.ts';
import { drawPage, type Picture, readPicture, writePicture } from './draw-page.ts';

/**
 * Ten pages as somebody looked at them and found them right. Where a change is meant to be seen,
 * `PICTURES=write npx vitest run test/pictures` draws them anew: look at each before it is committed.
 */
const PAGES: Readonly<Record<string, readonly number[]>> = {
  'content/briefing.md': [1, 3, 5],
  'content/dossier/book.yaml': [1, 22, 47],
  'test/road/blocks/document.md': [3],
  'test/road/columns/document.md': [1],
  'test/road/long-table/document.md': [2],
  'test/road/mixed-directions/document.md': [1],
};

const HERE = new URL('./', import.meta.url);
/** What was drawn, and where it differs, of a page that is not as it was. */
const SEEN = new URL('../../node_modules/.cache/warraq-pictures/', import.meta.url);

const write = process.env['PICTURES'] === 'write';

const nameOf = (file: string, page: number) =>
  `${file.replace(/\/(?:document|book)\.\w+$|\.md$/, '').replace(/^.*\//, '')}-${page}.png`;

describe.each(Object.entries(PAGES))('%s', (file, pages) => {
  let laid: Laid | null = null;
  let bytes = new Uint8Array();
  beforeAll(async () => {
    const road = await drive('.', [file]);
    laid = road.products.page ?? null;
    bytes = new Uint8Array(road.bytes!);
  });

  describe.each(pages)('page %i', (page) => {
    const picture = new URL(nameOf(file, page), HERE);

    test('looks as it did', () => {
      const drawn = drawPage(bytes, page);
      if (write) writeFileSync(picture, writePicture(drawn));
      const known = readPicture(readFileSync(picture));
      const difference = compare(known, drawn);
      if (difference > TOLERANCE) show(nameOf(file, page), known, drawn);
      expect(difference, `see ${SEEN.pathname}`).toBeLessThanOrEqual(TOLERANCE);
    });

    test.each([
      { x: 0, y: 1 },
      { x: -1, y: 0 },
    ])('would not look so moved by a point: %o', (shift) => {
      const known = readPicture(readFileSync(picture));
      expect(compare(known, drawPage(bytes, page, shift))).toBeGreaterThan(10 * TOLERANCE);
    });

    test('would not look so were one line of it a point higher', async () => {
      const known = readPicture(readFileSync(picture));
      const moved = await repaint(raiseLine(laid!, page));
      expect(compare(known, drawPage(moved, page))).toBeGreaterThan(10 * TOLERANCE);
    });
  });
});

/** The longest line of a page a point higher. */
function raiseLine(laid: Laid, number: number): Laid {
  const length = (drawItem: DrawItem) =>
    drawItem.kind === 'line' ? drawItem.line.end - drawItem.line.start : 0;
  const pages = laid.pages.map((page, index) => {
    if (index !== number - 1) return page;
    const longest = Math.max(...page.drawItems.map(length));
    const at = page.drawItems.findIndex((drawItem) => length(drawItem) === longest);
    const drawItems = page.drawItems.map((drawItem, i) =>
      i === at && drawItem.kind === 'line' ? { ...drawItem, baseline: drawItem.baseline - 1 } : drawItem,
    );
    return { ...page, drawItems };
  });
  return { ...laid, pages };
}

function repaint(laid: Laid): Promise<Uint8Array> {
  const options = {
    version: '1.7',
    textFor: 'reading',
    sourceDateEpoch: null,
    conformance: 'archive',
    attachments: [],
  } as const;
  return paintWhole(laid, options, new Sink());
}

function show(name: string, known: Picture, drawn: Picture): void {
  mkdirSync(SEEN, { recursive: true });
  writeFileSync(new URL(`drawn-${name}`, SEEN), writePicture(drawn));
  if (known.width !== drawn.width || known.height !== drawn.height) return;
  const difference = new Uint8Array(4 * known.grey.length);
  compare(known, drawn, difference);
  const grey = Uint8Array.from(known.grey, (_, at) => difference[4 * at + 1]!);
  writeFileSync(new URL(`differs-${name}`, SEEN), writePicture({ ...known, grey }));
}

import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { impose } from '../../src/impose/impose.ts';
import type { DrawnImage, Laid } from '../../src/page/page.ts';
import { paintWhole } from '../paint-whole.ts';
import { plainTheme } from '../style/style-text.ts';
import { DRAWING, INKS, pixelsOf, SEEN } from './drawing.ts';
import { element, INFO, laid, page } from './lay.ts';
import { has, run, withFile } from './readers.ts';

const OPTIONS = {
  version: '1.7',
  textFor: 'reading',
  sourceDateEpoch: null,
  conformance: 'archive',
  attachments: [],
} as const;

const root = element('Document', null);
const RECTS = [
  { x: 100, y: 100, width: 300, height: 150 },
  { x: 60, y: 400, width: 50, height: 25 },
];

/** A page with the drawing at two sizes. */
function document(): Laid {
  const marks = RECTS.map(
    (rect): DrawnImage => ({
      kind: 'image',
      rect,
      image: DRAWING,
      tagTarget: element('Figure', root, { alt: 'رسم' }),
    }),
  );
  return laid(root, [page(0, marks)], { ...INFO });
}

describe('a drawing', () => {
  test('shows its curves, its holes and no more than its view box, at any size', async () => {
    const bytes = await paintWhole(document(), OPTIONS, new Sink());
    const pixel = pixelsOf(bytes, 4);
    for (const { x, y, width, height } of RECTS)
      for (const [across, down, name] of SEEN)
        expect(pixel(x + across * width, y + down * height), `${across} ${down}`).toEqual(INKS[name]);
    // the bar goes on to the left
    const [{ x, y, height }] = RECTS as [(typeof RECTS)[number]];
    expect(pixel(x - 2, y + height / 2)).toEqual(INKS['white']);
    expect(pixel(x + 2, y + height / 2)).toEqual(INKS['blue']);
  });

  test.skipIf(!has('qpdf'))('is embedded once, without a fault, and stands in its figure', async () => {
    const bytes = await paintWhole(document(), OPTIONS, new Sink());
    const json = withFile(bytes, (path) => run('qpdf', '--json', path));
    expect(json.match(/"\/Subtype": "\/Form"/g)).toHaveLength(1);
    expect(json.match(/"\/S": "\/Figure"/g)).toHaveLength(2);
    expect(withFile(bytes, (path) => run('qpdf', '--check', path))).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('is printed in grey where all is, and has no resolution to be too low', async () => {
    const sink = new Sink();
    const print = { ...plainTheme({}).print, grey: true };
    const sheets = impose(document(), 'print', print, sink);
    expect(sink.diagnostics).toEqual([]);
    const pixel = pixelsOf(await paintWhole(sheets, OPTIONS, sink), 4);
    const { x, y, width, height } = sheets.pages[0]!.drawItems.find(
      (drawItem) => drawItem.kind === 'image',
    )!.rect;
    for (const [across, down, name] of SEEN) {
      const seen = pixel(x + across * width, y + down * height);
      // MuPDF rounds the channels of one grey each for itself
      expect(Math.max(...seen) - Math.min(...seen)).toBeLessThan(2);
      expect(seen[0] === 255).toBe(name === 'white');
    }
  });
});

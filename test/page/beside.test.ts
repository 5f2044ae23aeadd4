import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/compile.ts';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { Laid } from '../../src/page/page.ts';
import { makeRequest } from '../../src/project/request.ts';
import type { Block } from '../../src/style/blocks.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import type { ShapedContent } from '../../src/text/shaped.ts';
import { bookish, document, EM, image, lay, stack, text } from './square-type.ts';

/** Pages of forty lines of thirty letters. */
const page = { size: { width: 340, height: 440 } } as const;
const [LEFT, RIGHT] = [20, 320];

const words = (name: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${name}${at}`).join(' ');
const paragraph = (name: string, count: number, more = {}) =>
  text(words(name, count), { paragraph: bookish, spaceBefore: EM / 2, ...more });

function figure(side: 'start' | 'end', share: number, height: number): Block<ShapedContent> {
  return stack([image(300, height)], { beside: { side, width: { share } }, spaceBefore: EM });
}

/** Where the letters of a line stand. */
function inkOf(laid: Laid, index: number) {
  return laid.pages[index]!.drawItems.flatMap((drawItem) => {
    if (drawItem.kind !== 'line') return [];
    const pieces = [...piecesOf(drawItem.line)].filter((piece) => piece.kind === 'glyphs');
    const left = drawItem.x + Math.min(...pieces.map(({ x }) => x));
    const right = drawItem.x + Math.max(...pieces.map(({ x, width }) => x + width));
    const top = drawItem.baseline - 0.7 * EM;
    return [{ left, right, top, bottom: top + EM, text: textOfLine(drawItem.line).trim() }];
  });
}

const picturesOf = (laid: Laid, index: number) =>
  laid.pages[index]!.drawItems.flatMap((drawItem) => (drawItem.kind === 'image' ? [drawItem.rect] : []));

const NODE = openNodeWorld('.');
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==',
  'base64',
);

async function laidFrom(source: string): Promise<Laid> {
  const memory = openMemoryWorld({ files: { 'a.md': source, 'p.png': PICTURE } });
  const world = {
    ...memory,
    readAsset: NODE.readAsset.bind(NODE),
    listAssets: NODE.listAssets.bind(NODE),
    readPackage: NODE.readPackage.bind(NODE),
  };
  let laid: Laid | null = null;
  const onProduct = (name: string, product: unknown) => {
    if (name === 'page') laid = product as Laid;
  };
  await compile(makeRequest({ files: ['a.md'], format: 'pdf' }), world, new Sink(), { onProduct });
  return laid!;
}

describe('a figure beside text', () => {
  test('stands at its side, the first lines beside it, the others below', () => {
    const laid = lay(document([figure('start', 0.4, 100), paragraph('أ', 60)], { page }));
    const [rect] = picturesOf(laid, 0);
    expect(rect!.x + rect!.width).toBeCloseTo(RIGHT);
    const lines = inkOf(laid, 0);
    const [first] = lines;
    // at one height
    expect(Math.abs(first!.top - rect!.y)).toBeLessThan(EM);
    const beside = lines.filter(({ top }) => top < rect!.y + rect!.height);
    expect(beside.length).toBeGreaterThan(3);
    for (const line of beside) expect(line.right).toBeLessThan(rect!.x);
    const below = lines.filter(({ top }) => top > rect!.y + rect!.height + 2 * EM);
    expect(Math.max(...below.map(({ right }) => right))).toBeCloseTo(RIGHT);
  });

  test('is passed by what is no text: that begins below it', () => {
    const heading = paragraph('ع', 1, { keepWithNext: true });
    const laid = lay(
      document([figure('end', 0.4, 100), paragraph('أ', 3), heading, paragraph('ب', 3)], { page }),
    );
    const [rect] = picturesOf(laid, 0);
    expect(rect!.x).toBeCloseTo(LEFT);
    const at = inkOf(laid, 0).find((line) => line.text === 'ع0')!;
    expect(at.top).toBeGreaterThanOrEqual(rect!.y + rect!.height);
  });

  test.each(['amiri', 'plex'])('leaves justified lines of %s their even edges', async (family) => {
    const prose =
      `كتب المحررُ تقريرًا طويلًا عن أحوال المكتبات في المدن الساحلية، وقارن بين أرقامها في سنوات متتابعة. `.repeat(
        9,
      );
    const source = `---\ntitle: نص\ntheme: {text: {family: ${family}}}\n---\n![صورة](p.png){side=end width=30% height=4cm}\n\n${prose}\n`;
    const laid = await laidFrom(source);
    const [rect] = picturesOf(laid, 0);
    const lines = inkOf(laid, 0).filter(({ text }) => text.split(' ').length > 6);
    const beside = lines.filter(({ top }) => top > rect!.y - EM && top < rect!.y + rect!.height);
    expect(beside.length).toBeGreaterThan(2);
    for (const line of beside) {
      expect(line.left).toBeGreaterThan(rect!.x + rect!.width + 8);
      expect(line.left).toBeLessThan(rect!.x + rect!.width + 16);
    }
    const below = lines.filter(({ top }) => top > rect!.y + rect!.height + 20).slice(0, -1);
    for (const { left } of below) expect(left).toBeCloseTo(rect!.x, 0);
    const right = Math.max(...lines.map((line) => line.right));
    for (const line of beside) expect(Math.abs(line.right - right)).toBeLessThan(1);
  });

  test('or has its own caption beside it, at its foot', async () => {
    const laid = await laidFrom(
      '---\ntitle: ن\n---\n![صورة](p.png "شرح من كلمات"){caption=side width=50%}\n\nنص.\n',
    );
    const [rect] = picturesOf(laid, 0);
    const caption = inkOf(laid, 0).find(({ text }) => text.includes('شرح'))!;
    expect(caption.right).toBeLessThan(rect!.x);
    expect(Math.abs(caption.bottom - rect!.y - rect!.height)).toBeLessThan(EM);
  });

  test('is never stood on, and all words are there once', () => {
    const figures = fc.record({
      side: fc.constantFrom('start' as const, 'end' as const),
      share: fc.double({ min: 0.1, max: 0.9, noNaN: true }),
      height: fc.integer({ min: 5, max: 500 }),
      counts: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 4 }),
    });
    const check = (
      plan: readonly { side: 'start' | 'end'; share: number; height: number; counts: number[] }[],
    ) => {
      const blocks = plan.flatMap(({ side, share, height, counts }, at) => [
        figure(side, share, height),
        ...counts.map((count, index) => paragraph(`و${at}.${index}.`, count)),
      ]);
      const laid = lay(document(blocks, { page }));
      const set = laid.pages.flatMap((_, index) => inkOf(laid, index).map((line) => line.text)).join(' ');
      const expected = plan.flatMap(({ counts }, at) =>
        counts.map((count, index) => words(`و${at}.${index}.`, count)),
      );
      expect(set).toBe(expected.join(' '));
      for (const [index] of laid.pages.entries())
        for (const rect of picturesOf(laid, index)) {
          expect(rect.y + rect.height).toBeLessThanOrEqual(420.01);
          for (const { left, right, top, bottom } of inkOf(laid, index)) {
            const apart = right <= rect.x + 0.01 || left >= rect.x + rect.width - 0.01;
            expect(apart || bottom <= rect.y + 0.3 * EM || top >= rect.y + rect.height - 0.01).toBe(true);
          }
        }
    };
    fc.assert(fc.property(fc.array(figures, { minLength: 1, maxLength: 5 }), check), {
      numRuns: 60,
      seed: 3,
    });
  });
});

import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { MM } from '../../src/base/geometry.ts';
import { loadPeer } from '../../src/base/load-peer.ts';
import { fitImages } from '../../src/impose/fit-images.ts';
import { type ImageScaler, loadImageScaler } from '../../src/impose/image-scaler.ts';
import type { DrawItem, DrawnImage, Laid } from '../../src/page/page.ts';
import type { Profile } from '../../src/project/profile.ts';
import { readRaster } from '../../src/raster/raster.ts';
import type { RasterImage } from '../../src/resolve/image-source.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { paintWhole } from '../paint-whole.ts';
import { drawnLine, element, laid, openFace, page, setLines, textStyle } from '../pdf/lay.ts';
import { has, run, withFile } from '../pdf/readers.ts';
import { imageOf } from '../raster/pages.ts';
import { writePng } from '../raster/png-writer.ts';

const LIMITS = { screen: 150, print: 350 };
const scaler = await loadImageScaler();
const sharp = await loadPeer<typeof import('sharp')>('sharp');

/** A sky with grain, which compresses like a photograph; 1 channel is grey, 4 have transparency. */
function photograph(width: number, height: number, channels: 1 | 3 | 4): RasterImage {
  let grain = 1;
  const pixels = Buffer.alloc(width * height * channels);
  for (let at = 0; at < pixels.length; at++) {
    grain = (Math.imul(grain, 1103515245) + 12345) & 0x7fffffff;
    pixels[at] = 60 + Math.floor((at / pixels.length) * 150) + ((grain >> 16) & 15);
  }
  const colorType = { 1: 0, 3: 2, 4: 6 }[channels];
  const kind = { width, height, depth: 8, colorType, filter: () => 0, level: 1 };
  const bytes = writePng(kind, (x, y, channel) => pixels[(y * width + x) * channels + channel]!);
  return imageOf(bytes, 'صور/سماء.png');
}

function figure(image: RasterImage, width: number): DrawnImage {
  const height = (width * image.height) / image.width;
  const tagTarget = element('Figure', null, { alt: 'سماء' });
  return { kind: 'image', image, rect: { x: 72, y: 72, width, height }, tagTarget };
}

const documentOf = (...drawItems: readonly DrawItem[]) =>
  laid(element('Document', null), [page(0, drawItems)]);

async function shrink(document: Laid, profile: Profile, load?: () => Promise<ImageScaler | null>) {
  const sink = new Sink();
  const fitted = await fitImages(document, profile, LIMITS, sink, load);
  return { fitted, drawItems: fitted.pages[0]!.drawItems, said: sink.diagnostics };
}

const imageIn = (drawItem: DrawItem | undefined) => (drawItem as DrawnImage).image as RasterImage;
const sky = photograph(3000, 2000, 3);

describe.skipIf(scaler === null)('with sharp, images', () => {
  test('of 3000 × 2000 pixels printed 10 cm wide have 150 dots per inch on a screen, 350 for print', async () => {
    const document = documentOf(figure(sky, 100 * MM));
    // 10 cm are 3.937 inches: 590.55 and 1377.95 pixels
    const screen = imageIn((await shrink(document, 'screen')).drawItems[0]);
    expect([screen.width, screen.height]).toEqual([590, 393]);
    const print = imageIn((await shrink(document, 'print')).drawItems[0]);
    expect([print.width, print.height]).toEqual([1377, 918]);
    for (const image of [screen, print]) {
      const { format, width, height, alpha } = image;
      expect(readRaster(image.bytes)).toMatchObject({ format, width, height, alpha });
      expect(image.bytes.length).toBeLessThan(sky.bytes.length / 4);
    }
  });

  test('come out the same twice', async () => {
    const document = documentOf(figure(sky, 100 * MM));
    const [first, second] = [await shrink(document, 'screen'), await shrink(document, 'screen')];
    expect(Buffer.compare(imageIn(first.drawItems[0]).bytes, imageIn(second.drawItems[0]).bytes)).toBe(0);
  });

  test('used twice are scaled once, for the larger use', async () => {
    const { drawItems } = await shrink(documentOf(figure(sky, 30 * MM), figure(sky, 100 * MM)), 'screen');
    expect(imageIn(drawItems[0]).width).toBe(590);
    expect(imageIn(drawItems[0])).toBe(imageIn(drawItems[1]));
  });

  test('in a line are found too', async () => {
    const face = openFace('amiri');
    const [line] = setLines([{ text: 'سماء', tagTarget: element('P', null), face, style: textStyle() }], 400);
    const piece = piecesOf(line!)[0]!;
    const { x, level, style, tagTarget, link } = piece;
    const image = {
      kind: 'image',
      image: sky,
      height: 60,
      spelling: null,
      x,
      width: 90,
      level,
      style,
      tagTarget,
      link,
    } as const;
    const drawItem = drawnLine(
      { ...line!, imageHeight: 60, words: { kind: 'placed', pieces: [piece, image] } },
      100,
    );
    const { drawItems } = await shrink(documentOf(drawItem), 'screen');
    const [text, small] = piecesOf((drawItems[0] as typeof drawItem).line);
    expect(text).toBe(piece);
    // 90 points are 1¼ inches
    expect(small).toEqual({ ...image, image: expect.objectContaining({ width: 187, height: 125 }) });
  });

  test('keep transparency, and grey stays grey', async () => {
    const clear = imageIn(
      (await shrink(documentOf(figure(photograph(900, 600, 4), 72)), 'screen')).drawItems[0],
    );
    const grey = imageIn(
      (await shrink(documentOf(figure(photograph(900, 600, 1), 72)), 'screen')).drawItems[0],
    );
    // colour types of PNG: 6 has an alpha channel, 0 is grey
    expect([clear.bytes[25], grey.bytes[25]]).toEqual([6, 0]);
    expect([clear.width, grey.width]).toEqual([150, 150]);
  });

  test('in JPEG stay JPEG; those in CMYK are a printer’s and stay as they are', async () => {
    const jpegOf = async (space: string): Promise<RasterImage> => {
      const bytes = await sharp!.default(sky.bytes).toColourspace(space).jpeg({ quality: 95 }).toBuffer();
      return { ...sky, path: 'سماء.jpg', format: 'jpeg', bytes };
    };
    const [colour, inks] = [await jpegOf('srgb'), await jpegOf('cmyk')];
    const { drawItems } = await shrink(
      documentOf(figure(colour, 100 * MM), figure(inks, 100 * MM)),
      'screen',
    );
    const facts = { format: 'jpeg', width: 590, height: 393, alpha: false };
    expect(readRaster(imageIn(drawItems[0]).bytes)).toMatchObject(facts);
    expect(imageIn(drawItems[1])).toBe(inks);
  });

  test('whose pixels are damaged are embedded as they are, and that is said', async () => {
    const bytes = Uint8Array.from(sky.bytes);
    bytes.fill(0, 60, 400_000);
    const broken = { ...sky, bytes };
    const { drawItems, said } = await shrink(documentOf(figure(broken, 100 * MM)), 'screen');
    expect(said.map(({ rule }) => rule)).toEqual(['image-unscaled']);
    expect(imageIn(drawItems[0])).toBe(broken);
  });

  test.skipIf(!has('pdfimages'))('are so in the file, as poppler finds them', async () => {
    const { fitted } = await shrink(documentOf(figure(sky, 100 * MM)), 'screen');
    const bytes = await paintWhole(
      fitted,
      { version: '1.7', textFor: 'reading', sourceDateEpoch: 0, conformance: 'archive', attachments: [] },
      new Sink(),
    );
    const list = withFile(bytes, (path) => run('pdfimages', '-list', path))
      .trim()
      .split('\n');
    const [, , , width, height, , , , , , , , across, down] = list.at(-1)!.trim().split(/\s+/);
    expect([width, height, across, down]).toEqual(['590', '393', '150', '150']);
    expect(bytes.length).toBeLessThan(sky.bytes.length / 4);
  });
});

describe('sharp is not asked for', () => {
  const unasked = () => Promise.reject(new Error('nothing to scale'));

  test.each([
    ['an image a little over the limit', figure(photograph(1000, 600, 3), (1000 / 175) * 72)],
    ['an icon of a few kilobytes', figure(photograph(60, 60, 3), 9)],
  ])('for %s', async (_, drawItem) => {
    const document = documentOf(drawItem);
    expect((await shrink(document, 'screen', unasked)).fitted).toBe(document);
  });

  test('where the limit is 0', async () => {
    const document = documentOf(figure(sky, 100 * MM));
    expect(await fitImages(document, 'screen', { screen: 0, print: 0 }, new Sink(), unasked)).toBe(document);
  });
});

test('without sharp the document is painted all the same, and the image named with its price', async () => {
  const document = documentOf(figure(sky, 100 * MM), figure(sky, 50 * MM));
  const { fitted, said } = await shrink(document, 'screen', async () => null);
  expect(said.map(({ rule, severity }) => [rule, severity])).toEqual([['image-large', 'info']]);
  // 3000 pixels over 3.937 inches are 762 to the inch: 25.8 times as many as 150
  const kB = Math.round(sky.bytes.length / 1000);
  const least = Math.round(sky.bytes.length / 25800);
  const { message, hint } = said[0]!;
  expect(message.en).toContain(`has 762 dots per inch at its printed size and takes ${kB} kB`);
  expect(message.en).toMatch(
    new RegExp(`at 150 it would take about (?:${least - 1}|${least}|${least + 1})$`),
  );
  expect(message.ar).toContain(`762 نقطة في البوصة، وتشغل ${kB} ك.ب`);
  expect(hint.en).toContain('npm install sharp');
  const bytes = await paintWhole(
    fitted,
    { version: '1.7', textFor: 'reading', sourceDateEpoch: 0, conformance: 'archive', attachments: [] },
    new Sink(),
  );
  expect(bytes.length).toBeGreaterThan(sky.bytes.length);
});

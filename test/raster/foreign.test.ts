import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { limits } from '../../src/base/limits.ts';
import { loadPeer } from '../../src/base/load-peer.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { convertRaster, foreignFormat } from '../../src/raster/convert.ts';
import { ImageLoader } from '../../src/resolve/image-loader.ts';
import { cpuTime } from '../cpu-time.ts';
import { drawWithMupdf, drawWithPdfium, paintImages, worstOf } from './pages.ts';

const sharp = (await loadPeer<typeof import('sharp')>('sharp'))?.default ?? null;
const [WIDTH, HEIGHT] = [48, 32];
const origin = { file: 'text.md', line: 3, column: 5 };

async function load(bytes: Uint8Array, name: string) {
  const images = new ImageLoader(openMemoryWorld({ files: { [name]: bytes } }), async () => () => ({
    path: [],
    width: 0,
  }));
  await images.load(name, origin.file);
  const sink = new Sink();
  return { image: images.fetch(name, origin, sink), said: sink.diagnostics };
}

/** Slopes of colour without a jump, which no format with loss is far from; the quarter at the foot half transparent, or not. */
function slopes(channels: 3 | 4): Buffer {
  const pixels = Buffer.alloc(WIDTH * HEIGHT * channels);
  for (let y = 0; y < HEIGHT; y++) {
    for (let x = 0; x < WIDTH; x++) {
      const color = [40 + 4 * x, 220 - 5 * y, 60 + 2 * (x + y), y < 24 ? 255 : 128];
      for (let channel = 0; channel < channels; channel++)
        pixels[(y * WIDTH + x) * channels + channel] = color[channel]!;
    }
  }
  return pixels;
}

const picture = (channels: 3 | 4 = 3) =>
  sharp!(slopes(channels), { raw: { width: WIDTH, height: HEIGHT, channels } });

/** Two frames, the second all black. */
const moving = () =>
  sharp!(Buffer.concat([slopes(3), Buffer.alloc(WIDTH * HEIGHT * 3)]), {
    raw: { width: WIDTH, height: 2 * HEIGHT, channels: 3, pageHeight: HEIGHT },
  });

/** Files, and how far a page may be from sharp's own reading: what is written without loss by a rounding, twice where it is laid over white. */
const KINDS: readonly (readonly [name: string, make: () => Promise<Buffer>, most: number, format: string])[] =
  [
    ['WebP', () => picture().webp({ quality: 90 }).toBuffer(), 4, 'jpeg'],
    ['WebP without loss', () => picture().webp({ lossless: true }).toBuffer(), 1, 'png'],
    ['WebP with transparency', () => picture(4).webp({ quality: 90 }).toBuffer(), 2, 'png'],
    ['WebP that moves', () => moving().webp({ lossless: true }).toBuffer(), 1, 'png'],
    ['AVIF', () => picture().avif({ quality: 80 }).toBuffer(), 4, 'jpeg'],
    ['AVIF with transparency', () => picture(4).avif({ quality: 80 }).toBuffer(), 2, 'png'],
    ['GIF', () => picture().gif().toBuffer(), 1, 'png'],
    ['GIF with transparency', () => picture(4).gif().toBuffer(), 1, 'png'],
    ['GIF that moves', () => moving().gif().toBuffer(), 1, 'png'],
    ['TIFF', () => picture().tiff({ compression: 'lzw' }).toBuffer(), 1, 'png'],
    ['TIFF with transparency', () => picture(4).tiff({ compression: 'deflate' }).toBuffer(), 2, 'png'],
    ['TIFF of 16 bits', () => picture().toColourspace('rgb16').tiff().toBuffer(), 1, 'png'],
    ['TIFF of grey', () => picture().toColourspace('b-w').tiff().toBuffer(), 1, 'png'],
    ['TIFF of inks', () => picture().toColourspace('cmyk').tiff().toBuffer(), 1, 'png'],
    ['TIFF in Display P3', () => picture().withIccProfile('p3').tiff().toBuffer(), 1, 'png'],
    [
      'WebP in Display P3',
      () => picture().withIccProfile('p3').webp({ lossless: true }).toBuffer(),
      1,
      'png',
    ],
  ];

describe.skipIf(sharp === null).each(KINDS)('%s', (_, make, most, format) => {
  test('is on the page as sharp reads it', async () => {
    const file = await make();
    const { image, said } = await load(file, 'صورة.bin');
    expect(said).toEqual([]);
    expect(image).toMatchObject({ kind: 'raster', width: WIDTH, height: HEIGHT, format });
    const pixels = await sharp!(file).toColourspace('srgb').ensureAlpha().raw().toBuffer();
    const wanted = (x: number, y: number) => [
      ...pixels.subarray((y * WIDTH + x) * 4, (y * WIDTH + x + 1) * 4),
    ];
    if (image?.kind !== 'raster') throw new Error('no raster');
    const pdf = await paintImages(image);
    for (const page of [drawWithMupdf(pdf), await drawWithPdfium(pdf)])
      expect(worstOf(page, WIDTH, HEIGHT, wanted)).toBeLessThanOrEqual(most);
  });

  test('is the same bytes twice', async () => {
    const file = await make();
    const foreign = foreignFormat(file)!;
    expect(Buffer.compare(await convertRaster(file, foreign), await convertRaster(file, foreign))).toBe(0);
  });

  test('cut off in its middle, is a frame with its words', async () => {
    const file = await make();
    const { image, said } = await load(file.subarray(0, file.length / 2), 'صورة.bin');
    expect([image, said[0]?.rule]).toEqual([null, 'image-format']);
  });

  test('without sharp, is told of by its name', async () => {
    const file = await make();
    const refused = convertRaster(file, foreignFormat(file)!, async () => null);
    await expect(refused).rejects.toMatchObject({ reason: 'needs-sharp' });
  });
});

describe.skipIf(sharp === null)('a foreign file', () => {
  test('held sideways is upright', async () => {
    const { image } = await load(await picture().withMetadata({ orientation: 6 }).tiff().toBuffer(), 'م.tif');
    expect(image).toMatchObject({ width: HEIGHT, height: WIDTH });
  });

  test('of more pixels than there may be is refused by its header', async () => {
    const wall = { width: 10_000, height: 6_000, channels: 3, background: '#803030' } as const;
    const bomb = await sharp!({ create: wall }).tiff({ compression: 'deflate' }).toBuffer();
    expect(bomb.length).toBeLessThan(2_000_000);
    expect(await cpuTime(() => load(bomb, 'قنبلة.tif'))).toBeLessThan(100);
    const { image, said } = await load(bomb, 'قنبلة.tif');
    expect([image, said[0]?.rule]).toEqual([null, 'image-limit']);
    expect(said[0]?.message.en).toContain(`more than ${limits.imagePixels / 1e6} million`);
  });
});

test.each(['<svg xmlns="http://www.w3.org/2000/svg"/>', 'RIFF....WAVE', '\0\0\0\x18ftypheic', 'GIF'])(
  'what begins %j is never handed to sharp',
  (start) => expect(foreignFormat(Buffer.from(start))).toBeNull(),
);

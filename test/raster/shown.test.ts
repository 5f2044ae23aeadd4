import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { unzipSync } from 'fflate';
import { simpleParser } from 'mailparser';
import { describe, expect, test } from 'vitest';
import { loadPeer } from '../../src/base/load-peer.ts';
import { type Built, compile, openNodeWorld, type Request } from '../../src/index.ts';
import { writeOrientation } from '../../src/raster/orientation.ts';
import { checkPixels } from '../../src/raster/raster.ts';
import { withOrientation } from '../../src/raster/with-orientation.ts';
import { has, run, withFile } from '../pdf/readers.ts';
import { exif, segment } from './jpeg-writer.ts';
import { drawWithMupdf, drawWithPdfium, imageOf, paintImages, pixelAt, worstOf } from './pages.ts';
import { chunk, writeFile, writePng } from './png-writer.ts';

const sharp = await loadPeer<typeof import('sharp')>('sharp');
const ORIENTATIONS = [1, 2, 3, 4, 5, 6, 7, 8] as const;

/** Four colours in the corners of a picture of 48 × 32, so that no two ways of turning it are alike. */
const CORNERS = [
  [220, 30, 30],
  [30, 200, 30],
  [30, 30, 220],
  [230, 220, 40],
] as const;
const cornerOf = (x: number, y: number) => CORNERS[(y < 16 ? 0 : 2) + (x < 24 ? 0 : 1)]!;

/** The corners as one sees them, from the start of the first row: as CIPA DC-008 says where the 0th row and column are. */
const SEEN: Readonly<Record<number, readonly number[]>> = {
  1: [0, 1, 2, 3],
  2: [1, 0, 3, 2],
  3: [3, 2, 1, 0],
  4: [2, 3, 0, 1],
  5: [0, 2, 1, 3],
  6: [2, 0, 3, 1],
  7: [3, 1, 2, 0],
  8: [1, 3, 0, 2],
};

async function seenOf(pdf: Uint8Array, width: number, height: number) {
  const places = [
    [6, 6],
    [width - 7, 6],
    [6, height - 7],
    [width - 7, height - 7],
  ] as const;
  const drawn = [drawWithMupdf(pdf), await drawWithPdfium(pdf)];
  return drawn.map((page) =>
    places.map(([x, y]) => {
      const seen = pixelAt(page, 20 + x, 20 + y);
      const far = (color: readonly number[]) =>
        Math.max(...color.map((value, at) => Math.abs(value - seen[at]!)));
      return CORNERS.findIndex((color) => far(color) < 20);
    }),
  );
}

describe.each(ORIENTATIONS)('a picture that is held as orientation %i says', (orientation) => {
  const [width, height] = orientation < 5 ? [48, 32] : [32, 48];
  const png = writePng(
    { width: 48, height: 32, depth: 8, colorType: 2, before: [chunk('eXIf', writeOrientation(orientation))] },
    (x, y, channel) => cornerOf(x, y)[channel]!,
  );

  test('in a PNG, is turned on the page', async () => {
    const image = imageOf(png);
    expect([image.width, image.height]).toEqual([width, height]);
    const [mupdf, pdfium] = await seenOf(await paintImages(image), width, height);
    expect([mupdf, pdfium]).toEqual([SEEN[orientation], SEEN[orientation]]);
  });

  test.skipIf(sharp === null).each([false, true])('in a JPEG, little endian: %s', async (little) => {
    const plain = await sharp!.default(png).jpeg({ quality: 95, chromaSubsampling: '4:4:4' }).toBuffer();
    const told = Buffer.concat([plain.subarray(0, 2), exif(orientation, little), plain.subarray(2)]);
    const image = imageOf(told, 'صورة.jpg');
    expect([image.width, image.height, image.orientation]).toEqual([width, height, orientation]);
    const [mupdf, pdfium] = await seenOf(await paintImages(image), width, height);
    expect([mupdf, pdfium]).toEqual([SEEN[orientation], SEEN[orientation]]);
    // a file for readers that are handed no matrix says it itself, and nothing else
    const { data, info } = await sharp!
      .default(withOrientation(image))
      .autoOrient()
      .raw()
      .toBuffer({ resolveWithObject: true });
    expect([info.width, info.height]).toEqual([width, height]);
    const first = [...data.subarray(3 * (6 * width + 6), 3 * (6 * width + 6) + 3)];
    const wanted = CORNERS[SEEN[orientation]![0]!]!;
    expect(Math.max(...first.map((value, at) => Math.abs(value - wanted[at]!)))).toBeLessThan(20);
    expect(Buffer.from(withOrientation(image)).includes('SERIAL')).toBe(false);
  });
});

/** What nobody who sends a document means to send with it. */
const SECRETS = ['GPS 51N10', 'SERIAL-4711', 'XMP-SECRET', 'IPTC-SECRET', 'COMMENT-SECRET', 'AFTER-END'];

function secretPng(): Buffer {
  const kind = { width: 60, height: 40, depth: 8, colorType: 2 };
  const extra = [
    chunk('eXIf', exif(1).subarray(10)),
    chunk('tEXt', Buffer.from('Comment\0COMMENT-SECRET')),
    chunk('iTXt', Buffer.from('XML:com.adobe.xmp\0\0\0\0\0XMP-SECRET')),
    chunk('prVW', Buffer.from('IPTC-SECRET')),
  ];
  const png = writePng(
    { ...kind, before: extra, after: extra },
    (x, y, channel) => (x * y + channel * 50) & 255,
  );
  return Buffer.concat([png, Buffer.from('AFTER-END')]);
}

async function secretJpeg(): Promise<Buffer> {
  const plain = await sharp!.default(secretPng()).jpeg({ progressive: true }).withIccProfile('p3').toBuffer();
  return Buffer.concat([
    plain.subarray(0, 2),
    exif(6),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0XMP-SECRET')),
    segment(0xed, Buffer.from('Photoshop 3.0\0IPTC-SECRET')),
    segment(0xe2, Buffer.from('MPF\0SERIAL-4711')),
    segment(0xfe, Buffer.from('COMMENT-SECRET')),
    plain.subarray(2),
    Buffer.from('AFTER-END'),
  ]);
}

const TEXT =
  '---\ntitle: صور\ntheme: {images: {screen: 0}}\n---\n\n# صور\n\n![أ](أ.png)\n\n![ب](ب.jpg)\n\nشارة ![أ](مثله.png) هنا\n';

async function build(asked: Omit<Request, 'files' | 'text'>): Promise<Built> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-raster-'));
  writeFileSync(join(folder, 'نص.md'), TEXT);
  for (const name of ['أ.png', 'مثله.png']) writeFileSync(join(folder, name), secretPng());
  writeFileSync(join(folder, 'ب.jpg'), await secretJpeg());
  const result = await compile({ files: ['نص.md'], ...asked }, openNodeWorld(folder));
  expect(result.ok, JSON.stringify(result.diagnostics)).toBe(true);
  expect(result.diagnostics).toEqual([]);
  return result as Built;
}

const leaksOf = (bytes: Uint8Array) => SECRETS.filter((secret) => Buffer.from(bytes).includes(secret));

describe.skipIf(sharp === null)('what a camera adds to a picture', () => {
  test('is in the pictures', async () => {
    expect(leaksOf(Buffer.concat([secretPng()]))).toHaveLength(SECRETS.length);
    expect(leaksOf(await secretJpeg())).toHaveLength(SECRETS.length);
  });

  test('is not in the PDF, which has its profile and each picture once', async () => {
    const { bytes } = await build({});
    expect(leaksOf(bytes)).toEqual([]);
    expect((await build({})).bytes).toEqual(bytes);
    if (!has('qpdf')) return;
    const json = withFile(bytes, (path) => run('qpdf', '--json', path));
    expect(json.match(/"\/Subtype": "\/Image"/g)).toHaveLength(2);
    expect(json).toContain('"/ICCBased"');
    expect(withFile(bytes, (path) => run('qpdf', '--check', path))).toContain(
      'No syntax or stream encoding errors',
    );
  });

  test('is not in the e-book, whose picture says how it is held', async () => {
    const { bytes } = await build({ format: 'epub' });
    const files = Object.entries(unzipSync(bytes)).filter(([path]) => /images\//.test(path));
    expect(files.map(([path]) => path)).toEqual(['EPUB/images/image-0001.png', 'EPUB/images/image-0002.jpg']);
    for (const [, file] of files) expect(leaksOf(file)).toEqual([]);
    const { orientation, hasProfile, width } = await sharp!.default(files[1]![1]).metadata();
    expect([orientation, hasProfile, width]).toEqual([6, true, 60]);
  });

  test('is not in the e-mail', async () => {
    const envelope = { to: ['a@example.org'], from: 'b@example.org' };
    const { attachments } = await simpleParser(Buffer.from((await build({ envelope })).bytes));
    expect(attachments).toHaveLength(1);
    expect(leaksOf(attachments[0]!.content)).toEqual([]);
  });
});

describe.skipIf(sharp === null)('colours', () => {
  const square = () =>
    sharp!.default({ create: { width: 32, height: 32, channels: 3, background: '#C86432' } });
  const seen = async (bytes: Uint8Array) =>
    pixelAt(drawWithMupdf(await paintImages(imageOf(bytes, 'أ.jpg'))), 36, 36);
  const far = (one: readonly number[], other: readonly number[]) =>
    Math.max(...one.map((value, at) => Math.abs(value - other[at]!)));

  test('of a wider profile are seen as they are meant', async () => {
    const wide = await square().withIccProfile('p3').png().toBuffer();
    const meant = [...(await sharp!.default(wide).toColourspace('srgb').raw().toBuffer()).subarray(0, 3)];
    expect(far(await seen(wide), meant)).toBeLessThan(4);
    expect(
      far(await seen(await square().jpeg({ quality: 100 }).withIccProfile('p3').toBuffer()), meant),
    ).toBeLessThan(6);
  });

  test('of inks, as Adobe writes them, are not turned round; with their profile they keep the claim', async () => {
    const inks = () => square().toColourspace('cmyk');
    const bare = await inks().jpeg({ quality: 100 }).toBuffer();
    const told = await inks().withIccProfile('cmyk').jpeg({ quality: 100 }).toBuffer();
    for (const [bytes, profiled] of [
      [bare, false],
      [told, true],
    ] as const) {
      expect(imageOf(bytes)).toMatchObject({ colors: 'inks', profiled });
      // without a profile every reader has inks of its own
      expect(far(await seen(bytes), [200, 100, 50])).toBeLessThan(profiled ? 20 : 40);
      const pdf = Buffer.from(await paintImages(imageOf(bytes, 'أ.jpg')));
      expect(pdf.includes('pdfaid:part')).toBe(profiled);
    }
  });

  test('of grey stay grey, with all eight bits', async () => {
    const grey = await square().toColourspace('b-w').jpeg({ quality: 100 }).toBuffer();
    expect(imageOf(grey).colors).toBe('grey');
    const [red, green, blue] = await seen(grey);
    expect([green, blue]).toEqual([red, red]);
  });
});

describe('a PNG of another gamma', () => {
  const grey = (before: readonly Buffer[], colorType: number) =>
    writePng(
      { width: 20, height: 20, depth: 8, colorType, before, ...(colorType === 3 ? { palette: PALE } : {}) },
      () => (colorType === 3 ? 1 : 128),
    );
  const PALE = [0, 0, 0, 128, 128, 128];
  const gama = (value: number) => chunk('gAMA', [0, value >> 16, (value >> 8) & 255, value & 255]);

  test.each([0, 2, 3])('is as light as it says, of colour type %i', async (colorType) => {
    const seen = async (bytes: Uint8Array) => {
      const pdf = await paintImages(imageOf(bytes));
      // PDFium heeds the gamma of palettes alone
      const pages = colorType === 3 ? [drawWithMupdf(pdf), await drawWithPdfium(pdf)] : [drawWithMupdf(pdf)];
      return pages.map((page) => pixelAt(page, 30, 30)[0]!);
    };
    // half of the light is 188 of 255 in sRGB; its own gamma, sRGB beside it, and nonsense change nothing
    for (const value of await seen(grey([gama(100_000)], colorType)))
      expect(Math.abs(value - 188)).toBeLessThan(4);
    const same = [[gama(45_455)], [chunk('sRGB', [0]), gama(100_000)], [gama(1)], []];
    for (const before of same)
      for (const value of await seen(grey(before, colorType))) expect(value).toBe(128);
  });
});

test('a large image takes no more than three bytes a pixel and 30 MB', async () => {
  const size = 5000;
  const row = deflateSync(Buffer.alloc((1 + size * 4) * size), { level: 1 });
  const bytes = writeFile({ width: size, height: size, depth: 8, colorType: 6 }, row);
  const small = writePng({ width: 9, height: 9, depth: 8, colorType: 6 }, () => 9);
  for (const each of [small, bytes]) {
    const before = process.resourceUsage().maxRSS;
    const image = imageOf(each);
    await checkPixels({ losesProfile: false, unfolded: 0, ...image });
    await paintImages({ ...image, width: 40, height: 40 });
    const grown = (process.resourceUsage().maxRSS - before) * 1024;
    if (each === bytes) expect(grown).toBeLessThan(3 * size * size + 30e6);
  }
});

test('an animation shows its picture for who shows none', async () => {
  const still = { width: 20, height: 20, depth: 8, colorType: 2 };
  const frame = Buffer.alloc(26);
  const before = [chunk('acTL', [0, 0, 0, 1, 0, 0, 0, 0]), chunk('fcTL', frame)];
  const bytes = writePng(
    { ...still, before, after: [chunk('fdAT', Buffer.alloc(50, 7))] },
    (x, y, c) => [x * 9, y * 9, 90][c]!,
  );
  const image = imageOf(bytes);
  expect(
    worstOf(drawWithMupdf(await paintImages(image)), 20, 20, (x, y) => [x * 9, y * 9, 90]),
  ).toBeLessThanOrEqual(1);
  expect(Buffer.from(image.bytes).includes('fdAT')).toBe(false);
});

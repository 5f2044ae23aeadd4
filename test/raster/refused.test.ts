import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { limits } from '../../src/base/limits.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { ImageLoader } from '../../src/resolve/image-loader.ts';
import { cpuTime } from '../cpu-time.ts';
import { exif, type JpegKind, segment, writeJpeg } from './jpeg-writer.ts';
import { chunk, header, type PngKind, SIGNATURE, writeFile, writePng } from './png-writer.ts';

/** No image here has words. */
const NO_WORDS = async () => () => ({ path: [], width: 0 });

const origin = { file: 'text.md', line: 3, column: 5 };

/** What is said of an image file; [] where it is shown. */
async function load(bytes: Uint8Array, name = 'صورة.png') {
  const images = new ImageLoader(openMemoryWorld({ files: { [name]: bytes } }), NO_WORDS);
  await images.load(name, origin.file);
  const sink = new Sink();
  const image = images.fetch(name, origin, sink);
  expect(image === null).toBe(sink.diagnostics.some(({ severity }) => severity !== 'info'));
  return { image, said: sink.diagnostics };
}

/** Why it is refused, in brackets in the message. */
async function reasonOf(bytes: Uint8Array): Promise<string | undefined> {
  const { said } = await load(bytes);
  return said[0]?.message.en.match(/ \((.*)\): a frame/)?.[1];
}

const GREY: PngKind = { width: 9, height: 7, depth: 8, colorType: 0 };
const PALE: PngKind = { width: 9, height: 7, depth: 2, colorType: 3, palette: [0, 0, 0, 9, 9, 9] };
const dots = (kind: PngKind) => writePng(kind, (x, y) => (x + y) & 1);
const sound = dots(GREY);
const jpeg = writeJpeg({ width: 100, height: 60 });
const raw = (...chunks: readonly Buffer[]) => Buffer.concat([SIGNATURE, ...chunks]);
const data = chunk('IDAT', deflateSync(Buffer.alloc(7 * 10)));
const end = chunk('IEND', []);

function changed(bytes: Buffer, at: number, by = 1): Buffer {
  const copy = Buffer.from(bytes);
  copy[at] = copy[at]! ^ by;
  return copy;
}

function ihdr(change: (body: Buffer) => Buffer): Buffer {
  return chunk('IHDR', change(Buffer.from(header(GREY).subarray(8, 21))));
}

function withByte(at: number, value: number): Buffer {
  return raw(
    ihdr((body) => Buffer.concat([body.subarray(0, at), Buffer.from([value]), body.subarray(at + 1)])),
    data,
    end,
  );
}

describe('a PNG', () => {
  test.each([
    ['without its end', sound.subarray(0, -12), 'cut off'],
    ['cut off within a chunk', sound.subarray(0, 50), 'cut off'],
    [
      'with a header of 12 bytes',
      raw(
        ihdr((body) => body.subarray(0, 12)),
        data,
        end,
      ),
      'chunk IHDR is damaged',
    ],
    [
      'with a header of 14 bytes',
      raw(
        ihdr((body) => Buffer.concat([body, Buffer.alloc(1)])),
        data,
        end,
      ),
      'chunk IHDR is damaged',
    ],
    ['whose header is not first', raw(data, header(GREY), end), 'chunk IHDR is out of place'],
    ['with two headers', raw(header(GREY), header(GREY), data, end), 'chunk IHDR is out of place'],
    ['of no height', dots({ ...GREY, height: 0 }), 'of no width or no height'],
    ['of 3 bits', withByte(8, 3), 'a PNG of colour type 0 with 3 bits, which there is not'],
    [
      'of colour with 4 bits',
      raw(header({ ...GREY, colorType: 2, depth: 4 }), data, end),
      'a PNG of colour type 2 with 4 bits, which there is not',
    ],
    [
      'of a palette with 16 bits',
      raw(header({ ...PALE, depth: 16 }), data, end),
      'a PNG of colour type 3 with 16 bits, which there is not',
    ],
    ['of colour type 5', withByte(9, 5), 'a PNG of colour type 5 with 8 bits, which there is not'],
    ['of another compression', withByte(10, 1), 'a PNG of an unknown method'],
    ['of another interlacing', withByte(12, 2), 'a PNG of an unknown method'],
    ['with a damaged header', changed(sound, 19), 'chunk IHDR is damaged'],
    ['with damaged pixels', changed(sound, 45), 'chunk IDAT is damaged'],
    ['with a damaged end', changed(sound, sound.length - 1), 'chunk IEND is damaged'],
    ['without a palette', dots({ ...GREY, colorType: 3 }), 'chunk IDAT is out of place'],
    [
      'with more colours than its bits can name',
      dots({ ...PALE, palette: Array<number>(15).fill(0) }),
      'chunk PLTE is damaged',
    ],
    ['with a part of a colour', dots({ ...PALE, palette: [1, 2, 3, 4] }), 'chunk PLTE is damaged'],
    ['with a palette for grey', dots({ ...GREY, palette: [1, 2, 3] }), 'chunk PLTE is damaged'],
    [
      'with two palettes',
      dots({ ...PALE, before: [chunk('PLTE', [1, 2, 3])] }),
      'chunk PLTE is out of place',
    ],
    [
      'with more transparencies than colours',
      dots({ ...PALE, transparency: [1, 2, 3] }),
      'chunk tRNS is damaged',
    ],
    ['with a transparent grey of one byte', dots({ ...GREY, transparency: [1] }), 'chunk tRNS is damaged'],
    [
      'with transparency twice',
      dots({ ...GREY, colorType: 4, transparency: [0, 1] }),
      'chunk tRNS is damaged',
    ],
    [
      'whose palette comes after transparency',
      raw(header(PALE), chunk('tRNS', [0]), data, end),
      'chunk tRNS is damaged',
    ],
    [
      'with something between its pixels',
      raw(header(GREY), data, chunk('tEXt', [65, 0, 66]), data, end),
      'chunk IDAT is out of place',
    ],
    ['without pixels', raw(header(GREY), end), 'chunk IEND is damaged'],
    [
      'with a chunk that one must know',
      raw(header(GREY), chunk('CgBI', [0, 0, 0, 0]), data, end),
      'it needs the unknown chunk CgBI',
    ],
    ['with a chunk of no name', raw(header(GREY), chunk('a.b1', []), data, end), 'chunk ? is damaged'],
    ['with one row too few', writeFile(GREY, deflateSync(Buffer.alloc(6 * 10))), 'its pixels are cut off'],
    [
      'with one byte too many',
      writeFile(GREY, deflateSync(Buffer.alloc(7 * 10 + 1))),
      'it unfolds to more than its header says',
    ],
    [
      'with bytes after its pixels',
      writeFile(GREY, Buffer.concat([deflateSync(Buffer.alloc(70)), Buffer.alloc(99)])),
      'it unfolds to more than its header says',
    ],
    [
      'whose pixels are cut off',
      writeFile(GREY, deflateSync(Buffer.alloc(70)).subarray(0, -5)),
      'its pixels are cut off',
    ],
    ['whose pixels are no zlib', writeFile(GREY, Buffer.alloc(40, 7)), 'its pixels are damaged'],
    [
      'with a wrong sum of its pixels',
      writeFile(GREY, changed(deflateSync(Buffer.alloc(70)), deflateSync(Buffer.alloc(70)).length - 1)),
      'its pixels are damaged',
    ],
    [
      'with a filter that there is not',
      writeFile(GREY, deflateSync(Buffer.alloc(70, 5))),
      'its pixels are damaged',
    ],
    [
      'of 65,536 pixels in a row',
      raw(header({ ...GREY, width: 65_536, height: 1 }), data, end),
      '65536 × 1 pixels; a side has at most 65535',
    ],
    [
      'of 50,001,000 pixels',
      raw(header({ ...GREY, width: 50_001, height: 1000 }), data, end),
      '50001 × 1000 pixels, more than 50 million',
    ],
  ])('%s is refused', async (_, bytes, reason) => {
    const { said } = await load(bytes);
    const [first] = said;
    expect(first).toMatchObject({ severity: 'warning', origin });
    expect(first!.message.en).toContain(`(${reason})`);
    // the reason is in Arabic too, but for names of chunks
    expect(first!.message.ar).toMatch(/\([^)]*\p{Script=Arabic}[^)]*\)/u);
  });

  test('damaged where nobody looks is shown: texts, times, and what follows the end', async () => {
    const text = chunk('tEXt', Buffer.from('Comment\0x'));
    const broken = changed(text, text.length - 1);
    for (const bytes of [
      dots({ ...GREY, before: [broken], after: [broken] }),
      Buffer.concat([sound, Buffer.alloc(999, 65)]),
    ])
      expect((await load(bytes)).said).toEqual([]);
  });

  test('with a text of 20 MB before and after its pixels is shown, without it', async () => {
    const text = chunk('iTXt', Buffer.alloc(20e6, 66));
    const { image, said } = await load(dots({ ...GREY, before: [text], after: [text] }));
    expect(said).toEqual([]);
    expect(image).toMatchObject({ kind: 'raster', bytes: sound });
  });

  test('whose profile is none is shown in its colours as they are, and that is said', async () => {
    const none = Buffer.concat([Buffer.from('x\0\0', 'latin1'), deflateSync(Buffer.alloc(200))]);
    const huge = Buffer.concat([
      Buffer.from('x\0\0', 'latin1'),
      deflateSync(Buffer.alloc(limits.profileBytes + 1)),
    ]);
    for (const body of [none, huge, Buffer.from('x\0\0zzzz', 'latin1'), Buffer.alloc(0)]) {
      const { said } = await load(dots({ ...GREY, before: [chunk('iCCP', body)] }));
      expect(said.map(({ rule, severity }) => [rule, severity])).toEqual([['image-profile', 'info']]);
    }
  });
});

describe('a JPEG', () => {
  const kinds: readonly (readonly [string, JpegKind, string])[] = [
    ['lossless', { width: 9, height: 9, process: 3 }, 'a lossless or arithmetic JPEG'],
    ['hierarchical', { width: 9, height: 9, process: 5 }, 'a lossless or arithmetic JPEG'],
    ['arithmetic', { width: 9, height: 9, process: 9 }, 'a lossless or arithmetic JPEG'],
    ['of 12 bits', { width: 9, height: 9, process: 1, bits: 12 }, 'a JPEG of 12 bits'],
    ['of two channels', { width: 9, height: 9, channels: 2 }, 'a JPEG of 2 channels'],
    ['of no height', { width: 9, height: 0 }, 'of no width or no height'],
    ['of 51 megapixels', { width: 10_000, height: 5100 }, '10000 × 5100 pixels, more than 50 million'],
  ];
  test.each(kinds)('%s is refused', async (_, kind, reason) => {
    expect(await reasonOf(writeJpeg({ ...kind }))).toBe(reason);
  });

  /** Offsets of the segments of `jpeg`: DQT, SOF, two DHT, SOS. */
  const [dqt, sof, dc, ac, sos] = [2, 71, 84, 106, 128];
  const without = (from: number, to: number) => Buffer.concat([jpeg.subarray(0, from), jpeg.subarray(to)]);

  test.each([
    ['without a frame', without(sof, dc), 'segment DA is damaged or out of place'],
    [
      'with two frames',
      Buffer.concat([jpeg.subarray(0, dc), jpeg.subarray(sof)]),
      'segment C0 is damaged or out of place',
    ],
    ['without a scan', Buffer.concat([jpeg.subarray(0, sos), Buffer.from([0xff, 0xd9])]), 'cut off'],
    ['without quantization', without(dqt, sof), 'a table that its pixels need is missing'],
    ['without codes', without(dc, ac), 'a table that its pixels need is missing'],
    [
      'with codes that do not fit',
      Buffer.concat([
        jpeg.subarray(0, 2),
        segment(0xc4, [0, 3, ...Array<number>(15).fill(0), 1, 2, 3]),
        jpeg.subarray(2),
      ]),
      'segment C4 is damaged or out of place',
    ],
    ['with a frame of a wrong length', changed(jpeg, sof + 3), 'segment C0 is damaged or out of place'],
    [
      'with a channel sampled 0 times',
      changed(jpeg, sof + 11, 0x11),
      'segment C0 is damaged or out of place',
    ],
    ['with a scan of an unknown channel', changed(jpeg, sos + 5, 4), 'segment DA is damaged or out of place'],
    [
      'with a segment of length 0',
      Buffer.concat([jpeg.subarray(0, 2), Buffer.from([0xff, 0xe1, 0, 0]), jpeg.subarray(2)]),
      'segment E1 is damaged or out of place',
    ],
    [
      'with something between segments',
      Buffer.concat([jpeg.subarray(0, sof), Buffer.from([1, 2]), jpeg.subarray(sof)]),
      'segment 02 is damaged or out of place',
    ],
    [
      'of more scans than 200',
      Buffer.concat([
        jpeg.subarray(0, -2),
        ...Array<Buffer>(200).fill(jpeg.subarray(sos, -2)),
        jpeg.subarray(-2),
      ]),
      'a JPEG of more than 200 scans',
    ],
  ])('%s is refused', async (_, bytes, reason) => {
    expect(await reasonOf(bytes)).toBe(reason);
  });

  const framed = writeJpeg({ width: 100, height: 60, channels: 3, before: [exif(6)] });
  test.each([1, 2, 3, 9, 60, 130, 200, 240, 280, 300, framed.length - 3, framed.length - 1])(
    'cut off after %i bytes is refused',
    async (length) => {
      const { said } = await load(framed.subarray(0, length));
      expect(said.map(({ rule }) => rule)).toEqual(['image-format']);
      expect(said[0]!.origin).toEqual(origin);
    },
  );

  test('baseline, extended and progressive, of 1, 3 and 4 channels, is shown', async () => {
    for (const process of [0, 1, 2]) {
      for (const channels of [1, 3, 4]) {
        const { image } = await load(writeJpeg({ width: 100, height: 60, process, channels }));
        expect(image).toMatchObject({ width: 100, height: 60, format: 'jpeg' });
      }
    }
  });
});

describe('the size of images', () => {
  const giant = (mark: number) =>
    raw(
      header({ ...GREY, width: 7000, height: 7000, colorType: 6, depth: 16 }),
      chunk('tEXt', [65, 0, mark]),
      chunk('IDAT', Buffer.alloc(1000)),
      end,
    );

  test('is looked at before anything is unfolded', async () => {
    const bomb = writeFile(
      { ...GREY, width: 10_000, height: 10_000, colorType: 6 },
      deflateSync(Buffer.alloc(4e7)),
    );
    const lying = writeFile({ ...GREY, width: 10, height: 10 }, deflateSync(Buffer.alloc(100e6)));
    // once before it is measured, for code that is compiled
    await load(lying);
    const memory = process.memoryUsage.rss();
    const ms = await cpuTime(async () => {
      expect(await reasonOf(bomb)).toBe('10000 × 10000 pixels, more than 50 million');
      expect(await reasonOf(lying)).toBe('it unfolds to more than its header says');
    });
    expect(ms).toBeLessThan(200);
    expect(process.memoryUsage.rss() - memory).toBeLessThan(30e6);
  });

  test('of all of a document has a limit, beyond what is fair for their files', async () => {
    const files = Object.fromEntries(Array.from({ length: 8 }, (_, at) => [`${at}.png`, giant(at + 65)]));
    const images = new ImageLoader(openMemoryWorld({ files }), NO_WORDS);
    for (const name of Object.keys(files)) await images.load(name, origin.file);
    const sink = new Sink();
    for (const name of Object.keys(files)) images.fetch(name, origin, sink);
    // 49 million pixels of 8 bytes: the sixth is beyond two gigabytes, those before have no pixels
    expect(sink.diagnostics.map(({ rule, count }) => [rule, count])).toEqual([
      ['image-format', 5],
      ['image-limit', 3],
    ]);
    expect(sink.diagnostics[1]!.message.en).toContain('unfold to more than 2048 MB');
  });
});

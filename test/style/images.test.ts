import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readImageSize } from '../../src/resolve/image-size.ts';
import { blocksOf, rules, styleText, textsOf } from './style-text.ts';

/** A PNG of transparent or black pixels, or of the given stream; without checksums, which nobody reads. */
function makePng(width: number, height: number, colorType = 6, pixels?: Uint8Array): Uint8Array {
  const samples = colorType === 6 ? 4 : 3;
  // A size that is refused anyway needs no pixels.
  const rows = width * height > 1e7 ? 0 : height * (1 + width * samples);
  const data = pixels ?? deflateSync(new Uint8Array(rows));
  const bytes = new Uint8Array(8 + 25 + 12 + data.length + 12);
  bytes.set([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]);
  const view = new DataView(bytes.buffer);
  view.setUint32(16, width);
  view.setUint32(20, height);
  bytes.set([8, colorType], 24);
  view.setUint32(33, data.length);
  bytes.set([0x49, 0x44, 0x41, 0x54], 37);
  bytes.set(data, 41);
  bytes.set([0x49, 0x45, 0x4e, 0x44], 45 + data.length + 4);
  return bytes;
}

/** APP0 of two bytes, then the frame header. */
/** @param frame process (SOF0 is 0), bits a sample and channels */
function makeJpeg(width: number, height: number, [process, bits, channels] = [2, 8, 1]): Uint8Array {
  const size = [height >> 8, height & 255, width >> 8, width & 255];
  return Uint8Array.from([
    0xff,
    0xd8,
    0xff,
    0xe0,
    0,
    4,
    0,
    0,
    0xff,
    0xc0 + process!,
    0,
    8 + 3 * channels!,
    bits!,
    ...size,
    channels!,
    ...Array<number>(3 * channels!).fill(0),
    0xff,
    0xd9,
  ]);
}

describe('the size of an image', () => {
  test('PNG, with and without transparency', () => {
    expect(readImageSize(makePng(640, 480))).toEqual({ format: 'png', width: 640, height: 480, alpha: true });
    expect(readImageSize(makePng(640, 480, 2))).toMatchObject({ alpha: false });
  });
  test('JPEG, progressive and after other segments', () => {
    expect(readImageSize(makeJpeg(1200, 800))).toEqual({
      format: 'jpeg',
      width: 1200,
      height: 800,
      alpha: false,
    });
  });
  test.each([
    ['a PNG cut off', makePng(640, 480).subarray(0, 40), 'cut off'],
    ['a JPEG cut off', makeJpeg(12, 8).subarray(0, 20), 'cut off'],
    ['a lossless JPEG', makeJpeg(12, 8, [3, 8, 3]), 'a lossless or arithmetic JPEG'],
    ['an arithmetic JPEG', makeJpeg(12, 8, [9, 8, 3]), 'a lossless or arithmetic JPEG'],
    ['a JPEG for measuring', makeJpeg(12, 8, [1, 12, 1]), 'a JPEG of 12 bits'],
    ['a JPEG of two channels', makeJpeg(12, 8, [0, 8, 2]), 'a JPEG of 2 channels'],
    ['a PNG of 100 megapixels', makePng(10_000, 10_000), '10000 × 10000 pixels, more than 50 million'],
    ['a PNG of no height', makePng(10, 0), 'empty'],
    ['a PNG whose pixels are damaged', makePng(4, 4, 6, Uint8Array.of(1, 2, 3)), 'damaged'],
    ['a PNG with too few pixels', makePng(4, 4, 6, deflateSync(new Uint8Array(20))), 'cut off'],
    [
      'a PNG that unfolds to more than it says',
      makePng(4, 4, 6, deflateSync(new Uint8Array(1e6))),
      'damaged',
    ],
    ['a GIF', new TextEncoder().encode('GIF89a'), 'a GIF'],
    ['nothing', new Uint8Array(), 'an empty file'],
  ])('%s is refused with a reason', (_, bytes, reason) => {
    expect(readImageSize(bytes)).toBe(reason);
  });
});

describe('images of a text', () => {
  const files = {
    'content/map.png': makePng(400, 200),
    'photo.jpg': makeJpeg(1200, 800),
    'content/plan.svg': '<svg/>',
    'content/broken.png': 'text',
  };

  test('alone in a paragraph it is a figure with its caption, 96 pixels to the inch', () => {
    const { styled, sink } = styleText('![خريطة](map.png "خريطة آسيا الوسطى")', { files });
    expect(sink.diagnostics).toEqual([]);
    const [figure] = blocksOf(styled);
    expect(figure).toMatchObject({
      kind: 'stack',
      keepTogether: true,
      children: [
        { kind: 'image', width: 300, height: 150, role: { tag: 'Figure', alt: 'خريطة' } },
        { kind: 'text', role: { tag: 'Caption' } },
      ],
    });
  });

  test('among words it is no higher than the line', () => {
    const { styled } = styleText('شارة ![شعار](../photo.jpg) هنا', { files });
    const image = blocksOf(styled)
      .flatMap((block) => (block.kind === 'text' ? block.content : []))
      .find((inline) => inline.kind === 'image');
    expect(image).toMatchObject({ height: 15, width: 22.5, image: { path: 'photo.jpg' } });
  });

  test.each([
    ['![خريطة](nowhere.png)', 'image-missing 1:1'],
    ['![خريطة](../../secret.png)', 'image-outside 1:1'],
    ['![خريطة](/etc/passwd)', 'image-outside 1:1'],
    ['![خريطة](broken.png)', 'image-format 1:1'],
    ['![خريطة](plan.svg)', 'image-vector 1:1'],
    ['![خريطة](https://example.org/a.png)', 'image-remote 1:1'],
    ['![خريطة](data:image/png;base64,AAAA)', 'image-format 1:1'],
  ])('%s is reported, and stands as a frame with its description and name', (markdown, complaint) => {
    const { styled, sink } = styleText(markdown, { files });
    expect(rules(sink)).toEqual([complaint]);
    expect(sink.diagnostics[0]!.severity).toBe('warning');
    const name = /\(([^;)]*)/.exec(markdown)![1]!;
    expect(textsOf(styled)).toEqual(['خريطة', name]);
    const [frame] = blocksOf(styled);
    expect(frame?.kind === 'stack' && frame.rules.map(({ edge }) => edge).sort()).toEqual([
      'after',
      'before',
      'end',
      'start',
    ]);
  });

  test.each([
    ['![خريطة](map.png){width=abc}', 'image-size'],
    ['![خريطة](map.png){width=12furlong}', 'image-size'],
    ['![خريطة](map.png){width=500%}', 'image-width'],
    ['شارة ![شعار](map.png "عنوان 44") هنا', 'image-title'],
    ['شارة ![شعار](لا.png "عنوان 44") هنا', 'image-title'],
  ])('%s loses something, and says so', (markdown, rule) => {
    expect(styleText(markdown, { files }).sink.diagnostics.map((each) => each.rule)).toContain(rule);
  });

  test.each([
    '![خريطة](map.png){width=50%}',
    '![خريطة](map.png){height=3cm}',
    'شارة ![شعار](map.png "شعار") هنا',
    '<img src="map.png" alt="خريطة" width="auto">',
  ])('%s says nothing', (markdown) => {
    expect(styleText(markdown, { files }).sink.diagnostics).toEqual([]);
  });

  test('one that cannot be shown among words is its description in brackets', () => {
    const { styled, sink } = styleText('شارة ![شعار](لا.png) ثم ![شعار](لا.png)', { files });
    expect(sink.diagnostics).toMatchObject([{ rule: 'image-missing', count: 2 }]);
    expect(textsOf(styled).join('')).toContain('[شعار] ثم [شعار]');
  });

  test.each([
    ['https://img.shields.io/npm/v/some-package.svg?style=flat&label=x', 'some-package.svg'],
    ['https://example.org/', 'https://example.org/'],
    ['صور/لا.png', 'لا.png'],
    ['data:image/png;base64,AA/BB', 'data:image/png'],
  ])('a row of badges without descriptions shows of %s the name, and the message all', (url, name) => {
    const { styled, sink } = styleText(`شارة ![](${url}) هنا`, { files });
    expect(textsOf(styled).join('')).toContain(`شارة [${name}] هنا`);
    const shown = sink.diagnostics.find(({ rule }) => rule !== 'image-alt-missing');
    expect(shown?.message.en).toContain(url.replace(/;.*/, ''));
  });

  test('one without a description is a figure without one, so that no claim is made for it', () => {
    const { styled } = styleText('![](map.png)', { files });
    const figure = blocksOf(styled).flatMap((block) => (block.kind === 'stack' ? block.children : []))[0];
    expect(figure).toMatchObject({ kind: 'image', role: { tag: 'Figure', alt: null } });
  });

  test('one picture printed twice is one picture', () => {
    const { styled } = styleText('![أ](map.png)\n\n![ب](./map.png)', { files });
    const images = blocksOf(styled)
      .flatMap((block) => (block.kind === 'stack' ? block.children : []))
      .flatMap((block) => (block.kind === 'image' ? [block.image] : []));
    expect(images).toHaveLength(2);
    expect(images[0]).toBe(images[1]);
  });
});

import { describe, expect, test } from 'vitest';
import { loadPeer } from '../../src/base/load-peer.ts';
import { has, run, withFile } from '../pdf/readers.ts';
import { drawWithMupdf, drawWithPdfium, imageOf, paintImages, worstOf } from './pages.ts';
import { type PngKind, writePng } from './png-writer.ts';

const sharp = await loadPeer<typeof import('sharp')>('sharp');
const SIZE = { width: 61, height: 43 };

/** Samples that look like nothing else: slopes, with grain. */
const sampleOf = (depth: number) => (x: number, y: number, channel: number) => {
  const most = 2 ** depth - 1;
  const slope = [x / 60, y / 42, (x + y) / 102, ((x * 7 + y * 3) % 50) / 50][channel]!;
  return Math.min(most, Math.floor(slope * most) ^ ((x * y + channel) & (depth > 4 ? 7 : 0)));
};

const PALETTE = Array.from({ length: 256 }, (_, at) => [at, 255 - at, (at * 37) & 255]);
const paletteOf = (depth: number) => PALETTE.slice(0, 2 ** depth).flat();
const alphaOf = (depth: number) => Array.from({ length: 2 ** depth - 1 }, (_, at) => (at * 90) & 255);
const wide = (value: number) => [value >> 8, value & 255];

/** Every colour type and depth there is, straight and interlaced, with tRNS where there may be one. */
const KINDS: readonly (readonly [string, PngKind])[] = [
  ...[1, 2, 4, 8, 16].map((depth) => [`grey of ${depth}`, { ...SIZE, depth, colorType: 0 }] as const),
  ...[1, 2, 4, 8, 16].map((depth) => {
    const key = sampleOf(depth)(30, 20, 0);
    return [
      `grey of ${depth}, one transparent`,
      { ...SIZE, depth, colorType: 0, transparency: wide(key) },
    ] as const;
  }),
  ...[8, 16].map((depth) => [`colour of ${depth}`, { ...SIZE, depth, colorType: 2 }] as const),
  ...[8, 16].map((depth) => {
    const key = [0, 1, 2].flatMap((channel) => wide(sampleOf(depth)(30, 20, channel)));
    return [
      `colour of ${depth}, one transparent`,
      { ...SIZE, depth, colorType: 2, transparency: key },
    ] as const;
  }),
  ...[1, 2, 4, 8].map(
    (depth) => [`palette of ${depth}`, { ...SIZE, depth, colorType: 3, palette: paletteOf(depth) }] as const,
  ),
  ...[1, 2, 4, 8].map((depth) => {
    const kind = { ...SIZE, depth, colorType: 3, palette: paletteOf(depth), transparency: alphaOf(depth) };
    return [`palette of ${depth}, partly transparent`, kind] as const;
  }),
  ...[8, 16].map((depth) => [`grey and alpha of ${depth}`, { ...SIZE, depth, colorType: 4 }] as const),
  ...[8, 16].map((depth) => [`colour and alpha of ${depth}`, { ...SIZE, depth, colorType: 6 }] as const),
];

/** Red, green, blue and alpha, as the samples were written: by the definition of PNG, not by any reader. */
function wantedOf({ depth, colorType, palette, transparency }: PngKind) {
  const sample = sampleOf(depth);
  const byte = (value: number) => (value * 255) / (2 ** depth - 1);
  return (x: number, y: number): readonly number[] => {
    const at = (channel: number) => sample(x, y, channel);
    switch (colorType) {
      case 0: {
        const isKey = transparency && at(0) === transparency[0]! * 256 + transparency[1]!;
        return [byte(at(0)), byte(at(0)), byte(at(0)), isKey ? 0 : 255];
      }
      case 2: {
        const isKey =
          transparency &&
          [0, 1, 2].every((c) => at(c) === transparency[2 * c]! * 256 + transparency[2 * c + 1]!);
        return [byte(at(0)), byte(at(1)), byte(at(2)), isKey ? 0 : 255];
      }
      case 3:
        return [...palette!.slice(3 * at(0), 3 * at(0) + 3), transparency?.[at(0)] ?? 255];
      case 4:
        return [byte(at(0)), byte(at(0)), byte(at(0)), byte(at(1))];
      default:
        return [byte(at(0)), byte(at(1)), byte(at(2)), byte(at(3))];
    }
  };
}

const CASES = KINDS.flatMap(([name, kind]) =>
  [false, true].map(
    (interlaced) => [interlaced ? `${name}, interlaced` : name, { ...kind, interlaced }] as const,
  ),
);

describe.each(CASES)('a PNG of %s', (_, kind) => {
  const bytes = writePng({ ...kind, idat: 100 }, sampleOf(kind.depth));
  const wanted = wantedOf(kind);

  test('is on the page as it was written, to the pixel', async () => {
    const pdf = await paintImages(imageOf(bytes));
    // readers cut 16 bits to 8, and mix with white in 8
    const least = kind.depth === 16 ? 4 : 2;
    expect(worstOf(drawWithMupdf(pdf), SIZE.width, SIZE.height, wanted)).toBeLessThanOrEqual(least);
    expect(worstOf(await drawWithPdfium(pdf), SIZE.width, SIZE.height, wanted)).toBeLessThanOrEqual(least);
  });

  test.skipIf(sharp === null)('is what another reader of PNG takes it for', async () => {
    const { data } = await sharp!
      .default(bytes)
      .ensureAlpha()
      .toColourspace('srgb')
      .raw()
      .toBuffer({ resolveWithObject: true });
    let worst = 0;
    for (let at = 0; at < SIZE.width * SIZE.height; at++) {
      const [red, green, blue, alpha = 255] = wanted(at % SIZE.width, Math.floor(at / SIZE.width));
      [red!, green!, blue!, alpha].forEach((value, channel) => {
        worst = Math.max(worst, Math.abs(data[at * 4 + channel]! - value));
      });
    }
    expect(worst).toBeLessThanOrEqual(1);
  });
});

describe.skipIf(!has('qpdf'))('a file with a PNG of each kind', () => {
  test('is sound', async () => {
    for (const [name, kind] of CASES) {
      const pdf = await paintImages(imageOf(writePng(kind, sampleOf(kind.depth))));
      expect(
        withFile(pdf, (path) => run('qpdf', '--check', path)),
        name,
      ).toContain('No syntax or stream encoding errors');
    }
  });
});

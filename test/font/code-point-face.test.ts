import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { create } from 'fontkit';
import { afterAll, describe, expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { loadHarfbuzz } from '../../src/font/harfbuzz-face.ts';
import { openFonts } from '../../src/font/open-fonts.ts';
import { readWithMupdf, readWithPdfjs } from '../pdf/readers.ts';
import { drive } from '../road/drive.ts';

await loadHarfbuzz();
const face = openFonts(openNodeWorld(process.cwd())).codePoints;
const shape = (text: string, rtl = false) =>
  face.shape({ text, before: '', after: '', rtl, script: 'Zyyy', lang: 'und', features: '' });
const scratch = mkdtempSync(join(tmpdir(), 'warraq-boxes-'));
afterAll(() => rmSync(scratch, { recursive: true }));

interface Bounds {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

describe('a box', () => {
  const digitsOf = (character: string) => [...shape(character).ids].slice(0, -1).map((id) => id - 3);

  test('holds the digits of the code point, four or six', () => {
    expect(digitsOf('中')).toEqual([0x4, 0xe, 0x2, 0xd]);
    expect(digitsOf('𝒜')).toEqual([0x0, 0x1, 0xd, 0x4, 0x9, 0xc]);
  });

  test('stands where its character stands, from the right in right-to-left text', () => {
    const frames = (rtl: boolean) => {
      const { ids, clusters } = shape('中𝒜文', rtl);
      return [...ids].flatMap((id, at) => (id < 3 ? [[id, clusters[at]]] : []));
    };
    const boxes = [
      [1, 0],
      [2, 1],
      [1, 3],
    ];
    expect(frames(false)).toEqual(boxes);
    expect(frames(true)).toEqual(boxes.toReversed());
  });

  test('is none for what draws nothing, and a word is not drawn out by one', () => {
    expect(shape('\uFE0F\u200Dـ').ids).toHaveLength(0);
  });

  test('frames its digits, as another program reads the font', () => {
    const font = create(face.bytes) as unknown as { getGlyph(id: number): { readonly bbox: Bounds } };
    for (const character of ['中', '𝒜']) {
      const { ids, dx, dy, width } = shape(character);
      const boxOf = (id: number) => font.getGlyph(id).bbox;
      const frame = boxOf(ids.at(-1)!);
      expect(frame.maxX).toBeLessThan(width);
      for (let at = 0; at < ids.length - 1; at++) {
        const digit = boxOf(ids[at]!);
        expect(digit.minX + dx[at]!).toBeGreaterThan(frame.minX + 40);
        expect(digit.maxX + dx[at]!).toBeLessThan(frame.maxX - 40);
        expect(digit.minY + dy[at]!).toBeGreaterThan(frame.minY + 40);
        expect(digit.maxY + dy[at]!).toBeLessThan(frame.maxY - 40);
      }
    }
  });
});

test('readers find the very character, one warning counts its places, and the claims are withdrawn', async () => {
  const text = 'كلمة صينية 中文 ثم **中** داخل السطر، وحرف 𐎀 وحده.';
  writeFileSync(join(scratch, 'a.md'), `---\ntitle: مربعات\n---\n\n${text}\n\nEnglish 中 here.\n`);
  const { bytes, diagnostics } = await drive(scratch, ['a.md']);
  for (const read of [readWithPdfjs, readWithMupdf]) {
    const found = await read(bytes!);
    for (const part of ['中文', '𐎀', 'English 中 here']) expect(found).toContain(part);
  }
  expect(diagnostics.map(({ rule, severity, count }) => `${severity} ${rule} ${count}`)).toEqual([
    'warning glyph-package 4',
    'warning glyph-missing 1',
    'warning claim-glyph 2',
  ]);
  expect(Buffer.from(bytes!).includes('pdfaid:part')).toBe(false);
  expect(Buffer.from(bytes!).includes('pdfuaid:part>')).toBe(false);
});

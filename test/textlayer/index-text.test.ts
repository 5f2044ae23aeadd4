import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { concatenate } from '../../src/base/byte-parts.ts';
import { Sink } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/compile.ts';
import { makeRequest } from '../../src/project/request.ts';
import type { TextPurpose } from '../../src/project/text-purpose.ts';
import { consumers } from '../bench/text/consumers.mjs';
import { even } from './fidelity/measure.mjs';

/** The text of `text: index`, as libraries that index and rewrite read it, and as viewers still do. */

const PARAGRAPHS = [
  'صدر الإصدار 20 من منصة Node في ربيع 2023، ثم تلاه الإصدار 22 بعد عام.',
  'بلغ عدد الحضور ٣٤٥ مشاركا من ١٧ دولة، وتوفي المؤلف عام ٢٠٠٤، وله كتب.',
  'الخلاصة (انظر الجدول رقم 7) أن السعة ارتفعت إلى 1,480 ميغاواط «كما سبق».',
  'نُشِرَ التَّقْرِيرُ فِي السُّوقِ، ثُمَّ عَادَ.',
  'این گزارش منتشر شد و می‌توان آن را در کتابخانه‌ها یافت.',
];
async function build(text: TextPurpose, paragraphs = PARAGRAPHS): Promise<Uint8Array> {
  const head = `---\ntitle: نص\nlang: ar\ndigits: source\ntext: ${text}\n---\n`;
  const request = makeRequest({ files: ['-'], text: `${head}\n${paragraphs.join('\n\n')}\n` });
  return concatenate((await compile(request, openNodeWorld(process.cwd()), new Sink()))!.bytes);
}

async function extract(reader: keyof typeof consumers, bytes: Uint8Array): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-index-text-'));
  try {
    const path = join(folder, 'file.pdf');
    writeFileSync(path, bytes);
    return [...(await consumers[reader].read([{ path, bytes }])).values()].join(' ');
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Words and numbers in their order, with joiners and vowels. */
const lettersOf = (text: string) => (text.match(/[\p{L}\p{M}\p{Nd}\u200C]+/gu) ?? []).join(' ');

const isAbsent = (reader: keyof typeof consumers) => consumers[reader].absent() !== null;

describe.each(['PDFBox', 'pypdf'] as const)('%s', (reader) => {
  test.skipIf(isAbsent(reader))('reads mixed, vowelled and Persian text as it was written', async () => {
    const text = even(await extract(reader, await build('index')));
    // pypdf sets a space, or the number, before a comma that follows a number.
    const all = PARAGRAPHS.map(even).join(' ');
    expect(lettersOf(text)).toContain(lettersOf(all));
    if (reader === 'PDFBox') for (const paragraph of PARAGRAPHS) expect.soft(text).toContain(even(paragraph));
  });

  test.skipIf(isAbsent(reader))('finds no mark of direction at a digit that a space follows', async () => {
    const raw = await extract(reader, await build('index'));
    expect(raw).not.toMatch(/\p{Nd}[\u061C\u200E\u200F\u2066-\u2069]+\s/u);
  });
});

test.skipIf(isAbsent('gs+poppler'))('what Ghostscript writes anew is still read', async () => {
  const text = even(await extract('gs+poppler', await build('index')));
  for (const phrase of [
    '20 من منصة Node في ربيع 2023، ثم تلاه الإصدار 22',
    'می‌توان آن را در کتابخانه‌ها یافت',
  ])
    expect(text).toContain(phrase);
});

test.each(['pdfium', 'MuPDF'] as const)('%s reads lines of several directions too', async (reader) => {
  const text = even(await extract(reader, await build('index')));
  expect(text).toContain('صدر الإصدار 20 من منصة Node في ربيع 2023، ثم تلاه الإصدار 22 بعد عام.');
});

test('pdf.js has all letters, and loses spaces beside numbers and names alone', async () => {
  const text = even(await extract('pdf.js', await build('index')));
  expect(text).toMatch(/صدر الإصدار ?20 ?من منصة ?Node ?في ربيع ?2023، ?ثم تلاه الإصدار ?22 ?بعد عام\./u);
});

test.skipIf(isAbsent('poppler'))('poppler reads it too', async () => {
  const text = even(await extract('poppler', await build('index')));
  for (const paragraph of PARAGRAPHS) expect.soft(text).toContain(even(paragraph));
});

/** Of 255. MuPDF sets glyphs on quarters of a pixel, and a rounding of 0.01 pt may move one by a quarter. */
const QUARTER = 64;

test('the pages are those of the text for reading', async () => {
  const [reading, index] = [await pixelsOf(await build('reading')), await pixelsOf(await build('index'))];
  expect(index.length).toBe(reading.length);
  expect(reading.some((value) => value < 128)).toBe(true);
  expect(index.filter((value, at) => Math.abs(value - reading[at]!) > QUARTER)).toEqual(
    new Uint8ClampedArray(),
  );
});

/** Of the first page, at 100 dpi. */
async function pixelsOf(bytes: Uint8Array): Promise<Uint8ClampedArray> {
  const mupdf = await import('mupdf');
  const page = mupdf.Document.openDocument(bytes, 'application/pdf').loadPage(0);
  return page
    .toPixmap(mupdf.Matrix.scale(100 / 72, 100 / 72), mupdf.ColorSpace.DeviceGray)
    .getPixels()
    .slice();
}

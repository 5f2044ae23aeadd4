import { describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import type { Laid } from '../../src/page/page.ts';
import { type PdfReader, verify } from '../../src/pdf/verify.ts';
import { paintWhole } from '../paint-whole.ts';
import { layText } from './lay.ts';
import { sample } from './sample.ts';

const OPTIONS = {
  version: '1.7',
  textFor: 'reading',
  sourceDateEpoch: null,
  conformance: 'archive',
  attachments: [],
} as const;

/** What is reported when the pages of one document are looked for in the PDF of another. */
async function compare(painted: Laid, wanted: Laid) {
  const sink = new Sink();
  const reader = (await import('pdfjs-dist/legacy/build/pdf.mjs')) as unknown as PdfReader;
  await verify(await paintWhole(painted, OPTIONS, sink), wanted, async () => reader, sink);
  return sink.diagnostics.map(({ rule, message }) => [rule, message.en]);
}

describe('reading back what was painted', () => {
  test('finds everything: lists, tables, notes, numbers, links', async () => {
    expect(await compare(sample(), sample())).toEqual([]);
  });

  test('says so where there is no reader', async () => {
    const sink = new Sink();
    await verify(new Uint8Array(), sample(), async () => null, sink);
    expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(['verify-no-reader']);
  });

  test('finds vowels, ligatures and joiners', async () => {
    const document = layText(['قَالَ الشَّيْخُ: لَا إِلَهَ إِلَّا اللهُ', 'می‌خواهم ﷺ «نعم»، (٪٥)']);
    expect(await compare(document, document)).toEqual([]);
  });

  test('names the words that are lost', async () => {
    const painted = layText(['كتب الرجل رسالة قصيرة']);
    const wanted = layText(['كتب الرجل رسالة طويلة قصيرة']);
    expect(await compare(painted, wanted)).toEqual([
      ['verify-differs', 'page 1: a PDF reader does not find “طويلة” in the document'],
    ]);
  });

  test('counts a word as often as it stands there', async () => {
    const twice = layText(['سؤال بعد سؤال']);
    expect(await compare(layText(['سؤال بعد']), twice)).toHaveLength(1);
  });
});

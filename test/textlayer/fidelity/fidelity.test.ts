import { describe, expect, test } from 'vitest';
import { concatenate } from '../../../src/base/byte-parts.ts';
import { Sink } from '../../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../../src/base/node-world.ts';
import { compile } from '../../../src/compile.ts';
import {
  FACES,
  installedReaders,
  measure,
  type ReaderName,
  readParagraphs,
  TEXTS,
  type TextName,
  writeSource,
} from './measure.mjs';

/**
 * What four readers that are not ours find of texts that went the whole road. The bars are what holds, a
 * little above what is measured; `npm run bench:text` prints the numbers themselves.
 */
const BARS: Record<TextName, Record<ReaderName, number>> = {
  plain: { pdfium: 0.001, 'pdf.js': 0.001, MuPDF: 0.001, poppler: 0.001 },
  vowelled: { pdfium: 0.001, 'pdf.js': 0.001, MuPDF: 0.003, poppler: 0.001 },
  mixed: { pdfium: 0.004, 'pdf.js': 0.002, MuPDF: 0.002, poppler: 0.005 },
  // pdfium mirrors a sign that comes first, poppler turns that of ۝١٢ round and a comma between Latin names.
  signs: { pdfium: 0.02, 'pdf.js': 0.001, MuPDF: 0.001, poppler: 0.006 },
  // Latin words stand alone in it: what pdfium does to phrases is measured above.
  columns: { pdfium: 0.001, 'pdf.js': 0.001, MuPDF: 0.001, poppler: 0.005 },
  structure: { pdfium: 0.01, 'pdf.js': 0.01, MuPDF: 0.01, poppler: 0.01 },
};

async function build(texts: readonly TextName[], face: string, kashida?: string): Promise<Uint8Array> {
  const stdin = writeSource(texts, face, kashida);
  const request = {
    files: ['-'],
    text: stdin,
    format: 'pdf',
    profile: 'screen',
    envelope: null,
    template: null,
    theme: null,
    pdf: null,
    textFor: null,
    attachments: [],
  } as const;
  const sink = new Sink();
  const compiled = await compile(request, openNodeWorld(process.cwd()), sink);
  expect(sink.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  return concatenate(compiled!.bytes);
}

describe.each(FACES)('%s', (face) => {
  test.each(TEXTS)('%s text is read as it was written', async (text) => {
    const results = await measure(await build([text], face), readParagraphs(text));
    for (const reader of installedReaders()) {
      const { cer, find, odd, worst } = results[reader];
      expect.soft(cer, `${reader}: ${worst[0]?.paragraph}`).toBeLessThanOrEqual(BARS[text][reader]);
      expect.soft(find, `${reader}: words found`).toBeGreaterThanOrEqual(0.995);
      expect.soft(odd, `${reader}: presentation forms`).toBe(0);
    }
  });

  test('elongated words stay the words they are', async () => {
    const results = await measure(await build(['plain'], face, 'classic'), readParagraphs('plain'));
    for (const reader of installedReaders())
      expect.soft(results[reader].cer, reader).toBeLessThanOrEqual(0.001);
  });
});

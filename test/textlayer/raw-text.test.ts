import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { paintWhole } from '../paint-whole.ts';
import { layText } from '../pdf/lay.ts';
import { has } from '../pdf/readers.ts';
import { readers } from './fidelity/measure.mjs';

/** What readers extract, with nothing taken away from it: who looks for words strips no marks of direction. */

const TEXT = [
  'تأسست الشركة في عام ٢٠١١ بعد قرار، ثم توسعت في 2014 كثيرا.',
  'وقعت منظمة OSCE على البيان في عام ٢٠١٠، وحضر ٣٤٥ ضيفا.',
  'خَرَجَ التَّاجِرُ مِنَ السُّوقِ، ثُمَّ عَادَ',
];
const PHRASES = ['عام ٢٠١١', 'قرار، ثم', '2014 كثيرا', 'عام ٢٠١٠، وحضر', 'على البيان'];
/** pdf.js needs a mark between a number in these digits and the space after it. */
const AFTER_NUMBER = ['٢٠١١ بعد', '٣٤٥ ضيفا'];
const OPTIONS = {
  version: '1.7',
  textFor: 'reading',
  sourceDateEpoch: null,
  conformance: 'archive',
  attachments: [],
} as const;

let bytes: Uint8Array = new Uint8Array();
beforeAll(async () => {
  bytes = await paintWhole(layText(TEXT), OPTIONS, new Sink());
});

const squeeze = (pages: readonly string[]) => pages.join(' ').replace(/\s+/gu, ' ');
const vowels = /\p{M}/gu;

describe.each(['pdfium', 'MuPDF', 'pdf.js'] as const)('%s', (reader) => {
  test('finds phrases with numbers and punctuation', async () => {
    // The search of pdf.js, alone, takes U+034F for a vowel and looks past vowels.
    const raw = squeeze(await readers[reader](bytes));
    const text = reader === 'pdf.js' ? raw.replace(vowels, '') : raw;
    for (const phrase of reader === 'pdf.js' ? PHRASES : [...PHRASES, ...AFTER_NUMBER])
      expect(text).toContain(phrase);
  });

  test('has no mark of direction at a digit or in a word', async () => {
    const raw = squeeze(await readers[reader](bytes)).normalize('NFC');
    expect(raw).not.toMatch(/[\u200E\u200F\u2066-\u2069]\p{Nd}|\p{Nd}[\u200E\u200F\u2066-\u2069]/u);
    expect(raw).not.toMatch(/\p{L}[\u200E\u200F]\p{L}/u);
  });
});

test.skipIf(!has('qpdf'))('no code stands for a letter and a space', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-raw-text-'));
  try {
    writeFileSync(join(folder, 'file.pdf'), bytes);
    execFileSync('qpdf', [
      '--qdf',
      '--object-streams=disable',
      join(folder, 'file.pdf'),
      join(folder, 'open.pdf'),
    ]);
    const maps =
      readFileSync(join(folder, 'open.pdf'), 'latin1').match(/^<[0-9a-f]{4}> <([0-9a-f]+)>$/gm) ?? [];
    const read = maps.map((entry) => Buffer.from(entry.slice(8, -1), 'hex').swap16().toString('utf16le'));
    expect(read.length).toBeGreaterThan(30);
    expect(read.filter((text) => /\p{L} | \p{L}/u.test(text))).toEqual([]);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

import { beforeAll, describe, expect, test } from 'vitest';
import { paint } from '../../src/paint/paint.ts';
import { element, type FaceName, layParagraphs, layText, openFace, textStyle } from './lay.ts';
import { has, readWithMupdf, readWithPdfjs, readWithPoppler } from './readers.ts';

/** What outside readers extract is what was written. Paragraphs of one line: how lines join is the reader's affair. */

const PARAGRAPHS = [
  'تولت كازاخستان مع بداية العام رئاسة منظمة المؤتمر الإسلامي',
  'الله ولا إله إلا هو لله الأمر لأن الآلاف كلها للأحلام',
  'هذا نص قصير فيه اسم شركة وفيه كلام آخر',
  'نجاحا كبيرا في هذه المرحلة من مراحل التعاون الثقافي',
];
// No vowel at the line's end: pdf.js hangs that one on the line before.
const VOWELLED = 'لَا تَحْسَبَنَّ مُحَمَّدًا رَبِّ الْعَالَمِين';
const MIXED = 'أصدرت Google نظام Android ثم كتبت (بين قوسين) عن 2011 عاما';

const FACES: FaceName[] = ['amiri', 'noto', 'plex', 'scheherazade', 'vazirmatn'];

describe.each(FACES)('text in %s', (name) => {
  let bytes: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    bytes = await paint(layText([...PARAGRAPHS, VOWELLED], name), {
      sourceDateEpoch: null,
      conformance: 'archive',
    });
  });

  test.skipIf(!has('pdftotext'))('poppler reads every paragraph as written', () => {
    expect(readWithPoppler(bytes)).toBe([...PARAGRAPHS, VOWELLED].join(' '));
  });

  test('MuPDF reads every paragraph as written', async () => {
    const text = await readWithMupdf(bytes);
    for (const paragraph of [...PARAGRAPHS]) expect(text).toContain(paragraph);
  });

  test('pdf.js reads every paragraph as written', async () => {
    const text = await readWithPdfjs(bytes);
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
    // pdf.js sets a space of its own before a vowel that ends a word; all else is there.
    expect(text.replace(/\s+/g, '')).toContain(VOWELLED.replace(/\s+/g, ''));
  });
});

describe('mixed lines', () => {
  const read = async (reader: (bytes: Uint8Array) => string | Promise<string>) =>
    reader(await paint(layText([MIXED]), { sourceDateEpoch: null, conformance: 'archive' }));

  test.skipIf(!has('pdftotext'))('poppler keeps the order of words', async () => {
    expect((await read(readWithPoppler)).replace(/\s+/g, '')).toBe(MIXED.replace(/\s+/g, ''));
  });

  test.each([
    ['MuPDF', readWithMupdf],
    ['pdf.js', readWithPdfjs],
  ])('%s keeps the order of words', async (_, reader) => {
    expect((await read(reader)).replace(/\s+/g, '')).toBe(MIXED.replace(/\s+/g, ''));
  });
});

describe('a bold word with a role of its own', () => {
  const paintLine = async () => {
    const root = element('Document', null);
    const role = element('P', root);
    const style = textStyle();
    const parts = [
      { text: 'ومن هنا تنشأ فكرة ', role, face: openFace('amiri'), style },
      { text: 'الجسر', role: element('Span', role), face: openFace('amiri-bold'), style },
      { text: ' بين المنظمتين في العام نفسه', role, face: openFace('amiri'), style },
    ];
    return paint(layParagraphs([parts], root), { sourceDateEpoch: null, conformance: 'archive' });
  };

  // pdf.js drops the spaces at the borders of the bold word; the order is what matters.
  test.each([
    ['MuPDF', readWithMupdf],
    ['pdf.js', readWithPdfjs],
  ])('stays in its place for %s', async (_, reader) => {
    const text = await reader(await paintLine());
    expect(text.replace(/\s+/g, '')).toBe('ومنهناتنشأفكرةالجسربينالمنظمتينفيالعامنفسه');
  });
});

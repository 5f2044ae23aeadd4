import { beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { paintWhole } from '../paint-whole.ts';
import { element, type FaceName, layParagraphs, layText, openFace, textStyle } from '../pdf/lay.ts';
import { has, readWithMupdf, readWithPdfjs, readWithPoppler } from '../pdf/readers.ts';

/** What outside readers extract is what was written. Paragraphs of one line: how lines join is the reader's affair. */

const PARAGRAPHS = [
  'تولت كازاخستان مع بداية العام رئاسة منظمة المؤتمر الإسلامي',
  'الله ولا إله إلا هو لله الأمر لأن الآلاف كلها للأحلام',
  'هذا نص قصير فيه اسم شركة وفيه كلام آخر',
  'نجاحا كبيرا في هذه المرحلة من مراحل التعاون الثقافي',
];
const VOWELLED = 'لَا تَحْسَبَنَّ مُحَمَّدًا رَبِّ الْعَالَمِينَ';
const MIXED =
  'أصدرت Google نظام Android، ثم كتبت (بين قوسين) عن 2011 عاما، و«خبر» في ٢٠١٠، أي ٧٪ أو 7% (GDP).';

const OPTIONS = {
  version: '1.7',
  textFor: 'reading',
  sourceDateEpoch: null,
  conformance: 'archive',
  attachments: [],
} as const;
const FACES: FaceName[] = ['amiri', 'noto', 'plex', 'scheherazade', 'vazirmatn'];

describe.each(FACES)('text in %s', (name) => {
  let bytes: Uint8Array = new Uint8Array();
  beforeAll(async () => {
    bytes = await paintWhole(layText([...PARAGRAPHS, VOWELLED], name), OPTIONS, new Sink());
  });

  test.skipIf(!has('pdftotext'))('poppler reads every paragraph as written', () => {
    expect(readWithPoppler(bytes)).toBe([...PARAGRAPHS, VOWELLED].join(' '));
  });

  test('MuPDF reads every paragraph as written', async () => {
    const text = await readWithMupdf(bytes);
    for (const paragraph of [...PARAGRAPHS, VOWELLED]) expect(text).toContain(paragraph);
  });

  test('pdf.js reads every paragraph as written', async () => {
    const text = await readWithPdfjs(bytes);
    for (const paragraph of PARAGRAPHS) expect(text).toContain(paragraph);
    expect(text).toContain(VOWELLED);
  });
});

describe('mixed lines', () => {
  const read = async (reader: (bytes: Uint8Array) => string | Promise<string>) =>
    reader(await paintWhole(layText([MIXED]), OPTIONS, new Sink()));

  test.skipIf(!has('pdftotext'))('are read by poppler as they were written', async () => {
    expect(await read(readWithPoppler)).toBe(MIXED);
  });

  test.each([
    ['MuPDF', readWithMupdf],
    ['pdf.js', readWithPdfjs],
  ])('are read by %s as they were written', async (_, reader) => {
    expect(await read(reader)).toBe(MIXED);
  });
});

describe('a quotation of the Qur’an keeps its parentheses', () => {
  // MuPDF has U+0000 for them in any file: findings/mupdf-presentation-forms.sh
  const text = 'قال تعالى ﴿قل هو الله أحد﴾ من السورة';
  const build = () => paintWhole(layText([text]), OPTIONS, new Sink());

  test('in pdf.js', async () => expect(await readWithPdfjs(await build())).toBe(text));

  test.skipIf(!has('pdftotext'))('in poppler', async () => {
    expect(readWithPoppler(await build())).toBe(text);
  });
});

describe('a bold word with a role of its own', () => {
  const paintLine = async () => {
    const root = element('Document', null);
    const tagTarget = element('P', root);
    const style = textStyle();
    const parts = [
      { text: 'ومن هنا تنشأ فكرة ', tagTarget, face: openFace('amiri'), style },
      { text: 'الجسر', tagTarget: element('Span', tagTarget), face: openFace('amiri-bold'), style },
      { text: ' بين المنظمتين في العام نفسه', tagTarget, face: openFace('amiri'), style },
    ];
    return paintWhole(layParagraphs([parts], root), OPTIONS, new Sink());
  };

  test.each([
    ['MuPDF', readWithMupdf],
    ['pdf.js', readWithPdfjs],
  ])('keeps its place and its spaces for %s', async (_, reader) => {
    expect(await reader(await paintLine())).toBe('ومن هنا تنشأ فكرة الجسر بين المنظمتين في العام نفسه');
  });
});

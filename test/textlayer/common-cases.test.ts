import { describe, expect, test } from 'vitest';
import { concatenate } from '../../src/base/byte-parts.ts';
import { Sink } from '../../src/base/diagnostic.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/compile.ts';
import { consumers } from '../bench/text/consumers.mjs';
import { withFile } from '../pdf/readers.ts';
import { even } from './fidelity/measure.mjs';

/** Small things that stand in every other Arabic text, as readers that are not ours give them, without marks of direction. */

const FACES = ['amiri', 'noto-naskh-arabic', 'scheherazade-new', 'ibm-plex-sans-arabic', 'vazirmatn'];

async function build(paragraphs: readonly string[], face = 'amiri', lang = 'ar'): Promise<Uint8Array> {
  const head = `---\ntitle: نص\nlang: ${lang}\ndigits: source\ntheme:\n  text:\n    family: ${face}\n---\n`;
  const request = {
    files: ['-'],
    text: `${head}\n${paragraphs.join('\n\n')}\n`,
    format: 'pdf',
    profile: 'screen',
    envelope: null,
    template: null,
    theme: null,
    pdf: null,
    textFor: null,
    attachments: [],
  } as const;
  return concatenate((await compile(request, openNodeWorld(process.cwd()), new Sink()))!.bytes);
}

const READERS = ['pdfium', 'pdf.js', 'MuPDF', 'poppler', 'PDFBox', 'pypdf'] as const;
type Reader = (typeof READERS)[number];
/** In the four viewers the text is looked at first of all; PDFBox and pypdf come with .ci/text-consumers.sh. */
const present = READERS.filter((reader) => consumers[reader].absent() === null);

async function read(reader: Reader, bytes: Uint8Array): Promise<string> {
  const read = withFile(bytes, (path) => consumers[reader].read([{ path, bytes }]));
  return even([...(await read).values()].join(' '));
}

describe('a character for a word is read as the word', () => {
  const PARAGRAPHS = [
    'قال النبي ﷺ: خير الناس أنفعهم للناس.',
    'صلى الله عليه وسلم ﷺ نبينا محمد ﷺ وآله.',
    'محمد (ﷺ) رسول الله.',
    '﷽ الحمد لله رب العالمين.',
    'الله ﷻ خالق كل شيء.',
    'وذكر ﷲ كثيرا ﻻ ينساه أحد، وﷴ نبيه.',
  ];
  const READ = [
    'قال النبي صلى الله عليه وسلم',
    'صلى الله عليه وسلم صلى الله عليه وسلم نبينا محمد صلى الله عليه وسلم وآله.',
    'صلى الله عليه وسلم',
    'بسم الله الرحمن الرحيم الحمد لله',
    'الله جل جلاله خالق',
    'وذكر الله كثيرا لا ينساه أحد، ومحمد نبيه.',
  ];

  test.each(FACES)('in %s', async (face) => {
    const bytes = await build(PARAGRAPHS, face);
    for (const reader of present) {
      const text = await read(reader, bytes);
      for (const phrase of READ) expect.soft(text, reader).toContain(phrase);
    }
  });

  test('and so it is where it stands alone', async () => {
    const bytes = await build(['﷽', 'ﷺ']);
    for (const reader of present)
      expect.soft(await read(reader, bytes), reader).toContain('بسم الله الرحمن الرحيم صلى الله عليه وسلم');
  });
});

describe('what is read from the left keeps its order in a line from the right', () => {
  const PHRASES = [
    'قال John Smith ذلك اليوم.',
    'نشرت New York Times خبرا طويلا.',
    'شركة Open Source Initiative في نيويورك.',
    'حضر Jean-Luc Picard مع Ali-Reza إلى القاعة.',
    'راسلنا على info@example.com قبل الظهر.',
    'وعلى sales.team@mail.example.org أيضا.',
    'زر الموقع https://example.org/ar/docs?id=5&x=2 اليوم.',
    'والصفحة www.example.org/a-b_c/ هنا.',
    'المعيار ISO 9001:2015 معروف.',
    'لغة C++ أقدم من C# بكثير.',
    'قسم R&D في المصنع.',
    'الطراز X-200 Pro جديد.',
    'مساحته 5 km² فقط.',
    'الحساب SA03 8000 0000 6080 لنا.',
    'وصل Boeing 747 من London أمس.',
    'السعر 50 € فقط، أو € 50 هناك.',
    'بلغ 35 % من الناتج.',
  ];
  /** The libraries and poppler have a space too many in these, or an order of their own. */
  const TOUCHING = [
    'المسار /usr/local/bin موجود.',
    'المؤلف: J. R. R. Tolkien من إنجلترا.',
    'وأيده Mary Anne Jones، ثم سكت.',
    'كتب (John Smith) الرسالة.',
    'كتاب «Les Misérables» مشهور.',
  ];

  test.each(['amiri', 'vazirmatn'])('in %s', async (face) => {
    const bytes = await build([...PHRASES, ...TOUCHING], face);
    for (const reader of present) {
      const text = await read(reader, bytes);
      const isViewer = reader === 'pdfium' || reader === 'pdf.js' || reader === 'MuPDF';
      for (const phrase of isViewer ? [...PHRASES, ...TOUCHING] : PHRASES)
        expect.soft(text, reader).toContain(phrase);
    }
  });
});

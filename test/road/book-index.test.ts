import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test, vi } from 'vitest';
import type { CompleteRequest } from '../../src/project/request.ts';
import { openWithPdfjs } from '../pdf/readers.ts';
import { drive, listDiagnostics } from './drive.ts';

/** The index, read from outside: each of its folios is held against the destination of its link and the words of that page. */
vi.setConfig({ testTimeout: 120_000 });

const folder = mkdtempSync(join(tmpdir(), 'warraq-book-index-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = '---\ntitle: تجربة\nlang: ar\n---\n';
const NEW_PAGE = '\n\n::pagebreak\n\n';

function build(text: string, asked: Partial<CompleteRequest> = {}) {
  return drive(folder, ['-'], {
    text: text.startsWith('---') ? text : HEAD + text,
    template: 'briefing',
    ...asked,
  });
}

const even = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u034f\u200d\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ([،؛])/g, '$1')
    .trim();

interface Located {
  /** The pages, 1 the first, that the links of the last page with links lead to, by what the links are of. */
  readonly leads: ReadonlyMap<string, readonly number[]>;
  readonly pages: readonly string[];
}

async function locate(bytes: Uint8Array): Promise<Located> {
  const document = await openWithPdfjs(bytes);
  const leads = new Map<string, number[]>();
  const pages: string[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      even(items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')),
    );
    for (const { dest, contentsObj } of await page.getAnnotations()) {
      if (typeof dest !== 'string' || /^(?:الحاشية|عودة)/.test(contentsObj.str)) continue;
      const place = await document.getDestination(dest);
      const led = leads.get(contentsObj.str) ?? [];
      leads.set(contentsObj.str, [...led, 1 + (await document.getPageIndex(place![0] as never))]);
    }
  }
  await document.destroy();
  return { leads, pages };
}

const said = async (text: string) => {
  const { bytes, diagnostics } = await build(text);
  expect(listDiagnostics(diagnostics)).toBe('');
  const { pages, leads } = await locate(bytes!);
  return { index: pages.at(-1)!, leads, pages };
};

describe('the index', () => {
  test('names each page once, and those that follow one another as a range; its links lead there', async () => {
    const { index, leads } = await said(
      [
        ':index[ورق] و:index[ورق] و:index[حبر]',
        ':index[ورق]',
        ':index[ورق] و:index[حبر]',
        'فراغ',
        ':index[ورق]',
        '::index',
      ].join(NEW_PAGE),
    );
    expect(index).toContain('حبر، ١، ٣');
    expect(index).toContain('ورق، ١–٣، ٥');
    expect(leads.get('ورق')).toEqual([1, 5]);
    expect(leads.get('حبر')).toEqual([1, 3]);
  });

  test('says main pages as such, and a written range through what lies in it', async () => {
    const { index, leads } = await said(
      [
        'أ:index[]{term="حبر" range=start} و:index[ورق]',
        ':index[حبر]{main} و:index[ورق]{main}',
        ':index[ورق]',
        'ب:index[]{term="حبر" range=end}',
        '::index',
      ].join(NEW_PAGE),
    );
    expect(index).toContain('حبر، ١–٤، ٢');
    expect(index).toContain('ورق، ١، ٢، ٣');
    expect(leads.get('حبر')!.toSorted()).toEqual([1, 2]);
  });

  test('stands before what it names as well as after it', async () => {
    const { bytes } = await build(['::index', ':index[ورق]', ':index[حبر]'].join(NEW_PAGE));
    const { pages } = await locate(bytes!);
    expect(pages[0]).toContain('حبر، ٣');
    expect(pages[0]).toContain('ورق، ٢');
  });

  test('finds a place in a note, a cell, a heading that contents repeat, and on either side of a page end', async () => {
    const filler = `${'كلام في الوراقة والورق والحبر والأقلام. '.repeat(150).trim()} :index[ختام] ${'كلام في الوراقة والورق. '.repeat(40).trim()}`;
    const { leads, pages } = await said(
      [
        `:::contents\n:::\n`,
        `## عنوان :index[مشهور]\n\n| أ | ب |\n| - | - |\n| :index[خلية] | ت[^1] |\n\n[^1]: في :index[حاشية] هنا.\n`,
        `:index[فاتحة] ${filler}`,
        '::index',
      ].join(NEW_PAGE),
    );
    const pageOf = (words: string, from = 1) =>
      1 + pages.findIndex((page, index) => index >= from && page.includes(words));
    for (const term of ['مشهور', 'خلية', 'حاشية', 'فاتحة', 'ختام'])
      expect(leads.get(term), term).toEqual([pageOf(term)]);
    expect(pageOf('ختام')).toBeGreaterThan(pageOf('فاتحة'));
  });

  test('puts terms under others, leads to others, and prints what is between its brackets alone', async () => {
    const { index, pages, leads } = await said(
      [
        'ظاهر :index[بغداد] وخفيّ:index[]{term="بغداد ! أسواقها"} و:index[مدينة السلام]{term="بغداد"}.',
        'أ:index[]{term="دار السلام" see="بغداد"} ب:index[]{term="دجلة" also="بغداد ! أسواقها؛ الفرات"} ج:index[]{term="الفرات"} د:index[]{term="قف!!"}',
        '::index',
      ].join(NEW_PAGE),
    );
    expect(pages[0]).toContain('ظاهر بغداد وخفيّ ومدينة السلام.'.normalize('NFKC'));
    expect(index).toContain('بغداد، ١ أسواقها، ١');
    expect(index).toContain('دار السلام، انظر بغداد');
    expect(index).toContain('دجلة، ٢، انظر أيضًا بغداد: أسواقها؛ الفرات');
    expect(index).toContain('قف!، ٢');
    expect(leads.get('بغداد')).toEqual([1, 3]);
  });

  test('is in the order of its language, and of as many names as there are', async () => {
    const { index } = await said(
      [
        ':index[البيت] :index[أحمد] :index[مكتبة] :index[مكتبات] :index[OSCE] :index[١٩٤٨] :index[عُمر]{in=أعلام}',
        '::index{columns=1}\n\n::index[الأعلام]{of=أعلام columns=1}',
      ].join(NEW_PAGE),
    );
    expect(index).toContain(
      'أرقام ورموز ١٩٤٨، ١ أ أحمد، ١ ب البيت، ١ م مكتبات، ١ مكتبة، ١ O OSCE، ١ الأعلام ع عُمر، ١'.normalize(
        'NFKC',
      ),
    );
  });

  test('is English in an English document, Persian in a Persian one', async () => {
    const english = await said(
      `---\ntitle: T\nlang: en\n---\nBy :index[al-Kindi]:index[]{term="Alkindus" see="al-Kindi"}.${NEW_PAGE}:index[paper]${NEW_PAGE}:index[paper]${NEW_PAGE}::index`,
    );
    expect(english.index).toMatch(/A Alkindus, see al-Kindi K al-Kindi, 1 P paper, 2–3/);
    const persian = await said(
      `---\ntitle: ت\nlang: fa\n---\n:index[همدان] :index[وصاف] :index[پارس] :index[آمل]${NEW_PAGE}::index`,
    );
    expect(persian.index).toMatch(/آ آمل، ۱ پ پارس، ۱ و وصاف، ۱ هـ همدان، ۱/);
  });
});

describe('what cannot be meant is said', () => {
  test.each([
    [':index[ورق]', 'index-not-printed -:5:1\n'],
    ['::index', 'index-empty -:5:1\n'],
    [
      ':index[ورق]\n\n::index\n\n::index{of=أعلام}\n\n:index[عمر]{in=الأعلام}\n\n::index{of=الأعلام}',
      'index-empty-of-many -:9:1\n',
    ],
    [
      'أ :index[] :index[]{term=" ! "}\n\n:index[ورق]\n\n::index',
      'index-term-empty -:5:12\nindex-term-empty -:5:3\n',
    ],
    [':index[ورق]{see=حبر}\n\n::index', 'index-see-missing -:5:1\n'],
    [':index[ورق]{also=الحبور} :index[الحبر]\n\n::index', 'index-see-misspelt -:5:1\n'],
    [':index[ورق]{also=الورق}\n\n::index', 'index-see-itself -:5:1\n'],
    [
      ':index[ورق]{see=حبر} :index[حبر]{see=ورق}\n\n::index',
      'index-see-onward -:5:1\nindex-see-onward -:5:22\n',
    ],
    [':index[ورق] :index[ورق]{see=حبر} :index[حبر]\n\n::index', 'index-see-pages -:5:13\n'],
    [':index[ورق]{see=حبر main} :index[حبر]\n\n::index', 'index-see-place -:5:1\n'],
    [':index[ورق]{range=start}\n\n::index', 'index-range-open -:5:1\n'],
    [':index[ورق]{range=end}\n\n::index', 'index-range-end -:5:1\n'],
    [':index[ورق]{range=middle}\n\n::index', 'index-range-unknown -:5:1\n'],
    [':index[ورق]{sort=أ} :index[ورق]{sort=ب}\n\n::index', 'index-sort-twice -:5:21\n'],
    [':index[علم] :index[العِلم]\n\n::index', 'index-spelt-twice -:5:13\n'],
    [':index[ورق]{term="أ ! ب ! ج ! د"}\n\n::index', 'index-levels -:5:1\n'],
    [':index[ورق]\n\n::index{columns=9}', 'index-columns -:7:1\n'],
    [':index[ورق]{sorted=أ}\n\n::index', 'attribute-misspelt -:5:1\n'],
    [':index[ورق]{columns=2}\n\n::index', 'attribute-unknown -:5:1\n'],
  ])('%s', async (text, expected) => {
    const { diagnostics, bytes } = await build(text);
    expect(listDiagnostics(diagnostics)).toBe(expected);
    expect(bytes).not.toBeNull();
    for (const { message, hint } of diagnostics)
      expect(`${message.ar}${hint.ar}${message.en}${hint.en}`).not.toMatch(/[{]\w+[}]/);
  });

  test('a term of 300 characters is printed whole, over several lines, and told of', async () => {
    const term = 'مصطلح '.repeat(50).trim();
    const { diagnostics, bytes } = await build(`:index[${term}]${NEW_PAGE}::index`);
    expect(listDiagnostics(diagnostics)).toBe('index-term-long -:5:1\n');
    const { pages } = await locate(bytes!);
    expect(pages[1]).toContain(`${term}، ١`);
  });
});

describe('without pages', () => {
  const text = `ظاهر :index[بغداد]{main} وخفيّ:index[]{term="بغداد ! أسواقها"}.${NEW_PAGE}:index[بغداد] و:index[دجلة]{also=بغداد}${NEW_PAGE}:::index[كشّاف]\nمقدمة.\n:::`;

  test('an e-book has the pages of the print as links to the words', async () => {
    const { bytes, diagnostics } = await build(text, { format: 'epub' });
    expect(listDiagnostics(diagnostics)).toBe('');
    const files = Object.entries(unzipSync(bytes!)).filter(([path]) => path.endsWith('.xhtml'));
    const all = files.map(([, data]) => strFromU8(data)).join('');
    expect(all).toContain('epub:type="index"');
    const locators = [...all.matchAll(/<a epub:type="index-locator" href="([^"]*)">(?:<strong>)?([^<]*)/g)];
    expect(locators.map(([, , page]) => page)).toEqual(['١', '٢', '١', '٢']);
    for (const [, href = ''] of locators) expect(all).toContain(`<span id="${href.replace(/^[^#]*#/, '')}"`);
  });

  test('a text has the words, and no index', async () => {
    const { bytes } = await build(text, { format: 'txt' });
    const written = new TextDecoder().decode(bytes!);
    expect(written).toContain('ظاهر بغداد وخفيّ.');
    expect(written).not.toContain('كشّاف');
  });

  test('a Word document has fields that count its pages, at bookmarks that are there', async () => {
    const { bytes } = await build(text, { format: 'docx' });
    const document = strFromU8(unzipSync(bytes!)['word/document.xml']!);
    const asked = [...document.matchAll(/PAGEREF (_Ref\d+)/g)].map(([, name]) => name);
    expect(asked).toHaveLength(4);
    for (const name of asked) expect(document).toContain(`w:name="${name}"`);
  });
});

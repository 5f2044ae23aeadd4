import '../property-seed.ts';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, describe, expect, test } from 'vitest';
import type { CompleteRequest } from '../../src/project/request.ts';
import { readWithMailparser } from '../mail/readers.ts';
import { openWithPdfjs } from '../pdf/readers.ts';
import { drive } from './drive.ts';

/** References, read from outside: what is printed is held against the destinations and page labels of the PDF itself. */
const folder = mkdtempSync(join(tmpdir(), 'warraq-references-'));
afterAll(() => rmSync(folder, { recursive: true }));

const HEAD = '---\ntitle: تجربة\nlang: ar\n';

function build(text: string, asked: Partial<CompleteRequest> = {}) {
  return drive(folder, ['-'], { text, template: 'briefing', ...asked });
}

const even = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u034f\u200d\u200e\u200f\u061c\u2066-\u2069]/g, '')
    .replace(/\s+/g, ' ')
    .replaceAll(' ›', '›');

/** Each internal link of the pages that is a reference: its page, and the label of the page it leads to. */
async function readPdf(bytes: Uint8Array) {
  const document = await openWithPdfjs(bytes);
  const labels = (await document.getPageLabels())!.map(even);
  const pages: { readonly text: string; readonly leadsTo: readonly string[] }[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = even(
      items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''),
    );
    const leadsTo: string[] = [];
    for (const { dest, contentsObj } of await page.getAnnotations()) {
      if (typeof dest !== 'string' || /^(?:الحاشية|عودة)/.test(contentsObj.str)) continue;
      const place = await document.getDestination(dest);
      leadsTo.push(labels[await document.getPageIndex(place![0] as never)]!);
    }
    pages.push({ text, leadsTo });
  }
  await document.destroy();
  return { pages, text: pages.map(({ text }) => text).join(' ') };
}

/** What stands in angle quotes, in the order of the text. */
const quoted = (text: string) => Array.from(text.matchAll(/‹([^‹›]*)›/g), ([, words]) => words!.trim());

const FIGURE = ':::chart[نمو]{#شكل-النمو}\n| أ | ب |\n| --- | --- |\n| ج | ٢ |\n:::\n';
const TABLE = ':::table[الأنواع]{#جدول}\n| أ | ب |\n| --- | --- |\n| ج | ٢ |\n:::\n';
const CODE = '```js title="القراءة" {#lst}\nlet a;\n```\n';
const VERSE = ':::verse[المتنبي]{#بيت}\nعلى قدر أهل العزم ... تأتي العزائم\n:::\n';

describe('a reference', () => {
  test('is called by kind and number, by page, by title, or by all, forward and backward', async () => {
    const text = `${HEAD}theme: {heading: {numbering: decimal}}\n---\n# الأول {#أول}\n\n‹:ref[شكل-النمو]› ‹:ref[جدول]› ‹:ref[lst]› ‹:ref[بيت]› ‹:ref[فرع]› ‹:ref[شكل-النمو]{form=number}› ‹:ref[جدول]{form=title}› ‹:ref[فرع]{form=full}› ‹:ref[lst]{form=page}› ‹[](#جدول)› ‹:ref[بيت]{form=title}›\n\n## فرع {#فرع}\n\n${FIGURE}\n${TABLE}\n${CODE}\n${VERSE}\n‹:ref[أول]›\n`;
    const { bytes, diagnostics } = await build(text);
    expect(diagnostics).toEqual([]);
    const { text: read } = await readPdf(bytes!);
    expect(quoted(read)).toEqual(
      'شكل ١|جدول ١|شيفرة ١|مقطوعة ١|القسم ١.١|١|الأنواع|القسم ١.١، ص ١|صفحة ١|جدول ١|على قدر أهل العزم|القسم ١'.split(
        '|',
      ),
    );
    for (const caption of ['شكل ١: نمو', 'جدول ١: الأنواع', 'شيفرة ١: القراءة', 'مقطوعة ١'])
      expect(read).toContain(caption);
  });

  test('numbers nothing that nobody refers to, by page or title least of all', async () => {
    const { bytes } = await build(`${HEAD}---\n‹:ref[جدول]{form=page}›\n\n${TABLE}\n${FIGURE}`);
    const { text } = await readPdf(bytes!);
    expect(text).not.toMatch(/جدول|شكل/);
    expect(quoted(text)).toEqual(['صفحة ١']);
  });

  test('to the title of the document says it, whichever heading it was', async () => {
    for (const form of ['[](#عنوان-الورقة)', ':ref[عنوان-الورقة]']) {
      const { bytes, diagnostics } = await build(`# عنوان الورقة\n\nنص ‹${form}› قصير، و‹${form}›.\n`);
      expect(diagnostics).toEqual([]);
      expect(quoted((await readPdf(bytes!)).text)).toEqual(['«عنوان الورقة»', '«عنوان الورقة»']);
    }
    const text = '# عنوان\n\nنص [](#عنوان)، :ref[عنوان]{form=page}.\n\n[^1]\n\n[^1]: انظر [](#عنوان).\n';
    for (const format of ['epub', 'docx', 'txt'] as const)
      expect(
        (await build(text, { format })).diagnostics.filter(({ severity }) => severity === 'error'),
      ).toEqual([]);
  });

  test('to a heading without a number says its title', async () => {
    const { bytes, diagnostics } = await build(
      `${HEAD}---\n‹:ref[ما-بعد]› ‹:ref[ما-بعد]{form=full}›\n\n# ما بعد\n\nنص.\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(quoted((await readPdf(bytes!)).text)).toEqual(['«ما بعد»', '«ما بعد»، ص ١']);
  });

  test.each([
    ['fa', 'شکل ۱', 'شکل ۱، ص ۱'],
    ['ur', 'شکل ۱', 'شکل ۱، ص ۱'],
    ['en', 'Figure 1', 'Figure 1, p. 1'],
  ])('speaks %s', async (lang, called, whole) => {
    const { bytes } = await build(
      `---\ntitle: T\nlang: ${lang}\n---\n‹:ref[شكل-النمو]› ‹:ref[شكل-النمو]{form=full}›\n\n${FIGURE}`,
    );
    expect(quoted((await readPdf(bytes!)).text)).toEqual([called, whole]);
  });

  test('stands in headings, notes, captions, cells and contents, and the outline says it too', async () => {
    const text = `${HEAD}theme: {heading: {numbering: decimal}}\n---\n:::contents[المحتويات]{depth=2}\n:::\n\n# بعد :ref[جدول] {#أول}\n\nنص[^1].\n\n:::table[كما في ‹:ref[شكل-النمو]›]{#جدول}\n| أ | ب |\n| --- | --- |\n| ‹:ref[أول]› | ‹:ref[ثان]{form=page}› |\n:::\n\n${FIGURE}\n# ثان ‹:ref[أول]{form=title}› {#ثان}\n\n[^1]: انظر ‹:ref[ثان]›.\n`;
    const { bytes, diagnostics } = await build(text);
    expect(diagnostics).toEqual([]);
    const document = await openWithPdfjs(bytes!);
    const outline = (await document.getOutline())!.map(({ title }) => even(title));
    await document.destroy();
    expect(outline).toEqual(['١ بعد جدول ١', '٢ ثان ‹بعد جدول ١›']);
    const { text: read } = await readPdf(bytes!);
    for (const said of ['بعد جدول ١', 'كما في ‹شكل ١›', '‹القسم ١›', 'انظر ‹القسم ٢›'])
      expect(read).toContain(said);
  });

  test('to nothing is told of with the nearest id, stays visible, and stops nothing', async () => {
    const { bytes, diagnostics } = await build(
      `${HEAD}---\n‹:ref[جدوال]› ‹:ref[لا شيء]› ‹[](#none)› ‹:ref[]›\n\n${TABLE}`,
    );
    expect(diagnostics.map(({ rule, places }) => [rule, places[0]!.line, places[0]!.column])).toEqual([
      ['reference-misspelt', 5, 2],
      ['reference-missing', 5, 16],
      ['reference-missing', 5, 31],
      ['reference-missing', 5, 43],
    ]);
    expect(diagnostics[0]!.hint.ar).toContain('«جدول»');
    expect(quoted((await readPdf(bytes!)).text)).toEqual(['جدوال', 'لا شيء', '#none', ':ref[]']);
  });

  test('to an id given twice leads to the first, and the second is told of', async () => {
    const { bytes, diagnostics } = await build(
      `${HEAD}---\n${TABLE}\n${'نص.\n\n::pagebreak\n\n'}${TABLE.replace('الأنواع', 'أخرى')}\n‹:ref[جدول]{form=title}›\n`,
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['id-duplicate']);
    expect(quoted((await readPdf(bytes!)).text)).toEqual(['الأنواع']);
  });

  test('to an id of two other chapters asks for the file, and takes it', async () => {
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write('one.md', `# أول\n\n${TABLE}`);
    write('two.md', `# ثان\n\n${TABLE.replace('الأنواع', 'أخرى')}`);
    write('three.md', '# ثالث\n\n‹:ref[جدول]› ‹:ref[two.md#جدول]› ‹[](two.md)› ‹[](one.md#جدول)›\n');
    write('twice.yaml', 'title: كتاب\nlang: ar\ntemplate: book\nchapters: [one.md, two.md, three.md]\n');
    const { bytes, diagnostics } = await drive(folder, ['twice.yaml']);
    expect(diagnostics.map(({ rule, message }) => [rule, message.en])).toEqual([
      [
        'reference-ambiguous',
        'the id “جدول” is used in one.md and in two.md: the reference leads to the first',
      ],
    ]);
    expect(quoted((await readPdf(bytes!)).text)).toEqual(['جدول ١', 'جدول ٢', 'الفصل الثاني', 'جدول ١']);
  });

  test('that leads to its own heading, as sites have them, says nothing', async () => {
    const { bytes, diagnostics } = await build(`${HEAD}---\n## [](#ما-بعد)ما بعد\n\nنص.\n`);
    expect(diagnostics).toEqual([]);
    expect((await readPdf(bytes!)).text).not.toContain('«');
  });

  test('to an id of two words is told of, and an Arabic one of two parts holds', async () => {
    const { bytes, diagnostics } = await build(
      `${HEAD}---\n‹:ref[نمو الدخل]› ‹:ref[ب]›\n\n${FIGURE.replace('شكل-النمو', 'نمو-الدخل')}\n\`\`\`js {#ب ج}\nlet a;\n\`\`\`\n`,
    );
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['attributes-malformed', 'reference-missing']);
    expect(quoted((await readPdf(bytes!)).text)).toEqual(['شكل ١', 'ب']);
  });

  test('of headings to each other ends: a title in a title is its page', async () => {
    const { bytes, diagnostics } = await build(
      `${HEAD}---\n# ألف :ref[باء] {#ألف}\n\n‹:ref[ألف]›\n\n# باء :ref[ألف] {#باء}\n\n‹:ref[باء]›\n`,
    );
    expect(diagnostics).toEqual([]);
    expect(quoted((await readPdf(bytes!)).text)).toEqual(['«ألف صفحة ١»', '«باء صفحة ١»']);
  });

  test('cannot say a long text again and again', async () => {
    const title = Array.from({ length: 300 }, (_, index) => `كلمة${index}`).join(' ');
    const { bytes } = await build(`${HEAD}---\n# ${title} {#طويل}\n\n${'‹:ref[طويل]› '.repeat(40)}\n`);
    const said = quoted((await readPdf(bytes!)).text);
    expect(said).toHaveLength(40);
    expect(Math.max(...said.map(({ length }) => length))).toBeLessThan(210);
  });

  test('may be one of two thousand in a row', async () => {
    const { bytes, diagnostics } = await build(
      `${HEAD}---\n${'‹:ref[جدول]{form=full}› '.repeat(2000)}\n\n${TABLE}`,
    );
    expect(diagnostics).toEqual([]);
    const { pages, text } = await readPdf(bytes!);
    const last = pages.at(-1)!.leadsTo.at(-1)!;
    expect(quoted(text).filter((words) => words === `جدول ١، ص ${last}`).length).toBeGreaterThan(1950);
  });

  test('without pages says what the place is called', async () => {
    const { bytes } = await build(
      `${HEAD}---\n‹:ref[جدول]{form=page}› ‹:ref[جدول]{form=full}› ‹:ref[مكان]{form=page}›\n\n${TABLE}\n:::rtl{#مكان}\nنص.\n:::\n\n‹:ref[جدول]›\n`,
      { format: 'txt' },
    );
    expect(quoted(even(strFromU8(bytes!)))).toEqual(['جدول ١', 'جدول ١', 'موضعه في الوثيقة', 'جدول ١']);
  });

  test('in a letter calls what stands in the document that goes with it', async () => {
    const to = [{ name: '', mailbox: 'a@example.org' }];
    const { bytes } = await build(
      `${HEAD}---\n:::summary\n‹:ref[جدول]{form=full}› ‹:ref[ما-بعد]{form=page}›\n:::\n\n# ما بعد\n\n${TABLE}`,
      { envelope: { from: null, to, cc: [], subject: null, force: false, sent: null } },
    );
    const { text } = await readWithMailparser(bytes!);
    expect(quoted(even(text!))).toEqual(['جدول ١', '«ما بعد»']);
  });

  test('is a link with the same words in an e-book', async () => {
    const { bytes } = await build(`${HEAD}---\n‹:ref[جدول]› ‹:ref[lst]{form=full}›\n\n${TABLE}\n${CODE}\n`, {
      format: 'epub',
    });
    const part = strFromU8(unzipSync(bytes!)['EPUB/part-0001.xhtml']!);
    const links = Array.from(part.matchAll(/<a href="#([^"]+)">(.*?)<\/a>/g), ([, id, words]) => [
      part.match(new RegExp(`<(\\w+)[^>]* id="${id}"`))?.[1],
      even(words!.replace(/<[^>]+>/g, '')),
    ]);
    expect(links.slice(0, 2)).toEqual([
      ['table', 'جدول ١'],
      ['figcaption', 'شيفرة ١، ص ١'],
    ]);
    expect(part).toMatch(/<figcaption[^>]*>.*شيفرة/);
  });
});

describe('a list of what is numbered', () => {
  test('has each once, in order, with its page, and numbers them for it', async () => {
    const figures = [1, 2, 3].map((count) =>
      FIGURE.replace('نمو]', `نمو ${count}]`).replace('شكل-النمو', `f${count}`),
    );
    const text = `${HEAD}---\n:::contents{of=figures}\n:::\n\n:::contents[الجداول]{of=tables}\n:::\n\n:::contents{of=pictures}\n:::\n\n${figures.join('\n::pagebreak\n\n')}`;
    const { bytes, diagnostics } = await build(text);
    expect(diagnostics.map(({ rule }) => rule)).toEqual(['contents-empty', 'contents-of-unknown']);
    const { pages } = await readPdf(bytes!);
    expect(pages[0]!.text).toMatch(/قائمة الأشكال ١ نمو 1[ .]*١ ٢ نمو 2[ .]*٢ ٣ نمو 3[ .]*٣/);
    expect(pages[0]!.leadsTo).toEqual(['١', '٢', '٣']);
    expect(pages[2]!.text).toContain('شكل ٣: نمو 3');
  });
});

describe('numbers of a theme', () => {
  test('begin again in numbered chapters, in the counters it names', async () => {
    const theme =
      'theme: {heading: {numbering: decimal, counters: [arabic-abjad, document]}, numbers: {within: chapter, separator: –, figures: all}}';
    const figure = FIGURE.replace('{#شكل-النمو}', '');
    const { bytes } = await build(
      `${HEAD}${theme}\n---\n# مقدمة\n\n${figure}\n# أول\n\n${figure}\n${figure}\n# ثان\n\n## فرع {#فرع}\n\n${figure}\n‹:ref[فرع]›\n`,
    );
    const { text } = await readPdf(bytes!);
    expect(Array.from(text.matchAll(/شكل (\S+) – نمو/g), ([, number]) => number)).toEqual([
      '١',
      'أ.١',
      'أ.٢',
      'ب.١',
    ]);
    expect(quoted(text)).toEqual(['القسم ب.١']);
  });

  test('of sections may count through', async () => {
    const { bytes } = await build(
      `${HEAD}theme: {heading: {numbering: through}}\n---\n# أ\n\n## ب\n\n## ج\n\n# د\n\n## هاء {#هاء}\n\n‹:ref[هاء]›\n`,
    );
    expect(quoted((await readPdf(bytes!)).text)).toEqual(['القسم ٣']);
  });
});

/** A block that can be referred to, and text that refers to others, by index. */
interface Sketch {
  readonly kind: 'chart' | 'table' | 'code' | 'verse' | 'section';
  readonly lines: number;
  readonly refers: readonly number[];
}

const WORDS = { chart: 'شكل', table: 'جدول', code: 'شيفرة', verse: 'مقطوعة', section: '' } as const;

function writeSketch({ kind, lines, refers }: Sketch, index: number, count: number): string {
  const filler = 'نص طويل يملأ السطور ويدفع ما بعده إلى الصفحات التالية. '.repeat(lines * 4);
  const said = refers.map((to) => {
    const id = `id${to % count}`;
    return `‹:ref[${id}]{form=page}›\n\n‹:ref[${id}]{form=full}›`;
  });
  const block = {
    chart: FIGURE.replace('شكل-النمو', `id${index}`),
    table: TABLE.replace('جدول', `id${index}`),
    code: CODE.replace('lst', `id${index}`),
    verse: VERSE.replace('بيت', `id${index}`),
    section: `## قسم ${index} {#id${index}}\n`,
  }[kind];
  return `${filler}\n\n${said.join('\n\n')}\n\n${block}`;
}

const sketch = fc.record({
  kind: fc.constantFrom<Sketch['kind']>('chart', 'table', 'code', 'verse', 'section'),
  lines: fc.nat(8),
  refers: fc.array(fc.nat(40), { maxLength: 4 }),
});

/** Chapters of a book with its front matter; folios of the text in a counter of its own. */
async function buildBook(chapters: readonly (readonly Sketch[])[], folio: string) {
  const count = chapters.flat().length;
  let index = 0;
  const files = chapters.map((blocks, at) => {
    const text = blocks.map((block) => writeSketch(block, index++, count)).join('\n\n');
    writeFileSync(
      join(folder, `${at}.md`),
      `# باب ${at + 1} {#ch${at}}\n\n${text}\n\n‹:ref[ch${(at + 1) % chapters.length}]{form=full}›\n`,
    );
    return `${at}.md`;
  });
  const theme = `theme: {masters: {body: {folio: ${folio}}, opening: {folio: ${folio}}}}`;
  writeFileSync(
    join(folder, 'book.yaml'),
    `title: كتاب\nlang: ar\ntemplate: book\n${theme}\nchapters: [${files.join(', ')}]\n`,
  );
  return drive(folder, ['book.yaml']);
}

test('every number of random books is that of its place, and every page that of its destination', async () => {
  const nightly = process.env['NIGHTLY'] === '1';
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(sketch, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 4 }),
      fc.constantFrom('document', 'arabic-abjad', 'lower-roman'),
      async (chapters, folio) => {
        const { bytes, diagnostics } = await buildBook(chapters, folio);
        expect(diagnostics).toEqual([]);
        const { pages, text } = await readPdf(bytes!);
        const counts = new Map<string, number>();
        const all = chapters.flat();
        const called = all.map(({ kind }, index) => {
          counts.set(kind, (counts.get(kind) ?? 0) + 1);
          return kind === 'section'
            ? `«قسم ${index}»`
            : `${WORDS[kind]} ${counts.get(kind)!.toLocaleString('ar-EG')}`;
        });
        const ordinals = ['الأول', 'الثاني', 'الثالث', 'الرابع'];
        const expected = chapters.flatMap((blocks, at) => [
          ...blocks.flatMap(({ refers }) => refers.flatMap((to) => ['صفحة', called[to % all.length]!])),
          `الفصل ${ordinals[(at + 1) % chapters.length]}`,
        ]);
        const said = quoted(text);
        expect(said.map((words) => words.replace(/،? ?ص \S+$/, '').replace(/^صفحة \S+$/, 'صفحة'))).toEqual(
          expected,
        );
        const body = pages.filter((page) => page.text.includes('‹'));
        const printed = said.map((words) => / (\S+)$/.exec(words)![1]!);
        expect(printed).toEqual(body.flatMap(({ leadsTo }) => leadsTo));
      },
    ),
    { numRuns: nightly ? 60 : 4 },
  );
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWithPdfjs } from '../pdf/readers.ts';
import { writePng } from '../raster/png-writer.ts';
import { drive } from './drive.ts';

/**
 * A book of some 300 pages with parts, front matter, floating figures, tables, notes, references, citations and an index.
 * Whatever it prints of its own pages is held against destinations, labels and text of the PDF, as pdf.js reads them.
 */
const folder = mkdtempSync(join(tmpdir(), 'warraq-stress-'));
afterAll(() => rmSync(folder, { recursive: true }));

const CHAPTERS = 18;
const LETTERS = [...'بتثجحخدرزسشصضطعغفقكلمنه'];

/** The same each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return Math.floor((state / 0x80000000) * below);
  };
}

/** Words that stand nowhere else, by their number; no one holds another. */
const nameOf = (at: number, end: string) =>
  `${LETTERS[at % LETTERS.length]}ا${LETTERS[Math.floor(at / LETTERS.length) % LETTERS.length]}و${end}`;
const TERMS = Array.from({ length: 120 }, (_, at) => nameOf(at, 'ستان'));
const AUTHORS = Array.from({ length: 30 }, (_, at) => nameOf(at, 'يري'));
const WORDS =
  'كتب المحرر تقريرا طويلا عن أحوال المكتبات في المدن وقارن بين أرقامها في سنوات متتابعة ثم نظر في أسباب ما تغير منها'.split(
    ' ',
  );

const float = ['', 'float=top', 'float=bottom', 'float=here', 'float=page', 'side=start width=35%'];

interface Written {
  readonly figures: readonly string[];
  readonly cited: ReadonlySet<string>;
}

function writeBook(): Written {
  const pick = numbers(11);
  const figures: string[] = [];
  const cited = new Set<string>();
  const all = Array.from({ length: CHAPTERS * 10 }, (_, at) => `fig-${at}`);
  const prose = (count: number) => {
    const words = Array.from({ length: count }, () => WORDS[pick(WORDS.length)]!);
    return words;
  };
  const paragraph = (note: string | null) => {
    const words = prose(50 + pick(80));
    if (pick(3) === 0) words.splice(pick(words.length), 0, `:index[${TERMS[pick(TERMS.length)]}]`);
    if (pick(4) === 0) words.splice(pick(words.length), 0, `‹:ref[${all[pick(all.length)]}]{form=full}›`);
    if (pick(6) === 0) words.splice(pick(words.length), 0, `‹:ref[ch-${pick(CHAPTERS)}]{form=page}›`);
    if (pick(6) === 0) {
      const at = pick(AUTHORS.length);
      cited.add(AUTHORS[at]!);
      words.push(`[@key${at}]`);
    }
    return words.join(' ') + (note === null ? '.' : `[^${note}].`);
  };
  const files = Array.from({ length: CHAPTERS }, (_, chapter) => {
    const blocks = [`# ${nameOf(chapter, 'نامه')} {#ch-${chapter}}`];
    for (let at = 0; at < 34; at += 1) {
      if (at > 0 && at % 8 === 0) blocks.push(`## ${WORDS[at % WORDS.length]} ${at}`);
      const note = pick(4) === 0 ? `${chapter}-${at}` : null;
      blocks.push(paragraph(note));
      if (note !== null) blocks.push(`[^${note}]: ${prose(6 + pick(30)).join(' ')}.`);
      if (at % 3 === 1 && figures.length < (chapter + 1) * 10) {
        const id = all[figures.length]!;
        figures.push(id);
        const attributes = [`#${id}`, float[pick(float.length)]].filter((one) => one).join(' ');
        blocks.push(`![وصف](picture-${pick(3)}.png "بيان ${prose(3).join(' ')}"){${attributes}}`);
      }
    }
    writeFileSync(join(folder, `${chapter}.md`), `${blocks.join('\n\n')}\n`);
    return `${chapter}.md`;
  });
  const entries = AUTHORS.map(
    (name, at) => `@book{key${at}, author = {${name}، سعيد}, title = {كتاب ${name}}, year = {${1980 + at}}}`,
  );
  writeFileSync(join(folder, 'refs.bib'), entries.join('\n'));
  const list = (names: readonly string[]) => `[${names.join(', ')}]`;
  writeFileSync(
    join(folder, 'book.yaml'),
    [
      'title: كتاب طويل',
      'lang: ar',
      'template: book',
      'author: [{ name: سعيد العلي, role: author }, { name: منى حسن, role: editor }]',
      'bibliography: refs.bib',
      'isbn: 978-0-306-40615-7',
      'front-matter: [half-title, title, imprint, { dedication: إلى القارئ }, contents, lists]',
      'parts:',
      `  - { title: الباب الأول, chapters: ${list(files.slice(0, 9))} }`,
      `  - { title: الباب الثاني, chapters: ${list(files.slice(9))} }`,
      'back-matter: [bibliography, index]',
    ].join('\n'),
  );
  return { figures, cited };
}

const even = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/[\u034f\u200d\u200e\u200f\u061c\u2066-\u2069ـ]/g, '')
    .replace(/\s+/g, ' ');

interface Read {
  readonly label: string;
  readonly text: string;
  /** The labels of the pages that its links lead to. */
  readonly leadsTo: readonly string[];
}

async function read(bytes: Uint8Array): Promise<readonly Read[]> {
  const document = await openWithPdfjs(bytes);
  const labels = (await document.getPageLabels())!.map(even);
  const pages: Read[] = [];
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    const text = even(
      items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? ' ' : ''}` : '')).join(''),
    );
    const leadsTo: string[] = [];
    for (const { dest } of await page.getAnnotations()) {
      if (typeof dest !== 'string') continue;
      const place = await document.getDestination(dest);
      leadsTo.push(labels[await document.getPageIndex(place![0] as never)]!);
    }
    pages.push({ label: labels[number - 1]!, text, leadsTo });
  }
  await document.destroy();
  return pages;
}

const numberIn = (text: string) =>
  Number(text.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660)).trim());

let book: Written;
let pdf: readonly Read[];
let rules: readonly string[];

beforeAll(async () => {
  for (const [at, height] of [120, 240, 360].entries())
    writeFileSync(
      join(folder, `picture-${at}.png`),
      writePng({ width: 400, height, depth: 8, colorType: 0 }, (x, y) => (x * y) & 0xff),
    );
  book = writeBook();
  const { bytes, diagnostics } = await drive(folder, ['book.yaml']);
  rules = diagnostics.map(({ rule, message }) => `${rule}: ${message.en}`);
  pdf = await read(bytes!);
}, 300_000);

const FOLIO = '[٠-٩]+(?:[–-][٠-٩]+)?';

/** The page of that chapter's opening, by its title. */
const openingOf = (chapter: number) =>
  pdf.find(({ text, label }) => /^[٠-٩]+$/.test(label) && text.includes(even(nameOf(chapter, 'نامه'))))!
    .label;

describe('a book with everything', () => {
  test('has its 300 pages, and nothing to tell of', () => {
    expect(pdf.length).toBeGreaterThan(300);
    expect(rules).toEqual([]);
  });

  test('says of every figure and chapter the page on which it is, and leads there', () => {
    const captions = new Map<string, string>();
    for (const { text, label } of pdf)
      for (const [, number] of text.matchAll(/شكل ([٠-٩]+):/g)) captions.set(number!, label);
    let checked = 0;
    for (const { text, leadsTo } of pdf) {
      for (const [said, number, page] of text.matchAll(/‹شكل ([٠-٩]+)، ص ([^›]+)›/g)) {
        expect(page!.trim(), said).toBe(captions.get(number!));
        expect(leadsTo, said).toContain(page!.trim());
        checked += 1;
      }
      for (const [said, page] of text.matchAll(/‹صفحة ([^›]+)›/g)) {
        expect(leadsTo, said).toContain(page!.trim());
        checked += 1;
      }
    }
    expect(checked).toBeGreaterThan(150);
    expect(captions.size).toBe(book.figures.length);
  });

  test('lists its chapters and figures with their pages', () => {
    const front = pdf.filter(({ label }) => !/^[٠-٩]+$/.test(label));
    const listed = front.map(({ text }) => text).join(' ');
    for (let chapter = 0; chapter < CHAPTERS; chapter += 1) {
      const title = nameOf(chapter, 'نامه');
      const [, page] = new RegExp(`${title}[ .·…]*([٠-٩]+)`).exec(listed) ?? [];
      expect(page, title).toBe(openingOf(chapter));
    }
    const leads = front.flatMap(({ leadsTo }) => leadsTo);
    for (let chapter = 0; chapter < CHAPTERS; chapter += 1) expect(leads).toContain(openingOf(chapter));
  });

  test('has in its index each term with the pages that it stands on, and leads to each', () => {
    const start = pdf.findIndex(({ text }) => text.startsWith('الكشاف '));
    const index = pdf.slice(start);
    const said = index.map(({ text }) => text).join(' ');
    const printed: number[] = [];
    for (const term of TERMS) {
      const there = pdf
        .slice(0, start)
        .flatMap(({ text, label }) =>
          /^[٠-٩]+$/.test(label) && text.includes(term) ? [numberIn(label)] : [],
        );
      const [, folios = ''] = new RegExp(`${term} ?، ?(${FOLIO}(?: ?، ?${FOLIO})*)`).exec(said) ?? [];
      const ranges = folios.split('،').map((one) => one.split(/[–-]/).map(numberIn));
      // a range leads to where it begins
      printed.push(...ranges.flatMap(([from]) => (from ? [from] : [])));
      const pages = ranges.flatMap(([from, to]) =>
        from ? Array.from({ length: (to ?? from) - from + 1 }, (_, at) => from + at) : [],
      );
      expect(pages, term).toEqual([...new Set(there)]);
    }
    expect(printed.length).toBeGreaterThan(150);
    const leads = new Set(index.flatMap(({ leadsTo }) => leadsTo.map(numberIn)));
    for (const folio of printed) expect(leads).toContain(folio);
  });

  test('lists what is cited, and nothing else', () => {
    const start = pdf.findIndex(({ text }) => text.startsWith('المصادر '));
    const sources = pdf
      .slice(start)
      .map(({ text }) => text)
      .join(' ');
    for (const name of AUTHORS) expect(sources.includes(`كتاب ${name}`), name).toBe(book.cited.has(name));
  });
});

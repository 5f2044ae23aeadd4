import { beforeAll, describe, expect, it } from 'vitest';
import { isArtifact } from '../../src/base/element.ts';
import type { Page } from '../../src/page/page.ts';
import { piecesOf } from '../../src/text/line-pieces.ts';
import { all, type Book, buildBook, buildText, pathsOf, read, readText } from './build.ts';

let dossier: Book;
let briefing: Book;

beforeAll(async () => {
  dossier = await buildBook('content/dossier/book.yaml');
  briefing = await buildBook('content/briefing.md');
});

describe('notes', () => {
  it('are numbered as in the print, and lead there and back', () => {
    const text = readText(briefing);
    const calls = all(text, /<a epub:type="noteref"[^>]*><bdi dir="ltr">([^<]+)</g);
    expect(calls).toEqual(['١', '٢', '٣', '٤', '٥', '٦', '٧', '٨']);
    const backs = all(text, /role="doc-backlink" href="#([^"]+)"/g);
    expect(backs).toEqual(all(text, /<a epub:type="noteref"[^>]* id="([^"]+)"/g));
    const targets = all(text, /<a epub:type="noteref"[^>]* href="#([^"]+)"/g);
    expect(targets).toEqual(all(text, /<aside epub:type="footnote" role="doc-footnote" id="([^"]+)"/g));
  });

  it('begin again with each chapter where the theme says so', () => {
    const chapters = pathsOf(dossier, /part-/).map((path) => read(dossier, path));
    const first = chapters
      .map((text) => all(text, /epub:type="noteref"[^>]*><bdi dir="ltr">([^<]+)</g)[0])
      .filter((label) => label !== undefined);
    expect(new Set(first)).toEqual(new Set(['١']));
  });
});

describe('pages of the print', () => {
  /** Not only a running head. */
  const hasWords = ({ drawItems }: Page) =>
    drawItems.some(
      (drawItem) =>
        drawItem.kind === 'line' && piecesOf(drawItem.line).some(({ tagTarget }) => !isArtifact(tagTarget)),
    );
  const labelsOf = (book: Book) =>
    all(read(book, 'nav.xhtml').split('epub:type="page-list"')[1]!.split('</nav>')[0]!, /">([^<]+)<\/a>/g);

  it('are all listed, by the numbers the print gives them', () => {
    for (const book of [briefing, dossier]) {
      const printed = book.laid.pages.filter(hasWords).map(({ label }) => label);
      expect(labelsOf(book)).toEqual(printed.filter((label) => label !== ''));
    }
  });

  it('begin in the text where they begin on paper', () => {
    // the heading that the print has at the top of a page follows the mark of that page
    for (const page of dossier.laid.pages) {
      const [first] = page.outline;
      if (first === undefined || first.entry.level !== 1) continue;
      const mark = `aria-label="${page.label}"></span>`;
      const text = readText(dossier).split(mark)[1] ?? '';
      const heading = text.slice(0, 400).replace(/<[^>]+>/g, '');
      expect(heading).toContain(first.entry.title);
    }
  });

  it('every entry leads to a mark', () => {
    const nav = read(dossier, 'nav.xhtml');
    for (const href of all(nav, /href="([^"]+)"/g)) {
      const [path = '', id] = href.split('#');
      if (id !== undefined) expect(read(dossier, path)).toContain(` id="${id}"`);
    }
  });
});

describe('markup', () => {
  it('boxes in items of a list are around their words', async () => {
    const source = '- بند\n\n  ```sh\n  go\n  ```\n\n  > قول\n\n  | أ | ب |\n  |---|---|\n  | ت | ث |\n';
    const text = readText(await buildText(source));
    expect(text).toMatch(
      /<div class="box-code"><pre class="code" dir="ltr"><code[^>]*>go<\/code><\/pre><\/div>/,
    );
    expect(text).toContain('<blockquote class="box-quote"><p class="quote">قول</p></blockquote>');
    expect(text).toContain('<table class="box-table"><thead>');
    expect(text).not.toMatch(/<div class="box-[a-z]+"><\/div>/);
  });

  it('marks say what their author means, in headings and links too', async () => {
    const text = readText(
      await buildText(
        '---\ntitle: ورقة\n---\n\n# عنوان **ثقيل**\n\n# آخر\n\n[رابط *مؤكد*](https://example.org/) و**قوي**.\n',
      ),
    );
    expect(text).toMatch(/<h2 [^>]*>عنوان <strong>ثقيل<\/strong><\/h2>/);
    expect(text).toContain('رابط <em class="heavy">مؤكد</em>');
    expect(text).toContain('<strong>قوي</strong>');
  });

  it('a note called again is a number raised once', async () => {
    const text = readText(await buildText('أول[^١] ثم[^١] معًا[^٢][^١].\n\n[^١]: حاشية.\n\n[^٢]: أخرى.\n'));
    expect(all(text, /<a epub:type="noteref"[^>]*><bdi dir="ltr">([^<]+)<\/bdi><\/a>/g)).toHaveLength(4);
    expect(text).toContain('</a><sup>،\u00A0</sup><a ');
  });

  it('tables have captions and heads', () => {
    const text = readText(briefing);
    expect(text).toContain(
      '<caption class="caption table-caption">قمم منظمة الأمن والتعاون في أوروبا بعد الحرب الباردة</caption>',
    );
    expect(text).toContain('<th scope="col" class="cell-header">القمة</th>');
  });

  it('a chart is a table whose bars are drawn from its numbers', () => {
    const chart = /<table class="box-chart">.*?<\/table>/s.exec(readText(briefing))?.[0] ?? '';
    expect(all(chart, /<th scope="row"[^>]*>([^<]+)</g)).toEqual([
      'بودابست – لشبونة',
      'لشبونة – إسطنبول',
      'إسطنبول – آستانة',
    ]);
    expect(all(chart, /<\/svg>([^<]+)</g)).toEqual(['٢', '٣', '١١']);
    const [two, three, eleven] = all(chart, /<svg [^>]*width="([\d.]+)%"/g).map(Number);
    expect(three! / two!).toBeCloseTo(3 / 2, 2);
    expect(eleven! / two!).toBeCloseTo(11 / 2, 2);
  });

  it('a timeline is one list, however many rows the print needs', () => {
    const timeline = /<div class="box-timeline">.*?<\/ul>/s.exec(readText(briefing))?.[0] ?? '';
    expect(all(timeline, /<div class="year">([^<]+)</g)).toHaveLength(7);
    expect(all(timeline, /<ul>/g)).toHaveLength(1);
    expect(all(timeline, /<svg /g)).toHaveLength(7);
  });

  it('lists carry their numbers as text', () => {
    const text = readText(briefing);
    expect(text).toMatch(/<ol><li><span class="marker [^"]*">١\.<\/span> <div>/);
    expect(text).toMatch(/role="img" aria-label="منجز"[^>]*>✓</);
  });

  it('the number and the title of a chapter are one heading', () => {
    const chapter = pathsOf(dossier, /part-/)
      .map((path) => read(dossier, path))
      .find((text) => text.includes('البلد الذي في الوسط</span>'));
    expect(chapter).toMatch(
      /<h(\d)[^>]*><span class="chapter-number line">١<\/span> <span class="line h1"[^>]*>البلد/,
    );
  });

  it('contents lead, and need no page numbers', () => {
    const contents = /<ol class="toc">.*?<\/ol>/s.exec(readText(dossier))?.[0] ?? '';
    expect(contents).toMatch(/<li><p class="toc1"[^>]*><a href="part-\d+\.xhtml#id-\d+">تمهيد<\/a><\/p><ol/);
  });
});

describe('directions', () => {
  it('what UAX#9 would tear apart is set apart', async () => {
    const book = await buildText('---\ntitle: ورقة\n---\n\nفي 2011-04-15 اتصل بالرقم +7 7172 720-100.\n');
    const text = readText(book);
    expect(text).toContain('<bdi dir="ltr" class="number">2011-04-15</bdi>');
    expect(text).toContain('<bdi dir="ltr" class="number">+7 7172 720-100</bdi>');
  });

  it('foreign phrases, code and foreign paragraphs say so', async () => {
    const book = await buildText(
      '---\ntitle: ورقة\n---\n\nقال :span[as time goes by]{lang=en} وكتب `x = 1`.\n\nA paragraph in English.\n',
    );
    const text = readText(book);
    expect(text).toContain('<span lang="en" xml:lang="en"><bdi dir="ltr">as time goes by</bdi></span>');
    expect(text).toMatch(/<code dir="ltr"[^>]*><bdi dir="ltr">x = 1<\/bdi><\/code>/);
    expect(text).toMatch(/<p class="body" dir="ltr">A paragraph in English\.<\/p>/);
  });
});

describe('links', () => {
  it('lead to other files, and to the net only as links', async () => {
    const book = await buildText(
      '---\ntitle: ورقة\n---\n\n# أول {#first}\n\nانظر [الثاني](#second) و[الموقع](https://example.org/عربي).\n\n::pagebreak\n\n# ثانٍ {#second}\n\nارجع إلى [الأول](#first).\n',
    );
    const text = readText(book);
    expect(text).toMatch(/<a href="part-0002\.xhtml#id-\d+"><bdi dir="auto">الثاني<\/bdi><\/a>/);
    expect(text).toMatch(/<a href="part-0001\.xhtml#id-\d+"><bdi dir="auto">الأول<\/bdi><\/a>/);
    expect(text).toContain('href="https://example.org/%D8%B9%D8%B1%D8%A8%D9%8A"');
  });

  it('has no file for a page that a template keeps for the print', async () => {
    const texts = async (only: string) => {
      const { files } = await buildText(
        `---\ntitle: ورقة\n---\n\nمقدمة.\n\n::pagebreak{to=opening${only}}\n\nللورق وحده.\n\n::pagebreak\n\nخاتمة.\n`,
      );
      const decoder = new TextDecoder();
      return Object.keys(files)
        .filter((path) => /part-\d+\.xhtml$/.test(path))
        .map((path) => decoder.decode(files[path]));
    };
    const holds = (parts: readonly string[], words: string) =>
      parts.filter((part) => part.includes(words)).length;
    expect(holds(await texts(''), 'للورق وحده')).toBe(1);
    expect(holds(await texts(' only=print'), 'للورق وحده')).toBe(0);
    expect(holds(await texts(' only=print'), 'خاتمة')).toBe(1);
  });
});

import { strFromU8 } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { type Book, buildBook } from './build.ts';

const yaml = `title: كتاب
lang: ar
date: 2026-11-23
مؤلفون: [سعيد العلي, {اسم: منى حسن, دور: مترجم}]
ناشر: دار المثال
مكان النشر: بيروت
طبعة: الطبعة الثانية
حقوق: الحقوق محفوظة
ردمك: 978-0-306-40615-7
front-matter:
  - title
  - imprint
  - dedication: إلى أمي
  - contents
  - preface: pre.md
parts:
  - title: الباب الأول
    chapters: [1.md, 2.md]
  - title: الباب الأول
    chapters: [3.md]
back-matter:
  - appendix: app.md
`;
const files = {
  'book.yaml': yaml,
  'pre.md': 'كلمة قبل الكتاب.\n',
  '1.md': '# بداية\n\nنص.\n\n## قسم\n\nنص.\n',
  '2.md': '# وسط\n\nنص يرجع إلى [الملحق](app.md) و[التمهيد](pre.md).\n',
  '3.md': '# نهاية\n\nنص.\n',
  'app.md': '# وثائق\n\nنص.\n',
};

/** A book held in memory, with the templates and the fonts that are on the disk. */
const world = { ...openMemoryWorld({ files }), ...pickAssets() };

function pickAssets() {
  const disk = openNodeWorld('.');
  return {
    readAsset: disk.readAsset.bind(disk),
    listAssets: disk.listAssets.bind(disk),
    readPackage: disk.readPackage.bind(disk),
  };
}

describe('a book of parts, with front and back matter', () => {
  let book: Book;
  const read = (name: string) => strFromU8(book.files[`EPUB/${name}`]!);
  beforeAll(async () => {
    book = await buildBook('book.yaml', world);
  });

  test('says nothing but that two parts have one name', () => {
    expect(book.sink.diagnostics.map(({ rule }) => rule)).toEqual(['part-twice']);
  });

  test('counts front matter in abjad, and begins anew with the first part', () => {
    const labels = book.laid.pages.map(({ label }) => label);
    const first = book.laid.pages.findIndex(({ outline }) =>
      outline.some(({ entry }) => entry.title === 'الباب الأول'),
    );
    expect(labels.slice(1, 5)).toEqual(['أ', 'ب', 'ج', 'د']);
    expect(labels[first]).toBe('١');
    // The preface stands before it, and is counted so.
    const preface = book.laid.pages.find(({ outline }) =>
      outline.some(({ entry }) => entry.title === 'تمهيد'),
    );
    expect(preface?.label).toMatch(/^[ا-ي]+$/);
  });

  test('opens parts and chapters at the left, and pages left for that are empty', () => {
    const opened = book.laid.pages.filter(({ outline }) => outline.some(({ entry }) => entry.level <= 2));
    expect(new Set(opened.map(({ side }) => side))).toEqual(new Set(['left']));
    const blank = book.laid.pages.filter(({ anchors }) => anchors.length === 0);
    const bare = blank.filter(({ drawItems }) => drawItems.length === 0);
    expect(bare.length).toBeGreaterThanOrEqual(4);
  });

  test('lists chapters under their parts, in the outline and in the contents of readers', () => {
    const levels = book.laid.pages.flatMap(({ outline }) =>
      outline.map(({ entry }) => `${entry.level} ${entry.title}`),
    );
    expect(levels).toEqual([
      '1 تمهيد',
      '1 الباب الأول',
      '2 بداية',
      '3 قسم',
      '2 وسط',
      '1 الباب الأول',
      '2 نهاية',
      '1 وثائق',
    ]);
    const toc = /epub:type="toc"[\s\S]*?<\/nav>/.exec(read('nav.xhtml'))![0];
    const depths = [...toc.matchAll(/<ol>|<\/ol>|<a [^>]*>([^<]*)/g)].reduce<{
      depth: number;
      found: string[];
    }>(
      ({ depth, found }, [tag, title]) => {
        if (title !== undefined) found.push(`${depth} ${title}`);
        return { depth: depth + (tag === '<ol>' ? 1 : tag === '</ol>' ? -1 : 0), found };
      },
      { depth: 0, found: [] },
    ).found;
    expect(depths).toEqual(levels);
  });

  test('says in the e-book what each file is, and leads to it', () => {
    const names = Object.keys(book.files)
      .filter((name) => /part-\d+\.xhtml$/.test(name))
      .sort();
    const types = names.map((name) => {
      const text = strFromU8(book.files[name]!);
      const body = /<body[^>]*epub:type="(\w+)"/.exec(text)?.[1];
      return `${body} ${/<section(?: epub:type="([\w-]+)")?/.exec(text)?.[1] ?? 'chapter'}`;
    });
    expect(types).toEqual([
      'frontmatter titlepage',
      'frontmatter copyright-page',
      'frontmatter dedication',
      'frontmatter toc',
      'frontmatter preface',
      'bodymatter part',
      'bodymatter chapter',
      'bodymatter chapter',
      'bodymatter part',
      'bodymatter chapter',
      'backmatter appendix',
    ]);
    const landmarks = /epub:type="landmarks"[\s\S]*?<\/nav>/.exec(read('nav.xhtml'))![0];
    expect([...landmarks.matchAll(/epub:type="([\w-]+)" href/g)].map(([, type]) => type)).toEqual([
      'cover',
      'toc',
      'titlepage',
      'copyright-page',
      'dedication',
      'preface',
      'appendix',
      'bodymatter',
    ]);
  });

  test('gives readers and libraries what book.yaml says of it', () => {
    const opf = read('package.opf');
    expect(opf).toContain('<dc:identifier id="isbn">urn:isbn:9780306406157</dc:identifier>');
    expect(opf).toContain('<dc:creator id="creator">سعيد العلي</dc:creator>');
    expect(opf).toContain('<dc:contributor id="creator-2">منى حسن</dc:contributor>');
    expect(opf).toContain('<meta refines="#creator-2" property="role" scheme="marc:relators">trl</meta>');
    expect(opf).toContain('<dc:publisher>دار المثال</dc:publisher>');
    expect(opf).toContain('<dc:rights>الحقوق محفوظة</dc:rights>');
    const imprint = read('part-0002.xhtml')
      .replace(/<[^>]+>/g, '')
      .replace(/[\u2066-\u2069]/g, '');
    for (const line of [
      'تأليف سعيد العلي',
      'ترجمة منى حسن',
      'بيروت: دار المثال',
      'الطبعة الثانية',
      'ISBN 978-0-306-40615-7',
      'الحقوق محفوظة',
    ])
      expect(imprint).toContain(line);
  });

  test('leads from a chapter to its front and back matter', () => {
    expect(read('part-0008.xhtml')).toMatch(/href="part-0011\.xhtml#[\w-]+">(?:<bdi[^>]*>)?الملحق/);
    expect(read('part-0008.xhtml')).toMatch(/href="part-0005\.xhtml#[\w-]+">(?:<bdi[^>]*>)?التمهيد/);
  });
});

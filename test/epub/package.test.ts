import { beforeAll, describe, expect, it } from 'vitest';
import { all, type Book, buildBook, buildText, pathsOf, read } from './build.ts';

let dossier: Book;
let briefing: Book;

beforeAll(async () => {
  dossier = await buildBook('content/dossier/book.yaml');
  briefing = await buildBook('content/briefing.md');
});

describe('the container', () => {
  it('begins with the media type, stored and without an extra field', () => {
    for (const { bytes } of [dossier, briefing]) {
      const view = new DataView(bytes.buffer, bytes.byteOffset);
      expect(view.getUint32(0, true)).toBe(0x04034b50);
      expect(view.getUint16(8, true)).toBe(0);
      expect(view.getUint16(28, true)).toBe(0);
      expect(new TextDecoder().decode(bytes.subarray(30, 58))).toBe('mimetypeapplication/epub+zip');
    }
  });

  it('names its files itself', () => {
    const name = /^(?:mimetype|META-INF\/container\.xml|EPUB\/[a-z0-9/_-]+\.[a-z0-9]{2,5})$/;
    for (const { files } of [dossier, briefing])
      expect(Object.keys(files).filter((path) => !name.test(path))).toEqual([]);
  });

  it('is the same to the byte, wherever it is made', async () => {
    const zone = process.env['TZ'];
    try {
      process.env['TZ'] = 'Pacific/Auckland';
      const there = await buildBook('content/briefing.md');
      expect(Buffer.compare(there.bytes, briefing.bytes)).toBe(0);
    } finally {
      if (zone === undefined) delete process.env['TZ'];
      else process.env['TZ'] = zone;
    }
  });
});

describe('the package', () => {
  it('turns its pages from right to left, and an English one from left to right', async () => {
    const opf = read(dossier, 'package.opf');
    expect(opf).toMatch(/<package [^>]*xml:lang="ar" dir="rtl">/);
    expect(opf).toContain('page-progression-direction="rtl"');
    for (const path of pathsOf(dossier, /\.xhtml$/))
      expect(read(dossier, path)).toMatch(/<html [^>]*lang="ar" xml:lang="ar" dir="rtl">/);
    const english = await buildText('---\ntitle: A paper\nlang: en\n---\n\n# Why\n\nBecause.\n');
    expect(read(english, 'package.opf')).toContain('page-progression-direction="ltr"');
    expect(read(english, 'part-0001.xhtml')).toMatch(/<html [^>]*lang="en" xml:lang="en" dir="ltr">/);
  });

  it('says what it is, of which day, and how accessible', () => {
    const opf = read(dossier, 'package.opf');
    expect(opf).toContain('>عامان على رأس الطاولة</dc:title>');
    expect(opf).toContain('<meta property="dcterms:modified">2026-11-23T00:00:00Z</meta>');
    expect(opf).toMatch(/urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}</);
    const said = all(opf, /property="schema:(\w+)"/g);
    for (const name of ['accessMode', 'accessModeSufficient', 'accessibilityFeature', 'accessibilityHazard'])
      expect(said).toContain(name);
    expect(opf).toMatch(/accessibilitySummary">نص كله مقروء/);
  });

  it('another text is another edition', async () => {
    const idOf = (book: Book) => /urn:uuid:[^<]+/.exec(read(book, 'package.opf'))?.[0];
    const first = await buildText('---\ntitle: ورقة\n---\n\nنص.\n');
    const again = await buildText('---\ntitle: ورقة\n---\n\nنص.\n');
    const other = await buildText('---\ntitle: ورقة\n---\n\nنص آخر.\n');
    expect(idOf(again)).toBe(idOf(first));
    expect(idOf(other)).not.toBe(idOf(first));
  });

  it('carries the faces of the print, unless the theme says no', async () => {
    const css = read(briefing, 'style.css');
    expect(pathsOf(briefing, /\.ttf$/).length).toBe(all(css, /@font-face/g).length);
    expect(css).toContain('font-family: "amiri"');
    const bare = await buildText('---\ntitle: ورقة\ntheme: {epub: {fonts: false}}\n---\n\nنص.\n');
    expect(pathsOf(bare, /\.ttf$/)).toEqual([]);
    expect(read(bare, 'style.css')).not.toContain('@font-face');
  });

  it('runs nothing and fetches nothing', () => {
    for (const book of [dossier, briefing]) {
      for (const path of pathsOf(book, /\.(?:xhtml|svg|opf|css)$/)) {
        const text = read(book, path);
        expect(text).not.toMatch(/<script|\son\w+=|javascript:|@import|<iframe|<object/i);
        expect(text).not.toMatch(/(?:src|xlink:href)="(?:https?:)?\/\//);
        expect(text).not.toMatch(/url\(["']?(?:https?:)?\/\//);
      }
    }
  });

  // findings/mupdf-css-attribute-operators.sh
  it('has no selector for which MuPDF leaves out a rule', () => {
    const rules = read(briefing, 'style.css').replace(/\/\*[\s\S]*?\*\//g, '');
    expect(rules).not.toMatch(/[$*^]=|:not\(/);
  });

  it('tells links that lead out of the book by a class', async () => {
    const book = await buildText(
      '---\ntitle: ت\n---\n\n[موقع](https://example.org)، [بريد](mailto:a@example.org).\n',
    );
    const text = pathsOf(book, /\.xhtml$/)
      .map((path) => read(book, path))
      .join('');
    expect(all(text, /<a class="external" href="[^"]+"/g)).toEqual([
      '<a class="external" href="https://example.org/"',
    ]);
    expect(read(book, 'style.css')).toContain('a.external { text-decoration: underline; }');
  });

  it('shows the first page as cover, and says so to readers of EPUB 2 as well', () => {
    const opf = read(dossier, 'package.opf');
    expect(opf).toMatch(/<item id="cover-png" href="cover.png" [^>]*properties="cover-image"/);
    expect(opf).toContain('<meta name="cover" content="cover-png"/>');
    expect(opf).toMatch(/<reference type="cover" [^>]*href="cover.xhtml"/);
    expect(read(dossier, 'cover.xhtml')).toContain('alt="الغلاف: عامان على رأس الطاولة – ');
  });

  it('has contents and pages for readers that know no nav, the same as there', () => {
    for (const book of [dossier, briefing]) {
      const opf = read(book, 'package.opf');
      const ncx = read(book, 'toc.ncx');
      const nav = read(book, 'nav.xhtml');
      expect(opf).toContain('<item id="toc-ncx" href="toc.ncx" media-type="application/x-dtbncx+xml"/>');
      expect(opf).toContain('<spine toc="toc-ncx" ');
      expect(all(ncx, /dtb:uid" content="([^"]+)"/g)).toEqual(all(opf, /<dc:identifier[^>]*>([^<]+)</g));
      const lists = /<nav epub:type="toc"[\s\S]*?(?=<nav epub:type="landmarks")/.exec(nav)![0];
      const links = all(lists, /(href="[^"]+">[^<]+)</g);
      expect(links.length).toBeGreaterThan(8);
      const points = [...ncx.matchAll(/<text>([^<]+)<\/text><\/navLabel><content src="([^"]+)"/g)];
      expect(points.map(([, text, href]) => `href="${href}">${text}`)).toEqual(links);
    }
  });
});

import type { PDFObject } from 'mupdf';
import { beforeAll, describe, expect, test } from 'vitest';
import { drive } from '../road/drive.ts';
import { installedReaders, readers } from '../textlayer/fidelity/measure.mjs';
import { has, openWithPdfjs, run, withFile } from './readers.ts';

/** A PDF 2.0 is read as the 1.7 of the same document is, and has what its own standards ask beside. */

const BLOCKS = new URL('../road/blocks/', import.meta.url).pathname;
const TEXT = `---
title: من هلسنكي إلى جدة
contents: true
---

# التمهيد

نص فيه حاشية[^1] وأخرى[^2]، ورابط إلى [الخاتمة](#end) وإلى [موقع](https://example.org/).

## قسم **ثقيل**

تُستدعى الأولى ثانيةً[^1].

1. أولًا
2. ثانيًا

:::glossary
- **قمة** اجتماع الرؤساء
:::

# الخاتمة {#end}

عودة إلى [التمهيد](#التمهيد).

[^1]: الحاشية الأولى.
[^2]: الحاشية الثانية، وفيها [رابط](#end).
`;

let old: Uint8Array = new Uint8Array();
let two: Uint8Array = new Uint8Array();
beforeAll(async () => {
  const build = async (pdf: '1.7' | '2.0') => (await drive(BLOCKS, ['-'], { text: TEXT, pdf })).bytes!;
  [old, two] = [await build('1.7'), await build('2.0')];
});

describe('readers that know PDF 1.7 alone', () => {
  test.each(installedReaders())('%s finds the same text', async (name) => {
    expect(await readers[name](two)).toEqual(await readers[name](old));
  });

  test('pdf.js shows the same outline, and it leads to the same places', async () => {
    const outline = await readOutline(two);
    expect(outline.map(({ title }) => title)).toEqual(['التمهيد', 'قسم ثقيل', 'الخاتمة']);
    expect(outline).toEqual(await readOutline(old));
  });

  test('pdf.js finds the same links, and they lead to the same places', async () => {
    const links = await readLinks(two);
    // Three entries of contents, four calls and two ways back, three links inside and one outside.
    expect(links.length).toBeGreaterThanOrEqual(12);
    expect(links).toEqual(await readLinks(old));
  });

  test('MuPDF likewise', async () => {
    expect(await readWithMupdf(two)).toEqual(await readWithMupdf(old));
  });

  test.skipIf(!has('pdfinfo'))('poppler likewise', () => {
    const destinations = (bytes: Uint8Array) => withFile(bytes, (path) => run('pdfinfo', '-dests', path));
    expect(destinations(two)).toContain('"d000001"');
    expect(destinations(two)).toBe(destinations(old));
  });
});

describe('what PDF 2.0 asks beside', () => {
  test.skipIf(!has('qpdf'))('qpdf finds a sound PDF 2.0', () => {
    const said = withFile(two, (path) => run('qpdf', '--check', path));
    expect(said).toContain('PDF Version: 2.0');
    expect(said).toContain('No syntax or stream encoding errors found');
  });

  test('neither an information dictionary nor the sets of procedures', async () => {
    const { trailer, pages } = await openObjects(two);
    expect(trailer.get('Info').isNull()).toBe(true);
    expect(trailer.get('ID').length).toBe(2);
    for (const page of pages) expect(page.get('Resources', 'ProcSet').isNull()).toBe(true);
  });

  test('places by name, and entries of the outline, are elements', async () => {
    const { root } = await openObjects(two);
    const names = root.get('Names', 'Dests', 'Names');
    expect(names.length).toBeGreaterThan(0);
    for (let at = 1; at < names.length; at += 2) {
      expect(typeOf(names.get(at).get('D', 0).get('Type'))).toBe('Page');
      expect(typeOf(names.get(at).get('SD', 0).get('S'))).toMatch(/^(?:H\d|FENote|Reference)$/);
    }
    const first = root.get('Outlines', 'First');
    const entries = [first, first.get('First'), first.get('Next')];
    expect(entries.map((entry) => typeOf(entry.get('A', 'SD', 0).get('S')))).toEqual(['H2', 'H3', 'H2']);
    for (const entry of entries) expect(entry.get('Dest').isNull()).toBe(true);
  });

  test('entries of contents refer to headings', async () => {
    const entries = (await readElements(two)).filter((element) => typeOf(element.get('S')) === 'TOCI');
    const targets = entries.map((entry) => typeOf(entry.get('Ref', 0).get('S')));
    expect(targets).toEqual(['H2', 'H3', 'H2']);
  });

  test('notes and all their calls refer to one another', async () => {
    const elements = await readElements(two);
    const notes = elements.filter((element) => typeOf(element.get('S')) === 'FENote');
    const calls = notes.map((note) => list(note.get('Ref')));
    expect(calls.map(({ length }) => length)).toEqual([2, 1]);
    for (const [index, note] of notes.entries()) {
      expect(note.get('A', 'NoteType').asName()).toBe('Footnote');
      for (const call of calls[index]!)
        expect(list(call.get('Ref')).map((to) => to.asIndirect())).toEqual([note.asIndirect()]);
    }
  });

  test('elements name the namespace of PDF 2.0, but those it does not have', async () => {
    const elements = await readElements(two);
    const isNamed = (element: PDFObject) => !element.get('NS').isNull();
    const types = (found: readonly PDFObject[]) => [
      ...new Set(found.map((element) => typeOf(element.get('S')))),
    ];
    expect(types(elements.filter((element) => !isNamed(element))).sort()).toEqual([
      'Reference',
      'TOC',
      'TOCI',
    ]);
    expect(types(elements.filter(isNamed))).toContain('FENote');
    for (const element of elements.filter(isNamed))
      expect(element.get('NS', 'NS').asString()).toBe('http://iso.org/pdf2/ssn');
  });

  test('a figure with its caption is a section', async () => {
    const { bytes } = await drive(BLOCKS, ['document.md'], { pdf: '2.0' });
    const elements = await readElements(bytes!);
    const captions = elements.filter((element) => typeOf(element.get('S')) === 'Caption');
    const around = captions.map((caption) => typeOf(caption.get('P', 'S')));
    expect(around.sort()).toEqual(['Sect', 'Table', 'Table']);
  });
});

test.each(['1.7', '2.0'] as const)('lists with labels say how they are labelled: PDF %s', async (version) => {
  const elements = await readElements(version === '1.7' ? old : two);
  const lists = elements.filter((element) => typeOf(element.get('S')) === 'L');
  expect(lists.map((found) => found.get('A', 'ListNumbering').asName())).toEqual(['Decimal', 'Description']);
});

const typeOf = (name: PDFObject) => name.asName();
const list = (array: PDFObject) => Array.from({ length: array.length }, (_, at) => array.get(at));

async function openObjects(bytes: Uint8Array) {
  const mupdf = await import('mupdf');
  const document = mupdf.Document.openDocument(bytes, 'application/pdf').asPDF()!;
  const pages = Array.from({ length: document.countPages() }, (_, page) => document.findPage(page));
  const trailer = document.getTrailer();
  return { trailer, root: trailer.get('Root'), pages };
}

/** In reading order. */
async function readElements(bytes: Uint8Array): Promise<PDFObject[]> {
  const { root } = await openObjects(bytes);
  const elements: PDFObject[] = [];
  const visit = (at: PDFObject) => {
    if (at.isArray()) for (const kid of list(at)) visit(kid);
    else if (at.isDictionary() && !at.get('S').isNull()) {
      elements.push(at);
      visit(at.get('K'));
    }
  };
  visit(root.get('StructTreeRoot', 'K'));
  return elements;
}

async function readWithMupdf(bytes: Uint8Array) {
  const mupdf = await import('mupdf');
  const document = mupdf.Document.openDocument(bytes, 'application/pdf');
  const links = Array.from({ length: document.countPages() }, (_, page) =>
    document
      .loadPage(page)
      .getLinks()
      .map((link) => [link.getBounds(), link.isExternal() ? link.getURI() : document.resolveLink(link)]),
  );
  return { outline: document.loadOutline()?.map(({ title, page }) => [title, page]), links };
}

type Pdfjs = Awaited<ReturnType<typeof openWithPdfjs>>;

/** The page and the height that a destination leads to. */
async function resolve(document: Pdfjs, dest: string | readonly unknown[] | null) {
  const place = typeof dest === 'string' ? await document.getDestination(dest) : dest;
  return place && [await document.getPageIndex(place[0] as never), ...place.slice(1)];
}

async function readOutline(bytes: Uint8Array) {
  const document = await openWithPdfjs(bytes);
  const found: { title: string; place: unknown }[] = [];
  const visit = async (items: Awaited<ReturnType<Pdfjs['getOutline']>>) => {
    for (const { title, dest, items: below } of items ?? []) {
      found.push({ title, place: await resolve(document, dest) });
      await visit(below as typeof items);
    }
  };
  await visit(await document.getOutline());
  await document.destroy();
  return found;
}

async function readLinks(bytes: Uint8Array) {
  const document = await openWithPdfjs(bytes);
  const found: unknown[] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    for (const { rect, url, dest, contentsObj } of await (await document.getPage(number)).getAnnotations())
      found.push([rect, contentsObj?.str, url ?? (await resolve(document, dest))]);
  }
  await document.destroy();
  return found;
}

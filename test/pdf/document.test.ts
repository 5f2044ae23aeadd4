import { beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { dumpTags } from '../../src/tags/dump-tags.ts';
import { paintWhole } from '../paint-whole.ts';
import { element, INFO, laid, layText, page } from './lay.ts';
import { has, openWithPdfjs, run, withFile } from './readers.ts';
import { png, sample } from './sample.ts';

const OPTIONS = {
  version: '1.7',
  textFor: 'reading',
  sourceDateEpoch: null,
  conformance: 'archive',
  attachments: [],
} as const;

describe('a document with one of everything', () => {
  let bytes: Uint8Array = new Uint8Array();
  let document: Awaited<ReturnType<typeof openWithPdfjs>>;
  beforeAll(async () => {
    bytes = await paintWhole(sample(), OPTIONS, new Sink());
    document = await openWithPdfjs(bytes);
  });

  test.skipIf(!has('qpdf'))('is sound PDF', () => {
    expect(withFile(bytes, (path) => run('qpdf', '--check', path))).toContain(
      'No syntax or stream encoding errors found',
    );
  });

  test('is the same to the byte when painted again', async () => {
    expect(Buffer.compare(await paintWhole(sample(), OPTIONS, new Sink()), bytes)).toBe(0);
  });

  test.skipIf(!has('qpdf'))('holds no active content', () => {
    const json = withFile(bytes, (path) => run('qpdf', '--json', path));
    expect(json).not.toMatch(
      /"\/(JavaScript|JS|Launch|AA|SubmitForm|ImportData|RichMedia|OpenAction|EmbeddedFiles)"/,
    );
  });

  test('says who, what and when, escaped', async () => {
    const { info, metadata } = await document.getMetadata();
    expect(info).toMatchObject({
      Title: 'تقرير <أول> & "أخير"',
      Author: 'فلان',
      Subject: 'وصف',
      CreationDate: "D:20110628000000+00'00'",
    });
    expect(metadata.get('dc:title')).toBe('تقرير <أول> & "أخير"');
    expect(metadata.get('pdfaid:part')).toBe('2');
    expect(metadata.get('pdfuaid:part')).toBe('1');
  });

  test('opens as a right-to-left book in its own digits', async () => {
    expect(await document.getViewerPreferences()).toMatchObject({ Direction: 'R2L', DisplayDocTitle: true });
    expect(await document.getPageLabels()).toEqual(['أ', '١']);
  });

  test('has an outline that nests by level', async () => {
    const outline = await document.getOutline();
    expect(
      outline.map(({ title, items }) => [title, items.map((item: { title: string }) => item.title)]),
    ).toEqual([
      ['الفصل الأول', ['ملحق']],
      ['الفصل الثاني', []],
    ]);
    expect(outline[1]!.dest).toMatchObject([{}, { name: 'XYZ' }, null, 841.89 - 300, null]);
  });

  test('links to the web and to its own anchors', async () => {
    const [external, internal] = await (await document.getPage(1)).getAnnotations();
    expect(external).toMatchObject({ subtype: 'Link', contentsObj: { str: 'موقع الهيئة' } });
    expect(external.unsafeUrl).toBe('https://example.org/%D8%AA%D9%82%D8%B1%D9%8A%D8%B1?a=1');
    expect(internal).toMatchObject({ subtype: 'Link', dest: 'd000001' });
    // Only anchors that something points at are named.
    expect(Object.keys(await document.getDestinations())).toEqual(['d000001']);
    const [target] = (await document.getDestination('d000001'))!;
    expect(await document.getPageIndex(target)).toBe(1);
  });

  test('tags what it holds in reading order', () => {
    expect(dumpTags(sample())).toBe(`Document
  H1
    "الفصل الأول (تمهيد)"
  P
    "نشرت الهيئة على"
    Link
      "موقعها في الشبكة العالمية"
    "تقريراً سنوياً عن عام 2011"
    Reference
      "١"
    Note
      "حاشية أولى في أسفل الصفحة."
    "، وفيه جداول يضمها"
    Link
      "الملحق"
    "وأمثلة مثل"
    Code lang="en"
      "npm run pdf"
    "لمن أراد."
  Table
    THead
      TR
        TH scope="Column"
          P
            "البلد"
        TH scope="Column"
          P
            "السنة"
    TBody
      TR
        TD
          P
            "مصر"
        TD
  L listNumbering="Disc"
    LI
      Lbl
        "•"
      LBody
        P
          "بند أول"
  Figure alt="شعار الهيئة"
  TOC
    TOCI
      "الفصل الأول ١٢"
`);
  });

  test('writes that tree into the file', async () => {
    const tree = await (await document.getPage(1)).getStructTree();
    const roles = (node: { role?: string; children?: object[] }): unknown =>
      node.role ? [node.role, ...(node.children ?? []).map(roles).filter((child) => child !== null)] : null;
    expect(roles(tree)).toEqual([
      'Root',
      ['Document', ['H1'], ['P', ['Link'], ['Reference'], ['Note'], ['Link'], ['Code']]],
    ]);
  });
});

describe('dates', () => {
  const created = async (date: string | null, sourceDateEpoch: number | null) => {
    const document = { ...layText(['نص']), info: { ...INFO, date } };
    const { info } = await (
      await openWithPdfjs(await paintWhole(document, { ...OPTIONS, sourceDateEpoch }, new Sink()))
    ).getMetadata();
    return (info as Record<string, unknown>)['CreationDate'];
  };

  test('come from the source, else from SOURCE_DATE_EPOCH, never from the clock', async () => {
    expect(await created('2011-06-28', 86400)).toBe("D:20110628000000+00'00'");
    expect(await created(null, 86400)).toBe("D:19700102000000+00'00'");
    expect(await created(null, null)).toBeUndefined();
  });
});

describe('images', () => {
  const paintImage = async (image: ReturnType<typeof png>) => {
    const root = element('Document', null);
    const tagTarget = element('Figure', root, { alt: 'مربع' });
    return paintWhole(
      laid(root, [page(0, [{ kind: 'image', rect: { x: 0, y: 0, width: 9, height: 9 }, image, tagTarget }])]),
      OPTIONS,
      new Sink(),
    );
  };

  test('have a soft mask only where they are translucent', async () => {
    const text = (bytes: Uint8Array) => Buffer.from(bytes).toString('latin1');
    expect(text(await paintImage(png(true)))).toContain('/SMask');
    expect(text(await paintImage(png(false)))).not.toContain('/SMask');
  });

  test('that are damaged are refused where it can be caught', async () => {
    const image = png(true);
    const bytes = Uint8Array.from(image.bytes);
    bytes.fill(0xff, 45, 60);
    await expect(paintImage({ ...image, bytes })).rejects.toThrow();
  });
});

import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openWithPdfjs, readWithPdfjs } from '../pdf/readers.ts';
import { buildCommand, removeCommand, runCommand } from './command.ts';

/** Books of other tools, and folders of files, built by the command line and read with pdf.js. */
const folder = mkdtempSync(join(tmpdir(), 'warraq-books-'));
beforeAll(buildCommand);
afterAll(removeCommand);
afterAll(() => rmSync(folder, { recursive: true }));

function put(files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
}

function build(...args: readonly string[]) {
  const ended = runCommand(args, { cwd: folder, env: { HOME: folder } });
  expect([ended.code, ended.talk]).toEqual([0, expect.any(String)]);
  return ended.talk;
}

function read(file: string): Uint8Array {
  return new Uint8Array(readFileSync(join(folder, file)));
}

/** The outline, and where the links of the pages lead, as page numbers. */
async function readBook(file: string) {
  const bytes = read(file);
  const document = await openWithPdfjs(bytes);
  const pageOf = async (dest: string | unknown[] | null) => {
    const found = typeof dest === 'string' ? await document.getDestination(dest) : dest;
    return found ? (await document.getPageIndex(found[0] as never)) + 1 : null;
  };
  const outline: string[] = [];
  const pages = new Map<string, number | null>();
  const visit = async (
    items: Awaited<ReturnType<typeof document.getOutline>>,
    indent: string,
  ): Promise<void> => {
    for (const { title, dest, items: below } of items ?? []) {
      outline.push(`${indent}${title}`);
      pages.set(title, await pageOf(dest));
      await visit(below as never, `${indent}  `);
    }
  };
  await visit(await document.getOutline(), '');
  const opening = pages.get(outline[0] ?? '') ?? 1;
  const targets: (number | null)[] = [];
  for (let number = opening; number <= document.numPages; number++)
    for (const { dest } of await (await document.getPage(number)).getAnnotations())
      targets.push(await pageOf(dest));
  await document.destroy();
  return { outline, pages, targets, text: await readWithPdfjs(bytes) };
}

describe('an mdBook', () => {
  test('keeps its parts, its order and its links, and shows what is missing', async () => {
    put({
      'md/src/SUMMARY.md':
        '# الفهرس\n\n[تقديم](README.md)\n\n# الباب الأول\n\n- [الأول](1.md)\n  - [فرعه](deep/2.md)\n- [المفقود](none.md)\n- [من الفهرس وحده](3.md)\n\n[ملحق](end.md)\n',
      'md/src/README.md': '# كتاب التجربة\n\nإلى [الفرع](deep/2.html#%D9%85%D9%88%D8%B6%D8%B9).\n',
      'md/src/1.md': '# الأول\n\nنص.\n',
      'md/src/deep/2.md':
        '# الفرع\n\n## موضع\n\nإلى [البداية](../index.html) و[الأخير](./../3.md) و[المفقود](../none.md).\n',
      'md/src/3.md': 'نص بلا عنوان.\n',
      'md/src/end.md': '# ملحق\n\nنص.\n',
    });
    const talk = build('build', 'md', '-o', 'md.pdf');
    expect(talk).toMatch(/^md\/src\/SUMMARY\.md:9:3: warning: .*"src\/none\.md"/);
    const { outline, pages, targets, text } = await readBook('md.pdf');
    expect(outline).toEqual([
      'كتاب التجربة',
      'الباب الأول',
      'الأول',
      '  الفرع',
      '    موضع',
      'المفقود',
      'من الفهرس وحده',
      'ملحق',
    ]);
    expect(targets).toEqual(
      ['موضع', 'كتاب التجربة', 'من الفهرس وحده', 'المفقود'].map((title) => pages.get(title)),
    );
    expect(text).toContain('none.md');
  });
});

describe('a folder of files', () => {
  test('is a book in natural order, titles of front matter kept', async () => {
    put({
      'f/README.md': '---\ntitle: دليل\n---\n\nإلى [العاشر](<١٠ العاشر.md>) و[التاسع](٩.html).\n',
      'f/١٠ العاشر.md': '# العاشر\n\nنص.\n',
      'f/٢.md': '---\ntitle: الثاني من بياناته\n---\n\nنص.\n',
      'f/٩.md': '> نصّ لا عنوان له.\n',
      'f/1.md': '# الأول\n\nنص.\n',
    });
    build('f', '-o', 'f.pdf');
    const { outline, pages, targets, text } = await readBook('f.pdf');
    expect(outline).toEqual(['دليل', 'الأول', 'الثاني من بياناته', 'العاشر']);
    // What has no title of its own runs on after the chapter before it.
    expect(targets).toEqual(['العاشر', 'الثاني من بياناته'].map((title) => pages.get(title)));
    expect(text).not.toContain('ورّاق');
  });
});

describe('the colophon line', () => {
  const LINE = /Set by Warraq/;
  test.each(['book', 'briefing'])('of %s is there only where it is asked for', async (template) => {
    for (const [name, lines] of [
      ['default', ''],
      ['off', 'colophon: false\n'],
      ['on', 'colophon: true\n'],
    ] as const) {
      const front = `---\ntitle: Paper\nauthor: Some Author\nlang: en\ntemplate: ${template}\n${lines}---\n`;
      put({ [`${name}.md`]: `${front}\n# One\n\nText.\n` });
      build(`${name}.md`, '-o', `${name}.pdf`);
      const text = (await readWithPdfjs(read(`${name}.pdf`))).replace(/\s+/g, ' ');
      expect([name, LINE.test(text)]).toEqual([name, name === 'on']);
      expect(text).toContain('Some Author');
    }
  });
});

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dumpPages } from '../../src/page/dump-pages.ts';
import { drive } from './drive.ts';

async function build(head: string, text: string, files: Readonly<Record<string, string>> = {}) {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-digits-'));
  try {
    for (const [name, content] of Object.entries(files)) writeFileSync(join(folder, name), content);
    writeFileSync(join(folder, 'document.md'), `---\ntitle: أرقام\nlang: ar\n${head}---\n\n${text}\n`);
    const { products, diagnostics } = await drive(folder, ['document.md']);
    return { pages: dumpPages(products.page!), rules: diagnostics.map(({ rule }) => rule) };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

test.each([
  ['معيار **ISO** 9001 هنا', '9001'],
  ['معيار ISO **9001** هنا', '9001'],
  ['معيار *ISO* 9001:2015 هنا', '9001:2015'],
  ['نظام [Windows](https://example.org) 11 هنا', '11'],
  ['عام **كلمة** 2011 هنا', '٢٠١١'],
  ['في **عام** 2011 و**شهر** 12', '١٢'],
])('digits of a Latin phrase stay as written across inlines: %s', async (text, kept) => {
  expect((await build('digits: arab\n', text)).pages).toContain(` ${kept}`);
});

test('mixed digits are told of unless digits are set, by the theme as well', async () => {
  const text = 'كان عام ٢٠١٠ وعام 2011 حاسمين.';
  expect((await build('', text)).rules).toContain('mixed-digits');
  expect((await build('digits: arab\n', text)).rules).not.toContain('mixed-digits');
  expect((await build('theme:\n  digits: arab\n', text)).rules).not.toContain('mixed-digits');
});

test('mixed digits are not told of where a theme of its own file sets digits', async () => {
  const text = 'كان عام ٢٠١٠ وعام 2011 حاسمين.\n\n| ٥ | 6 |\n|---|---|\n| ٧ | 8 |';
  const files = { 'look.yaml': 'digits: latn\n' };
  expect(
    (await build('theme: look.yaml\n', text, { 'look.yaml': 'heading:\n  opens: none\n' })).rules,
  ).toContain('mixed-digits');
  const { rules, pages } = await build('theme: look.yaml\n', text, files);
  expect(rules).toEqual([]);
  expect(pages).toContain('2010');
});

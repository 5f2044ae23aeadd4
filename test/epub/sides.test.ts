import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chromium } from '../text/measure-order.mjs';
import { buildText, pathsOf, read } from './build.ts';

/** Runs in the page: for each marked word, whether it is nearer to the left or to the right edge of the text. */
const SCRIPT = `
const body = document.body.getBoundingClientRect();
const middle = (body.left + body.right) / 2;
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
const sides = {};
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  const word = /Q\\d/.exec(node.data);
  if (!word) continue;
  const range = document.createRange();
  range.selectNodeContents(node);
  const { left, right } = range.getBoundingClientRect();
  sides[word[0]] = (left + right) / 2 < middle ? 'left' : 'right';
}
document.documentElement.setAttribute('data-sides', JSON.stringify(sides));
`;

const SOURCE = `---
title: ورقة
lang: ar
---

# Q1 what?

Q2 is a sentence in English.

- Q3 is here
- بند Q4

> Q5 in English only

:::ltr
## Q6 عنوان

Q7 كلام عربي
:::

## عنوان Q8
`;

/** As the print has it: what stands among Arabic begins where that begins, what is English as a whole does not. */
const SIDES = {
  Q1: 'right',
  Q2: 'left',
  Q3: 'right',
  Q4: 'right',
  Q5: 'left',
  Q6: 'left',
  Q7: 'left',
  Q8: 'right',
};

test.skipIf(chromium === undefined)('blocks stand at the side where they stand in print', async () => {
  const book = await buildText(SOURCE);
  const folder = mkdtempSync(join(tmpdir(), 'warraq-sides-'));
  try {
    writeFileSync(join(folder, 'style.css'), read(book, 'style.css'));
    const page = join(folder, 'page.xhtml');
    const html = read(book, pathsOf(book, /part-/)[0]!);
    writeFileSync(page, html.replace('</body>', `<script><![CDATA[${SCRIPT}]]></script></body>`));
    const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
    const dom = execFileSync(
      chromium!,
      [...options, `--user-data-dir=${join(folder, 'profile')}`, '--dump-dom', pathToFileURL(page).href],
      { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] },
    );
    const written = /data-sides="([^"]*)"/.exec(dom)![1]!.replaceAll('&quot;', '"');
    expect(JSON.parse(written)).toEqual(SIDES);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/library.ts';
import { chromium } from '../text/measure-order.mjs';
import { readWithMailparser } from './readers.ts';

const TEXT = `---
title: تقرير
digits: arab
---

:::summary
نما الاقتصاد 3.5%[^١]، و[التفصيل](https://example.org/) في *الجدول*[^٢].

3. ثالث
4. رابع

- [x] تمت
:::

# متن

نص[^٣].

[^١]: وفق بيانات **2011**.
[^٢]: حاشية ثانية.
[^٣]: ليست في الملخص.
`;

test('a letter says what its document says: notes, digits, numbers of lists', async () => {
  const world = openNodeWorld(import.meta.dirname);
  const result = await compile({ text: TEXT, envelope: { to: ['a@example.org'] } }, world);
  expect(result.diagnostics.filter(({ severity }) => severity === 'error')).toEqual([]);
  const { text, html } = await readWithMailparser(result.bytes!);
  expect(text).toContain(
    'نما الاقتصاد ٣٫٥٪[١]، والتفصيل (https://example.org/) في الجدول[٢].\n\n٣. ثالث\n٤. رابع\n\n☑ تمت\n',
  );
  expect(text).toMatch(/\n-{20}\n\[١\] وفق بيانات ٢٠١١\.\n\[٢\] حاشية ثانية\.$/);
  expect(html).toContain('٣٫٥٪</bdo><sup>١</sup>');
  expect(html).toContain('<em>الجدول</em><sup>٢</sup>');
  // As text, once: a program of its own digits, or of none, shows those of the document.
  expect(wordsOf(html)).toContain('٣. ثالث ٤. رابع ☑ تمت');
  expect(html).not.toContain('<ol');
  expect(html).toContain('<sup>١</sup> وفق بيانات <strong>٢٠١١</strong>.');
  expect(html).not.toContain('ليست في الملخص');
});

/** What is read of a letter without its styles. */
const wordsOf = (html: string) =>
  html
    .replace(/<\/(?:p|li|div|td|th)>/g, ' ')
    .replace(/<[^>]*>/g, '')
    .replace(/\s+/g, ' ');

const FOREIGN = `---
title: تقرير
---

:::summary
نصّ، وهاتفنا +7 701 234-56-78.

This is an English paragraph, with a stop.

1. First.
2. Second.

- بند
- An item alone.

> In English, too.

| البلد | Country |
|---|---|
| نصّ | A cell. |

لا بأس[^1].
:::

نص.

[^1]: A note.
`;

test('what is foreign in a letter reads in its own direction, and stands where a line of others does', async () => {
  const world = openNodeWorld(import.meta.dirname);
  const result = await compile({ text: FOREIGN, envelope: { to: ['a@example.org'] } }, world);
  const { html } = await readWithMailparser(result.bytes!);
  for (const foreign of [
    '<p dir="ltr" style="margin:0 0 12px">This is an English paragraph',
    '<li><span dir="ltr">An item alone.</span></li>',
    '<td><span dir="ltr">A cell.</span></td>',
    '<blockquote dir="ltr"',
    '</sup> <span dir="ltr">A note.</span>',
    'وهاتفنا <span dir="ltr" style="white-space:nowrap">+7 701 234-56-78</span>.',
  ])
    expect(html).toContain(foreign);
  expect(html).toMatch(
    /<ul dir="ltr" style="[^"]*padding-left:1\.8em;list-style-type:none">.*1\.<\/span> First\./,
  );
  expect(html).toContain('<p style="margin:0 0 12px">نصّ، ');
});

const WIDE = `---
title: رسالة
---

:::summary
رابط طويل https://example.org/a-very-long-path/with-many-parts/and-even-more-of-them/index.html ثم كلام.

| البلد | السكان | المساحة | الناتج | الدخل | العملة |
|---|---|---|---|---|---|
| كازاخستان | ١٩ مليونًا | ٢٬٧٢٤٬٩٠٠ | ٢٦١ | ١٣٬٢٩٠ | تنغي |

\`\`\`js
const value = computeSomethingVeryLong(argumentNumberOne, argumentNumberTwo, argumentNumberThree);
\`\`\`
:::

نص.
`;

/** Runs in a page around the letter, in a frame as wide as a telephone. */
const SCRIPT = `addEventListener('load', () => {
  const { document: letter } = frames[0];
  const { color } = frames[0].getComputedStyle(letter.querySelector('p'));
  document.body.dataset.found = JSON.stringify({ width: letter.documentElement.scrollWidth, color });
});`;

test.skipIf(chromium === undefined).each([
  ['light', 1, 'rgb(0, 0, 0)'],
  ['dark', 0, 'rgb(255, 255, 255)'],
] as const)(
  'a letter is as wide as a telephone, and as bright as its %s ground wants',
  async (_, scheme, color) => {
    const world = openNodeWorld(import.meta.dirname);
    const result = await compile({ text: WIDE, envelope: { to: ['a@example.org'] } }, world);
    const { html } = await readWithMailparser(result.bytes!);
    const folder = mkdtempSync(join(tmpdir(), 'warraq-letter-'));
    try {
      const page = join(folder, 'page.html');
      const framed = html.replaceAll('&', '&amp;').replaceAll('"', '&quot;');
      writeFileSync(
        page,
        `<meta name="color-scheme" content="light dark"><body><iframe width="360" height="640" style="border:0" srcdoc="${framed}"></iframe><script>${SCRIPT}</script>`,
      );
      const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
      const own = [
        `--user-data-dir=${join(folder, 'profile')}`,
        `--blink-settings=preferredColorScheme=${scheme}`,
      ];
      const dom = execFileSync(chromium!, [...options, ...own, '--dump-dom', pathToFileURL(page).href], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
      });
      const found = /data-found="([^"]*)"/.exec(dom)![1]!.replaceAll('&quot;', '"');
      expect(JSON.parse(found)).toEqual({ width: 360, color });
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
);

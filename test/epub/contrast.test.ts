import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chromium } from '../text/measure-order.mjs';
import { buildBook, buildText, pathsOf } from './build.ts';

/**
 * Runs in the page: what of its text, the large too, has less contrast than WCAG 2.1 wants of small (1.4.3), and how wide
 * the page is. What Chromium paints under a page that has no ground of its own is the canvas of its colour scheme.
 */
const SCRIPT = `
const channels = (color) => color.match(/[\\d.]+/g).map(Number);
const luminance = (color) => channels(color).slice(0, 3).reduce((sum, channel, at) => {
  const share = channel / 255;
  const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  return sum + linear * [0.2126, 0.7152, 0.0722][at];
}, 0);
const scheme = matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
const canvas = scheme === 'dark' ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)';
const groundOf = (node) => {
  for (let at = node; at; at = at.parentElement) {
    const ground = getComputedStyle(at).backgroundColor;
    if (channels(ground)[3] !== 0) return ground;
  }
  return canvas;
};
const faint = [];
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
for (let node = walker.nextNode(); node; node = walker.nextNode()) {
  if (node.data.trim() === '' || node.parentElement.closest('script')) continue;
  const { color } = getComputedStyle(node.parentElement);
  const [dark, light] = [luminance(color), luminance(groundOf(node.parentElement))].sort((a, b) => a - b);
  const contrast = (light + 0.05) / (dark + 0.05);
  if (contrast < 4.5) faint.push(node.data.trim().slice(0, 20) + ' ' + contrast.toFixed(2));
}
parent.postMessage({ path: location.pathname, scheme, faint, wide: document.documentElement.scrollWidth > innerWidth }, '*');
`;

/** A page with all others in frames as wide as a telephone, which gathers what they find: a browser is begun once, not for each. */
const frame = (path: string) => `<iframe src="${path}" width="360" height="800"></iframe>`;
const gather = (paths: readonly string[]) => `<!DOCTYPE html><html style="color-scheme: light dark"><script>
const found = {};
addEventListener('message', ({ data: { path, ...rest } }) => {
  found[path.split('/').pop()] = rest;
  document.body.dataset.found = JSON.stringify(found);
});
</script><body>${paths.map(frame).join('')}</body></html>`;

/** Colours that stand out on one ground alone, and boxes with a ground of either kind. */
const GROUNDS = `---
title: عنوان
theme:
  boxes: { note: { background: '#223344' }, tip: { background: '#E8DDB8' } }
  roles: { label: { color: '#FFE08A' }, h1: { color: '#C0C0C0' }, h2: { color: '#FF9900' } }
---

# باب [رابط](https://example.org)

## فصل

:::note[عنوان]
نصّ [رابط](https://example.org) و\`code\` و*ميل*.

1. بند
:::

:::tip[عنوان]
نصّ [رابط](https://example.org) و\`code\`.
:::
`;

const BOOKS = {
  briefing: () => buildBook('content/briefing.md'),
  dossier: () => buildBook('content/dossier/book.yaml'),
  'boxes with a ground': () => buildText(GROUNDS),
};

test
  .skipIf(chromium === undefined)
  .each(
    (Object.keys(BOOKS) as (keyof typeof BOOKS)[]).flatMap((source) => [
      ['light', 1, source] as const,
      ['dark', 0, source] as const,
    ]),
  )(
  'every word stands out on a %s page (%s), and nothing leaves it: %s',
  async (scheme, preferred, source) => {
    const book = await BOOKS[source]();
    const folder = mkdtempSync(join(tmpdir(), 'warraq-contrast-'));
    try {
      for (const [path, bytes] of Object.entries(book.files)) {
        mkdirSync(join(folder, dirname(path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      const paths = pathsOf(book, /part-/);
      for (const path of paths) {
        const html = new TextDecoder().decode(book.files[`EPUB/${path}`]);
        const script = `<script><![CDATA[${SCRIPT}]]></script></body>`;
        writeFileSync(join(folder, 'EPUB', path), html.replace('</body>', script));
      }
      const all = join(folder, 'EPUB', 'all.html');
      writeFileSync(all, gather(paths));
      const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
      const own = [
        `--user-data-dir=${join(folder, 'profile')}`,
        `--blink-settings=preferredColorScheme=${preferred}`,
        '--window-size=500,800',
        '--virtual-time-budget=60000',
      ];
      const dom = execFileSync(chromium!, [...options, ...own, '--dump-dom', pathToFileURL(all).href], {
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'ignore'],
        maxBuffer: 1 << 26,
      });
      const found = /data-found="([^"]*)"/.exec(dom)![1]!.replaceAll('&quot;', '"');
      const sound = { scheme, faint: [], wide: false };
      expect(JSON.parse(found)).toEqual(Object.fromEntries(paths.map((path) => [path, sound])));
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  240_000,
);

import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, test } from 'vitest';
import { chromium } from '../text/measure-order.mjs';
import { buildBook, pathsOf } from './build.ts';

/**
 * Runs in the page: what of its text has less contrast than WCAG 2.1 wants (1.4.3: 4.5, of large text 3), and how wide the
 * page is. What Chromium paints under a page that has no ground of its own is the canvas of its colour scheme.
 */
const SCRIPT = `
const channels = (color) => color.match(/[\\d.]+/g).map(Number);
const luminance = (color) => channels(color).slice(0, 3).reduce((sum, channel, at) => {
  const share = channel / 255;
  const linear = share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  return sum + linear * [0.2126, 0.7152, 0.0722][at];
}, 0);
const canvas = matchMedia('(prefers-color-scheme: dark)').matches ? 'rgb(18, 18, 18)' : 'rgb(255, 255, 255)';
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
  const { color, fontSize, fontWeight } = getComputedStyle(node.parentElement);
  const [dark, light] = [luminance(color), luminance(groundOf(node.parentElement))].sort((a, b) => a - b);
  const contrast = (light + 0.05) / (dark + 0.05);
  const size = parseFloat(fontSize);
  const least = size >= 24 || (size >= 18.66 && fontWeight >= 700) ? 3 : 4.5;
  if (contrast < least) faint.push(node.data.trim().slice(0, 20) + ' ' + contrast.toFixed(2));
}
document.body.dataset.found = JSON.stringify({ faint, wide: document.documentElement.scrollWidth > innerWidth });
`;

test.skipIf(chromium === undefined).each([
  ['light', 1, 'content/briefing.md'],
  ['dark', 0, 'content/briefing.md'],
  ['light', 1, 'content/dossier/book.yaml'],
  ['dark', 0, 'content/dossier/book.yaml'],
] as const)(
  'every word stands out on a %s page, and nothing leaves it: %s %s',
  async (_, scheme, source) => {
    const book = await buildBook(source);
    const folder = mkdtempSync(join(tmpdir(), 'warraq-contrast-'));
    try {
      for (const [path, bytes] of Object.entries(book.files)) {
        mkdirSync(join(folder, dirname(path)), { recursive: true });
        writeFileSync(join(folder, path), bytes);
      }
      for (const path of pathsOf(book, /part-/)) {
        const html = new TextDecoder().decode(book.files[`EPUB/${path}`] ?? book.files[path]!);
        const page = join(folder, 'EPUB', 'page.xhtml');
        writeFileSync(page, html.replace('</body>', `<script><![CDATA[${SCRIPT}]]></script></body>`));
        const options = ['--headless', '--no-sandbox', '--disable-gpu', '--disable-background-networking'];
        const own = [
          `--user-data-dir=${join(folder, 'profile')}`,
          `--blink-settings=preferredColorScheme=${scheme}`,
          '--window-size=500,800',
        ];
        const dom = execFileSync(chromium!, [...options, ...own, '--dump-dom', pathToFileURL(page).href], {
          encoding: 'utf8',
          stdio: ['ignore', 'pipe', 'ignore'],
          maxBuffer: 1 << 26,
        });
        const found = /data-found="([^"]*)"/.exec(dom)![1]!.replaceAll('&quot;', '"');
        expect(JSON.parse(found), path).toEqual({ faint: [], wide: false });
      }
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
  240_000,
);

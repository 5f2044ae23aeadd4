import { expect, test } from 'vitest';
import { all, buildText, readText } from '../epub/build.ts';
import { chromium, foldOrder, measureOrder, readTable } from './measure-order.mjs';

/** Rows whose text means the same in Markdown when its punctuation is escaped. */
const rows = readTable().filter(
  ({ logical }) => !/[\\<>|`$~*_#[\]]|:\/\/|www|@|^\S*\d[.)]\s|^ه/.test(logical),
);

test.skipIf(chromium === undefined)(
  'the e-book has the order of the print in paragraphs, cells, headings and notes',
  async () => {
    const texts = rows.map(({ logical }) => logical.replace(/[!-'*-/:-@]/g, '\\$&'));
    const source = [
      '---\ntitle: ترتيب\nlang: ar\ndigits: source\n---\n',
      ...texts.map((text) => `${text}\n`),
      ...texts.map((text) => `## ${text}\n`),
      `| رأس | آخر |\n|---|---|\n${texts.map((text) => `| ${text} | كلمة |`).join('\n')}\n`,
      ...texts.map((_, index) => `كلمة[^${index}]\n`),
      ...texts.map((text, index) => `[^${index}]: ${text}\n`),
    ].join('\n');
    const html = readText(await buildText(source));
    const blocks = [
      ...all(html, /<p\b[^>]*>([\s\S]*?)<\/p>/g),
      ...all(html, /<h[2-4]\b[^>]*>([\s\S]*?)<\/h[2-4]>/g),
      ...all(html, /<t[dh]\b[^>]*>([\s\S]*?)<\/t[dh]>/g),
    ];
    const seen = new Map<string, number>();
    for (const order of measureOrder(blocks)) {
      const folded = foldOrder(order).trim();
      seen.set(folded, (seen.get(folded) ?? 0) + 1);
    }
    const missing = rows.filter(({ visual }) => (seen.get(foldOrder(visual).trim()) ?? 0) < 4);
    expect(missing.map(({ logical }) => logical)).toEqual([]);
  },
);

import { expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/library.ts';
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
  expect(html).toContain('٣٫٥٪<sup>١</sup>');
  expect(html).toContain('<em>الجدول</em><sup>٢</sup>');
  expect(html).toContain('<ol start="3"');
  expect(html).toContain('<sup>١</sup> وفق بيانات <strong>٢٠١١</strong>.');
  expect(html).not.toContain('ليست في الملخص');
});

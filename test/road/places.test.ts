import { expect, test } from 'vitest';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/index.ts';

/** Where a message says that a character stands, against where it was written. */

const world = openNodeWorld(process.cwd());

test.each([
  ['سطر\nثم ᚠ', '2:4'],
  ['- بند\n  سطر ᚠ', '2:7'],
  ['> قول\n> سطر ᚠ', '2:7'],
  ['س &amp; ش\nسطر **ثقيل** ᚠ', '2:14'],
  ['```\nس\nx ᚠ\n```', '3:3'],
  ['- ا\n\n  ```js\n  y "ش" // ᚠ\n  ```', '4:12'],
  ['نص\n\n    ᚠ', '3:5'],
])('a character without a font is told of at its line and column: %j', async (text, place) => {
  const { diagnostics } = await compile({ text }, world);
  const places = diagnostics.filter(({ rule }) => rule === 'glyph-missing').flatMap((each) => each.places);
  expect(places.map(({ line, column }) => `${line}:${column}`)).toEqual([place]);
});

test('a message quotes so much of an endless word that it is known again', async () => {
  const { diagnostics } = await compile({ text: `# ع\n\n${'ك'.repeat(2000)}` }, world);
  const overfull = diagnostics.find(({ rule }) => rule === 'line-overfull');
  expect(overfull?.message.en).toContain(`“${'ك'.repeat(40)}…”`);
});

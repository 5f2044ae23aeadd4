import fc from 'fast-check';
import { expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/compile.ts';
import { textOfLine } from '../../src/page/dump-pages.ts';
import type { Laid } from '../../src/page/page.ts';
import { makeRequest } from '../../src/project/request.ts';

async function lay(text: string, notes: string): Promise<Laid> {
  const head = `---\ntitle: حواشٍ\nlang: ar\ndigits: latn\ntheme: {page: {size: A5}, notes: ${notes}}\n---\n\n`;
  const node = openNodeWorld(import.meta.dirname);
  const assets = {
    readAsset: node.readAsset.bind(node),
    listAssets: node.listAssets.bind(node),
    readPackage: node.readPackage.bind(node),
  };
  const world = { ...openMemoryWorld({ files: { 'a.md': head + text } }), ...assets };
  const { laid } = (await compile(makeRequest({ files: ['a.md'] }), world, new Sink()))!;
  return laid!;
}

const linesOf = ({ drawItems }: Laid['pages'][number]) =>
  drawItems.flatMap((item) => (item.kind === 'line' ? [textOfLine(item.line)] : []));

/** Paragraphs of so many sentences, each with as many notes. */
const paragraphs = fc.array(
  fc.record({ sentences: fc.integer({ min: 1, max: 9 }), notes: fc.integer({ min: 0, max: 3 }) }),
  {
    minLength: 1,
    maxLength: 40,
  },
);

test('pages count their notes from one, in the order of their calls', async () => {
  await fc.assert(
    fc.asyncProperty(paragraphs, async (given) => {
      let count = 0;
      const definitions: string[] = [];
      const body = given.map(({ sentences, notes }) => {
        const calls = Array.from({ length: notes }, () => {
          definitions.push(`[^n${++count}]: حاشية${count}س.`);
          return `كلمة${count}س[^n${count}]`;
        });
        return `${'كلام يطول قليلا ليملأ السطر. '.repeat(sentences)}${calls.join(' و')}.`;
      });
      const { pages } = await lay(
        `${body.join('\n\n')}\n\n${definitions.join('\n\n')}\n`,
        '{numbering: page}',
      );
      const seen: string[] = [];
      for (const page of pages) {
        const text = linesOf(page).join('\n');
        const calls = [...text.matchAll(/كلمة(\d+)س/g)].map(([, note]) => note!);
        const notes = [...text.matchAll(/حاشية(\d+)س/g)].map(([, note]) => note!);
        // each on the page of its call, in its order
        expect(notes).toEqual(calls);
        const numbers = linesOf(page)
          .filter((line) => /^\d+$/.test(line))
          .slice(0, notes.length);
        expect(numbers).toEqual(notes.map((_, at) => String(at + 1)));
        seen.push(...notes);
      }
      expect(seen).toEqual(Array.from({ length: count }, (_, at) => String(at + 1)));
    }),
    { numRuns: 25 },
  );
}, 120_000);

const TEXT = `## أول

نص[^a] ونص[^b] ونص[^a].

## ثان

نص[^c].

[^a]: أولى.
[^b]: ثانية.
[^c]: ثالثة.
`;

test.each([
  ['{place: chapter, numbering: chapter}', ['أول', 'الحواشي', 'أولى.', 'ثانية.', 'ثان', 'الحواشي', 'ثالثة.']],
  ['{place: book, numbering: chapter}', ['أول', 'ثان', 'الحواشي', 'أول', 'أولى.', 'ثانية.', 'ثان', 'ثالثة.']],
  ['{place: book}', ['أول', 'ثان', 'الحواشي', 'أولى.', 'ثانية.', 'ثالثة.']],
])('%s: notes stand where a text ends', async (notes, order) => {
  const { pages } = await lay(TEXT, notes);
  const words = new Set(order);
  expect(linesOf(pages[0]!).filter((line) => words.has(line))).toEqual(order);
});

test('signs of presses count notes, and are doubled after the fifth', async () => {
  const calls = Array.from({ length: 7 }, (_, at) => `ك[^${at}]`).join(' ');
  const definitions = Array.from({ length: 7 }, (_, at) => `[^${at}]: ح.`).join('\n\n');
  const { pages } = await lay(`${calls}.\n\n${definitions}\n`, '{counter: symbols}');
  const marks = linesOf(pages[0]!).filter((line) => /^[*†‡§¶]+$/.test(line));
  expect(marks).toEqual(['*', '†', '‡', '§', '¶', '**', '††']);
});

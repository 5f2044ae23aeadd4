import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { cutSource } from '../../src/parse/cut-source.ts';
import { dumpRoot } from '../../src/parse/dump-root.ts';
import { nodesOf, parse, textOf } from './read-tree.ts';

/** Blocks that a careless cut would tear: fences, HTML, blocks and notes with blank lines and `#` inside. */
const blocks = [
  'فقرة **مهمة** فيها [رابط][مرجع] وحاشية[^ح].',
  '```sh\n\n# ليس عنوانًا\n\n```',
  '~~~~\n```\n\n# ليس عنوانًا\n\n~~~~',
  '::::summary[ملخص]\n\n# عنوان في كتلة\n\n:::note\n# آخر\n:::\n\n::::',
  '<!--\n\n# تعليق\n\n-->',
  '<pre>\n\n# نص\n\n</pre>',
  '- بند\n\n  ```\n  # شيفرة\n\n# عنوان ينهي القائمة',
  '> اقتباس\n> ```\n\n# عنوان بعد اقتباس',
  '1. :::note\n   متن\n\n# عنوان بعد كتلة في قائمة',
  '| أ | ب |\n|---|---|\n| ١ | ٢ |',
  '# عنوان\n## عنوان أصغر\n\nتحته نص',
  'سطر\n=====',
];
const filler = `${'كلمة '.repeat(2_000)}\n`;
const definitions = '[مرجع]: https://example.org\n\n[^ح]: نص الحاشية\n';

describe('long sources are parsed in pieces', () => {
  test('the pieces are the source', () => {
    const text = Array.from({ length: 40 }, (_, index) => `# باب ${index}\n\n${filler}\n`).join('');
    const pieces = cutSource(text);
    expect(pieces.length).toBeGreaterThan(5);
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    for (const piece of pieces) {
      expect(text.slice(piece.offset, piece.offset + piece.text.length)).toBe(piece.text);
      expect(text.slice(0, piece.offset).split('\n').length - 1).toBe(piece.lines);
    }
  });

  test('a short source is one piece', () => {
    expect(cutSource('# أ\n\n# ب\n')).toHaveLength(1);
  });

  test('each block is the same tree in its place in a long book as it is alone', () => {
    const alone = new Map(blocks.map((block) => [block, dumpWithoutPlaces(`${block}\n\n${definitions}`)]));
    const order = fc.array(fc.constantFrom(...blocks), { minLength: 12, maxLength: 20 });
    fc.assert(
      fc.property(order, (chosen) => {
        const text = chosen.map((block) => `# باب\n\n${filler}\n${block}\n\n`).join('') + definitions;
        const dump = dumpWithoutPlaces(text);
        for (const block of chosen) {
          const [own = ''] = alone.get(block)!.split('\n  footnoteDefinition');
          expect(dump).toContain(own.slice('root\n'.length));
        }
      }),
      { numRuns: 12, seed: 7 },
    );
  });

  test('offsets and lines count in the whole file', () => {
    const text = `\uFEFF${Array.from({ length: 40 }, (_, index) => `# باب ${index}\r\n\r\n${filler}\r\nآخر &amp; **غامق**\r\n\r\n`).join('')}`;
    for (const node of nodesOf(parse(text).root)) {
      if (node.type !== 'text' || node.value.length > 100 || node.data?.offsets) continue;
      expect(text.slice(node.position!.start.offset, node.position!.end.offset)).toBe(node.value);
      expect(text.split('\n')[node.data!.origin!.line - 1]!.slice(node.data!.origin!.column - 1)).toContain(
        node.value,
      );
    }
  });
});

/** Ids are left out too: their counts differ when a heading comes again. */
function dumpWithoutPlaces(text: string): string {
  return dumpRoot(parse(text).root)
    .replace(/ \d+:\d+$/gm, '')
    .replace(/ #\S+/g, '');
}

describe('nothing written is lost', () => {
  const words = fc.constantFrom(
    'كلمة',
    'قال:نعم',
    '9:30',
    'std::vector',
    'نصّ',
    'word',
    '٢٠١٠',
    'a:b[c]',
    '«قول»',
    'سؤال؟',
  );
  const marks = fc.constantFrom(
    '',
    '',
    '',
    '**',
    '*',
    '`',
    '~~',
    '[',
    ']',
    '> ',
    '- ',
    '# ',
    '::: ',
    '::',
    '\n',
    '\n\n',
    '<b>',
    '<!',
    '<',
    '&',
    '|',
    '![',
    ']()',
    '(',
    ')',
    '\\',
  );
  const source = fc.array(fc.tuple(marks, words, fc.constantFrom(' ', '\n', '\r\n', '\n\n')), {
    maxLength: 40,
  });

  test('every word of a random text is in the tree', () => {
    fc.assert(
      fc.property(source, (parts) => {
        const text = parts.map(([mark, word, space]) => `${mark}${word}${space}`).join('');
        // What a tag, an address or an image's description holds is no text of the document.
        fc.pre(!/<b>?[^>]*$|<!|!\[|\]\(|\]:/.test(text));
        const found = textOf(parse(text).root);
        for (const [, word] of parts)
          for (const piece of word.split(/[:[\]]+/)) expect(found).toContain(piece);
      }),
      { numRuns: 400, seed: 11 },
    );
  });
});

import fc from 'fast-check';
import type { Nodes } from 'mdast';
import { describe, expect, test } from 'vitest';
import { openGrammar } from '../../src/parse/grammar.ts';
import { patient } from './remark.ts';

const containers = fc.constantFrom(
  '',
  '',
  '',
  '> ',
  '>',
  '- ',
  '  ',
  '1. ',
  '   ',
  '    ',
  '\t',
  '[^1]: ',
  '> - ',
);
const contents = fc.constantFrom(
  'كلمة',
  '| أ | ب |',
  'أ | ب',
  '|---|---|',
  '---|---',
  ':-: | -:',
  '-|-',
  '|-',
  ':-',
  '--',
  '---',
  '===',
  '|',
  '| \\| | ب |',
  '| - ب',
  '# باب',
  '```',
  '<div>',
  ':::note',
  ':::',
  '***',
  '-',
  '> |-|-|',
  'انظر www.a.org أو https://a.org/x-y.',
  'a.b+c@d-e.org',
  'w h 12.5 _a_ C++',
  'x@y',
  '',
  '',
);
const endings = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r', ' \n', '\t\r\n', '\n\n');
const source = fc.array(fc.tuple(containers, contents, endings), { maxLength: 14 });

/** That a directive was closed is said in the tree, where remark says nothing. */
function withoutFences<N extends Nodes>(node: N): N {
  if (node.data?.isClosed) delete node.data;
  if ('children' in node) for (const child of node.children) withoutFences(child);
  return node;
}

describe('what cannot be is not tried, and the tree is that of remark', () => {
  test.each([
    ['a table', '| أ | ب |\n|---|:-:|\n| ١ | ٢ |\n| ٣ | ٤ |\n\nفقرة'],
    ['in a quotation', '> أ | ب\n> -|-\n> ١ | ٢'],
    ['in a list', '- | أ |\n  |---|\n  | ١ |'],
    ['in a note', '[^1]: | أ |\n    |---|\n    | ١ |\n\nانظر[^1].'],
    ['in a directive', ':::note\n| أ |\n|---|\n| ١ |\n:::'],
    ['after a paragraph’s lines', 'سطر\nآخر\n| أ | ب |\n|---|---|\n| ١ | ٢ |'],
    ['with a row that is no row', '| أ |\n|---|\n| ١ |\n> اقتباس\n| ٢ |'],
    ['after a byte order mark', '\uFEFF\n| أ |\n|---|\n| ١ |'],
    ['with carriage returns', '| أ |\r|---|\r| ١ |\r\r| ب |\r\n|:-|\r\n| ٢ |'],
  ])('%s', (_, text) => {
    const tree = openGrammar(null).parse(text);
    expect(JSON.stringify(tree)).toContain('"table"');
    expect(withoutFences(tree)).toEqual(patient.parse(text));
  });

  test('any text has the tree it would have otherwise', () => {
    fc.assert(
      fc.property(source, (lines) => {
        const text = lines.map((line) => line.join('')).join('');
        expect(withoutFences(openGrammar(null).parse(text))).toEqual(patient.parse(text));
      }),
      { numRuns: 600 },
    );
  });
});

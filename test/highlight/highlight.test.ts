import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { beforeAll, describe, expect, test } from 'vitest';
import { Sink } from '../../src/base/diagnostic.ts';
import { contrastOf } from '../../src/epub/contrast.ts';
import { type Highlighter, openHighlighter } from '../../src/highlight/highlighter.ts';
import { TOKEN_KINDS } from '../../src/highlight/token.ts';
import { parseManuscript } from '../../src/parse/parse.ts';
import { readLineInfo } from '../../src/parse/syntax/code-info.ts';
import { CodeLoader } from '../../src/resolve/code-loader.ts';
import { cpuTime } from '../cpu-time.ts';
import { has, run, withFile } from '../pdf/readers.ts';
import { drive } from '../road/drive.ts';
import { plainTheme } from '../style/style-text.ts';

let highlighter: Highlighter;
beforeAll(async () => {
  highlighter = (await openHighlighter())!;
});

const CODE =
  'def متوسط(x: float) -> str:\n    # تعليق "عربي"\n    return f"نص {x} <b>&amp;</b>" + \'\\n\' * 2\r\n\n';

describe('code in colour', () => {
  test.each([
    'python',
    'js',
    'ts',
    'html',
    'css',
    'sh',
    'sql',
    'json',
    'yaml',
    'toml',
    'c++',
    'C#',
    'rs',
    'go',
    'java',
    'kt',
    'php',
    'rb',
    'r',
    'diff',
    'latex',
    'dockerfile',
    'console',
    'markdown',
    'ps1',
    'swift',
    'lua',
    'vb',
  ])('%s is a known language, and its tokens are the code to the letter', async (lang) => {
    const tokens = (await highlighter.highlight(CODE, lang))!;
    expect(tokens.map(({ text }) => text).join('')).toBe(CODE);
  });

  test('names what code is made of', async () => {
    const tokens = await highlighter.highlight('import os  # نظام\nx = "a" + 12', 'py');
    const known = tokens!.filter(({ kind }) => kind !== null).map(({ text, kind }) => [kind, text]);
    expect(known).toEqual([
      ['keyword', 'import'],
      ['comment', '# نظام'],
      ['string', '"a"'],
      ['number', '12'],
    ]);
  });

  test.each(['nosuch', '../../package', 'constructor', '', 'a/b', '__proto__'])(
    '%s is no language',
    async (lang) => {
      expect(await highlighter.highlight('x', lang)).toBe(null);
    },
  );

  test('is read on the ground of the box: contrast of 4.5 and more', () => {
    const theme = plainTheme({});
    const ground = theme.boxes['code']!.background!;
    for (const kind of TOKEN_KINDS) {
      const { color } = theme.roles[`code-${kind}`]!;
      expect(contrastOf(color, ground), kind).toBeGreaterThan(4.5);
    }
    // in grey a keyword is known by its weight
    expect(theme.roles['code-keyword']!.weight).toBeGreaterThan(theme.roles['code']!.weight);
  });
});

describe('lines of code', () => {
  test.each([
    [
      'js {1,3-5}',
      null,
      [
        [1, 1],
        [3, 5],
      ],
    ],
    ['js{2}', null, [[2, 2]]],
    [
      'python hl_lines="1 3"',
      null,
      [
        [1, 1],
        [3, 3],
      ],
    ],
    ['js showLineNumbers', 1, []],
    ['js showLineNumbers=7 {1}', 7, [[1, 1]]],
    ['{.python .numberLines startFrom="10"}', 10, []],
    ['python linenums="4"', 4, []],
    ['js highlight="2-3" lineNumbers', 1, [[2, 3]]],
    ['{.r .number-lines}', 1, []],
    ['js {0,2-1}', null, [[2, 2]]],
  ])('%s', (info, numberFrom, marked) => {
    expect(readLineInfo(info).lines).toEqual({ numberFrom, marked });
  });

  test.each(['js title="x {1} y" {#id}', 'js', '', '{.js #a}', 'js theme=dark'])(
    '%s says nothing of lines',
    (info) => {
      const { lines } = readLineInfo(info.replace('{1} ', ''));
      expect(lines).toBe(null);
    },
  );

  test('leave the language, the title and the id to who asks for them', () => {
    const text = '```js {1} title="عنوان" {#kod}\nx\n```\n\n```{python}\ny\n```\n';
    const { root } = parseManuscript([{ path: 'a.md', text }], new Sink());
    const [first, second] = root.children.filter((node) => node.type === 'code');
    expect(first).toMatchObject({ lang: 'js', data: { title: 'عنوان', lines: { marked: [[1, 1]] } } });
    expect(second).toMatchObject({ lang: 'python' });
  });
});

/** The PDF or e-book of a text. */
async function make(text: string, format: 'pdf' | 'epub') {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-code-'));
  writeFileSync(join(folder, 'a.md'), `---\ntitle: شيفرة\n---\n\n${text}`);
  return drive(folder, ['a.md'], { format });
}

const LISTING = 'const a = 1; // تعليق\n\nlet b = "نص";\n';

describe('numbers of lines', () => {
  test.skipIf(!has('pdftotext'))('are not copied with the code', async () => {
    const numbered = await make(`\`\`\`js {2} showLineNumbers=41\n${LISTING}\`\`\`\n`, 'pdf');
    const bare = await make(`\`\`\`js\n${LISTING}\`\`\`\n`, 'pdf');
    const textOf = (bytes: Uint8Array | null) => withFile(bytes!, (path) => run('pdftotext', path, '-'));
    expect(textOf(numbered.bytes)).toBe(textOf(bare.bytes));
    expect(textOf(numbered.bytes)).toContain('const a = 1;');
  });

  test('in e-books are said by the style sheet, and tokens have their class', async () => {
    const { bytes } = await make(`\`\`\`js {2} showLineNumbers=41\n${LISTING}\`\`\`\n`, 'epub');
    const files = unzipSync(bytes!);
    const text = Object.entries(files)
      .flatMap(([path, file]) => (path.endsWith('.xhtml') ? [strFromU8(file)] : []))
      .join('');
    expect(text).toContain('<span class="code-keyword">const</span>');
    expect(
      [...text.matchAll(/class="(code-line[^"]*)" data-number="(\d+)"/g)].map(
        ([, name, number]) => `${number} ${name}`,
      ),
    ).toEqual(['41 code-line', '42 code-line marked-line', '43 code-line']);
  });
});

test.each([
  ['of a word without end', 'a'.repeat(1000)],
  ['of signs without end', '$'.repeat(1000)],
  ['of lines without words', '\n'.repeat(1000)],
  ['of very many lines', 'let a = 1;\n'.repeat(6000)],
])('code %s keeps one colour, soon, and that is said', async (_, code) => {
  const loader = new CodeLoader(async () => () => ({ path: [], width: 0 }));
  const data = { origin: { file: 'a.md', line: 1, column: 1 } };
  const node = { type: 'code', lang: 'java', value: code, data } as const;
  expect(await cpuTime(() => loader.load(node), 1)).toBeLessThan(500);
  const sink = new Sink();
  expect(loader.tokensOf(node, sink)).toEqual([{ text: code, kind: null }]);
  expect(sink.diagnostics.map(({ rule }) => rule)).toEqual(['code-long']);
});

test('a language that is not known is said once, and its code is printed', async () => {
  const { diagnostics, bytes } = await make('```brainstorm\nx\n```\n\n```brainstorm\ny\n```\n', 'pdf');
  expect(bytes).not.toBe(null);
  expect(diagnostics.map(({ rule, places }) => [rule, places.length])).toEqual([['code-language', 2]]);
});

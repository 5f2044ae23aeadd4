import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import type { MemoryFiles } from '../../src/base/memory-world.ts';
import { settingSpellings } from '../../src/project/setting-keys.ts';
import { ROWS, TOKENS } from '../../src/theme/theme-table.ts';
import { writePostScriptFile } from '../font/post-script-face.ts';
import { openFace } from '../pdf/lay.ts';
import { exif, writeJpeg } from '../raster/jpeg-writer.ts';
import { writePng } from '../raster/png-writer.ts';
import { mutateFont } from './mutate-font.ts';
import { mutateBytes, openRandom } from './random.ts';

/** What `npm run fuzz` draws: whole projects, each with one thing in it that nobody wrote by hand. */

type Files = NonNullable<MemoryFiles['files']>;

/** Drawn files, and which of them is built. */
export interface Drawn {
  readonly files: Files;
  readonly main: string;
}

const require = createRequire(import.meta.url);
const fontOf = (path: string) => readFileSync(require.resolve(`@expo-google-fonts/${path}`));

/** Where syntax begins, ends, or is taken for other syntax. */
const MARKS = [
  '\n',
  '\n\n',
  '  \n',
  '    ',
  '\t',
  '> ',
  '- ',
  '1. ',
  '١) ',
  '• ',
  '# ',
  '###### ',
  '---\n',
  '===\n',
  '```\n',
  '~~~',
  '`',
  '``',
  '*',
  '**',
  '_',
  '~~',
  '==',
  '^',
  '~',
  '[',
  ']',
  '](',
  '(',
  ')',
  '![',
  '[^1]',
  '[^1]: ',
  '[a]: b\n',
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<?',
  '<![CDATA[',
  ']]>',
  '<!A',
  '&amp;',
  '&#0;',
  '&#x202e;',
  '|',
  '|-|-|\n',
  '| a | b |\n',
  ':',
  '::',
  ':::',
  ':::note\n',
  ':::table[t]{landscape}\n',
  ':::columns{count=3}\n',
  ':::chart[t]{unit="م"}\n',
  ':::verse\n',
  ':::timeline\n',
  ':::facts\n',
  ':::table[:ref[a]]{#a}\n| a | b |\n|-|-|\n| 1 | :ref[id] |\n:::\n',
  ':::contents{of=tables}\n:::\n',
  '# :ref[a] {#id}\n',
  '![a](a.png ":ref[id]"){#a}\n',
  '```js title=":ref[a]" {#b}\n',
  ':ref[a]{form=full}',
  ':ref[id]{form=title}',
  '[](#a)',
  '::::',
  ':span[',
  ']{lang=en}',
  '{#id -}',
  '{.x y="z"}',
  '{width=50%}',
  '$$\n',
  '\\[',
  '\\',
  '\\begin{equation}\n',
  '{{',
  '}}',
  '[[',
  ':smile:',
  '> [!NOTE]\n',
  '::pagebreak\n',
  '<table><tr><td>',
  '</td></tr></table>',
  '<div dir="ltr">',
  '<img src="a.png">',
  '<sup>',
  '<details><summary>',
  'https://example.org/',
  'user@example.org',
  'javascript:',
  'data:,',
  '%',
  '../',
];
const WORDS = [
  'نص',
  'كِتَابٌ',
  'كـــتاب',
  'word',
  '١٢٣',
  '12.5%',
  '-3',
  '٢٠٢٦/١١/٣٠',
  '«',
  '»',
  '؟',
  ' ... ',
  '\u200f',
  '\u202e',
  '\u2066',
  '\u2069',
  '\u200c',
  '\u200d',
  '\u00ad',
  '\ufeff',
  '\u0000',
  '\ud800',
  '😀',
  '👩‍👩‍👧',
  'ﷺ',
  'ﷲ',
  '‎',
  'ا'.repeat(300),
  'w'.repeat(300),
  ' '.repeat(40),
];

const piece = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom(...MARKS) },
  { weight: 3, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
);
const pieces = (most: number) => fc.array(piece, { maxLength: most }).map((parts) => parts.join(''));

const scalar = fc.oneof(
  fc.constantFrom(
    '',
    '~',
    'true',
    'no',
    '0',
    '-1',
    '1e9',
    '.nan',
    '12pt',
    '50%',
    '#f00',
    'rtl',
    '[]',
    '{}',
    '&a',
    '*a',
    '!!js/function x',
    '"',
    "'",
    '|',
    '>',
    '<<',
    '? ',
    '__proto__',
    '٢٠',
    '2026-11-30',
  ),
  fc.integer().map(String),
  pieces(3),
);
const YAML_MARKS = [
  ': ',
  ':',
  '- ',
  '\n',
  '\n  ',
  '\n    ',
  ', ',
  '[',
  ']',
  '{',
  '}',
  '# ',
  '&a ',
  '*a',
  '---\n',
  '...\n',
  '\t',
  '"',
  '|\n  ',
];

/** Lines of `key: value`, values being scalars, lists and maps, and now and then what is no YAML at all. */
function yamlOf(keys: readonly string[]): fc.Arbitrary<string> {
  const key = fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...keys) }, { weight: 1, arbitrary: scalar });
  const value = fc.oneof(
    { weight: 4, arbitrary: scalar },
    { weight: 1, arbitrary: fc.array(scalar, { maxLength: 5 }).map((items) => `[${items.join(', ')}]`) },
    {
      weight: 2,
      arbitrary: fc
        .array(fc.tuple(key, scalar), { maxLength: 5 })
        .map((rows) => `{${rows.map((row) => row.join(': ')).join(', ')}}`),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(fc.oneof(scalar, fc.constantFrom(...YAML_MARKS)), { maxLength: 12 })
        .map((parts) => parts.join('')),
    },
  );
  return fc
    .array(fc.tuple(key, value), { maxLength: 12 })
    .map((rows) => rows.map((row) => `${row.join(': ')}\n`).join(''));
}

const BODY =
  '# باب\n\nنصّ وفيه Latin و**غليظ**[^1].\n\n- بند\n\n| أ | ب |\n|---|---|\n| ١ | ٢ |\n\n[^1]: حاشية\n';
const tokens = [
  ...Object.keys(TOKENS),
  ...Object.keys(ROWS),
  ...Object.keys(TOKENS).flatMap((name) => name.split('.')),
  'roles',
  'boxes',
  'masters',
  'extends',
  'body',
  'panel',
  'right',
];

const seeds = fc.integer({ min: 0, max: 0x7fffffff });

/** Files of one kind, mutated by a seed that is drawn: what is printed of one that fails is that number. */
function mutants(
  name: string,
  text: string,
  sources: () => readonly Uint8Array[],
  mutate: typeof mutateBytes,
): fc.Arbitrary<Drawn> {
  let read: readonly Uint8Array[] | null = null;
  return fc.tuple(seeds, fc.nat(20)).map(([seed, which]) => {
    read ??= sources();
    const random = openRandom(seed);
    return { files: { 'a.md': text, [name]: mutate(read[which % read.length]!, random) }, main: 'a.md' };
  });
}

const FONT_TEXT =
  '---\ntheme: { text: { family: "MyFace, Amiri" } }\n---\n# مدرسة\n\nلَا تَحْسَبَنَّ كـتاب Latin fig ١٢٣ 123\n';
const PICTURE_TEXT = '![صورة](a.img)\n';

function pngs(): readonly Uint8Array[] {
  const palette = Array.from({ length: 12 }, (_, at) => 20 * at);
  return [
    { width: 5, height: 4, depth: 8, colorType: 2 },
    { width: 5, height: 4, depth: 16, colorType: 6 },
    { width: 9, height: 4, depth: 2, colorType: 3, palette, transparency: [0, 128] },
    { width: 9, height: 9, depth: 1, colorType: 0, interlaced: true },
    { width: 5, height: 4, depth: 8, colorType: 4 },
  ].map((kind) => writePng(kind, (x, y, channel) => (x + y + channel) % 2));
}

function jpegs(): readonly Uint8Array[] {
  return [0, 1, 2].flatMap((process) =>
    [1, 3, 4].map((channels) => writeJpeg({ width: 17, height: 9, process, channels, before: [exif(6)] })),
  );
}

export const TARGETS: Readonly<Record<string, fc.Arbitrary<Drawn>>> = {
  markdown: pieces(60).map((text) => ({ files: { 'a.md': text }, main: 'a.md' })),
  yaml: yamlOf([...settingSpellings]).map((text) => ({
    files: { 'a.md': `---\n${text}---\n${BODY}`, 'data.csv': 'a,b\n' },
    main: 'a.md',
  })),
  theme: yamlOf(tokens).map((text) => ({
    files: { 'a.md': `---\ntheme: t.yaml\n---\n${BODY}`, 't.yaml': text },
    main: 'a.md',
  })),
  'book.yaml': fc
    .tuple(yamlOf([...settingSpellings, 'chapters', 'chapters']), pieces(12))
    .map(([text, other]) => ({
      files: { 'book.yaml': `${text}\nchapters: [a.md, b.md]\n`, 'a.md': BODY, 'b.md': other },
      main: 'book.yaml',
    })),
  png: mutants('a.img', PICTURE_TEXT, pngs, mutateBytes),
  jpeg: mutants('a.img', PICTURE_TEXT, jpegs, mutateBytes),
  ttf: mutants(
    'fonts/MyFace.ttf',
    FONT_TEXT,
    () => [
      fontOf('ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf'),
      fontOf('ibm-plex-mono/400Regular/IBMPlexMono_400Regular.ttf'),
    ],
    mutateFont,
  ),
  cff: mutants('fonts/MyFace.otf', FONT_TEXT, () => [writePostScriptFile(openFace('plex'))], mutateFont),
};

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { files, importsOf } from './source-files.ts';

/**
 * Where each package comes in: one that changes, or is changed for another, is met there and nowhere else. The grammar
 * of Markdown is one package in parts.
 */
const WALLS: Readonly<Record<string, readonly string[]>> = {
  '@mathjax/src': ['math/mathjax.ts'],
  'color-string': ['vector/svg/paint.ts'],
  commander: ['cli/program.ts'],
  'css-select': ['vector/svg/style-sheet.ts'],
  'css-what': ['vector/svg/style-sheet.ts'],
  'csv-parse': ['resolve/read-csv.ts'],
  fflate: ['base/zip.ts', 'raster/write-png.ts'],
  fontkit: ['fontfile/font-file.ts'],
  gemoji: ['parse/syntax/phrase-marks.ts'],
  handlebars: ['template/parse-template.ts'],
  // The launcher only hands it to the bundled program, which cannot load it.
  harfbuzzjs: ['cli/launch.ts', 'font/harfbuzz-face.ts', 'font/instance.ts'],
  'highlight.js': ['highlight/highlighter.ts'],
  // of documents, of the MathML that is made of them, and of drawings
  htmlparser2: ['math/read-mathml.ts', 'parse/html/read-html.ts', 'vector/svg/svg-tree.ts'],
  hyphen: ['text/hyphenate.ts'],
  'micromark-core-commonmark': [
    'parse/syntax/arabic-emphasis.ts',
    'parse/syntax/arabic-lists.ts',
    'parse/syntax/paragraph-limits.ts',
  ],
  nodemailer: ['cli/host.ts'],
  'pdfjs-dist': ['cli/host.ts'],
  pdfkit: ['pdf/pdf-file.ts'],
  'remark-directive': ['parse/grammar.ts'],
  'remark-frontmatter': ['parse/grammar.ts'],
  'remark-gfm': ['parse/grammar.ts'],
  'remark-parse': ['parse/grammar.ts'],
  sharp: ['raster/load-sharp.ts'],
  'smol-toml': ['project/read-book-toml.ts'],
  svgpath: ['vector/svg/shapes.ts'],
  unified: ['parse/grammar.ts'],
  yaml: ['base/parse-yaml.ts', 'font/family.ts', 'project/yaml-entries.ts', 'theme/theme-tokens.ts'],
};

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly peerDependencies: Readonly<Record<string, string>>;
}

const { dependencies, peerDependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as Manifest;

const packages = Object.keys({ ...dependencies, ...peerDependencies }).filter(
  (name) => !name.startsWith('@expo-google-fonts/'),
);

/** By its values or by its types. */
const reaches = (file: string, name: string) =>
  importsOf(file).some(({ target, isOwn }) => !isOwn && (target === name || target.startsWith(`${name}/`)));

describe('behind its wall', () => {
  test('stands every package, and none is listed that is not depended on', () => {
    expect(Object.keys(WALLS)).toEqual([...packages].sort());
  });

  test.each(Object.entries(WALLS))('%s is reached from there alone', (name, walls) => {
    expect(files.filter((file) => reaches(file, name))).toEqual(walls);
  });

  test("what pdfkit's document has that its published types lack is known to one module", () => {
    const knowing = files.filter((file) =>
      importsOf(file).some(({ target }) => target === 'pdf/pdfkit-document.ts'),
    );
    expect(knowing).toEqual(['pdf/pdf-file.ts']);
  });
});

import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { buildWord, paragraphs } from './build.ts';

/** Where .ci/word-readers.sh keeps python-docx, mammoth and openxml-audit; fetched by running it once. */
const READERS = process.env['WORD_READERS'] ?? '';
const PYTHON = join(READERS, 'bin/python');
const hasReaders = READERS !== '' && existsSync(PYTHON);
const hasOffice =
  spawnSync('soffice', ['--version']).status === 0 && spawnSync('pdftotext', ['-v']).status === 0;

/** Each with its root and its file. */
const DOCUMENTS: Readonly<Record<string, readonly [folder: string, file: string]>> = {
  briefing: ['content', 'briefing.md'],
  dossier: ['content/dossier', 'book.yaml'],
  blocks: ['test/road/blocks', 'document.md'],
  inlines: ['test/road/inlines', 'document.md'],
  directions: ['test/road/directions', 'document.md'],
  english: ['test/road/english', 'document.md'],
  persian: ['test/road/persian', 'document.md'],
  'nested-lists': ['test/road/nested-lists', 'document.md'],
  'deep-nesting': ['test/road/deep-nesting', 'document.md'],
  'known-syntax': ['test/road/known-syntax', 'document.md'],
  'number-tables': ['test/road/number-tables', 'document.md'],
  'long-notes': ['test/road/long-notes', 'document.md'],
  formulas: ['test/road/formulas', 'document.md'],
  empty: ['test/road/empty', 'document.md'],
};

interface Read {
  readonly docx: {
    readonly blocks: readonly {
      readonly text: string;
      readonly style: string;
      readonly numbered: boolean;
      readonly rtl: readonly (boolean | null)[];
    }[];
    readonly tables: readonly unknown[];
    readonly title: string;
    readonly language: string;
    readonly pictures: number;
  };
  readonly mammoth: {
    readonly text: string;
    readonly html: string;
    readonly counts: Readonly<Record<string, number>>;
    readonly told: readonly string[];
  };
  readonly audit: readonly string[];
}

const wordsOf = (text: string): readonly string[] =>
  text.replace(/[\u00AD\u200B-\u200F]/g, '').match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];

const folder = mkdtempSync(join(tmpdir(), 'warraq-docx-'));
const pathOf = (name: string) => join(folder, `${name}.docx`);

beforeAll(async () => {
  if (!hasReaders && !hasOffice) return;
  for (const [name, [root, file]] of Object.entries(DOCUMENTS))
    writeFileSync(pathOf(name), (await buildWord({ files: [file] }, root)).bytes);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe.skipIf(!hasReaders)('as others read them (WORD_READERS)', () => {
  let read: Readonly<Record<string, Read>> = {};

  beforeAll(() => {
    const names = Object.keys(DOCUMENTS);
    const script = join(import.meta.dirname, 'read-word.py');
    const { stdout, stderr } = spawnSync(PYTHON, [script, ...names.map(pathOf)], {
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    });
    const lines = stdout.trim().split('\n');
    expect(lines, stderr).toHaveLength(names.length);
    read = Object.fromEntries(names.map((name, at) => [name, JSON.parse(lines[at]!) as Read]));
  });

  test.each(Object.keys(DOCUMENTS))('%s breaks no rule of the schema (openxml-audit)', (name) => {
    expect(read[name]!.audit).toEqual([]);
  });

  test.each(Object.keys(DOCUMENTS).filter((name) => name !== 'deep-nesting' && name !== 'formulas'))(
    '%s says the same words to python-docx and to mammoth',
    async (name) => {
      const [root, file] = DOCUMENTS[name]!;
      const text = await buildWord({ files: [file] }, root);
      const own = paragraphs(text)
        .map(([words]) => words)
        .join('\n');
      const { docx, mammoth } = read[name]!;
      expect(wordsOf(docx.blocks.map((block) => block.text).join('\n'))).toEqual(wordsOf(own));
      // mammoth leaves the end of a line inside a paragraph out of its text
      expect(wordsOf(mammoth.text).join('')).toEqual(wordsOf(own).join(''));
      expect(mammoth.told).toEqual([]);
    },
  );

  test('headings, lists, tables and notes are what they are', async () => {
    const { docx, mammoth } = read['briefing']!;
    const count = (style: RegExp) => docx.blocks.filter((block) => style.test(block.style)).length;
    const source = readFileSync('content/briefing.md', 'utf8');
    const headings = [2, 3, 4].map((rank) => source.match(new RegExp(`^#{${rank}} `, 'gm'))?.length ?? 0);
    // the only one of the first rank is the title
    expect([count(/^Heading 1$/), count(/^Heading 2$/), count(/^Heading 3$/)]).toEqual(headings);
    const notes = source.match(/^\[\^[^\]]+\]:/gm)!.length;
    const numbered = docx.blocks.filter((block) => block.numbered);
    expect(mammoth.counts['li']).toBe(numbered.length + notes);
    expect(numbered.map(({ text }) => text)).toContain('الموافقة على «إعلان آستانة».');
    expect(mammoth.counts['table']).toBe(docx.tables.length);
    expect(docx.language).toBe('ar');
    expect(mammoth.html.match(/id="footnote-\d+"/g)).toHaveLength(notes);
    const rtl = docx.blocks.flatMap((block) => block.rtl);
    expect(rtl.filter((one) => one === true).length).toBeGreaterThan(rtl.length * 0.8);
  });

  test('pictures are pictures, with what they show', () => {
    expect(read['blocks']!.docx.pictures + read['known-syntax']!.docx.pictures).toBeGreaterThan(0);
  });
});

describe.skipIf(!hasOffice)('as LibreOffice reads them', () => {
  test.each(['briefing', 'dossier', 'directions', 'deep-nesting'])(
    '%s has every word once and in order',
    async (name) => {
      const args = ['--headless', `-env:UserInstallation=file://${folder}/profile`];
      const to = ['--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder];
      expect(spawnSync('soffice', [...args, ...to, pathOf(name)], { timeout: 120_000 }).status).toBe(0);
      const read = readFileSync(join(folder, `${name}.txt`), 'utf8').replace(
        /^ *(?:[\d\p{L}]{1,4}\.|[•–☐☑]) /gmu,
        '',
      );
      const [root, file] = DOCUMENTS[name]!;
      const made = await buildWord({ files: [file] }, root);
      // the text has the numbers of notes, in the digits of LibreOffice
      const bare = (text: string) => wordsOf(text.replace(/[0-9]/g, ''));
      const words = paragraphs(made).flatMap(([own]) => bare(own));
      expect(bare(read).slice(0, words.length)).toEqual(words);
    },
    180_000,
  );
});

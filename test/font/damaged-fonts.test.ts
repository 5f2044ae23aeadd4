import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { readFontFile, viewOf, writeFontFile } from '../../src/font/sfnt-file.ts';
import { compile } from '../../src/index.ts';
import { mutateFont } from '../fuzz/mutate-font.ts';
import { openRandom } from '../fuzz/random.ts';
import { openFace } from '../pdf/lay.ts';
import { has } from '../pdf/readers.ts';
import { writePostScriptFile } from './post-script-face.ts';

/** Fonts that are not as OpenType has them: each is refused with its reason, or what is embedded of it is sound. */

const NODE = openNodeWorld('.');
const copy = (name: 'amiri' | 'plex' | 'noto' | 'vazirmatn') => Uint8Array.from(openFace(name).bytes);
const FACES: Readonly<Record<string, Uint8Array>> = {
  Amiri: copy('amiri'),
  'IBM Plex Sans Arabic': copy('plex'),
  'Noto Naskh Arabic': copy('noto'),
  Vazirmatn: copy('vazirmatn'),
  'IBM Plex Sans Arabic, PostScript': writePostScriptFile(openFace('plex')),
};

/** Of each face 120, by night; else a share of them, as each costs a whole document. */
const MUTANTS = 120;
const SHARE = process.env['NIGHTLY'] === '1' ? 1 : 8;

const TEXT = `---
title: تجربة
theme: { text: { family: "MyFace, Amiri" }, heading: { family: MyFace } }
---

# مدرسة النص

لَا تَحْسَبَنَّ ABC fig 123 ١٢٣ درس الحساب، ثم قرأ التلاميذ ما كتب كـتاب
`;

const folder = mkdtempSync(join(tmpdir(), 'warraq-fonts-'));
afterAll(() => rmSync(folder, { recursive: true }));
const isJudged = has('python3') && spawnSync('python3', [judge()], { input: '' }).status === 0;

function judge(): string {
  return fileURLToPath(new URL('load-fonts.py', import.meta.url));
}

function build(font: Uint8Array) {
  const memory = openMemoryWorld({ files: { 'text.md': TEXT, 'fonts/MyFace.ttf': font } });
  return compile(
    { files: ['text.md'] },
    {
      ...memory,
      readAsset: NODE.readAsset.bind(NODE),
      listAssets: NODE.listAssets.bind(NODE),
      readPackage: NODE.readPackage.bind(NODE),
    },
  );
}

/** The programs of all fonts of a PDF. */
async function fontsOf(pdf: Uint8Array): Promise<readonly Uint8Array[]> {
  const mupdf = await import('mupdf');
  const document = new mupdf.PDFDocument(pdf);
  const programs: Uint8Array[] = [];
  for (let page = 0; page < document.countPages(); page++)
    document
      .loadPage(page)
      .getObject()
      .getInheritable('Resources')
      .get('Font')
      .forEach((font) => {
        const file = font.get('DescendantFonts').get(0).get('FontDescriptor').get('FontFile2');
        programs.push(file.readStream().asUint8Array().slice());
      });
  return programs;
}

describe.each(Object.entries(FACES))('mutants of %s', (name, file) => {
  test.skipIf(!isJudged || !has('qpdf'))(
    'end in a sound document, with a word where another face stands in',
    { timeout: 1_800_000 },
    async () => {
      const paths = new Map<string, number>();
      const wrong: string[] = [];
      let refused = 0;
      for (let seed = SHARE; seed <= MUTANTS; seed += SHARE) {
        const { ok, bytes, diagnostics } = await build(mutateFont(file, openRandom(seed)));
        const said = diagnostics.map(({ rule, message }) => `${rule}: ${message.en}`);
        const refusal = said.find((line) => /^font-(?:damaged|unreadable|undrawn|unjoined)/.test(line));
        if (refusal !== undefined) refused += 1;
        if (!ok) wrong.push(`seed ${seed}: ${said.at(-1)}`);
        else if (refusal !== undefined && !refusal.includes('fonts/MyFace.ttf'))
          wrong.push(`seed ${seed}: ${refusal}`);
        if (!ok) continue;
        const path = join(folder, `${seed}.pdf`);
        writeFileSync(path, bytes);
        if (spawnSync('qpdf', ['--check', path]).status !== 0) wrong.push(`seed ${seed}: qpdf`);
        for (const [at, program] of (await fontsOf(bytes)).entries()) {
          const own = join(folder, `${seed}-${at}.ttf`);
          writeFileSync(own, program);
          paths.set(own, seed);
        }
      }
      const { stdout } = spawnSync('python3', [judge()], {
        input: [...paths.keys()].join('\n'),
        encoding: 'utf8',
      });
      expect([...wrong, ...stdout.split('\n').filter((line) => line !== '')], name).toEqual([]);
      // Some are, some are not: else nothing was tried.
      expect([refused > 0, refused < MUTANTS / SHARE]).toEqual([true, true]);
    },
  );
});

test('a font is refused by its name, its table and the reason, in both languages', async () => {
  const tables = readFontFile(FACES['Amiri']!);
  const head = tables.get('head')!.slice();
  viewOf(head).setUint16(18, 8);
  const { ok, diagnostics } = await build(writeFontFile(tables.set('head', head)));
  const { message, severity } = diagnostics.find(({ rule }) => rule === 'font-damaged')!;
  expect([ok, severity]).toEqual([true, 'warning']);
  expect(message.en).toContain('fonts/MyFace.ttf is damaged in its table head (8 units per em');
  expect(message.ar).toContain('تالف في جدوله head ‏(8 وحدة في الإم');
});

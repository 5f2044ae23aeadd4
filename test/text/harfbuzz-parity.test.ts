import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { fonts } from './set-text.ts';

const FAMILIES = ['amiri', 'ibm-plex-sans-arabic', 'noto-naskh-arabic', 'scheherazade-new', 'vazirmatn'];
const WANTED = 10_000;

const present = (() => {
  try {
    execFileSync('hb-shape', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

/** Words of our own content, with affixes, with vowels, and words that are hard on purpose. */
function collectWords(): readonly string[] {
  const folder = new URL('../../content/', import.meta.url);
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    file.endsWith('.md'),
  );
  const text = files.map((file) => readFileSync(new URL(file, folder), 'utf8')).join(' ');
  const stems = new Set(text.match(/[\u0620-\u064A]{3,}/g));
  const hard = [
    'لِلّٰهِ',
    'اللَّه',
    'لَأُ',
    'لْإِ',
    'الآن',
    'فلأجل',
    'ٱلرَّحْمَٰنِ',
    'شَيْءٌ',
    'گفت‌وگو',
    'می‌خواهم',
    'پیچیدہ',
    'ٹھیک',
    'ہے',
    'ڑھ',
    'بِسْمِ',
    'مُؤَسَّسَةٌ',
    'ـﷲ',
    'رَبِّ',
    'يُؤْتَىٰ',
  ];
  const words = new Set(hard);
  const affixes: readonly (readonly [string, string])[] = [
    ['', ''],
    ['ال', ''],
    ['وال', ''],
    ['بال', ''],
    ['لل', ''],
    ['و', 'ها'],
    ['ف', 'هم'],
    ['', 'ات'],
    ['', 'ين'],
    ['سي', 'ون'],
    ['', 'ًا'],
  ];
  const vowels = ['َ', 'ِ', 'ُ', 'ْ', 'َّ', 'ِّ', 'ٌ', 'ٰ'];
  for (const [before, after] of affixes) {
    for (const stem of stems) {
      const word = before + stem + after;
      words.add(word);
      // A mark after each letter, chosen by the letters themselves: the same words every time.
      words.add(
        Array.from(word, (letter, i) => letter + vowels[(letter.codePointAt(0)! + i) % vowels.length]!).join(
          '',
        ),
      );
      if (words.size >= WANTED) return [...words];
    }
  }
  return [...words];
}

interface NativeGlyph {
  readonly g: number;
  readonly ax: number;
  readonly dx: number;
  readonly dy: number;
}

function shapeNatively(words: readonly string[], bytes: Uint8Array): readonly (readonly NativeGlyph[])[] {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-'));
  try {
    writeFileSync(join(folder, 'words.txt'), words.join('\n'));
    writeFileSync(join(folder, 'face.ttf'), bytes);
    const flags = [
      '--direction=rtl',
      '--script=Arab',
      '--language=ar',
      '--no-glyph-names',
      '--output-format=json',
    ];
    const output = execFileSync(
      'hb-shape',
      [...flags, join(folder, 'face.ttf'), `--text-file=${join(folder, 'words.txt')}`],
      { encoding: 'utf8', maxBuffer: 1 << 28 },
    );
    return output
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as NativeGlyph[]);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe.skipIf(!present)(
  `shaping equals native HarfBuzz${present ? '' : ' (skipped: install the Debian package libharfbuzz-bin)'}`,
  () => {
    const words = present ? collectWords() : [];

    test(`there are ${WANTED} distinct words`, () => expect(words.length).toBeGreaterThanOrEqual(WANTED));

    test.each(FAMILIES)('%s', (family) => {
      const face = fonts.face(family, 400, false);
      const native = shapeNatively(words, face.bytes);
      expect(native).toHaveLength(words.length);
      const different = words.filter((text, i) => {
        const run = face.shape({
          text,
          before: '',
          after: '',
          rtl: true,
          script: 'Arab',
          lang: 'ar',
          features: '',
        });
        const ours = Array.from(run.ids, (id, k) => [id, run.advances[k], run.dx[k], run.dy[k]].join());
        return ours.join(' ') !== native[i]!.map(({ g, ax, dx, dy }) => [g, ax, dx, dy].join()).join(' ');
      });
      expect(different).toEqual([]);
    });
  },
);

import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { writeToUnicode } from '../../src/textlayer/to-unicode.ts';
import { drive } from '../road/drive.ts';

describe('a ToUnicode map', () => {
  test('has an entry a code, in UTF-16, and none for a code without characters', () => {
    const map = writeToUnicode([[], [0x644], [0x644, 0x627], [0x1f600]]);
    expect(map).toContain('3 beginbfchar\n<0001> <0644>\n<0002> <06440627>\n<0003> <d83dde00>\nendbfchar');
    expect(map).not.toContain('bfrange');
  });

  test('has sections of no more than a hundred entries', () => {
    const map = writeToUnicode(Array.from({ length: 251 }, (_, index) => [0x621 + index]));
    expect([...map.matchAll(/(\d+) beginbfchar/g)].map(([, count]) => Number(count))).toEqual([100, 100, 51]);
    expect(map.match(/^<[0-9a-f]{4}> <06[0-9a-f]{2}>$|^<[0-9a-f]{4}> <07[0-9a-f]{2}>$/gm)).toHaveLength(251);
  });
});

const installed = ['gs', 'pdftotext'].every((name) => spawnSync(name, ['-v']).error === undefined);

test.skipIf(!installed)('Ghostscript keeps Arabic words when it rewrites a document', async () => {
  const words = 'كازاخستان بين رئاستين ومنظمة الأمن والتعاون';
  const { bytes } = await drive(tmpdir(), ['-'], { text: words });
  const folder = mkdtempSync(join(tmpdir(), 'warraq-gs-'));
  const [from, to] = [join(folder, 'from.pdf'), join(folder, 'to.pdf')];
  writeFileSync(from, bytes!);
  execFileSync('gs', ['-q', '-dSAFER', '-sDEVICE=pdfwrite', '-o', to, from]);
  const text = execFileSync('pdftotext', [to, '-'], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  const read = text.replace(/\p{Cf}/gu, '').split(/\s+/u);
  for (const word of words.split(' ')) expect(read).toContain(word);
});

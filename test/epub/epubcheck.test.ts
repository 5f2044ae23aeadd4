import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { buildBook } from './build.ts';

/** Where .ci/epubcheck.sh keeps the program; fetched by running it once. */
const HOME = process.env['EPUBCHECK_HOME'] ?? '';

describe.skipIf(!existsSync(join(HOME, 'lib')) || HOME === '')('EPUBCheck (EPUBCHECK_HOME)', () => {
  it.each([
    'content/briefing.md',
    'content/dossier/book.yaml',
    'test/road/blocks/document.md',
    'test/road/english/document.md',
  ])(
    'finds no error and no warning in %s',
    async (file) => {
      const folder = mkdtempSync(join(tmpdir(), 'warraq-epub-'));
      try {
        const path = join(folder, 'book.epub');
        writeFileSync(path, (await buildBook(file)).bytes);
        const { stdout, status } = spawnSync('.ci/epubcheck.sh', [HOME, path], { encoding: 'utf8' });
        expect(stdout).toContain('0 fatals / 0 errors / 0 warnings');
        expect(status).toBe(0);
      } finally {
        rmSync(folder, { recursive: true });
      }
    },
    120_000,
  );
});

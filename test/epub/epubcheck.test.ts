import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildBook } from './build.ts';

/** Where .ci/epubcheck.sh keeps the program; fetched by running it once. */
const HOME = process.env['EPUBCHECK_HOME'] ?? '';

const SOURCES = [
  'content/briefing.md',
  'content/dossier/book.yaml',
  'test/road/blocks/document.md',
  'test/road/english/document.md',
];

describe.skipIf(!existsSync(join(HOME, 'lib')) || HOME === '')('EPUBCheck (EPUBCHECK_HOME)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'warraq-epub-'));
  const pathOf = (at: number) => join(folder, `${at}.epub`);
  let ended = { stdout: '', status: null as number | null };
  beforeAll(async () => {
    for (const [at, file] of SOURCES.entries()) writeFileSync(pathOf(at), (await buildBook(file)).bytes);
    // Of one process: a book takes it a second, its schemas ten.
    ended = spawnSync('.ci/epubcheck.sh', [HOME, ...SOURCES.map((_, at) => pathOf(at))], {
      encoding: 'utf8',
    });
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it.each(SOURCES)('finds no error and no warning in %s', (file) => {
    const report = ended.stdout.split(`${pathOf(SOURCES.indexOf(file))}: `)[1] ?? '';
    expect(report.split('.epub: ')[0]).toContain('0 fatals / 0 errors / 0 warnings');
    expect(ended.status).toBe(0);
  });
});

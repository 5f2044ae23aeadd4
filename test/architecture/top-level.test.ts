import { execFileSync, spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;

/** Everything that may stand at the top of the repository. */
const ENTRIES: ReadonlySet<string> = new Set([
  '.ci',
  '.editorconfig',
  '.github',
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'CONTRIBUTING.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'content',
  'docs',
  'findings',
  'fonts',
  'output',
  'package-lock.json',
  'package.json',
  'src',
  'templates',
  'test',
  'tsconfig.json',
  'vitest.config.ts',
]);

const isClone = spawnSync('git', ['rev-parse', '--git-dir'], { cwd: ROOT }).status === 0;

/** Where pictures of pages may stand. */
const PICTURED = /^(?:templates|docs)\//;

/** Bytes: a clone is all that was ever in it. */
const LARGEST = 300_000;

const listed = isClone
  ? execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
      cwd: ROOT,
      encoding: 'utf8',
      maxBuffer: 1 << 26,
    })
      .split('\0')
      .filter((path) => path !== '')
  : [];

describe.skipIf(!isClone)('the repository', () => {
  // A stray page once got in with `git add .`: `pdftoppm document.pdf -` writes `--01.ppm` beside the reader.
  test('has nothing at its top but what belongs there', () => {
    const entries = new Set(listed.map((path) => path.split('/')[0]!));
    expect([...entries].filter((entry) => !ENTRIES.has(entry)).sort()).toEqual([]);
  });

  test('has no large file but pictures of pages', () => {
    const sizes = listed
      .filter((path) => !PICTURED.test(path))
      .map((path) => [path, statSync(`${ROOT}${path}`, { throwIfNoEntry: false })?.size ?? 0] as const);
    expect(sizes.filter(([, size]) => size > LARGEST)).toEqual([]);
  });
});

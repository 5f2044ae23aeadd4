import { execFileSync, spawnSync } from 'node:child_process';
import { expect, test } from 'vitest';

const ROOT = new URL('../../', import.meta.url).pathname;

/** Everything that may stand at the top of the repository. */
const ENTRIES: ReadonlySet<string> = new Set([
  '.ci',
  '.editorconfig',
  '.gitignore',
  '.npmrc',
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'biome.json',
  'content',
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

// A stray page once got in with `git add .`: `pdftoppm document.pdf -` writes `--01.ppm` beside the reader.
test.skipIf(!isClone)('nothing lies at the top but what belongs there', () => {
  const listed = execFileSync('git', ['ls-files', '-z', '--cached', '--others', '--exclude-standard'], {
    cwd: ROOT,
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  });
  const entries = new Set(listed.split('\0').map((path) => path.split('/')[0]!));
  entries.delete('');
  expect([...entries].filter((entry) => !ENTRIES.has(entry)).sort()).toEqual([]);
});

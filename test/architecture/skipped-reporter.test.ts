import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** The run of `vitest.sample.ts`, in which one of two tests is skipped. */
function runSample(ci: string | undefined, ...more: readonly string[]) {
  const { CI: _, ...env } = process.env;
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.sample.ts', ...more],
    { cwd: ROOT, env: ci === undefined ? env : { ...env, CI: ci }, encoding: 'utf8' },
  );
  return { status, talk: stdout + stderr };
}

const NAMED = 'test/architecture/skipped.sample.ts: where no such program is';

test('a test that was not run is named at the end of the run', () => {
  const { status, talk } = runSample(undefined);
  expect(talk).toContain(NAMED);
  expect(status, talk).toBe(0);
});

test('where CI is set it fails the run', () => {
  const { status, talk } = runSample('true');
  expect(talk).toContain(NAMED);
  expect(status, talk).toBe(1);
});

test('tests left out by name are no matter', () => {
  const { status, talk } = runSample('true', '-t', 'runs');
  expect(talk).not.toContain('Not run');
  expect(status, talk).toBe(0);
});

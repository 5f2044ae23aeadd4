/**
 * Runs the tests that docs/security.md names, row by row: `npm run test:security`. Fails where one fails, where a row names a
 * test that there is not, and where `CI` is set and one is skipped.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readRows } from './read-rows.mjs';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

const rows = readRows(readFileSync(join(ROOT, 'docs/security.md'), 'utf8'));
const named = rows.flatMap(({ tests }) => tests);
const scratch = mkdtempSync(join(tmpdir(), 'warraq-security-'));
try {
  const report = join(scratch, 'report.json');
  const files = [...new Set(named.map(({ file }) => file))];
  const pattern = [...new Set(named.map(({ name }) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')))].join(
    '|',
  );
  const args = ['vitest', 'run', ...files, '-t', pattern, '--reporter=json', `--outputFile=${report}`];
  spawnSync('npx', args, { cwd: ROOT, stdio: ['ignore', 'ignore', 'inherit'] });
  process.exitCode = tell(JSON.parse(readFileSync(report, 'utf8'))) ? 0 : 1;
} finally {
  rmSync(scratch, { recursive: true });
}

/**
 * @typedef {{ fullName: string, status: string }} Run
 * @param {{ testResults: { name: string, assertionResults: Run[] }[] }} report
 * @returns {boolean} whether every promise holds
 */
function tell({ testResults }) {
  let holds = true;
  for (const { id, tests } of rows) {
    const words = tests.map(({ file, name }) => {
      const ran = testResults.find((result) => relative(ROOT, result.name) === file)?.assertionResults ?? [];
      const meant = ran.filter(({ fullName }) => fullName.includes(name));
      const count = (/** @type {string} */ status) => meant.filter((run) => run.status === status).length;
      const [passed, failed] = [count('passed'), count('failed')];
      const isSkipped = passed + failed === 0 && meant.length > 0;
      if (failed > 0 || meant.length === 0 || (isSkipped && process.env['CI'])) holds = false;
      if (meant.length === 0) return `no test “${name}” in ${file}`;
      return `${passed} hold${failed > 0 ? `, ${failed} FAIL` : ''}${isSkipped ? ' (not run here)' : ''}`;
    });
    console.log(`${id.padEnd(4)} ${words.join('; ')}`);
  }
  return holds;
}

// Holds the bundled command line against the library: for each document given the same bytes, and the same
// diagnostics in the same words. Bundling once broke patterns of Arabic letters.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import { compile, openNodeWorld } from '../dist/index.js';

const root = fileURLToPath(new URL('../', import.meta.url));
const out = join(tmpdir(), `warraq-${process.pid}.pdf`);
let failed = false;
for (const file of process.argv.slice(2)) {
  const [library, bundle] = [await buildByLibrary(file), buildByBundle(file)];
  const same = library.bytes.equals(bundle.bytes) && isDeepStrictEqual(library.said, bundle.said);
  console.log(`${same ? 'same' : 'DIFFERENT'}: ${file} (${library.bytes.length} bytes, ${library.said.length} diagnostics)`);
  failed ||= !same;
}
process.exitCode = failed ? 1 : 0;

async function buildByLibrary(file) {
  const { bytes, diagnostics } = await compile({ files: [file] }, openNodeWorld(root));
  return { bytes: Buffer.from(bytes ?? []), said: diagnostics.map(wordsOf).sort() };
}

function buildByBundle(file) {
  const command = [join(root, 'dist/cli.js'), 'build', file, '-o', out, '--json', '--root', root];
  const { stdout } = spawnSync(process.execPath, command, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  const bytes = existsSync(out) ? readFileSync(out) : Buffer.alloc(0);
  rmSync(out, { force: true });
  return { bytes, said: JSON.parse(stdout).diagnostics.map(wordsOf).sort() };
}

function wordsOf({ rule, message, hint }) {
  return JSON.stringify([rule, message, hint]);
}

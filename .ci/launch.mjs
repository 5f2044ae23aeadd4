// Opens the bundled command line with the code that V8 has compiled for it before: a fifth of the time
// of a one-page document would go into compiling. Code compiled by another V8 is refused, and made anew.
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, setPriority } from 'node:os';
import { setFlagsFromString } from 'node:v8';
import { constants, Script } from 'node:vm';
import * as harfbuzz from 'harfbuzzjs';

const file = new URL('warraq.cjs', import.meta.url);
export const codeFile = new URL('warraq.code', import.meta.url);

/** @returns {{ script: Script, exports: { openDesk(): unknown, runCommandLine(args: string[], desk: unknown): Promise<number> } }} */
export function openBundle() {
  optimiseLater();
  const source = readFileSync(file, 'latin1');
  const script = new Script(`(function (module, require, $url, $harfbuzz) {${source}\n})`, {
    filename: file.pathname,
    cachedData: readCode(),
    importModuleDynamically: constants.USE_MAIN_CONTEXT_DEFAULT_LOADER,
  });
  const module = { exports: {} };
  script.runInThisContext()(module, createRequire(import.meta.url), file.href, harfbuzz);
  return { script, exports: module.exports };
}

/**
 * The V8 of Node 20 takes a function for hot three times too soon for a program that lives a second: a tenth
 * of the time of a hundred pages goes into optimising it. Kept code counts on the same flags.
 */
function optimiseLater() {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=200000');
}

/** V8's own threads, and this one. */
const THREADS = 5;
const LESS_URGENT = 10;

/**
 * V8 compiles and collects in four threads beside this one. On two processors this one would wait for
 * them a fourth of its time: 1.2 s for a hundred pages instead of 1.0. Linux gives threads ids of their own.
 */
export function goFirst() {
  if (process.platform !== 'linux' || availableParallelism() >= THREADS) return;
  try {
    const threads = readdirSync('/proc/self/task').map(Number);
    // Elsewhere numbered, in a container that sees its host's /proc, they would be somebody else's.
    if (!threads.includes(process.pid)) return;
    for (const id of threads) if (id !== process.pid) setPriority(id, LESS_URGENT);
  } catch (error) {
    // Where /proc is not shown or priorities are not ours to set, it takes longer.
    if (!['ENOENT', 'EACCES', 'EPERM', 'ESRCH', 'ERR_SYSTEM_ERROR'].includes(error.code)) throw error;
  }
}

function readCode() {
  try {
    return readFileSync(codeFile);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { availableParallelism, setPriority } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import * as harfbuzz from 'harfbuzzjs';
import { openCodeCache } from './code-cache.ts';
import type { openDesk } from './desk.ts';
import type { ExitCode } from './exit-code.ts';
import type { runCommandLine } from './run.ts';

/** What the bundled program exports. */
interface Program {
  readonly openDesk: typeof openDesk;
  readonly runCommandLine: typeof runCommandLine;
}

/** The parameters of the bundled program, which is one CommonJS function: `.ci/bundle.mjs` names them. */
type Bundle = (
  module: { exports: Partial<Program> },
  require: NodeJS.Require,
  url: string,
  harfbuzzjs: typeof harfbuzz,
  importModule: (name: string) => Promise<unknown>,
) => void;

const file = new URL('../warraq.cjs', import.meta.url);

/** Runs the bundled command line, and keeps the code that V8 compiled for it where none was kept. */
export async function launch(args: readonly string[]): Promise<ExitCode> {
  goFirst();
  const { program, keepCode } = openBundle();
  const desk = program.openDesk();
  let isMade = false;
  const loadCompile: typeof desk.loadCompile = async () => {
    const compile = await desk.loadCompile();
    return async (...given) => {
      const compiled = await compile(...given);
      isMade = compiled !== null;
      return compiled;
    };
  };
  const code = await program.runCommandLine(args, { ...desk, loadCompile });
  // A document takes nearly all of the program; `--help` would keep a tenth of it.
  if (isMade) keepCode();
  return code;
}

function openBundle(): { readonly program: Program; keepCode(): void } {
  optimiseLater();
  const source = readFileSync(file);
  const cache = openCodeCache(source, fileURLToPath(new URL('.', file)));
  const text = `(function (module, require, $url, $harfbuzz, $import) {${source.toString('latin1')}\n})`;
  const script = new Script(text, { filename: fileURLToPath(file), cachedData: cache.read() });
  const module: { exports: Partial<Program> } = { exports: {} };
  const run = script.runInThisContext() as Bundle;
  // V8 cannot tell kept code how to import: on Node 20 that fails, on later ones it warns. This file can.
  run(module, createRequire(file), file.href, harfbuzz, (peer) => import(peer));
  const keepCode = () => {
    if (script.cachedDataRejected !== false) cache.write(script.createCachedData());
  };
  return { program: module.exports as Program, keepCode };
}

/**
 * The V8 of Node 20 takes a function for hot three times too soon for a program that lives a second: a tenth
 * of the time of a hundred pages goes into optimising it. Kept code counts on the same flags.
 */
function optimiseLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=200000');
}

/** V8's own threads, and this one. */
const THREADS = 5;
const LESS_URGENT = 10;

/**
 * V8 compiles and collects in four threads beside this one. On two processors this one would wait for
 * them a fourth of its time: 1.2 s for a hundred pages instead of 1.0. Linux gives threads ids of their own.
 */
function goFirst(): void {
  if (process.platform !== 'linux' || availableParallelism() >= THREADS) return;
  try {
    const threads = readdirSync('/proc/self/task').map(Number);
    // Elsewhere numbered, in a container that sees its host's /proc, they would be somebody else's.
    if (!threads.includes(process.pid)) return;
    for (const id of threads) if (id !== process.pid) setPriority(id, LESS_URGENT);
  } catch (error) {
    // Where /proc is not shown or priorities are not ours to set, it takes longer.
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (!['ENOENT', 'EACCES', 'EPERM', 'ESRCH', 'ERR_SYSTEM_ERROR'].includes(String(code))) throw error;
  }
}

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { Script } from 'node:vm';
import * as harfbuzz from 'harfbuzzjs';
import { openCodeCache } from './code-cache.ts';
import type { ExitCode } from './exit-code.ts';
import type { openHost } from './host.ts';
import type { runCommandLine } from './run.ts';

/** What the bundled program exports. */
interface Program {
  readonly openHost: typeof openHost;
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
  let bundle: ReturnType<typeof openBundle>;
  try {
    bundle = openBundle();
  } catch (error) {
    return reportLost(error, args);
  }
  const { program, keepCode } = bundle;
  const host = program.openHost();
  let isMade = false;
  const loadCompile: typeof host.loadCompile = async () => {
    const compile = await host.loadCompile();
    return async (...given) => {
      const compiled = await compile(...given);
      isMade = compiled !== null;
      return compiled;
    };
  };
  const code = await program.runCommandLine(args, { ...host, loadCompile });
  // A document takes nearly all of the program; `--help` would keep a tenth of it.
  if (isMade) keepCode();
  return code;
}

/** The program itself cannot be read: said by its modules as the compiler left them, which lie beside the bundle. */
async function reportLost(error: unknown, args: readonly string[]): Promise<ExitCode> {
  // A fault of the system has a code; all else is ours.
  if (!(error instanceof Error && 'code' in error)) throw error;
  const [{ WorldError }, { reportDisk }, { openHost }] = await Promise.all([
    import('../base/world.ts'),
    import('./program.ts'),
    import('./host.ts'),
  ]);
  return reportDisk(new WorldError('failed', 'dist/warraq.cjs', error), args, openHost());
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
 * The V8 of Node 20 takes a function for hot three times too soon for a program that lives a second, and optimises it on
 * threads of its own: on two processors, cold, a page is made 15 % faster without and a hundred pages 24 %. Kept code
 * counts on the same flags. (To have these threads wait for ours gained 4 to 7 %, and is not worth what it takes.)
 */
function optimiseLater(): void {
  if (process.versions.v8.startsWith('11.')) setFlagsFromString('--interrupt-budget=200000');
}

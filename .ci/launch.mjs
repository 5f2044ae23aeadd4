// Opens the bundled command line with the code that V8 has compiled for it before: a fifth of the time
// of a one-page document would go into compiling. Code compiled by another V8 is refused, and made anew.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { constants, Script } from 'node:vm';
import * as harfbuzz from 'harfbuzzjs';

const file = new URL('warraq.cjs', import.meta.url);
export const codeFile = new URL('warraq.code', import.meta.url);

/** @returns {{ script: Script, exports: { openDesk(): unknown, runCommandLine(args: string[], desk: unknown): Promise<number> } }} */
export function openBundle() {
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

function readCode() {
  try {
    return readFileSync(codeFile);
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

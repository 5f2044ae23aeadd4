// Makes one file of the command line and of what it depends on, which launch.js opens: to load some 300 small files
// costs a cold build 200 ms, to compile one 50.
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));

/** Modules that make large tables as they load, and are hardly ever asked: loaded when they are. */
const LAZY = {
  // For WOFF2, which no font of ours is: a dictionary of 0.7 MB.
  'brotli/decompress.js': `module.exports = (...given) => require('brotli/decompress.js')(...given);`,
  // For encrypted files, which an archival one may not be.
  '@noble/ciphers/aes': `
    export const cbc = (...given) => require('@noble/ciphers/aes').cbc(...given);
    export const ecb = (...given) => require('@noble/ciphers/aes').ecb(...given);`,
};

const lazyModules = {
  name: 'lazy-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:brotli\/decompress\.js|@noble\/ciphers\/aes)$/ }, ({ path, namespace }) =>
      namespace === 'lazy' ? { path, external: true } : { path, namespace: 'lazy' },
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({ contents: LAZY[path], resolveDir: root }));
  },
};

/** Modules of the bundle that documents without HTML and emoji codes never ask: run when they are asked. */
const LATE = {
  htmlparser2: `export function Parser(...given) { return new (require('htmlparser2').Parser)(...given); }`,
  gemoji: `export const nameToEmoji = new Proxy({}, { get: (_, name) => require('gemoji').nameToEmoji[name] });`,
};

const lateModules = {
  name: 'late-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:htmlparser2|gemoji)$/ }, ({ path, namespace }) =>
      namespace === 'late' ? undefined : { path, namespace: 'late' },
    );
    onLoad({ filter: /.*/, namespace: 'late' }, ({ path }) => ({ contents: LATE[path], resolveDir: root }));
  },
};

/** fontkit's own shaper, which is never called, inflates tables of Unicode as it loads: inflate them when asked. */
const lazyTrie = {
  name: 'lazy-trie',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^unicode-trie$/ }, ({ path, pluginData }) =>
      pluginData === 'real' ? undefined : { path, namespace: 'lazy-trie' },
    );
    onLoad({ filter: /.*/, namespace: 'lazy-trie' }, () => ({
      contents: `
        import UnicodeTrie from 'unicode-trie';
        export default class { constructor(data) { this.data = data; } get(at) { return (this.trie ??= new UnicodeTrie(this.data)).get(at); } }`,
      resolveDir: root,
      pluginData: 'real',
    }));
  },
};

/** Our own images are embedded by src/pdf/png-image.ts: pdfkit's decoder of PNG is never called. */
const UNUSED = { 'png-js': `export default class { constructor() { throw new Error('png-js is not bundled'); } }` };

const unusedModules = {
  name: 'unused-modules',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^png-js$/ }, ({ path }) => ({ path, namespace: 'unused' }));
    onLoad({ filter: /.*/, namespace: 'unused' }, ({ path }) => ({ contents: UNUSED[path] }));
  },
};

/** What one script cannot do is handed in by dist/cli/launch.js: a module that awaits its wasm, and `import()`. */
const HARFBUZZ = 'module.exports = $harfbuzz;';
const IMPORT_MODULE = 'export const importModule = $import;';

const handedIn = {
  name: 'handed-in',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^(?:harfbuzzjs|\.\/import-module\.[jt]s)$/ }, ({ path }) => ({ path, namespace: 'handed-in' }));
    onLoad({ filter: /.*/, namespace: 'handed-in' }, ({ path }) => ({
      contents: path === 'harfbuzzjs' ? HARFBUZZ : IMPORT_MODULE,
    }));
  },
};

/** @param {string} host the module of `openHost` @param {string} run that of `runCommandLine` @param {string} outfile */
export async function bundleProgram(host, run, outfile) {
  await build({
    absWorkingDir: root,
    stdin: {
      contents: `export { openHost } from '${host}'; export { runCommandLine } from '${run}';`,
      resolveDir: root,
    },
    outfile,
    bundle: true,
    format: 'cjs',
    platform: 'node',
    target: 'node20',
    charset: 'ascii',
    define: { 'import.meta.url': '$url' },
    plugins: [lazyModules, lateModules, lazyTrie, unusedModules, handedIn],
    logLevel: 'warning',
  });
  escapeAll(outfile);
  // pdfkit reads the colour profile of the output intent beside its own file.
  const profile = 'data/sRGB_IEC61966_2_1.icc';
  cpSync(`${root}node_modules/pdfkit/js/${profile}`, join(dirname(outfile), profile));
}

/** esbuild leaves regular expressions as they are written; all in ASCII the file is read without decoding. */
function escapeAll(file) {
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7F]/g, escape));
}

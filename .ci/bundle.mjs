// Bundles the command line into dist/warraq.cjs, with the code V8 compiles for it: to load some 300 small
// files costs a cold build 200 ms, to compile one 50. The library (dist/index.js and all else tsc wrote)
// stays as it is.
import { copyFileSync, cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const dist = join(root, 'dist');

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

/** Is an ES module that awaits its wasm: dist/launch.js hands it in. */
const harfbuzz = {
  name: 'harfbuzz',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^harfbuzzjs$/ }, ({ path }) => ({ path, namespace: 'harfbuzz' }));
    onLoad({ filter: /.*/, namespace: 'harfbuzz' }, () => ({ contents: 'module.exports = $harfbuzz;' }));
  },
};

await build({
  absWorkingDir: root,
  stdin: {
    contents: `export { openDesk } from './dist/cli/desk.js'; export { runCommandLine } from './dist/cli/run.js';`,
    resolveDir: root,
  },
  outfile: 'dist/warraq.cjs',
  bundle: true,
  format: 'cjs',
  platform: 'node',
  target: 'node20',
  charset: 'ascii',
  define: { 'import.meta.url': '$url' },
  plugins: [lazyModules, lazyTrie, harfbuzz],
  logLevel: 'warning',
});
escapeAll(`${dist}/warraq.cjs`);
// pdfkit reads the colour profile of the output intent beside its own file.
cpSync(`${root}node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc`, `${dist}/data/sRGB_IEC61966_2_1.icc`);
copyFileSync(`${root}.ci/launch.mjs`, `${dist}/launch.js`);
writeFileSync(
  `${dist}/cli.js`,
  `#!/usr/bin/env node
import { goFirst, openBundle } from './launch.js';

goFirst();
const { openDesk, runCommandLine } = openBundle().exports;
// No handler for SIGINT: a build is one synchronous stretch of work, so a handler would only delay the
// default, which ends the process at once (130 to the shell) and leaves the old output as it was.
process.exitCode = await runCommandLine(process.argv.slice(2), openDesk());
`,
);
await keepCode();

/** esbuild leaves regular expressions as they are written; all in ASCII the file is read without decoding. */
function escapeAll(file) {
  const escape = (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`;
  writeFileSync(file, readFileSync(file, 'utf8').replace(/[^\0-\x7F]/g, escape));
}

/** Builds the sample, so that V8 compiles what a build needs, and keeps that. */
async function keepCode() {
  const { openBundle, codeFile } = await import(new URL('../dist/launch.js', import.meta.url));
  rmSync(codeFile, { force: true });
  const { script, exports } = openBundle();
  const out = join(tmpdir(), `warraq-${process.pid}.pdf`);
  const desk = { ...exports.openDesk(), talk: () => {} };
  const code = await exports.runCommandLine(['build', join(root, 'content/briefing.md'), '-o', out], desk);
  if (code !== 0) throw new Error(`the sample was not built: exit code ${code}`);
  rmSync(out);
  writeFileSync(codeFile, script.createCachedData());
}

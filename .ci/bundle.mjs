// Bundles the command line into dist/cli.js and dist/chunks/: loading some 300 small files costs a cold
// build 200 ms, a handful of chunks 60. The library (dist/index.js and all else tsc wrote) stays as it is.
import { cpSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build } from 'esbuild';

const root = fileURLToPath(new URL('../', import.meta.url));
const require = `import { createRequire as $createRequire } from 'node:module'; const require = $createRequire(import.meta.url);`;

/** fontkit decodes WOFF2 by brotli, whose dictionary alone is 0.7 MB; no font of ours is WOFF2: load it when asked. */
const lazyBrotli = {
  name: 'lazy-brotli',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^brotli\/decompress\.js$/ }, ({ path, kind }) =>
      kind === 'require-call' ? { path, external: true } : { path, namespace: 'lazy' },
    );
    onLoad({ filter: /.*/, namespace: 'lazy' }, ({ path }) => ({
      contents: `module.exports = (...given) => require('${path}')(...given);`,
      resolveDir: root,
    }));
  },
};

rmSync(`${root}dist/chunks`, { recursive: true, force: true });
await build({
  absWorkingDir: root,
  entryPoints: ['dist/cli.js'],
  outdir: 'dist',
  chunkNames: 'chunks/[name]-[hash]',
  allowOverwrite: true,
  bundle: true,
  splitting: true,
  format: 'esm',
  platform: 'node',
  target: 'node20',
  // Finds its wasm beside itself.
  external: ['harfbuzzjs'],
  banner: { js: require },
  plugins: [lazyBrotli],
  logLevel: 'warning',
});
// pdfkit reads the colour profile of the output intent beside its own file.
cpSync(`${root}node_modules/pdfkit/js/data/sRGB_IEC61966_2_1.icc`, `${root}dist/chunks/data/sRGB_IEC61966_2_1.icc`);

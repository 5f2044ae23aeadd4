/**
 * Builds what nobody wrote, until the time is over: `npm run fuzz [-- --seconds 60] [--target markdown] [--seed 7]
 * [--path …]`. Where something is a bug, hangs (three minutes), or takes all memory (2 GB), the seed is printed, and how to
 * have the same again; each becomes a test.
 *
 * fast-check and not jazzer.js: the same seed draws the same cases on every machine, and a case that fails shrinks to what
 * a test can hold; it is here already, and the grammars of its arbitraries reach behind the parsers, where most of the
 * program is. What jazzer.js has more, feedback from coverage, ends where bytes go that nobody understands: HarfBuzz is
 * WebAssembly, zlib is native. It is a native addon besides, of which this project has none that it needs.
 */
import { mkdirSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { Worker } from 'node:worker_threads';
import { build } from 'esbuild';

const NAMES = ['markdown', 'yaml', 'theme', 'book.yaml', 'png', 'jpeg', 'ttf', 'cff'];
/** Milliseconds, on a machine that does other things too. */
const HANGS = 180_000;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: process.env['FUZZ_SECONDS'] ?? '60' },
    target: { type: 'string' },
    seed: { type: 'string', default: String(Math.trunc(Math.random() * 0x7fffffff)) },
    path: { type: 'string' },
  },
});
const names = values.target === undefined ? NAMES : NAMES.filter((name) => name === values.target);
if (names.length === 0) throw new Error(`--target is one of ${NAMES.join(', ')}`);
const seconds = Number(values.seconds);
if (!(seconds > 0)) throw new Error('--seconds takes a number above 0');

// Inside the repository, where packages are found.
const folder = fileURLToPath(
  new URL(`../../node_modules/.cache/warraq-fuzz-${process.pid}/`, import.meta.url),
);
mkdirSync(folder, { recursive: true });
process.chdir(fileURLToPath(new URL('../../', import.meta.url)));
try {
  await build({
    entryPoints: [fileURLToPath(new URL('run-target.ts', import.meta.url))],
    outfile: `${folder}run-target.mjs`,
    bundle: true,
    platform: 'node',
    format: 'esm',
    packages: 'external',
    logLevel: 'error',
  });
  let failed = 0;
  for (const name of names) failed += (await tryTarget(name)) ? 0 : 1;
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  rmSync(folder, { recursive: true });
}

/** @param {string} target @returns {Promise<boolean>} whether nothing was wrong */
async function tryTarget(target) {
  const seed = Number(values.seed);
  const progress = new BigInt64Array(new SharedArrayBuffer(16));
  const ms = (1000 * seconds) / names.length;
  const worker = new Worker(`${folder}run-target.mjs`, {
    workerData: { target, seed, path: values.path ?? null, ms, progress },
    resourceLimits: { maxOldGenerationSizeMb: 2048 },
  });
  const ended = await watch(worker, progress);
  const count = Atomics.load(progress, 0);
  const again = (/** @type {string} */ more) => `npm run fuzz -- --target ${target} --seed ${seed}${more}`;
  if (ended === null) {
    console.log(`${target}: ${count} built, seed ${seed}`);
    return true;
  }
  console.log(`${target}: ${ended.error}`);
  if (ended.drawn !== undefined) console.log(JSON.stringify(ended.drawn, shorten).slice(0, 4000));
  console.log(
    `again: ${ended.path ? again(` --path ${ended.path}`) : `${again(` --seconds ${seconds}`)}, number ${count}`}`,
  );
  return false;
}

/**
 * @typedef {{ error: string, path?: string, drawn?: unknown }} Ended
 * @param {Worker} worker @param {BigInt64Array} progress @returns {Promise<Ended | null>}
 */
async function watch(worker, progress) {
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      const begun = Number(Atomics.load(progress, 1));
      if (begun > 0 && Date.now() - begun > HANGS) void end({ error: 'hangs' });
    }, 1000);
    /** @param {Ended | null} ended */
    const end = async (ended) => {
      clearInterval(timer);
      await worker.terminate();
      resolve(ended);
    };
    worker.on('message', (message) => void end(message));
    worker.on('error', (error) => void end({ error: String(error.stack ?? error) }));
  });
}

/** Bytes by their number: what they are the seed tells. @param {string} _ @param {unknown} value */
function shorten(_, value) {
  return value instanceof Uint8Array ? `${value.length} bytes` : value;
}

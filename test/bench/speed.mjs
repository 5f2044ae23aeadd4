/**
 * How long documents take: `npm run bench [-- FOLDER]`. Books of 10, 100 and 1,000 pages are built by the
 * command line in a process of their own, as a user's script does it. FOLDER, or WARRAQ_CORPUS, may hold
 * book-10.md, book-100.md and book-1000.md to build instead of those made here. Times of a shared machine
 * drift by a third, so compare within one run: ratios first.
 */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { makeBook } from './sample-text.mjs';

const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));
const REPORT_PEAK = new URL('./report-peak.mjs', import.meta.url).href;
const FRONT_MATTER =
  'title: كتاب للقياس\nlang: ar\ntheme: {page: {size: A4, margin: 2.5cm}, text: {family: Amiri, size: 12pt}}';

/** Pages, and how often each is built: the fastest run counts, as the others measure the machine's other work. */
const BOOKS = [
  { pages: 10, runs: 5 },
  { pages: 100, runs: 3 },
  { pages: 1000, runs: 2 },
];

/**
 * @typedef {object} Run
 * @property {number} wall seconds from the shell's point of view
 * @property {number} peak megabytes
 * @property {number} pages
 * @property {{stage: string, ms: number}[]} timings
 */

const corpus = process.argv[2] ?? process.env['WARRAQ_CORPUS'] ?? null;
const scratch = mkdtempSync(join(tmpdir(), 'warraq-bench-'));
try {
  console.log(`node ${process.version}, ${cpus().length} × ${cpus()[0]?.model ?? 'unknown processor'}`);
  const files = BOOKS.map(({ pages }) => findBook(pages));
  for (const file of files.slice(0, 2)) await assertRepeatable(file);
  /** @type {Run[]} */
  const fastest = [];
  for (const [at, { runs }] of BOOKS.entries()) fastest.push(await buildOften(files[at] ?? '', runs));
  printRuns(fastest);
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

/** @param {number} pages @returns {string} its path */
function findBook(pages) {
  const given = corpus === null ? null : join(corpus, `book-${pages}.md`);
  if (given !== null && existsSync(given)) return given;
  const made = join(scratch, `book-${pages}.md`);
  writeFileSync(made, makeBook(pages, FRONT_MATTER));
  return made;
}

/** A time is worth nothing if the work differs from run to run. @param {string} file */
async function assertRepeatable(file) {
  const dumps = [];
  for (let run = 0; run < 2; run += 1) {
    const { stdout } = await runNode([CLI, 'build', file, '--dump=page', '--quiet']);
    dumps.push(createHash('sha256').update(stdout).digest('hex'));
  }
  if (dumps[0] !== dumps[1]) throw new Error(`two runs over ${file} give different pages`);
}

/** @param {string} file @param {number} runs @returns {Promise<Run>} the fastest */
async function buildOften(file, runs) {
  const pdfs = new Set();
  /** @type {Run[]} */
  const done = [];
  for (let run = 0; run < runs; run += 1) {
    const pdf = join(scratch, 'book.pdf');
    const started = performance.now();
    const { stdout, peak } = await runNode([
      '--import',
      REPORT_PEAK,
      CLI,
      'build',
      file,
      '-o',
      pdf,
      '--json',
    ]);
    const wall = (performance.now() - started) / 1000;
    const { pages, timings } = JSON.parse(stdout);
    pdfs.add(createHash('sha256').update(readFileSync(pdf)).digest('hex'));
    done.push({ wall, peak, pages, timings });
  }
  if (pdfs.size !== 1) throw new Error(`two runs over ${file} give different files`);
  return done.reduce((best, run) => (run.wall < best.wall ? run : best));
}

/**
 * @param {string[]} args
 * @returns {Promise<{stdout: string, peak: number}>}
 * @throws Error where the build fails
 */
function runNode(args) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe', 'pipe'] });
    const [stdout, stderr, peak] = [
      collect(child.stdio[1]),
      collect(child.stdio[2]),
      collect(child.stdio[3]),
    ];
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve({ stdout: stdout(), peak: Number(peak()) / 1024 });
      else reject(new Error(`warraq ended with ${code}: ${args.join(' ')}\n${stderr()}`));
    });
  });
}

/** @param {any} stream @returns {() => string} what came through it */
function collect(stream) {
  /** @type {Uint8Array[]} */
  const chunks = [];
  stream.on('data', (/** @type {Uint8Array} */ chunk) => chunks.push(chunk));
  return () => Buffer.concat(chunks).toString('utf8');
}

/** @param {Run[]} runs one a book, small to large */
function printRuns(runs) {
  const columns = Object.fromEntries(runs.map((run) => [`${run.pages} pages`, run]));
  const row = (/** @type {(run: Run) => number} */ read) =>
    Object.fromEntries(
      Object.entries(columns).map(([name, run]) => [name, Math.round(read(run) * 100) / 100]),
    );
  const stages = runs[0]?.timings.map(({ stage }) => stage) ?? [];
  const timeOf = (/** @type {Run} */ run, /** @type {string} */ stage) =>
    run.timings.find((timing) => timing.stage === stage)?.ms ?? 0;
  console.table({
    ...Object.fromEntries(stages.map((stage) => [`${stage} ms`, row((run) => timeOf(run, stage))])),
    'wall s': row((run) => run.wall),
    'ms per page': row((run) => (run.wall * 1000) / run.pages),
    'peak MB': row((run) => run.peak),
  });
  const [, hundred, thousand] = runs;
  if (!hundred || !thousand) return;
  const ratio = thousand.wall / thousand.pages / (hundred.wall / hundred.pages);
  console.log(`cost of a page, 1,000 pages against 100: ${ratio.toFixed(2)}`);
}

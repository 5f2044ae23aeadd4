import { parentPort, workerData } from 'node:worker_threads';
import fc from 'fast-check';
import { openMemoryWorld } from '../../src/base/memory-world.ts';
import { openNodeWorld } from '../../src/base/node-world.ts';
import { compile } from '../../src/index.ts';
import { type Drawn, TARGETS } from './targets.ts';

/** The thread that tries one target (run.mjs): builds what is drawn, until its time is over or something is wrong. */

interface Task {
  readonly target: string;
  readonly seed: number;
  /** Of fast-check: leads to one case again. */
  readonly path: string | null;
  readonly ms: number;
  /** How many were begun, and when the last one was, in milliseconds: read by the thread that watches. */
  readonly progress: BigInt64Array;
}

/** Milliseconds of the processor's time, for one document of some lines. */
const SLOW = 20_000;

const node = openNodeWorld('.');

/** What is wrong with how a project was built, null where nothing is. */
async function judge({ files, main }: Drawn): Promise<string | null> {
  const format = main.length % 2 === 0 ? 'epub' : 'pdf';
  const world = {
    ...openMemoryWorld({ files }),
    readAsset: node.readAsset.bind(node),
    listAssets: node.listAssets.bind(node),
    readPackage: node.readPackage.bind(node),
  };
  const start = process.cpuUsage();
  const result = await compile({ files: [main], format }, world);
  const ms = process.cpuUsage(start).user / 1000;
  if (ms > SLOW) return `slow: ${Math.round(ms)} ms`;
  if (!result.ok && result.fault !== null)
    return `a bug: ${result.fault instanceof Error ? result.fault.stack : result.fault}`;
  if (!result.ok && result.diagnostics.length === 0) return 'nothing was made, and nothing said';
  const begin = result.ok ? Buffer.from(result.bytes.subarray(0, 5)).toString('latin1') : null;
  return begin === null || begin === '%PDF-' || begin.startsWith('PK') ? null : `begins with ${begin}`;
}

const { target, seed, path, ms, progress } = workerData as Task;
const property = fc.asyncProperty(TARGETS[target]!, async (drawn) => {
  Atomics.add(progress, 0, 1n);
  Atomics.store(progress, 1, BigInt(Date.now()));
  const wrong = await judge(drawn);
  if (wrong !== null) throw new Error(wrong);
});
const details = await fc.check(property, {
  seed,
  ...(path !== null && { path }),
  numRuns: path === null ? 1_000_000_000 : 1,
  interruptAfterTimeLimit: ms,
});
const error =
  details.errorInstance instanceof Error ? details.errorInstance.message : String(details.errorInstance);
parentPort!.postMessage(
  details.failed ? { path: details.counterexamplePath, error, drawn: details.counterexample } : null,
);

import { Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import { type World, WorldError, type WorldFault } from '../base/world.ts';
import type { Desk } from './desk.ts';
import { conclude, driveRoad, noOutcome } from './drive.ts';
import { chooseExitCode, type ExitCode, exitCodes } from './exit-code.ts';
import { type Manner, type RawOptions, readJob } from './options.ts';

/** `warraq build`: writes the document, or says why not and leaves the old one as it was. */
export async function build(
  files: readonly string[],
  raw: RawOptions,
  manner: Manner,
  desk: Desk,
): Promise<ExitCode> {
  const sink = new Sink();
  const job = readJob(files, raw, desk, sink);
  // Standard output can carry the document or the report on it, not both.
  if (job?.output === '-' && manner.json) sink.report('usage-json-and-stdout', null);
  if (job === null || sink.failed) {
    return conclude(sink.diagnostics, noOutcome, manner, desk);
  }
  const { compiled, world, stopwatch, findLine } = await driveRoad(job, manner, desk, sink);
  let output: string | null = null;
  // --strict makes warnings count, so they too keep the old file in place.
  if (compiled !== null && chooseExitCode(sink.diagnostics, manner.strict) === exitCodes.ok) {
    stopwatch.begin('write');
    if (deliver(job.output, compiled.bytes, desk, world, sink)) output = job.output;
    stopwatch.end();
  }
  const { timings, total } = stopwatch;
  return conclude(sink.diagnostics, { output, compiled, timings, total, findLine }, manner, desk);
}

function deliver(output: string, bytes: Uint8Array, desk: Desk, world: World, sink: Sink): boolean {
  if (output !== '-') return writeOutput(output, bytes, world, sink);
  desk.print(bytes);
  return true;
}

const outputRules = {
  missing: 'output-denied',
  outside: 'output-denied',
  denied: 'output-denied',
  folder: 'output-not-a-file',
  'not-a-file': 'output-not-a-file',
  full: 'output-full',
  'too-large': 'output-failed',
  'not-utf8': 'output-failed',
  failed: 'output-failed',
} as const satisfies Record<WorldFault, MessageId>;

function writeOutput(path: string, bytes: Uint8Array, world: World, sink: Sink): boolean {
  try {
    world.write(path, bytes);
    return true;
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    sink.report(outputRules[error.fault], null, { path });
    return false;
  }
}

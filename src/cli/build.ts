import { Sink } from '../base/diagnostic.ts';
import type { RawOptions } from '../option-table.ts';
import { deliver } from './deliver.ts';
import { conclude, driveRoad, noOutcome } from './drive.ts';
import { chooseExitCode, type ExitCode, exitCodes } from './exit-code.ts';
import type { Host } from './host.ts';
import { type OutputOptions, readJob } from './options.ts';

/** `warraq build`: writes the document, or says why not and leaves the old one as it was. */
export async function build(
  files: readonly string[],
  raw: RawOptions,
  options: OutputOptions,
  host: Host,
): Promise<ExitCode> {
  const sink = new Sink();
  const job = readJob(files, raw, host, sink);
  // Standard output can carry the document or the report on it, not both.
  if (job?.output === '-' && options.json) sink.report('usage-json-and-stdout', null);
  if (job === null || sink.failed) {
    return conclude(sink.diagnostics, noOutcome, options, host);
  }
  const { compiled, world, stopwatch, findLine, showFile } = await driveRoad(job, options, host, sink);
  let output: string | null = null;
  // --strict makes warnings count, so they too keep the old file in place.
  if (compiled !== null && chooseExitCode(sink.diagnostics, options.strict) === exitCodes.ok) {
    stopwatch.begin('write');
    if (await deliver(job.output, compiled.bytes, host, world, sink)) output = job.output;
    stopwatch.end();
  }
  const { timings, total } = stopwatch;
  return conclude(sink.diagnostics, { output, compiled, timings, total, findLine, showFile }, options, host);
}

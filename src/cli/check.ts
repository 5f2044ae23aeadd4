import { Sink } from '../base/diagnostic.ts';
import type { RawOptions } from '../option-table.ts';
import { conclude, driveRoad, noOutcome } from './drive.ts';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { type OutputOptions, readJob } from './options.ts';

/**
 * `warraq check`: every diagnostic and no file. It goes the whole road, since some mistakes (a character
 * that no font has, a line that does not fit) show only at the end of it.
 */
export async function check(
  files: readonly string[],
  raw: RawOptions,
  options: OutputOptions,
  host: Host,
): Promise<ExitCode> {
  const sink = new Sink();
  const job = readJob(files, raw, host, sink);
  if (job === null) {
    return conclude(sink.diagnostics, noOutcome, options, host);
  }
  const { compiled, stopwatch, findLine, showFile } = await driveRoad(job, options, host, sink);
  const { timings, total } = stopwatch;
  return conclude(
    sink.diagnostics,
    { output: null, compiled, timings, total, findLine, showFile },
    options,
    host,
  );
}

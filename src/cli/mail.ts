import { concatenate } from '../base/byte-parts.ts';
import { Sink } from '../base/diagnostic.ts';
import type { RawOptions } from '../option-table.ts';
import { deliver } from './deliver.ts';
import { conclude, driveRoad, noOutcome } from './drive.ts';
import { chooseExitCode, type ExitCode, exitCodes } from './exit-code.ts';
import type { Host } from './host.ts';
import { type OutputOptions, readJob } from './options.ts';
import { readEnvelope } from './read-envelope.ts';
import { type MailServer, readServer, sendMail } from './send-mail.ts';

/**
 * `warraq mail`: the document in an e-mail. Without --send a draft is written, for a mail program to open;
 * with it the e-mail goes to the server, and to a file only if one is named.
 */
export async function mail(
  files: readonly string[],
  raw: RawOptions,
  options: OutputOptions,
  host: Host,
): Promise<ExitCode> {
  const sink = new Sink();
  const envelope = readEnvelope(raw, host, sink);
  const server = raw.send === true ? readServer(host.env, sink) : null;
  const job = readJob(files, raw, host, sink, envelope);
  if (job?.output === '-' && options.json) sink.report('usage-json-and-stdout', null);
  if (job === null || sink.failed) return conclude(sink.diagnostics, noOutcome, options, host);

  const { compiled, world, stopwatch, findLine, showFile } = await driveRoad(job, options, host, sink);
  let output: string | null = null;
  if (compiled !== null && chooseExitCode(sink.diagnostics, options.strict) === exitCodes.ok) {
    const isKept = server === null || raw.output !== undefined;
    stopwatch.begin(server === null ? 'write' : 'send');
    if (isKept && (await deliver(job.output, compiled.bytes, host, world, sink))) output = job.output;
    // What could not be kept is not sent either: whoever asks for both wants to know what was sent.
    if (server !== null && !sink.failed) {
      const count = await sendMail(concatenate(compiled.bytes), envelope, server, host, sink);
      if (count > 0) tellSent(count, server, options, host);
    }
    stopwatch.end();
  }
  const { timings, total } = stopwatch;
  return conclude(sink.diagnostics, { output, compiled, timings, total, findLine, showFile }, options, host);
}

function tellSent(
  count: number,
  { url: { hostname } }: MailServer,
  { quiet, json, lang }: OutputOptions,
  host: Host,
): void {
  if (quiet || json) return;
  host.talk(
    lang === 'ar'
      ? `أُرسلت عبر ${hostname}، وعدد العناوين ${count}\n`
      : `sent through ${hostname} to ${count} ${count === 1 ? 'address' : 'addresses'}\n`,
  );
}

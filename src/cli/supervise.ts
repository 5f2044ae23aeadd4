import { dirname, resolve } from 'node:path';
import { Sink } from '../base/diagnostic.ts';
import type { RawOptions } from '../option-table.ts';
import type { ChildEnd } from './child.ts';
import { isCommand } from './command-table.ts';
import { conclude, noOutcome } from './drive.ts';
import type { ExitCode } from './exit-code.ts';
import type { Host } from './host.ts';
import { jailFlags, makeOutputFolder } from './jail.ts';
import { type OutputOptions, outputOf } from './options.ts';
import { readLimits } from './read-limits.ts';

/** Bytes of sources from which a build is one that may run out of memory: a book of 1,000 pages has six million. */
const LARGE = 16 * 1024 * 1024;

/**
 * Whether a build is to run in a process of its own: it is asked to, or it is so large that V8 may end the process,
 * with its own stack for all to see. Another process costs 60 ms, which one page should not pay.
 */
export function needsSupervision(files: readonly string[], raw: RawOptions, host: Host): boolean {
  if (host.isChild) return false;
  if (raw.jail === true || raw.limitTime !== undefined || raw.limitMemory !== undefined) return true;
  return files.reduce((sum, file) => sum + host.sizeOf(file), 0) >= LARGE;
}

/** What the command line asked for, in a process that is ended at its limits or shut in, or both. */
export async function runSupervised(
  args: readonly string[],
  files: readonly string[],
  raw: RawOptions,
  options: OutputOptions,
  host: Host,
): Promise<ExitCode> {
  const sink = new Sink();
  const limits = readLimits(raw, sink);
  if (raw.jail === true && raw.send === true) sink.report('usage-jail-send', null);
  if (files.length === 0) sink.report('usage-no-file', null);
  if (limits === null || sink.failed) return conclude(sink.diagnostics, noOutcome, options, host);
  const root = raw.root === undefined ? host.findRoot(files) : resolve(host.cwd, raw.root);
  const isMail = args[0] === 'mail';
  const output = args[0] === 'check' ? '-' : outputOf(files, raw, isMail ? 'eml' : null, host);
  const folder = output === '-' ? null : dirname(resolve(host.cwd, output));
  const tidy = raw.jail === true && folder !== null ? makeOutputFolder(folder) : () => {};
  const ended = await host.runChild({
    args: raw.root === undefined ? withRoot(args, root) : args,
    flags: raw.jail === true ? jailFlags({ root, output: folder }) : [],
    limits,
    isTerminal: host.isTerminal,
  });
  tidy();
  if (ended.kind === 'exit') return ended.code as ExitCode;
  reportEnd(ended, raw, sink);
  return conclude(sink.diagnostics, noOutcome, options, host);
}

function reportEnd({ kind, at }: Exclude<ChildEnd, { kind: 'exit' }>, raw: RawOptions, sink: Sink): void {
  const [whereEn, whereAr] =
    at === null
      ? ['before its first block', 'قبل كتلته الأولى']
      : ['after it had begun this block', 'بعد أن بدأ هذه الكتلة'];
  const values = { limit: (kind === 'time' ? raw.limitTime : raw.limitMemory) ?? '', whereEn, whereAr };
  if (kind === 'time') sink.report('limit-time', at, values);
  else sink.report(raw.limitMemory === undefined ? 'memory-exhausted' : 'limit-memory', at, values);
}

/** Who is shut in cannot look above the root for it. */
function withRoot(args: readonly string[], root: string): readonly string[] {
  const [first = '', ...rest] = args;
  return isCommand(first) ? [first, '--root', root, ...rest] : ['--root', root, ...args];
}

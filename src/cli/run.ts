import { describeBug } from '../base/describe-bug.ts';
import { type MessageValues, Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import { WorldError } from '../base/world.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import type { Host } from './host.ts';
import { langOfArguments, readOutputOptions } from './options.ts';
import { printDiagnostics } from './report-text.ts';

/** Runs `warraq` with these arguments. Never throws: what is left to throw is a bug, and is said to be one. */
export async function runCommandLine(args: readonly string[], host: Host): Promise<ExitCode> {
  const code = await runOrReport(args, host);
  const fault = await host.printed();
  // Who closes the pipe of a help or a report early (`| head`) has seen enough; of a document deliver.ts has told.
  if (code !== exitCodes.ok || fault === null || fault === 'closed') return code;
  return reportAlone(`stdout-${fault}`, {}, args, host, exitCodes.io);
}

async function runOrReport(args: readonly string[], host: Host): Promise<ExitCode> {
  try {
    if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
      host.print(`${host.version()}\n`);
      return exitCodes.ok;
    }
    const { runProgram } = await import('./program.ts');
    return await runProgram(args, host);
  } catch (error) {
    if (error instanceof WorldError) return (await import('./program.ts')).reportDisk(error, args, host);
    return reportBug(error, args, host);
  }
}

/** One line for everybody; the stack for those who ask for it. */
function reportBug(error: unknown, args: readonly string[], host: Host): ExitCode {
  const code = reportAlone('bug', { detail: describeBug(error) }, args, host, exitCodes.bug);
  if (host.env['WARRAQ_DEBUG'] && error instanceof Error) host.talk(`${error.stack ?? ''}\n`);
  return code;
}

function reportAlone(
  rule: MessageId,
  values: MessageValues,
  args: readonly string[],
  host: Host,
  code: ExitCode,
): ExitCode {
  const sink = new Sink();
  sink.report(rule, null, values);
  const options = { ...readOutputOptions({ color: false }, host), lang: langOfArguments(args, host.env) };
  host.talk(printDiagnostics(sink.diagnostics, options, () => null));
  return code;
}

import { describeBug } from '../base/describe-bug.ts';
import { type MessageValues, Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Desk } from './desk.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { langOfArguments, readManner } from './options.ts';
import { printDiagnostics } from './report-text.ts';

/** Runs `warraq` with these arguments. Never throws: what is left to throw is a bug, and is said to be one. */
export async function runCommandLine(args: readonly string[], desk: Desk): Promise<ExitCode> {
  const code = await runOrReport(args, desk);
  const fault = await desk.printed();
  // Who closes the pipe of a help or a report early (`| head`) has seen enough; of a document deliver.ts has told.
  if (code !== exitCodes.ok || fault === null || fault === 'closed') return code;
  return reportAlone(`stdout-${fault}`, {}, args, desk, exitCodes.io);
}

async function runOrReport(args: readonly string[], desk: Desk): Promise<ExitCode> {
  if (args.length === 1 && (args[0] === '--version' || args[0] === '-V')) {
    desk.print(`${desk.version()}\n`);
    return exitCodes.ok;
  }
  try {
    const { runProgram } = await import('./program.ts');
    return await runProgram(args, desk);
  } catch (error) {
    return reportBug(error, args, desk);
  }
}

/** One line for everybody; the stack for those who ask for it. */
function reportBug(error: unknown, args: readonly string[], desk: Desk): ExitCode {
  const code = reportAlone('bug', { detail: describeBug(error) }, args, desk, exitCodes.bug);
  if (desk.env['WARRAQ_DEBUG'] && error instanceof Error) desk.talk(`${error.stack ?? ''}\n`);
  return code;
}

function reportAlone(
  rule: MessageId,
  values: MessageValues,
  args: readonly string[],
  desk: Desk,
  code: ExitCode,
): ExitCode {
  const sink = new Sink();
  sink.report(rule, null, values);
  const manner = { ...readManner({ color: false }, desk), lang: langOfArguments(args, desk.env) };
  desk.talk(printDiagnostics(sink.diagnostics, manner, () => null));
  return code;
}

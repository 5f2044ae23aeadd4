import { Command, CommanderError, Option } from 'commander';
import { Sink } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import type { WorldError } from '../base/world.ts';
import {
  type DocumentCommand,
  findOption,
  OPTION_TABLE,
  type OptionRow,
  optionsOf,
  type RawOptions,
} from '../option-table.ts';
import { listBuiltIn } from '../project/find-template.ts';
import { reportFault } from '../project/report-fault.ts';
import {
  COMMAND_NAMES,
  type CommandName,
  guessCommand,
  isCommand,
  looksLikeCommand,
  operandsOf,
} from './command-table.ts';
import { conclude, noOutcome } from './drive.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { printHelp } from './help-text.ts';
import type { Host } from './host.ts';
import { langOfArguments, type OutputOptions, readOutputOptions } from './options.ts';
import { needsSupervision, runSupervised } from './supervise.ts';

type Run = (
  files: readonly string[],
  raw: RawOptions,
  options: OutputOptions,
  host: Host,
) => Promise<ExitCode>;

/** The commands, each loaded only when it is called. */
const RUNS: Readonly<Record<DocumentCommand, () => Promise<Run>>> = {
  build: async () => (await import('./build.ts')).build,
  check: async () => (await import('./check.ts')).check,
  mail: async () => (await import('./mail.ts')).mail,
  doctor: async () => (await import('./doctor.ts')).doctor,
};

/** Reads the arguments and runs the command they name; `warraq any.md` is `warraq build any.md`. */
export async function runProgram(args: readonly string[], host: Host): Promise<ExitCode> {
  const unknown = findUnknownCommand(args, host);
  if (unknown !== null) return reportCommand(unknown, args, host);
  let code: ExitCode = exitCodes.ok;
  const program = describeProgram(args, host, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help asked for is no mistake; commander has printed it.
    if (error.exitCode === 0) return exitCodes.ok;
    return reportUsage(error, args, host);
  }
}

function describeProgram(args: readonly string[], host: Host, end: (code: ExitCode) => void): Command {
  const program = new Command('warraq')
    .version(host.version(), '-V, --version')
    .helpCommand('help [command]');
  settleCommand(program, args, host);
  for (const [name, load] of Object.entries(RUNS) as [DocumentCommand, () => Promise<Run>][]) {
    const command = program.command(name, { isDefault: name === 'build' }).argument('[files...]');
    settleCommand(command, args, host);
    for (const row of optionsOf(name)) command.addOption(describeOption(row));
    command.action(async (files: string[], raw: RawOptions) => {
      const options = readOutputOptions(raw, host);
      if (name !== 'doctor' && needsSupervision(files, raw, host))
        end(await runSupervised(args, files, raw, options, host));
      else end(await (await load())(files, raw, options, host));
    });
  }
  return program;
}

function settleCommand(command: Command, args: readonly string[], host: Host): void {
  const name = command.name();
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureHelp({ formatHelp: () => helpOf(isCommand(name) ? name : null, args, host) })
    .configureOutput({
      writeOut: (text) => host.print(text),
      writeErr: () => {},
      getErrHasColors: () => false,
    });
}

function helpOf(command: CommandName | null, args: readonly string[], host: Host): string {
  return printHelp(command, langOfArguments(args, host.env), listBuiltIn(host.openWorld(host.cwd)));
}

function describeOption({ short, flag, takes, value }: OptionRow): Option {
  const names = short === undefined ? flag : `${short}, ${flag}`;
  const option = new Option(takes === 'nothing' ? names : `${names} <${value?.en ?? 'value'}>`);
  return takes === 'values' ? option.argParser(collect) : option;
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** A first word that is neither a command nor a file, but looks like a command. */
function findUnknownCommand(args: readonly string[], host: Host): string | null {
  const [first = '-', second = '-'] = operandsOf(args);
  const word = first === 'help' ? second : first;
  if (isCommand(word) || !looksLikeCommand(word)) return null;
  return first !== 'help' && host.exists(word) ? null : word;
}

function reportCommand(word: string, args: readonly string[], host: Host): ExitCode {
  const sink = new Sink();
  const guess = guessCommand(word);
  const values = { word, commands: COMMAND_NAMES.join(', ') };
  if (guess === null) sink.report('usage-unknown-command', null, values);
  else sink.report('usage-misspelt-command', null, { ...values, guess });
  return concludeUsage(sink, args, host);
}

/** What commander did not understand, in our words. */
function reportUsage(error: CommanderError, args: readonly string[], host: Host): ExitCode {
  const sink = new Sink();
  const written = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') reportFlag(written, args, sink);
  else if (error.code === 'commander.optionMissingArgument')
    sink.report('usage-flag-value', null, { flag: written });
  else
    sink.report('usage', null, {
      detail: error.message.replace(/^error: /, ''),
      commands: COMMAND_NAMES.join(', '),
    });
  return concludeUsage(sink, args, host);
}

function reportFlag(written: string, args: readonly string[], sink: Sink): void {
  const [flag = written] = written.split('=');
  const [first = ''] = operandsOf(args);
  const command = isCommand(first) && first !== 'help' ? first : 'build';
  const row = findOption(flag);
  if (row?.commands.includes(command)) sink.report('usage-flag-no-value', null, { flag });
  else if (row) sink.report('usage-flag-elsewhere', null, { flag, commands: row.commands.join(', ') });
  else {
    const flags = [...optionsOf(command).map((known) => known.flag), '--help', '--version'];
    const guess =
      nearest(flag, flags) ??
      nearest(
        flag,
        OPTION_TABLE.map((known) => known.flag),
      );
    sink.report('usage-unknown-flag', null, { flag, guess: guess ?? `warraq ${command} --help` });
  }
}

/** A fault of the disk before there is a document to speak of. */
export function reportDisk(fault: WorldError, args: readonly string[], host: Host): ExitCode {
  const sink = new Sink();
  reportFault(fault, null, sink);
  return concludeUsage(sink, args, host);
}

function concludeUsage({ diagnostics }: Sink, args: readonly string[], host: Host): ExitCode {
  const json = args.includes('--json');
  const options = { ...readOutputOptions({ json }, host), lang: langOfArguments(args, host.env) };
  return conclude(diagnostics, noOutcome, options, host);
}

import { Command, CommanderError, Option } from 'commander';
import { Sink } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { DUMP_STAGES } from '../dump-stages.ts';
import { FORMATS } from '../project/format.ts';
import type { Desk } from './desk.ts';
import { conclude, noOutcome } from './drive.ts';
import { type ExitCode, exitCodes } from './exit-code.ts';
import { type RawOptions, readManner } from './options.ts';
import type { RawMailOptions } from './read-envelope.ts';

/** The commands, each loaded only when it is called. */
const commands = ['build', 'check', 'mail', 'help'] as const;

/** Reads the arguments and runs the command they name; `warraq any.md` is `warraq build any.md`. */
export async function runProgram(args: readonly string[], desk: Desk): Promise<ExitCode> {
  let code: ExitCode = exitCodes.ok;
  const program = describeProgram(desk, (ended) => {
    code = ended;
  });
  try {
    await program.parseAsync(args, { from: 'user' });
    return code;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    // Help asked for is no mistake; commander has printed it.
    if (error.exitCode === 0) return exitCodes.ok;
    return reportUsage(error, args, desk);
  }
}

function describeProgram(desk: Desk, end: (code: ExitCode) => void): Command {
  const program = new Command('warraq')
    .description('Arabic Markdown in, documents worth printing out')
    .version(desk.version(), '-V, --version')
    .helpCommand('help [command]');
  const build = program
    .command('build', { isDefault: true })
    .description('write the document')
    .argument('[files...]', 'Markdown files, a book.yaml or its folder, or - for standard input')
    .addOption(new Option('-o, --output <path>', 'where to write; - is standard output').argParser(collect))
    .option('--verify', 'read the PDF back and fail where a word is lost; needs pdfjs-dist')
    .action(async (files: string[], raw: RawOptions) => {
      const { build: run } = await import('./build.ts');
      end(await run(files, raw, readManner(raw, desk), desk));
    });
  const check = program
    .command('check')
    .description('report every mistake and write nothing')
    .argument('[files...]', 'as for build')
    .action(async (files: string[], raw: RawOptions) => {
      const { check: run } = await import('./check.ts');
      end(await run(files, raw, readManner(raw, desk), desk));
    });
  const mail = describeMail(program, desk, end);
  for (const command of [program, build, check, mail]) settleCommand(command, desk);
  for (const command of [build, check, mail]) addOptions(command);
  return program;
}

function describeMail(program: Command, desk: Desk, end: (code: ExitCode) => void): Command {
  return program
    .command('mail')
    .description('write an e-mail draft (.eml) with the document attached, or send it')
    .argument('[files...]', 'as for build')
    .addOption(new Option('--to <address>', 'who gets it; may be given more than once').argParser(collect))
    .addOption(new Option('--cc <address>', 'who gets a copy').argParser(collect))
    .option('--from <address>', 'who sends it (else WARRAQ_MAIL_FROM, else who opens the draft)')
    .option('--subject <text>', 'instead of the title')
    .addOption(new Option('-o, --output <path>', 'the draft; - is standard output').argParser(collect))
    .option('--force', 'write it even when it is larger than servers take (18 MB)')
    .option('--send', 'send it through the server of WARRAQ_SMTP_URL; needs nodemailer')
    .action(async (files: string[], raw: RawMailOptions) => {
      const { mail: run } = await import('./mail.ts');
      end(await run(files, raw, readManner(raw, desk), desk));
    });
}

function settleCommand(command: Command, desk: Desk): void {
  command
    .exitOverride()
    .showSuggestionAfterError(false)
    .configureOutput({
      writeOut: (text) => desk.print(text),
      writeErr: () => {},
      getErrHasColors: () => false,
    });
}

function addOptions(command: Command): void {
  command
    .option('--format <format>', `${FORMATS.join(', ')} (else by the ending of the output)`)
    .option('--template <name>', 'briefing, report, book … (over the front matter)')
    .option('--theme <name>', 'a theme, or a theme.yaml (over the front matter)')
    .option('--profile <profile>', 'screen, print (bleed and marks), booklet (to fold), 2up, 4up')
    .addOption(
      new Option(
        '--attach <file>',
        'a file for the PDF to carry inside; may be given more than once',
      ).argParser(collect),
    )
    .option('--root <dir>', 'folder outside which nothing is read')
    .option('--json', 'one JSON object on standard output')
    .option('--strict', 'fail on warnings')
    .option('--quiet', 'say nothing but errors')
    .option('--timings', 'time of each stage')
    .option('--dump <stage>', `print what leaves a stage: ${DUMP_STAGES.join(', ')}`)
    .option('--lang <lang>', 'language of messages: en, ar')
    .option('--no-color', 'plain messages');
}

function collect(value: string, previous: readonly string[] | undefined): readonly string[] {
  return [...(previous ?? []), value];
}

/** What commander did not understand, in our words. */
function reportUsage(error: CommanderError, args: readonly string[], desk: Desk): ExitCode {
  const sink = new Sink();
  const flag = /'([^']*)'/.exec(error.message)?.[1] ?? '';
  if (error.code === 'commander.unknownOption') {
    sink.report('usage-unknown-flag', null, {
      flag,
      guess: nearest(flag, flagNames) ?? 'warraq build --help',
    });
  } else if (error.code === 'commander.optionMissingArgument') {
    sink.report('usage-flag-value', null, { flag });
  } else {
    sink.report('usage', null, {
      detail: error.message.replace(/^error: /, ''),
      commands: commands.join(', '),
    });
  }
  const lang = args.find((arg) => arg === '--lang=ar' || arg === '--lang=en')?.slice(7);
  const json = args.includes('--json');
  return conclude(
    sink.diagnostics,
    noOutcome,
    readManner(lang === undefined ? { json } : { json, lang }, desk),
    desk,
  );
}

const flagNames = [
  '--output',
  '--format',
  '--template',
  '--theme',
  '--profile',
  '--attach',
  '--root',
  '--json',
  '--strict',
  '--quiet',
  '--timings',
  '--dump',
  '--lang',
  '--no-color',
  '--verify',
  '--to',
  '--cc',
  '--from',
  '--subject',
  '--force',
  '--send',
  '--help',
  '--version',
] as const;

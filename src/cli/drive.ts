import { dirname, relative, resolve, sep } from 'node:path';
import { answer, type BuiltInParts } from '../answer.ts';
import { countBytes } from '../base/byte-parts.ts';
import { type Diagnostic, Sink } from '../base/diagnostic.ts';
import type { Origin } from '../base/origin.ts';
import { watchBlocks } from '../base/reached.ts';
import { type World, WorldError } from '../base/world.ts';
import { reportFault } from '../project/report-fault.ts';
import { makeRequest } from '../project/request.ts';
import { chooseExitCode, type ExitCode, exitCodes } from './exit-code.ts';
import type { Host } from './host.ts';
import type { Job, OutputOptions } from './options.ts';
import { describeDiagnostic, type JsonReport } from './report-json.ts';
import { type FindLine, printDiagnostics } from './report-text.ts';
import { Stopwatch, type Timing } from './stopwatch.ts';

/** How one drive along the road went. */
interface Drive {
  readonly compiled: BuiltInParts | null;
  readonly world: World;
  readonly stopwatch: Stopwatch;
  readonly findLine: FindLine;
  /** A file of the project as it is called from the working folder, where editors look for it. */
  readonly showFile: ShowFile;
}

type ShowFile = (file: string) => string;

/** Takes a job along the road, reporting what goes wrong on the way; what it throws is a bug. */
export async function driveRoad(job: Job, options: OutputOptions, host: Host, sink: Sink): Promise<Drive> {
  const stopwatch = new Stopwatch(host.now);
  const world = host.openWorld(job.root, [
    ...job.files.flatMap((file) => [file, `${file}/`, `${dirname(file)}/`]),
    ...job.attachments,
    ...(job.theme === null ? [] : [job.theme]),
  ]);
  const stdin = job.files.includes('-') ? readStdin(host, sink) : null;
  const showFile: ShowFile = (file) => seenFrom(host.cwd, job.root, file, world);
  const { reach } = host;
  if (reach !== null) watchBlocks((origin) => reach({ ...origin, file: showFile(origin.file) }));
  const drive = { world, stopwatch, findLine: lineFinder(world, stdin), showFile };
  stopwatch.begin('load');
  const compile = await host.loadCompile();
  const { files, format, profile, pdf, textFor, envelope, template, theme, attachments, dump } = job;
  const { loadPdfReader } = host;
  const progress = options.quiet || options.json || !host.isTerminal ? null : host;
  const onStage = (stage: string) => {
    stopwatch.begin(stage);
    progress?.talk(`\r\u001B[K${stage} …`);
  };
  const hooks = {
    onStage,
    ...(job.verify && { loadPdfReader }),
    ...(dump && { dump: { stage: dump, print: host.print } }),
  };
  const said = { files, text: stdin, format, profile, pdf, textFor, envelope, template, theme, attachments };
  try {
    const result = await answer(compile, makeRequest(said), world, sink, hooks);
    if (!result.ok && result.fault !== null) throw result.fault;
    return { ...drive, compiled: result.ok ? result : null };
  } finally {
    stopwatch.end();
    progress?.talk('\r\u001B[K');
  }
}

function seenFrom(cwd: string, root: string, file: string, world: World): string {
  if (file === '-' || isAsset(file, world)) return file;
  return relative(cwd, resolve(root, file)).split(sep).join('/');
}

function isAsset(file: string, world: World): boolean {
  if (!file.startsWith('templates/')) return false;
  try {
    return !world.exists(file);
  } catch (error) {
    // Where a report of a fault is written, the fault need not be met again.
    if (error instanceof WorldError) return false;
    throw error;
  }
}

function readStdin(host: Host, sink: Sink): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(host.readStdin());
  } catch (error) {
    // TypeError is how TextDecoder refuses what is not UTF-8.
    const isFault = error instanceof WorldError || error instanceof TypeError;
    if (!isFault) throw error;
    reportFault(error instanceof WorldError ? error : new WorldError('not-utf8', '-'), null, sink);
    return '';
  }
}

/** Finds lines of sources and templates again for the reports; nothing is read while all goes well. */
function lineFinder(world: World, stdin: string | null): FindLine {
  const files = new Map<string, readonly string[]>();
  return ({ file, line }: Origin) => {
    let lines = files.get(file);
    if (lines === undefined) {
      lines = (file === '-' ? (stdin ?? '') : readQuietly(world, file)).split(/\r\n|\n|\r/);
      files.set(file, lines);
    }
    return lines[line - 1] ?? null;
  };
}

/** A report without the line it speaks of is still a report. */
function readQuietly(world: World, file: string): string {
  try {
    return isAsset(file, world) ? new TextDecoder().decode(world.readAsset(file)) : world.readText(file);
  } catch (error) {
    if (error instanceof WorldError) return '';
    throw error;
  }
}

/** What a command has to say in the end. */
interface Outcome {
  /** Path written, or null. */
  readonly output: string | null;
  readonly compiled: BuiltInParts | null;
  readonly timings: readonly Timing[];
  readonly total: number;
  readonly findLine: FindLine;
  readonly showFile: ShowFile;
}

export const noOutcome: Outcome = {
  output: null,
  compiled: null,
  timings: [],
  total: 0,
  findLine: () => null,
  showFile: (file) => file,
};

/** Says what happened, as the options say, and what the process should answer. */
export function conclude(
  diagnostics: readonly Diagnostic[],
  outcome: Outcome,
  options: OutputOptions,
  host: Host,
): ExitCode {
  const code = chooseExitCode(diagnostics, options.strict);
  const told = showPlaces(diagnostics, outcome);
  if (options.json) host.print(`${JSON.stringify(describeOutcome(told.diagnostics, told, code))}\n`);
  else {
    host.talk(printDiagnostics(told.diagnostics, options, told.findLine));
    if (options.timings) host.talk(printTimings(outcome.timings, outcome.total));
    if (outcome.output !== null && !options.quiet) host.talk(printSuccess(outcome, options));
  }
  return code;
}

/** Places as they are called from the working folder, and the lines of those places. */
function showPlaces(
  diagnostics: readonly Diagnostic[],
  outcome: Outcome,
): Outcome & { readonly diagnostics: readonly Diagnostic[] } {
  const files = new Map<string, string>();
  const shown = new Sink();
  shown.forward(diagnostics, (origin) => {
    const file = outcome.showFile(origin.file);
    files.set(file, origin.file);
    return { ...origin, file };
  });
  return {
    ...outcome,
    findLine: (origin) => outcome.findLine({ ...origin, file: files.get(origin.file) ?? origin.file }),
    diagnostics: shown.diagnostics,
  };
}

function describeOutcome(diagnostics: readonly Diagnostic[], outcome: Outcome, code: ExitCode): JsonReport {
  return {
    ok: code === exitCodes.ok,
    code,
    output: outcome.output,
    pages: outcome.compiled?.pages ?? null,
    bytes: outcome.compiled && countBytes(outcome.compiled.bytes),
    diagnostics: diagnostics.map((diagnostic) => describeDiagnostic(diagnostic, outcome.findLine)),
    timings: outcome.timings.map(({ stage, ms }) => ({ stage, ms: Math.round(ms * 10) / 10 })),
  };
}

function printTimings(timings: readonly Timing[], total: number): string {
  const rows = [...timings, { stage: 'total', ms: total }];
  return rows.map(({ stage, ms }) => `${stage.padEnd(10)}${ms.toFixed(1).padStart(9)} ms\n`).join('');
}

function printSuccess({ output, compiled, total }: Outcome, { lang }: OutputOptions): string {
  const pages = compiled?.pages ?? null;
  const size = Math.max(1, Math.round(countBytes(compiled?.bytes ?? []) / 1000));
  const seconds = (total / 1000).toFixed(2);
  if (lang === 'ar')
    return `${output}: ${pages === null ? '' : `الصفحات ${pages}، `}الحجم ${size} ك.ب، الزمن ${seconds} ث\n`;
  const count = pages === null ? '' : `${pages} ${pages === 1 ? 'page' : 'pages'}, `;
  return `${output}: ${count}${size} kB, ${seconds} s\n`;
}

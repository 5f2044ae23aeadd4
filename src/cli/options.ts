import { posix, relative, resolve, sep } from 'node:path';
import type { Sink } from '../base/diagnostic.ts';
import { nearest } from '../base/nearest.ts';
import { DUMP_STAGES, type DumpStage } from '../dump-stages.ts';
import { LANGS, type Lang, OPTION_TABLE, type RawOptions, type RequestOption } from '../option-table.ts';
import type { Envelope } from '../project/envelope.ts';
import { FORMATS, type Format } from '../project/format.ts';
import { PDF_VERSIONS, type PdfVersion } from '../project/pdf-version.ts';
import { PROFILES, type Profile } from '../project/profile.ts';
import { pdfFieldsOf } from '../project/request.ts';
import { TEXT_PURPOSES, type TextPurpose } from '../project/text-purpose.ts';
import type { Host } from './host.ts';
import { readLimits } from './read-limits.ts';

/** How to speak. */
export interface OutputOptions {
  readonly lang: Lang;
  readonly color: boolean;
  readonly json: boolean;
  readonly quiet: boolean;
  readonly strict: boolean;
  readonly timings: boolean;
}

export function readOutputOptions(raw: RawOptions, host: Host): OutputOptions {
  return {
    lang: LANGS.find((lang) => lang === raw.lang) ?? langOfEnvironment(host.env),
    color: raw.color !== false && host.isTerminal && !host.env['NO_COLOR'],
    json: raw.json === true,
    quiet: raw.quiet === true,
    strict: raw.strict === true,
    timings: raw.timings === true,
  };
}

/** POSIX: LC_ALL over LC_MESSAGES over LANG. Arabic only where it is asked for: many terminals have no bidi. */
function langOfEnvironment(env: Host['env']): Lang {
  const locale = env['LC_ALL'] || env['LC_MESSAGES'] || env['LANG'] || '';
  return /^ar(?:[_.-]|$)/i.test(locale) ? 'ar' : 'en';
}

/** The same before commander has read anything, or where it could not: `--lang` wherever it stands, else the locale. */
export function langOfArguments(args: readonly string[], env: Host['env']): Lang {
  const at = args.findLastIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at] === '--lang' ? args[at + 1] : args[at]?.slice('--lang='.length);
  return LANGS.find((lang) => lang === asked) ?? langOfEnvironment(env);
}

/** What to build, where to put it. */
export interface Job {
  readonly root: string;
  /** Relative to `root`, `/` separators. */
  readonly files: readonly string[];
  /** As the user wrote it or would have; `-` is standard output. */
  readonly output: string;
  readonly template: string | null;
  readonly theme: string | null;
  /** Relative to `root`, `/` separators. */
  readonly attachments: readonly string[];
  readonly format: Format;
  readonly profile: Profile;
  /** Null = as the document says. */
  readonly pdf: PdfVersion | null;
  /** Null = as the document says. */
  readonly textFor: TextPurpose | null;
  readonly envelope: Envelope | null;
  readonly dump: DumpStage | null;
  /** Whether the PDF is read back and compared. */
  readonly verify: boolean;
}

/**
 * Checks what the command line says before any file is opened; null after a report.
 *
 * @param envelope of the e-mail that is to be written instead of the document itself
 */
export function readJob(
  files: readonly string[],
  raw: RawOptions,
  host: Host,
  sink: Sink,
  envelope: Envelope | null = null,
): Job | null {
  const outputs = raw.output ?? [];
  if (files.length === 0) sink.report('usage-no-file', null);
  if (outputs.length > 1) sink.report('usage-two-outputs', null, { outputs: outputs.join(', ') });
  for (const row of OPTION_TABLE) {
    const value = raw[row.name];
    if ('choices' in row && typeof value === 'string') checkChoice(row.flag, value, row.choices, sink);
  }
  readLimits(raw, sink);
  const asked = formatAsked(raw);
  const endings = envelope === null ? FORMATS : MAIL;
  const output = outputOf(files, raw, envelope === null ? null : 'eml', host);
  if (output.startsWith('--')) sink.report('usage-flag-value', null, { flag: '-o' });
  else checkOutput(output, endings, raw.format, [...files, ...(raw.attach ?? [])], host, sink);
  const format = asked ?? formatOf(output) ?? 'pdf';
  const profile = PROFILES.find((known) => known === raw.profile) ?? 'screen';
  checkAttach(raw.attach ?? [], format, profile, sink);
  if (raw.verify === true && format !== 'pdf') sink.report('verify-not-pdf', null);
  for (const field of pdfFieldsOf({ format, profile, pdf: raw.pdf ?? null, textFor: raw.text ?? null }))
    sink.report('usage-not-pdf', null, { option: flagOf(field) });
  if (sink.failed) return null;
  const root = raw.root === undefined ? host.findRoot(files) : resolve(host.cwd, raw.root);
  return {
    root,
    files: files.map((file) => toRootPath(file, root, host.cwd)),
    output,
    template: raw.template ?? null,
    theme: raw.theme ?? null,
    attachments: (raw.attach ?? []).map((file) => toRootPath(file, root, host.cwd)),
    format,
    profile,
    pdf: PDF_VERSIONS.find((version) => version === raw.pdf) ?? null,
    textFor: TEXT_PURPOSES.find((purpose) => purpose === raw.text) ?? null,
    envelope,
    dump: DUMP_STAGES.find((stage) => stage === raw.dump) ?? null,
    verify: raw.verify === true,
  };
}

/** The option that says a field of a request. */
const flagOf = (field: RequestOption) =>
  OPTION_TABLE.find((row) => 'field' in row && row.field === field)!.flag;

const formatAsked = (raw: RawOptions) => FORMATS.find((format) => format === raw.format) ?? null;

/** Where a command line says that the document goes, or where it goes by itself; of an e-mail `kind` is eml. */
export function outputOf(files: readonly string[], raw: RawOptions, kind: 'eml' | null, host: Host): string {
  const [first = '-'] = files;
  const ending = kind ?? formatAsked(raw) ?? 'pdf';
  const named = nameOutput(first, ending, host);
  const inFolder = named === '-' ? `document.${ending}` : posix.basename(named);
  const [output] = raw.output ?? [];
  return output === undefined ? named : intoFolder(output, inFolder, host);
}

/** What an e-mail may be called. */
const MAIL = ['eml'] as const;

function checkChoice(option: string, value: string, choices: readonly string[], sink: Sink): void {
  if (choices.includes(value)) return;
  const known = choices.join(', ');
  const guess = nearest(value, choices);
  if (option === '--format' && value === 'eml') reportEml(undefined, 'draft.eml', sink);
  else sink.report('usage-choice', null, { option, value, known: guess ?? known });
}

/** The document beside its source, as `md-to-pdf` and pandoc's users expect. */
function nameOutput(file: string, ending: Format | 'eml', host: Host): string {
  if (file === '-') return '-';
  const path = file.replaceAll('\\', '/');
  const name = posix.parse(path);
  // A folder is a book: what it becomes goes inside, beside book.yaml.
  if (host.isFolder(file)) return posix.join(path, `book.${ending}`);
  return `${path.slice(0, path.length - name.ext.length)}.${ending}`;
}

function reportEml(file: string | undefined, output: string, sink: Sink): void {
  sink.report('usage-eml', null, { file: file ?? 'document.md', output });
}

/** A folder to write into, be it there already or only said to be one, takes the document under its own name. */
function intoFolder(output: string, name: string, host: Host): string {
  const isFolder = /[/\\]$/.test(output) || (output !== '-' && host.isFolder(output));
  if (!isFolder) return output;
  return `${output.replace(/[/\\]+$/, '')}/${name}`;
}

function checkOutput(
  output: string,
  endings: readonly string[],
  format: string | undefined,
  files: readonly string[],
  host: Host,
  sink: Sink,
): void {
  if (output === '-') return;
  const ending = extensionOf(output);
  if (ending === 'eml' && !endings.includes(ending)) reportEml(files[0], output, sink);
  else if (!endings.includes(ending)) {
    if (endings === MAIL) sink.report('usage-mail-output', null, { output });
    else if (format === undefined) {
      const known = FORMATS.map((name) => `.${name}`).join(', ');
      sink.report('usage-output-format', null, { output, endings: known });
    }
  }
  const target = resolve(host.cwd, output);
  if (files.some((file) => resolve(host.cwd, file) === target))
    sink.report('usage-overwrite', null, { output });
}

function checkAttach(attach: readonly string[], format: Format, profile: Profile, sink: Sink): void {
  if (attach.some((path) => path === '' || path.startsWith('--')))
    sink.report('usage-flag-value', null, { flag: '--attach' });
  else if (attach.length > 0 && (format !== 'pdf' || profile !== 'screen')) sink.report('usage-attach', null);
}

function formatOf(output: string): Format | null {
  return FORMATS.find((format) => format === extensionOf(output)) ?? null;
}

function extensionOf(output: string): string {
  return posix.extname(output.replaceAll('\\', '/')).slice(1).toLowerCase();
}

/** A path of the command line as the world and every diagnostic know it. */
function toRootPath(file: string, root: string, cwd: string): string {
  if (file === '-' || file.includes('\0')) return file;
  return relative(root, resolve(cwd, file)).split(sep).join('/') || '.';
}

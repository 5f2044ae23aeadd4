import type { Diagnostic } from '../base/diagnostic.ts';
import { cliMessages } from '../base/messages/cli.ts';
import type { MessageId } from '../base/messages/index.ts';

/** What scripts may rely on. 130, interrupted, is the shell's own word for a process ended by SIGINT. */
export const exitCodes = {
  ok: 0,
  /** Errors in the document, its template or its theme. */
  input: 1,
  usage: 2,
  /** Warnings, under --strict. */
  strict: 3,
  /** Something larger or deeper than the limits allow. */
  limit: 4,
  /** A file could not be read or written. */
  io: 5,
  /** A mistake in Warraq. */
  bug: 6,
} as const;

export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

const cliRules = Object.keys(cliMessages) as (keyof typeof cliMessages)[];

/** Which kind of failure a rule is; all other errors are errors in the input. */
const codeOfRule: ReadonlyMap<string, ExitCode> = new Map<MessageId, ExitCode>([
  ...cliRules.filter((rule) => rule.startsWith('usage')).map((rule) => [rule, exitCodes.usage] as const),
  ['mail-no-recipient', exitCodes.usage],
  ['mail-address', exitCodes.usage],
  ['mail-control', exitCodes.usage],
  ['mail-server-missing', exitCodes.usage],
  ['mail-server-url', exitCodes.usage],
  ['mail-sender', exitCodes.usage],
  ['mail-no-nodemailer', exitCodes.usage],
  ['verify-no-reader', exitCodes.usage],
  ['verify-not-pdf', exitCodes.usage],
  ['mail-too-large', exitCodes.limit],
  ['mail-not-sent', exitCodes.io],
  ['file-too-large', exitCodes.limit],
  ['sources-limit', exitCodes.limit],
  ['attachments-limit', exitCodes.limit],
  ['yaml-limit', exitCodes.limit],
  ['template-limit', exitCodes.limit],
  ['file-missing', exitCodes.io],
  ['file-not-a-file', exitCodes.io],
  ['file-denied', exitCodes.io],
  ['file-failed', exitCodes.io],
  ['stdout-closed', exitCodes.io],
  ['stdout-full', exitCodes.io],
  ['stdout-failed', exitCodes.io],
  ['output-denied', exitCodes.io],
  ['output-not-a-file', exitCodes.io],
  ['output-full', exitCodes.io],
  ['output-failed', exitCodes.io],
]);

/** The graver failure wins: a wrong command over a limit over a fault of the disk over mistakes in the text. */
export function chooseExitCode(diagnostics: readonly Diagnostic[], strict: boolean): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const codes = errors.map(({ rule }) => codeOfRule.get(rule) ?? exitCodes.input);
  for (const code of [exitCodes.usage, exitCodes.limit, exitCodes.io, exitCodes.input])
    if (codes.includes(code)) return code;
  const isWarned = diagnostics.some(({ severity }) => severity === 'warning');
  return strict && isWarned ? exitCodes.strict : exitCodes.ok;
}

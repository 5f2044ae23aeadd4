import type { Diagnostic } from '../base/diagnostic.ts';
import { type MessageId, messages } from '../base/messages/index.ts';
import type { Failure, Message } from '../base/messages/message.ts';

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

/** The graver failure wins: a wrong command over a limit over a fault of the disk over mistakes in the text. */
export function chooseExitCode(diagnostics: readonly Diagnostic[], strict: boolean): ExitCode {
  const errors = diagnostics.filter(({ severity }) => severity === 'error');
  const codes = errors.map(({ rule }) => exitCodes[failureOf(rule)]);
  for (const code of [exitCodes.usage, exitCodes.limit, exitCodes.io, exitCodes.input])
    if (codes.includes(code)) return code;
  const isWarned = diagnostics.some(({ severity }) => severity === 'warning');
  return strict && isWarned ? exitCodes.strict : exitCodes.ok;
}

function failureOf(rule: MessageId): Failure | 'input' {
  const { exit }: Message = messages[rule];
  return exit ?? 'input';
}

import { type MessageId, messages } from './messages/index.ts';
import type { Origin } from './origin.ts';

export type Severity = 'error' | 'warning' | 'info';

/** What went wrong, where, and what to do about it; worded in both languages by messages/. */
export interface Diagnostic {
  readonly rule: MessageId;
  readonly severity: Severity;
  readonly origin: Origin | null;
  readonly message: Wording;
  readonly hint: Wording;
}

export interface Wording {
  readonly en: string;
  readonly ar: string;
}

export type MessageValues = Readonly<Record<string, string | number>>;

/** Collects diagnostics; stages report and go on, so that a user sees every mistake at once. */
export class Sink {
  readonly diagnostics: Diagnostic[] = [];

  report(rule: MessageId, origin: Origin | null, values: MessageValues = {}): void {
    const { severity, message, hint } = messages[rule];
    this.diagnostics.push({
      rule,
      severity,
      origin,
      message: fill(message, values),
      hint: fill(hint, values),
    });
  }

  get failed(): boolean {
    return this.diagnostics.some((diagnostic) => diagnostic.severity === 'error');
  }
}

/** Ends a build at once where going on makes no sense; the sink already holds the reason. */
export class BuildStopped extends Error {}

function fill(wording: Wording, values: MessageValues): Wording {
  const put = (text: string) =>
    text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? `{${name}}`));
  return { en: put(wording.en), ar: put(wording.ar) };
}

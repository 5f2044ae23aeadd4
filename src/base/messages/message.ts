import type { Severity, Wording } from '../diagnostic.ts';

/** A wrong command, a limit that was reached, a file that could not be read or written. */
export type Failure = 'usage' | 'limit' | 'io';

/** The wording of one kind of diagnostic. Lower case, no full stop; `{name}` is filled in by whoever reports. */
export interface Message {
  readonly severity: Severity;
  /** What kind of failure an error is; without it the fault is in the document, its template or its theme. */
  readonly exit?: Failure;
  readonly message: Wording;
  /** What to do about it. */
  readonly hint: Wording;
  /** Where many places make one diagnostic, which counts them; without it every place has its own. */
  readonly gather?: Gather;
}

/**
 * `by`: the value that tells diagnostics of this kind apart, such as the character; without it there is one.
 * `name`: the value that differs from place to place and is listed with each.
 */
interface Gather {
  readonly by?: string;
  readonly name?: string;
}

import type { Severity, Wording } from '../diagnostic.ts';

/** The wording of one kind of diagnostic. Lower case, no full stop; `{name}` is filled in by whoever reports. */
export interface Message {
  readonly severity: Severity;
  readonly message: Wording;
  /** What to do about it. */
  readonly hint: Wording;
}

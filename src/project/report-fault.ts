import type { Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import type { Origin } from '../base/origin.ts';
import type { WorldError, WorldFault } from '../base/world.ts';

const rules = {
  missing: 'file-missing',
  outside: 'file-outside',
  hidden: 'file-hidden',
  folder: 'file-not-a-file',
  'not-a-file': 'file-not-a-file',
  'too-large': 'file-too-large',
  'not-utf8': 'file-not-utf8',
  denied: 'file-denied',
  full: 'file-failed',
  'was-read': 'file-failed',
  failed: 'file-failed',
} as const satisfies Record<WorldFault, MessageId>;

/** Says why a file could not be read, in the user's words: the path as given, never a path of this machine. */
export function reportFault(error: WorldError, origin: Origin | null, sink: Sink): void {
  sink.report(rules[error.fault], origin, { path: error.path });
}

import type { ByteParts } from '../base/byte-parts.ts';
import type { Sink } from '../base/diagnostic.ts';
import type { MessageId } from '../base/messages/index.ts';
import { type World, WorldError, type WorldFault } from '../base/world.ts';
import type { Host } from './host.ts';

/** Writes a result where it was asked for; `-` is standard output. @returns whether it is there */
export async function deliver(
  output: string,
  bytes: ByteParts,
  host: Host,
  world: World,
  sink: Sink,
): Promise<boolean> {
  if (output !== '-') return writeOutput(output, bytes, world, sink);
  for (const part of bytes) host.print(part);
  const fault = await host.printed();
  if (fault !== null) sink.report(`stdout-${fault}`, null);
  return fault === null;
}

const outputRules = {
  missing: 'output-denied',
  outside: 'output-denied',
  hidden: 'output-denied',
  denied: 'output-denied',
  folder: 'output-not-a-file',
  'not-a-file': 'output-not-a-file',
  full: 'output-full',
  'was-read': 'usage-overwrite',
  'too-large': 'output-failed',
  'not-utf8': 'output-failed',
  failed: 'output-failed',
} as const satisfies Record<WorldFault, MessageId>;

function writeOutput(path: string, bytes: ByteParts, world: World, sink: Sink): boolean {
  try {
    if (!world.write(path, bytes)) sink.report('output-owner', null, { path });
    return true;
  } catch (error) {
    if (!(error instanceof WorldError)) throw error;
    sink.report(outputRules[error.fault], null, { path, output: path });
    return false;
  }
}

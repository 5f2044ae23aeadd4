import type { ByteParts } from './base/byte-parts.ts';
import { describeBug } from './base/describe-bug.ts';
import { BuildStopped, type Sink } from './base/diagnostic.ts';
import { type World, WorldError } from './base/world.ts';
import type { Compiled, CompileHooks, compile } from './compile.ts';
import { reportFault } from './project/report-fault.ts';
import type { CompleteRequest } from './project/request.ts';
import type { Built, NotBuilt } from './result.ts';

/** What comes of a request, its file not yet joined. */
type Answer = BuiltInParts | NotBuilt;

export interface BuiltInParts extends Omit<Built, 'bytes'> {
  readonly bytes: ByteParts;
}

/**
 * Takes a request along the road and says how that went. Whatever stops it on the way is a diagnostic in the end.
 *
 * @param road handed in, as whoever only reads the command line need not load it
 */
export async function answer(
  road: typeof compile,
  request: CompleteRequest,
  world: World,
  sink: Sink,
  hooks: CompileHooks,
): Promise<Answer> {
  try {
    return conclude(await road(request, world, sink, hooks), sink, null);
  } catch (error) {
    if (error instanceof BuildStopped) return conclude(null, sink, null);
    if (error instanceof WorldError) reportFault(error, null, sink);
    else sink.report('bug', null, { detail: describeBug(error) });
    return conclude(null, sink, error instanceof WorldError ? null : error);
  }
}

function conclude(compiled: Compiled | null, sink: Sink, fault: unknown): Answer {
  const diagnostics = [...sink.diagnostics];
  if (compiled === null || sink.failed) return { ok: false, bytes: null, pages: null, diagnostics, fault };
  return { ok: true, bytes: compiled.bytes, pages: compiled.laid?.pages.length ?? null, diagnostics };
}

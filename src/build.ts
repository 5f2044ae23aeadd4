import { setImmediate } from 'node:timers/promises';
import { answer } from './answer.ts';
import { concatenate } from './base/byte-parts.ts';
import { Sink } from './base/diagnostic.ts';
import type { World } from './base/world.ts';
import { type Kept, compile as travel } from './compile.ts';
import type { Hooks } from './hooks.ts';
import { checkWorld, readRequest } from './read-request.ts';
import type { Request } from './request.ts';
import type { Result } from './result.ts';

/**
 * Reads a caller's request and takes the road.
 *
 * @param kept what earlier builds of a session have left; null outside one
 */
export async function build(
  request: Request,
  world: World,
  hooks: Hooks,
  kept: Kept | null,
): Promise<Result> {
  const sink = new Sink();
  const complete = readRequest(request, sink);
  if (!checkWorld(world, sink) || complete === null)
    return { ok: false, bytes: null, pages: null, diagnostics: [...sink.diagnostics], fault: null };
  // Node frees what a build has let go of (memory of zlib, of HarfBuzz) between turns of its event loop: without one,
  // a caller who only ever awaits would keep 0.3 MB a document.
  await setImmediate();
  const { onStage } = hooks;
  const hooksOfRoad = { ...(onStage && { onStage }), ...(kept && { kept }) };
  const answered = await answer(travel, complete, world, sink, hooksOfRoad);
  return answered.ok ? { ...answered, bytes: concatenate(answered.bytes) } : answered;
}

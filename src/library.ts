import { setImmediate } from 'node:timers/promises';
import { answer } from './answer.ts';
import { Sink } from './base/diagnostic.ts';
import type { World } from './base/world.ts';
import { type Kept, compile as travel } from './compile.ts';
import { checkWorld, readRequest } from './read-request.ts';
import type { Request } from './request.ts';
import type { Result } from './result.ts';

/** For whoever wants to watch a build. */
export interface Hooks {
  /** Called as each stage begins: `project`, `parse` … `paint`. */
  readonly onStage?: (name: string) => void;
}

/**
 * Builds a document. Never rejects: whatever is wrong, with the request or with the document, is a diagnostic of
 * the result. The same request to the same world gives the same bytes, however often and beside whatever else it is
 * asked; what a process has opened once (fonts, templates, themes) it keeps, so that the second document takes a
 * fraction of the first one's time.
 *
 * @param world where files are read; nothing outside it is
 */
export function compile(request: Request, world: World, hooks: Hooks = {}): Promise<Result> {
  return build(request, world, hooks, null);
}

/** @param kept what earlier builds of a session have left; null outside one */
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
  return answer(travel, complete, world, sink, { ...(onStage && { onStage }), ...(kept && { kept }) });
}

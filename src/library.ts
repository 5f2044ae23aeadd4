import type { World } from './base/world.ts';
import { build } from './build.ts';
import type { Hooks } from './hooks.ts';
import type { Request } from './request.ts';
import type { Result } from './result.ts';

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

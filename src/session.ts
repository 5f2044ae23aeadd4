import type { World } from './base/world.ts';
import { build } from './build.ts';
import type { Hooks } from './hooks.ts';
import { KeptPieces } from './parse/kept-pieces.ts';
import type { Request } from './request.ts';
import type { Result } from './result.ts';
import { TextStyles } from './style/text-style.ts';
import { KeptParagraphs } from './text/kept-paragraphs.ts';

/** Builds documents of one world again and again, and keeps of each what the next can use. */
export interface Session {
  /** As `compile` of the library: the same bytes, sooner where little has changed since the last time. */
  compile(request: Request, hooks?: Hooks): Promise<Result>;
}

/** For whoever builds a document while it is being written. What is let go of frees what was kept. */
export function openSession(world: World): Session {
  const [pieces, paragraphs] = [new KeptPieces(), new KeptParagraphs()];
  let styles = new TextStyles();
  return {
    compile: (request, hooks = {}) => {
      if (styles.isFull) styles = new TextStyles();
      return build(request, world, hooks, { pieces, styles, paragraphs });
    },
  };
}

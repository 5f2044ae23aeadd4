import type { CodeToken } from '../highlight/token.ts';
import { type CodeStretch, cutCode } from './code-stretches.ts';

/** A stretch of code of one direction, in pieces of one kind. */
export interface TokenStretch extends Pick<CodeStretch, 'direction'> {
  readonly tokens: readonly CodeToken[];
}

/**
 * Code cut where its direction changes, as `cutCode` has it, and where its kind does.
 *
 * @param tokens all of the code
 */
export function cutTokens(
  code: string,
  prose: boolean,
  tokens: readonly CodeToken[],
): readonly TokenStretch[] {
  let index = 0;
  let used = 0;
  return cutCode(code, prose).map(({ text, direction }) => {
    const cut: CodeToken[] = [];
    for (let at = 0; at < text.length; ) {
      const { text: whole, kind } = tokens[index]!;
      const end = Math.min(text.length, at + whole.length - used);
      cut.push({ text: text.slice(at, end), kind });
      used += end - at;
      at = end;
      if (used < whole.length) continue;
      index += 1;
      used = 0;
    }
    return { direction, tokens: cut };
  });
}

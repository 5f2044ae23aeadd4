import type { SvgContext } from './svg-context.ts';
import type { SvgElement } from './svg-tree.ts';

/** A paint server and those whose attributes and contents it takes, where it has none of its own (SVG 2, 14.2.1). */
export function chainOf(
  server: SvgElement,
  context: SvgContext,
  isLike: (other: SvgElement) => boolean,
): readonly SvgElement[] {
  const chain = [server];
  for (;;) {
    const { href } = chain.at(-1)!.attributes;
    const next = href?.startsWith('#') ? context.find(href.slice(1)) : null;
    if (next === null || chain.includes(next) || !isLike(next)) return chain;
    chain.push(next);
  }
}

/** What the first that says it says. */
export function attributeOf(chain: readonly SvgElement[], name: string): string | undefined {
  return chain.find(({ attributes }) => name in attributes)?.attributes[name];
}

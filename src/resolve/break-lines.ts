import type { ResolvedInline, Text } from './inline-nodes.ts';

/** Lines of the source as lines: where each begins is known, also in what is marked or a link. */
export function breakLines(inlines: readonly ResolvedInline[]): readonly ResolvedInline[] {
  return inlines.flatMap((inline): readonly ResolvedInline[] => {
    if (inline.kind === 'text') return cutText(inline);
    return 'children' in inline ? [{ ...inline, children: breakLines(inline.children) }] : [inline];
  });
}

function cutText({ text, turns = [], origin }: Text): readonly ResolvedInline[] {
  const places = [{ at: 0, ...origin }, ...turns.map((turn) => ({ ...origin, ...turn }))];
  return places.flatMap(({ at, file, line, column }, index): readonly ResolvedInline[] => {
    const place = { file, line, column };
    const end = places[index + 1]?.at ?? text.length;
    const own = index + 1 < places.length ? text.slice(at, end).trimEnd() : text.slice(at, end);
    const words: readonly ResolvedInline[] = own === '' ? [] : [{ kind: 'text', text: own, origin: place }];
    return index === 0 ? words : [{ kind: 'break', origin: place }, ...words];
  });
}

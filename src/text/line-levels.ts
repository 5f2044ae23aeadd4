import type { Direction } from '../base/geometry.ts';
import { type ResolvedLevels, resolveLevels } from './bidi.ts';
import { type Collected, LINE_BREAK } from './collect.ts';

/** Embedding levels of preformatted text, each line of which is a paragraph by itself (UAX#9, P1). */
export function resolveLines({ text, spans }: Collected, direction: Direction): ResolvedLevels {
  const levels = new Uint8Array(text.length);
  const borders = new Map<number, number>();
  const base = direction === 'rtl' ? 1 : 0;
  let first = 0;
  for (let start = 0; start < text.length; ) {
    const found = text.indexOf(LINE_BREAK, start);
    const end = found < 0 ? text.length : found;
    while (first < spans.length && spans[first]!.end <= start) first++;
    let last = first;
    while (last < spans.length && spans[last]!.start < end) last++;
    const own = spans.slice(first, last).map((span) => ({
      ...span,
      start: Math.max(span.start, start) - start,
      end: Math.min(span.end, end) - start,
    }));
    const line = resolveLevels({ text: text.slice(start, end), spans: own }, direction);
    levels.set(line.levels, start);
    for (const [at, level] of line.borders ?? []) borders.set(at + start, level);
    if (end < text.length) levels[end] = base;
    start = end + 1;
  }
  return { levels, borders: borders.size > 0 ? borders : null };
}

import type { Direction } from '../base/geometry.ts';
import type { Isolate } from '../style/inline.ts';
import type { Collected, Span } from './collect.ts';
import { findNumberIsolates } from './number-isolates.ts';
import { plainLevels, plainLevelsAround } from './plain-levels.ts';
import { resolveParagraph } from './uax9.ts';

/**
 * UAX#9 embedding levels, one for each UTF-16 unit, before L1 and L2 (which need lines). Isolates of the
 * inlines, and those that number forms need, are given to the algorithm as LRI, RLI, FSI and PDI, and
 * taken out of the result again: the paragraph's own string stays as written.
 */
export function resolveLevels({ text, spans }: Collected, direction: Direction): Uint8Array {
  const isolates = isolatesOf(spans);
  if (direction === 'rtl')
    isolates.push(
      ...findNumberIsolates(text).filter((form) => !isolates.some((other) => crosses(form, other))),
    );
  if (isolates.length === 0) {
    const plain = direction === 'rtl' ? plainLevels(text) : null;
    return plain ?? resolveParagraph(text, direction).levels;
  }
  const plain = direction === 'rtl' ? plainLevelsAround(text, inOrder(isolates)) : null;
  return plain ?? resolveIsolated(text, isolates, direction);
}

const inOrder = (isolates: readonly IsolatedRange[]) => isolates.toSorted((a, b) => a.start - b.start);

/** A stretch of the paragraph to be set apart. UTF-16 offsets. */
export interface IsolatedRange {
  readonly start: number;
  readonly end: number;
  readonly direction: Direction | 'auto';
}

/** Neighbouring spans inside the same isolate are one range. */
function isolatesOf(spans: readonly Span[]): IsolatedRange[] {
  const ranges = new Map<Isolate, { start: number; end: number; direction: Direction | 'auto' }>();
  for (const { start, end, inline } of spans) {
    for (const isolate of inline.isolates) {
      const range = ranges.get(isolate);
      if (range) range.end = end;
      else ranges.set(isolate, { start, end, direction: isolate.direction });
    }
  }
  return [...ranges.values()];
}

/** Whether two ranges overlap without one holding the other: such isolates cannot nest. */
function crosses(a: IsolatedRange, b: IsolatedRange): boolean {
  return (
    (a.start < b.start && b.start < a.end && a.end < b.end) ||
    (b.start < a.start && a.start < b.end && b.end < a.end)
  );
}

const INITIATOR = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;
const PDI = '\u2069';

/** The levels of `text` with control characters around each isolate, without theirs. */
export function resolveIsolated(
  text: string,
  isolates: readonly IsolatedRange[],
  direction: Direction,
): Uint8Array {
  const controls = controlsOf(isolates);
  let controlled = '';
  let start = 0;
  for (const [at, inserted] of controls) {
    controlled += text.slice(start, at) + inserted;
    start = at;
  }
  const resolved = resolveParagraph(controlled + text.slice(start), direction).levels;
  const levels = new Uint8Array(text.length);
  start = 0;
  let before = 0;
  for (const [at, inserted] of controls) {
    levels.set(resolved.subarray(start + before, at + before), start);
    before += inserted.length;
    start = at;
  }
  levels.set(resolved.subarray(start + before), start);
  return levels;
}

/** What is inserted into the text, and where, in order of place. */
function controlsOf(isolates: readonly IsolatedRange[]): readonly (readonly [number, string])[] {
  const controls = new Map<number, string>();
  // Outer ranges come first in the list and so open first; all close with the same character, before any opens.
  for (const { start, direction } of isolates)
    controls.set(start, (controls.get(start) ?? '') + INITIATOR[direction]);
  for (const { end } of isolates) controls.set(end, PDI + (controls.get(end) ?? ''));
  return [...controls].sort(([a], [b]) => a - b);
}

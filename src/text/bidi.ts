import type { Direction } from '../base/geometry.ts';
import type { Isolate } from '../style/inline.ts';
import type { Collected, Span } from './collect.ts';
import { findNumberIsolates } from './number-isolates.ts';
import { resolveParagraph } from './uax9.ts';

/** Code points that no rule of UAX#9 can give another level than 1 in a right-to-left paragraph of their like. */
const ALL_RTL =
  /^[\u0020-\u0022\u0026-\u002A\u003A-\u0040\u005B-\u0060\u007B-\u007E\u00A0\u00AB\u00BB\u060C-\u060F\u061B\u061D-\u065F\u066D-\u06DC\u06DF-\u06E8\u06EA-\u06EF\u06FA-\u06FF\u2010-\u2027]*$/;

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
  if (direction === 'rtl' && isolates.length === 0 && ALL_RTL.test(text))
    return new Uint8Array(text.length).fill(1);
  if (isolates.length === 0) return resolveParagraph(text, direction).levels;
  const { controlled, place } = insertControls(text, isolates);
  const levels = resolveParagraph(controlled, direction).levels;
  return Uint8Array.from(place, (at) => levels[at]!);
}

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

/** `place[i]` is where unit i of `text` stands in `controlled`. */
function insertControls(
  text: string,
  isolates: readonly IsolatedRange[],
): { controlled: string; place: Uint32Array } {
  const opening = new Map<number, string>();
  const closing = new Map<number, string>();
  // Outer ranges come first in the list and so open first; all close with the same character.
  for (const { start, end, direction } of isolates) {
    opening.set(start, (opening.get(start) ?? '') + INITIATOR[direction]);
    closing.set(end, (closing.get(end) ?? '') + PDI);
  }
  const place = new Uint32Array(text.length);
  let controlled = '';
  for (let i = 0; i < text.length; i++) {
    controlled += (closing.get(i) ?? '') + (opening.get(i) ?? '');
    place[i] = controlled.length;
    controlled += text[i];
  }
  return { controlled: controlled + (closing.get(text.length) ?? ''), place };
}

import type { Direction } from '../base/geometry.ts';
import type { Isolate } from '../style/inline.ts';
import type { Span } from './collect.ts';
import { findListCommas, findNumberIsolates } from './number-isolates.ts';
import { plainLevels, plainLevelsAround } from './plain-levels.ts';
import { resolveParagraph } from './uax9.ts';

/** UAX#9 embedding levels, one for each UTF-16 unit, before L1 and L2 (which need lines). */
export interface ResolvedLevels {
  readonly levels: Uint8Array;
  /**
   * The levels of isolate initiators and PDIs that stand between two stretches of a higher level, by the index
   * of the unit after them. They have no units of their own, but without them L2 would turn the two as one.
   */
  readonly borders: Borders | null;
}

export type Borders = ReadonlyMap<number, number>;

/**
 * Isolates of the inlines, and those that number forms need, are given to the algorithm as LRI, RLI, FSI and
 * PDI, and taken out of the result again: the paragraph's own string stays as written.
 */
export function resolveLevels({ text, spans }: Isolated, direction: Direction): ResolvedLevels {
  const own = isolatesOf(spans);
  const { forms, marks } = findIn(text, own, direction);
  const isolates = forms.length === 0 ? own : [...own, ...forms];
  if (marks.length > 0 || direction === 'ltr') {
    if (isolates.length === 0 && marks.length === 0)
      return unbordered(resolveParagraph(text, direction).levels);
    return resolveIsolated(text, isolates, direction, marks);
  }
  if (isolates.length === 0) return unbordered(plainLevels(text) ?? resolveParagraph(text, direction).levels);
  return plainLevelsAround(text, inOrder(isolates)) ?? resolveIsolated(text, isolates, direction);
}

const unbordered = (levels: Uint8Array): ResolvedLevels => ({ levels, borders: null });

/** What may turn a number round in a left-to-right text: letters from the right, Arabic-Indic digits. */
const TURNS = /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC]/;

const inOrder = (isolates: readonly IsolatedRange[]) =>
  isolates.toSorted((a, b) => a.start - b.start || b.end - a.end);

/** A stretch of the paragraph to be set apart. UTF-16 offsets. */
export interface IsolatedRange extends Isolate {
  readonly start: number;
  readonly end: number;
}

/** What of collected text tells which stretches of it are set apart. */
interface Isolated {
  readonly text: string;
  readonly spans: readonly (Pick<Span, 'start' | 'end'> & {
    readonly inline: Pick<Span['inline'], 'isolates'>;
  })[];
}

/** Neighbouring spans inside the same isolate are one range. */
function isolatesOf(spans: Isolated['spans']): IsolatedRange[] {
  if (spans.every(({ inline }) => inline.isolates.length === 0)) return [];
  const ranges = new Map<Isolate, { start: number; end: number }>();
  for (const { start, end, inline } of spans) {
    for (const isolate of inline.isolates) {
      const range = ranges.get(isolate);
      if (range) range.end = end;
      else ranges.set(isolate, { start, end });
    }
  }
  return Array.from(ranges, ([{ direction, override }, { start, end }]) => ({
    start,
    end,
    direction,
    override: override === true,
  }));
}

/** What is to be set apart in a paragraph beside what its inlines set apart, and where right-to-left marks belong. */
export interface FormIsolates {
  readonly forms: readonly IsolatedRange[];
  readonly marks: readonly number[];
}

export function isolateForms({ text, spans }: Isolated, direction: Direction): FormIsolates {
  return findIn(text, isolatesOf(spans), direction);
}

const NONE: FormIsolates = { forms: [], marks: [] };

/** No form reaches over the border of an isolate, and none is looked for in one that runs from the left already. */
function findIn(text: string, own: readonly IsolatedRange[], direction: Direction): FormIsolates {
  if (direction === 'ltr' && !TURNS.test(text)) return NONE;
  const commasIn = direction === 'rtl' ? findListCommas : () => [];
  if (own.length === 0) return { forms: findNumberIsolates(text), marks: commasIn(text) };
  const cuts = new Set([0, text.length]);
  for (const { start, end } of own) cuts.add(start).add(end);
  const fixed = own.filter((isolate) => isolate.direction === 'ltr');
  const borders = [...cuts].sort((a, b) => a - b);
  const forms: IsolatedRange[] = [];
  const marks: number[] = [];
  for (let i = 1; i < borders.length; i++) {
    const [from, to] = [borders[i - 1]!, borders[i]!];
    if (fixed.some(({ start, end }) => start <= from && to <= end)) continue;
    const part = text.slice(from, to);
    for (const form of findNumberIsolates(part))
      forms.push({ ...form, start: form.start + from, end: form.end + from });
    for (const mark of commasIn(part)) marks.push(mark + from);
  }
  return { forms, marks };
}

const INITIATOR = { ltr: '\u2066', rtl: '\u2067', auto: '\u2068' } as const;
const OVERRIDE = { ltr: '\u202D', rtl: '\u202E', auto: '' } as const;
const PDI = '\u2069';
const PDF = '\u202C';
const RLM = '\u200F';

/**
 * The levels of `text` with control characters around each isolate, without theirs.
 *
 * @param marks where right-to-left marks are to stand
 */
export function resolveIsolated(
  text: string,
  isolates: readonly IsolatedRange[],
  direction: Direction,
  marks: readonly number[] = [],
): ResolvedLevels {
  const controls = controlsOf(isolates, marks);
  let controlled = '';
  let start = 0;
  for (const [at, inserted] of controls) {
    controlled += text.slice(start, at) + inserted;
    start = at;
  }
  const resolved = resolveParagraph(controlled + text.slice(start), direction).levels;
  const levels = new Uint8Array(text.length);
  const borders = new Map<number, number>();
  start = 0;
  let before = 0;
  for (const [at, inserted] of controls) {
    levels.set(resolved.subarray(start + before, at + before), start);
    const level = lowestLevel(resolved.subarray(at + before, at + before + inserted.length), inserted);
    before += inserted.length;
    start = at;
    if (at > 0 && at < text.length && level < Math.min(levels[at - 1]!, resolved[at + before]!))
      borders.set(at, level);
  }
  levels.set(resolved.subarray(start + before), start);
  return { levels, borders: borders.size > 0 ? borders : null };
}

/** Of what takes part in L2; X9 takes overrides and their ends out. */
function lowestLevel(levels: Uint8Array, controls: string): number {
  let lowest = Number.POSITIVE_INFINITY;
  for (let i = 0; i < levels.length; i++)
    if (!/[\u202C-\u202E]/.test(controls[i]!)) lowest = Math.min(lowest, levels[i]!);
  return lowest;
}

/** What is inserted into the text, and where, in order of place. */
function controlsOf(
  isolates: readonly IsolatedRange[],
  marks: readonly number[],
): readonly (readonly [number, string])[] {
  const controls = new Map<number, string>();
  const ordered = inOrder(isolates);
  // Outer ranges begin first; where several end the inner ends first, and all end before any begins.
  for (const { start, direction, override } of ordered)
    controls.set(
      start,
      (controls.get(start) ?? '') + INITIATOR[direction] + (override ? OVERRIDE[direction] : ''),
    );
  for (const mark of marks) controls.set(mark, RLM + (controls.get(mark) ?? ''));
  for (const { end, override } of ordered)
    controls.set(end, (override ? PDF + PDI : PDI) + (controls.get(end) ?? ''));
  return [...controls].sort(([a], [b]) => a - b);
}

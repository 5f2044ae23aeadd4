import { DIGITS } from '../base/digits.ts';
import type { Direction } from '../base/geometry.ts';
import { directionOfText, LTR, RTL } from '../base/text-direction.ts';
import { type IsolatedRange, isolateForms, resolveLevels } from '../text/bidi.ts';
import { OBJECT } from '../text/collect.ts';
import { resolveParagraph } from '../text/uax9.ts';
import type { WordRun } from './line-run.ts';

/** A run of one direction. */
interface DirectedWords {
  readonly run: WordRun;
  readonly text: string;
  readonly isRtl: boolean;
}

/**
 * Runs cut where the direction changes. Word asks each run for its direction (`w:rtl`) and orders by UAX#9 only inside of
 * it: what this algorithm says of the whole line is said run by run. Programs that go by the characters alone
 * (LibreOffice, whoever copies the text) are told by marks, where isolates and number forms read otherwise without them.
 */
export function directRuns(runs: readonly WordRun[], direction: Direction): readonly DirectedWords[] {
  const collected = collect(runs);
  const rtlAt = findRtl(collected.text, resolveLevels(collected, direction).levels);
  const marks = findMarks(collected, direction);
  return collected.spans.flatMap(({ start, end, inline }) => {
    if (inline.kind === 'object')
      return [{ run: inline, text: '', isRtl: rtlAt[start] ?? direction === 'rtl' }];
    return cut(start, end, rtlAt).map(([from, to]) => ({
      run: inline,
      text: withMarks(collected.text.slice(from, to), from, marks),
      isRtl: rtlAt[from] ?? false,
    }));
  });
}

interface CollectedRuns {
  readonly text: string;
  readonly spans: readonly { readonly start: number; readonly end: number; readonly inline: WordRun }[];
}

function collect(runs: readonly WordRun[]): CollectedRuns {
  let text = '';
  const spans = runs.map((inline) => {
    const start = text.length;
    text += inline.kind === 'object' ? OBJECT : inline.text;
    return { start, end: text.length, inline };
  });
  return { text, spans };
}

const PLAIN_NUMBER = new RegExp(`^[${DIGITS}]+(?:[.,:/\\u066B\\u066C\\u060C][${DIGITS}]+)*$`);

/** Of each unit whether it is in a run from the right: by its level, but a number alone runs with the words around it. */
function findRtl(text: string, levels: Uint8Array): readonly boolean[] {
  const isRtl = Array.from(levels, (level) => level % 2 === 1);
  for (let from = 0; from < levels.length; from++) {
    if (levels[from]! < 2 || levels[from]! % 2 === 1) continue;
    let to = from;
    while (to < levels.length && levels[to]! >= 2 && levels[to]! % 2 === 0) to++;
    if (PLAIN_NUMBER.test(text.slice(from, to))) isRtl.fill(true, from, to);
    from = to;
  }
  return isRtl;
}

function cut(start: number, end: number, rtlAt: readonly boolean[]): readonly [number, number][] {
  const pieces: [number, number][] = [];
  for (let at = start; at < end; at++) {
    const last = pieces.at(-1);
    if (last !== undefined && rtlAt[at - 1] === rtlAt[at]) last[1] = at + 1;
    else pieces.push([at, at + 1]);
  }
  return pieces;
}

const MARK = { ltr: '\u200E', rtl: '\u200F' } as const;
const STRONG = { ltr: LTR, rtl: RTL } as const;

/** Marks by the offset they stand at: those that go with the unit after it, and with the one before it. */
interface Marks {
  readonly before: Map<number, string>;
  readonly after: Map<number, string>;
}

function findMarks(collected: CollectedRuns, direction: Direction): Marks {
  const marks: Marks = { before: new Map(), after: new Map() };
  const { text, spans } = collected;
  const own = ownIsolates(spans);
  const { forms, marks: commas } = isolateForms(collected, direction);
  const isolates = [...own, ...forms];
  if (isolates.length + commas.length === 0) return marks;
  for (const at of commas) marks.after.set(at, MARK.rtl);
  const wanted = resolveLevels(collected, direction).levels;
  const plain = resolveParagraph(text, direction).levels;
  for (const isolate of isolates) {
    if (isLikeAround(isolate, wanted, plain)) continue;
    addMarks(text, isolate, direction, marks);
  }
  return marks;
}

function ownIsolates(spans: CollectedRuns['spans']): readonly IsolatedRange[] {
  const ranges = new Map<WordRun['isolates'][number], { start: number; end: number }>();
  for (const { start, end, inline } of spans)
    for (const isolate of inline.isolates) {
      const range = ranges.get(isolate);
      if (range === undefined) ranges.set(isolate, { start, end });
      else range.end = end;
    }
  return Array.from(ranges, ([isolate, range]) => ({ ...range, ...isolate }));
}

/** Whether a stretch reads so by itself, with what stands beside it: every unit of it on the same side, its neighbours too. */
function isLikeAround({ start, end }: IsolatedRange, wanted: Uint8Array, plain: Uint8Array): boolean {
  for (let at = Math.max(0, start - 1); at < Math.min(wanted.length, end + 1); at++)
    if (wanted[at]! % 2 !== plain[at]! % 2) return false;
  return true;
}

const NEUTRAL = /[^\p{L}\p{M}\p{Nd}]/u;

/**
 * Inside of the stretch where it does not begin or end with a letter of its own direction, and outside where what is there
 * is none of that around; in one whose digits are turned by an override, around each sign of it.
 */
function addMarks(
  text: string,
  { start, end, direction, override }: IsolatedRange,
  around: Direction,
  { before, after }: Marks,
): void {
  const own = direction === 'auto' ? directionOfText(text.slice(start, end), around) : direction;
  const add = (marks: Map<number, string>, at: number, mark: string) =>
    marks.set(at, (marks.get(at) ?? '') + mark);
  if (start > 0 && !STRONG[around].test(text[start - 1]!)) add(after, start, MARK[around]);
  if (!STRONG[own].test(text[start]!)) add(before, start, MARK[own]);
  for (let at = start; override === true && at < end; at++)
    if (NEUTRAL.test(text[at]!)) {
      add(before, at, MARK[own]);
      add(after, at + 1, MARK[own]);
    }
  if (!STRONG[own].test(text[end - 1]!)) add(after, end, MARK[own]);
  if (end < text.length && !STRONG[around].test(text[end]!)) add(before, end, MARK[around]);
}

function withMarks(text: string, start: number, { before, after }: Marks): string {
  if (before.size + after.size === 0) return text;
  let marked = '';
  for (let at = 0; at < text.length; at++)
    marked += (before.get(start + at) ?? '') + text[at]! + (after.get(start + at + 1) ?? '');
  return marked;
}

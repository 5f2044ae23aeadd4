import type { Direction } from '../base/geometry.ts';
import { type FormIsolates, isolateForms } from '../text/bidi.ts';
import { OBJECT } from '../text/collect.ts';
import type { LineRun, Wrap } from './collect-runs.ts';

/**
 * Runs with isolates around the forms that UAX#9 would tear apart and marks after the commas it would, as they are in
 * the print. A form that lies in several runs is one isolate.
 */
export function setFormsApart(
  runs: readonly LineRun[],
  direction: Direction,
  setApart: (direction: Direction | 'auto', override: boolean, name: string | null) => Wrap,
): readonly LineRun[] {
  const collected = collect(runs);
  const { forms, marks } = isolateForms(collected, direction);
  if (forms.length === 0 && marks.length === 0) return runs;
  const isolates = forms.map(({ start, end, direction: own, override }) => ({
    start,
    end,
    wrap: setApart(own, override ?? false, isWhole(collected.text.slice(start, end)) ? 'number' : null),
  }));
  return collected.spans.flatMap(({ start, inline: run }) =>
    run.kind === 'text' ? cutText(run, start, isolates, marks) : [run],
  );
}

/** Characters: the longest number of a telephone has 20 with its spaces. */
const LONGEST_WHOLE = 24;

/** Whether a line may not end in it: a date, a number of a telephone, but no address. */
function isWhole(form: string): boolean {
  return form.length <= LONGEST_WHOLE && /\p{Nd}/u.test(form) && !/\p{L}/u.test(form);
}

/** As written: what collapses in print does so on a screen. */
function collect(runs: readonly LineRun[]) {
  let text = '';
  const spans = runs.map((inline) => {
    const start = text.length;
    text += inline.kind === 'object' ? OBJECT : inline.text;
    return { start, end: text.length, inline };
  });
  return { text, spans };
}

type Placed = { readonly start: number; readonly end: number; readonly wrap: Wrap };

const RLM = '\u200F';

/** One run of text as several, each in the isolates around it. @param offset where it begins in its block */
function cutText(
  run: LineRun,
  offset: number,
  isolates: readonly Placed[],
  marks: FormIsolates['marks'],
): readonly LineRun[] {
  const end = offset + run.text.length;
  const around = isolates.filter((one) => one.start < end && one.end > offset);
  const cuts = new Set([offset, end, ...around.flatMap((one) => [one.start, one.end])]);
  const places = [...cuts].filter((at) => at >= offset && at <= end).sort((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index]!;
    const inside = around.filter((one) => one.start <= from && to <= one.end).map(({ wrap }) => wrap);
    const text = withMarks(run.text.slice(from - offset, to - offset), from, marks);
    return { ...run, text, wraps: [...run.wraps, ...inside] };
  });
}

function withMarks(text: string, start: number, marks: readonly number[]): string {
  let marked = '';
  let from = 0;
  for (const mark of marks) {
    const at = mark - start;
    if (at <= from || at > text.length) continue;
    marked += text.slice(from, at) + RLM;
    from = at;
  }
  return marked + text.slice(from);
}

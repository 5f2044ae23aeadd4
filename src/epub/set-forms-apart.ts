import type { TextBlock } from '../style/blocks.ts';
import type { Inline, InlineContent, Isolate } from '../style/inline.ts';
import { type FormIsolates, isolateForms } from '../text/bidi.ts';
import { type Collected, OBJECT } from '../text/collect.ts';

/**
 * The runs of a block with isolates around the forms that UAX#9 would tear apart and marks after the commas it
 * would, as they are in the print. A form that lies in several runs is one isolate.
 */
export function setFormsApart({ content, paragraph }: TextBlock<InlineContent>): InlineContent {
  if (paragraph.preformatted) return content;
  const collected = collectRuns(content);
  const { forms, marks } = isolateForms(collected, paragraph.direction);
  if (forms.length === 0 && marks.length === 0) return content;
  const isolates = forms.map(
    ({ start, end, direction, override }) =>
      ({ start, end, isolate: { direction, override: override ?? false } }) as const,
  );
  return collected.spans.flatMap(({ start, inline }) =>
    inline.kind === 'text' ? cutText(inline, start, isolates, marks) : [inline],
  );
}

/** As written: what collapses in print does so on a screen. */
function collectRuns(content: InlineContent): Collected {
  let text = '';
  const spans = content.map((inline) => {
    const start = text.length;
    text += inline.kind === 'text' ? inline.text : inline.kind === 'note-ref' ? inline.label : OBJECT;
    return { start, end: text.length, inline };
  });
  return { text, spans };
}

type Placed = { readonly start: number; readonly end: number; readonly isolate: Isolate };

const RLM = '\u200F';

/** One run of text as several, each in the isolates around it. @param offset where it begins in its block */
function cutText(
  inline: Extract<Inline, { kind: 'text' }>,
  offset: number,
  isolates: readonly Placed[],
  marks: FormIsolates['marks'],
): readonly Inline[] {
  const end = offset + inline.text.length;
  const around = isolates.filter((one) => one.start < end && one.end > offset);
  const cuts = new Set([offset, end, ...around.flatMap((one) => [one.start, one.end])]);
  const places = [...cuts].filter((at) => at >= offset && at <= end).sort((a, b) => a - b);
  return places.slice(1).map((to, index) => {
    const from = places[index]!;
    const inside = around.filter((one) => one.start <= from && to <= one.end).map(({ isolate }) => isolate);
    const text = withMarks(inline.text.slice(from - offset, to - offset), from, marks);
    return { ...inline, text, isolates: [...inline.isolates, ...inside] };
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

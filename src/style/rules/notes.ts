import { callComma } from '../../base/language.ts';
import type { NoteCall, ResolvedNote } from '../../resolve/inline-nodes.ts';
import type { Note } from '../blocks.ts';
import { makeItem, makeText, makeTextInline, textStyleOf } from '../build-block.ts';
import type { BlockScope, InlineFormatting } from '../context.ts';
import type { Inline, InlineContent, Isolate } from '../inline.ts';

/** Notes: the number in the text, and the note for the foot of the page. */

/** Reads from the left: a bare number beside a bracket must not be reordered with it. One object each: isolates that are the same object are one stretch. */
function isolateNumber(): Isolate {
  return { direction: 'ltr' };
}

/** The number of a note where the text calls it. The first call carries the note itself. */
export function callNote(node: NoteCall, formatting: InlineFormatting): readonly Inline[] {
  const { label, link, tagTarget, note, anchor, touches, origin } = node;
  const call = {
    style: callStyle(formatting),
    tagTarget,
    link,
    isolates: [...formatting.isolates, isolateNumber()],
    origin,
  };
  const number: Inline =
    note === null
      ? { kind: 'text', text: label, ...call }
      : { kind: 'note-ref', label, note: styleNote(note, formatting.scope), ...call };
  const place: readonly Inline[] = anchor === null ? [] : [{ kind: 'anchor', id: anchor, ...call }];
  return [...(touches ? [partCalls(node, formatting)] : []), ...place, number];
}

function partCalls({ origin }: NoteCall, formatting: InlineFormatting): Inline {
  const text = callComma(formatting.scope.context.settings.dir);
  return makeTextInline(text, { ...formatting, style: callStyle(formatting), link: null }, origin);
}

/** Raised by a third of the size of the text it stands beside, in the proportion that its style has to the text. */
function callStyle({ scope: { context }, style }: InlineFormatting): InlineFormatting['style'] {
  const call = textStyleOf(context, 'note-call');
  const scale = style.size / context.theme.text.size;
  return context.styles.vary(style, {
    size: call.size * scale,
    rise: style.size * 0.36,
    color: call.color,
    weight: 400,
    italic: false,
  });
}

/** The number hangs at the start side of the note's paragraphs. */
function styleNote(note: ResolvedNote, scope: BlockScope): Note<InlineContent> {
  const { context } = scope;
  const { id, label, element, labelTarget, backTarget, back, children } = note;
  const { origin } = element;
  const formatting: InlineFormatting = {
    scope,
    style: textStyleOf(context, 'note-number'),
    tagTarget: backTarget,
    link: back,
    isolates: [isolateNumber()],
  };
  const empty = makeText(scope, 'note-number', labelTarget, [], origin);
  const marker = { ...empty, content: [makeTextInline(label, formatting, origin)] };
  const { markerWidth } = context.theme.notes;
  const item = makeItem(
    marker,
    context.blocks(children, scope),
    markerWidth,
    context.theme.lists.gap,
    origin,
  );
  return { id, element, children: [{ ...item, anchors: [id] }] };
}

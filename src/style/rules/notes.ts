import { callComma } from '../../base/language.ts';
import type { NoteCall, ResolvedNote } from '../../resolve/inline-nodes.ts';
import type { Endnotes } from '../../resolve/nodes.ts';
import type { Note } from '../blocks.ts';
import { makeBox, makeItem, makeText, makeTextInline, setPhrase, textStyleOf } from '../build-block.ts';
import type { BlockScope, InlineFormatting, StyledBlock } from '../context.ts';
import type { FieldInline, Inline, InlineContent, Isolate } from '../inline.ts';

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
  const field: FieldInline | null = node.field && { kind: 'field', field: node.field, ...call };
  const isAtFoot = formatting.scope.context.theme.notes.place === 'foot';
  const number: Inline =
    note === null || !isAtFoot
      ? (field ?? { kind: 'text', text: label, ...call })
      : { kind: 'note-ref', label, number: field, note: styleNote(note, formatting.scope), ...call };
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

/** Notes where a text ends, under a title. */
export function styleEndnotes(
  { title, groups, origin }: Endnotes,
  scope: BlockScope,
): readonly StyledBlock[] {
  const blocks = groups.flatMap((group): readonly StyledBlock[] => [
    ...(group.title === null ? [] : [setPhrase(scope, group.title)]),
    ...group.notes.flatMap((note) => styleNote(note, scope).children),
  ]);
  return [makeBox(scope.context, 'endnotes', [setPhrase(scope, title), ...blocks], origin)];
}

/** The number hangs at the start side of the note's paragraphs. */
function styleNote(note: ResolvedNote, scope: BlockScope): Note<InlineContent> {
  const { context } = scope;
  const { id, label, field, element, labelTarget, backTarget, back, children } = note;
  const { origin } = element;
  const formatting: InlineFormatting = {
    scope,
    style: textStyleOf(context, 'note-number'),
    tagTarget: backTarget,
    link: back,
    isolates: [isolateNumber()],
  };
  const empty = makeText(scope, 'note-number', labelTarget, [], origin);
  const { style, isolates } = formatting;
  const number: Inline =
    field === null
      ? makeTextInline(label, formatting, origin)
      : { kind: 'field', field, style, tagTarget: backTarget, link: back, isolates, origin };
  const marker = { ...empty, content: [number] };
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

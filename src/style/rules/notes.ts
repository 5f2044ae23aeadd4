import type { FootnoteReference } from 'mdast';
import type { Note } from '../blocks.ts';
import { makeItem, makePlainText, makeRun, styleOfRole } from '../build-block.ts';
import { callAnchor } from '../call-anchor.ts';
import { isArtifact, type StructElement } from '../element.ts';
import { type Flow, originOf, type Voice } from '../flow.ts';
import type { Inline, InlineContent, Isolate, Link } from '../inline.ts';

/** Notes: the number in the text, and the note for the foot of the page. */

/** Reads from the left: a bare number beside a bracket must not be reordered with it. One object each: isolates that are the same object are one stretch. */
function isolateNumber(): Isolate {
  return { direction: 'ltr' };
}

/** The number of a note where the text calls it. The first call carries the note itself. */
export function callNote(node: FootnoteReference, voice: Voice): readonly Inline[] {
  const { flow } = voice;
  const { run } = flow;
  const definition = run.notes.find(node.identifier);
  if (flow.notes === 'drop' || definition === null || isArtifact(voice.role)) return [];
  const origin = originOf(node);
  const { label, isNew } = run.notes.call(node.identifier);
  if (isNew && flow.notes === 'number') run.sink.report('note-nested', origin, { id: node.identifier });
  const reference = run.structure.add('Reference', voice.role, origin);
  const role = run.structure.add('Link', reference, origin);
  const id = noteAnchor(node.identifier);
  const link: Link = { kind: 'internal', target: id, contents: `${run.words.footnote} ${label}` };
  const call = {
    style: callStyle(voice),
    role,
    link,
    isolates: [...voice.isolates, isolateNumber()],
    origin,
  };
  if (!isNew || flow.notes === 'number') return [{ kind: 'text', text: label, ...call }];
  const element = run.structure.addTo('Note', voice.role, origin);
  const note: Note<InlineContent> = {
    id,
    element,
    children: styleNote(label, id, definition.children, element, flow),
  };
  return [{ kind: 'note-ref', label, note, ...call }];
}

/** A comma between two calls that touch: ١ and ٢ would read as twelve. */
export function partCalls(node: FootnoteReference, voice: Voice): Inline {
  const { dir } = voice.flow.run.settings;
  const text = dir === 'rtl' ? '\u060C\u00A0' : ',\u00A0';
  return makeRun(text, { ...voice, style: callStyle(voice), link: null }, originOf(node));
}

export function noteAnchor(identifier: string): string {
  return `note-${identifier}`;
}

/** Raised by a third of the size of the text it stands beside, in the proportion that the role has to the text. */
function callStyle({ flow: { run }, style }: Voice): Voice['style'] {
  const call = styleOfRole(run, 'note-call');
  const scale = style.size / run.theme.text.size;
  return run.styles.vary(style, {
    size: call.size * scale,
    rise: style.size * 0.36,
    color: call.color,
    weight: 400,
    italic: false,
  });
}

/** The number hangs at the start side of the note's paragraphs. */
function styleNote(
  label: string,
  id: string,
  nodes: Parameters<Flow['run']['blocks']>[0],
  element: StructElement,
  flow: Flow,
): Note<InlineContent>['children'] {
  const { run } = flow;
  const origin = element.origin;
  const lbl = run.structure.add('Lbl', element, origin);
  const back = run.structure.add('Link', lbl, origin);
  const inside: Flow = {
    ...flow,
    parent: element,
    textRole: 'note',
    notes: 'number',
    bullets: 0,
    numbers: 0,
  };
  const voice: Voice = {
    flow: inside,
    style: styleOfRole(run, 'note-number'),
    role: back,
    link: { kind: 'internal', target: callAnchor(id), contents: `${run.words.back} ${label}` },
    isolates: [isolateNumber()],
    literal: true,
  };
  const marker = {
    ...makePlainText(inside, 'note-number', lbl, '', origin),
    content: [makeRun(`${label}`, voice, origin)],
  };
  const { markerWidth } = run.theme.notes;
  return [
    {
      ...makeItem(marker, run.blocks(nodes, inside), markerWidth, run.theme.lists.gap, origin),
      anchors: [id],
    },
  ];
}

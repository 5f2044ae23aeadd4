import type { FootnoteDefinition, FootnoteReference } from 'mdast';
import { isArtifact } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import type { Around, InlineContext } from '../context.ts';
import type { Link, ResolvedInline, ResolvedNote } from '../inline-nodes.ts';

/** The number of a note where the text calls it. The first call carries the note itself. */
export function callNote(
  node: FootnoteReference,
  { around, tagTarget: parent }: InlineContext,
): readonly ResolvedInline[] {
  const { context } = around;
  const definition = context.notes.find(node.identifier);
  if (around.notes === 'drop' || definition === null || isArtifact(parent)) return [];
  const origin = originOf(node);
  const { label, isNew } = context.notes.call(node.identifier);
  if (isNew && around.notes === 'number') context.sink.report('note-nested', origin, { id: node.identifier });
  const reference = context.structure.add('Reference', parent, origin);
  const tagTarget = context.structure.add('Link', reference, origin);
  const id = `note-${node.identifier}`;
  const { numbering, place } = context.theme.notes;
  const byPage = numbering === 'page' && place === 'foot';
  const field = byPage ? ({ kind: 'note-number', note: id, counter: context.notes.counter } as const) : null;
  const contents = byPage ? context.words.footnote : `${context.words.footnote} ${label}`;
  const link: Link = { kind: 'internal', target: id, contents };
  const call = { kind: 'call', label, field, link, tagTarget, touches: false, origin } as const;
  if (!isNew || around.notes === 'number') return [{ ...call, note: null, anchor: null }];
  const anchor = `call-${id}`;
  const element = context.structure.addTo('Note', parent, origin);
  const note = makeNote({ id, label, field, element, anchor }, definition, around);
  return [{ ...call, note, anchor }];
}

/** @param called what of the note is known from its first call */
function makeNote(
  called: Pick<ResolvedNote, 'id' | 'label' | 'field' | 'element'> & { readonly anchor: string },
  definition: FootnoteDefinition,
  around: Around,
): ResolvedNote {
  const { id, label, field, element, anchor } = called;
  const { context } = around;
  const { origin } = element;
  const labelTarget = context.structure.add('Lbl', element, origin);
  const backTarget = context.structure.add('Link', labelTarget, origin);
  const back: Link = {
    kind: 'internal',
    target: anchor,
    contents: field === null ? `${context.words.back} ${label}` : context.words.back,
  };
  const children = context.blocks(definition.children, {
    ...around,
    parent: element,
    styleName: 'note',
    notes: 'number',
    bullets: 0,
    numbers: 0,
  });
  return { id, label, field, element, labelTarget, backTarget, back, children };
}

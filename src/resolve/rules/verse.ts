import type { List, Nodes, Paragraph } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { TagTarget } from '../../base/element.ts';
import { originOf } from '../../parse/node-origin.ts';
import { boxStyleIn } from '../../theme/rows.ts';
import type { Around } from '../context.ts';
import type { Bayt, ResolvedBlock, Stanza } from '../nodes.ts';
import { makePhrase, takeLabel } from '../phrase.ts';
import { makeCaption } from './captions.ts';
import { readBayts, type WrittenBayt } from './verse-lines.ts';

/** `:::verse[poet]`: a bayt a line, its hemistichs parted by ` ... ` (or ` *** `); an empty line begins a stanza. */
export function resolveVerse(node: ContainerDirective, around: Around): readonly ResolvedBlock[] {
  const { context } = around;
  const origin = originOf(node);
  const { label, rest } = takeLabel(node);
  const poem = context.structure.add('Div', around.parent, origin);
  const caption = makeCaption([], boxStyleIn(context.theme, 'verse').label, poem, around, node);
  const inside = { ...around, parent: poem };
  const written = rest.map((child) =>
    child.type === 'paragraph' || child.type === 'list' ? readBayts(child as Paragraph | List) : child,
  );
  const lines = written.flatMap((stanza) => ('type' in stanza ? [] : stanza));
  if (lines.length > 0 && lines.every(({ halves }) => halves.length === 1))
    context.sink.report('verse-halves', origin);
  const read = written.map((stanza) =>
    'type' in stanza ? stanza : stanza.map((bayt) => resolveBayt(bayt, poem, inside)),
  );
  const stanzas = read.map(
    (stanza): Stanza =>
      'type' in stanza
        ? { kind: 'blocks', children: context.blocks([stanza as Nodes], inside) }
        : { kind: 'bayts', bayts: stanza },
  );
  const poet =
    label.length === 0
      ? null
      : makePhrase(label, 'attribution', context.structure.add('P', poem, origin), inside, origin);
  return [{ kind: 'verse', tagTarget: poem, caption, stanzas, poet, origin }];
}

function resolveBayt({ halves, origin }: WrittenBayt, poem: TagTarget, around: Around): Bayt {
  const { structure } = around.context;
  const line = structure.add('P', poem, origin);
  const half = (nodes: readonly Nodes[]) =>
    makePhrase(nodes, 'verse', structure.add('Span', line, origin), around, origin);
  return { halves: halves.map(half), origin };
}

import type { Nodes } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Direction } from '../base/geometry.ts';
import { directionOfLang } from '../base/language.ts';
import type { Origin } from '../base/origin.ts';
import { makeStack } from './build-block.ts';
import { directionOfNodes } from './find-direction.ts';
import { type Flow, originOf, type StyledBlock } from './flow.ts';

/** Makes blocks where `flow` says. */
type Set = (flow: Flow) => readonly StyledBlock[];

/** What a directive says of its blocks with `:::ltr` and `:::rtl`, `{dir=…}` and `{lang=…}`, and then the blocks. */
export function inScope(node: ContainerDirective, flow: Flow, set: Set): readonly StyledBlock[] {
  const direction = writtenDirection(node, flow);
  const lang = node.attributes?.['lang'] ?? '';
  if (direction === null && lang === '') return set(flow);
  const { structure } = flow.run;
  const parent =
    lang === '' ? flow.parent : structure.add('Div', flow.parent, originOf(node), { lang: lang });
  const inside: Flow = {
    ...flow,
    parent,
    lang: lang === '' ? flow.lang : lang,
    direction: direction ?? directionOfLang(lang),
    directed: true,
  };
  return inDirection(inside, flow, originOf(node), set);
}

/** Blocks that are set as one: from their own side where all of them are foreign. */
export function inOwnDirection(
  nodes: readonly Nodes[],
  flow: Flow,
  origin: Origin,
  set: Set,
): readonly StyledBlock[] {
  if (flow.directed) return set(flow);
  return inDirection({ ...flow, direction: directionOfNodes(nodes, flow.direction) }, flow, origin, set);
}

/** One stack around blocks that begin from another side than what stands around them. */
function inDirection(inside: Flow, around: Flow, origin: Origin, set: Set): readonly StyledBlock[] {
  const blocks = set(inside);
  const { direction } = inside;
  return direction === around.direction || blocks.length === 0
    ? blocks
    : [makeStack(blocks, origin, {}, direction)];
}

/** The direction a directive names, null where it names none. */
export function directionOf({ name, attributes }: ContainerDirective): Direction | null {
  const written = name === 'ltr' || name === 'rtl' ? name : attributes?.['dir'];
  if (written === 'ltr' || written === 'rtl') return written;
  const lang = attributes?.['lang'] ?? '';
  return lang === '' ? null : directionOfLang(lang);
}

function writtenDirection(node: ContainerDirective, { run }: Flow): Direction | null {
  const written = node.attributes?.['dir'] ?? null;
  if (written !== null && written !== 'ltr' && written !== 'rtl')
    run.sink.report('direction-unknown', originOf(node), { written });
  return directionOf(node);
}

import type { ContainerDirective } from 'mdast-util-directive';
import { makeBox, makePlainText } from '../build-block.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import { wordsOf } from '../words.ts';
import { makeLabel, takeLabel } from './label.ts';

/** `:::note[title]`, `:::tip`, `:::warning`, `:::important`, `:::caution`: a thicker or thinner rule, and a word. */
export function styleCallout(node: ContainerDirective, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const look = boxRoleOf(run, node.name);
  const { label, rest } = takeLabel(node);
  const element = run.structure.add('Div', flow.parent, origin);
  const words = flow.lang === null ? run.words : wordsOf(flow.lang);
  const word = words[node.name as 'note' | 'tip' | 'warning' | 'important' | 'caution'];
  const title =
    label.length > 0
      ? makeLabel(label, look.label, element, flow, node)
      : [makePlainText(flow, look.label, run.structure.add('P', element, origin), word, origin)];
  const inside = {
    ...flow,
    parent: element,
    textRole: look.text,
    measure: flow.measure - look.padding.start - look.padding.end,
  };
  return [makeBox(run, node.name, [...title, ...run.blocks(rest, inside)], origin)];
}

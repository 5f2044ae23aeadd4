import type { Code } from 'mdast';
import { makeBox, makeText, makeVoice } from '../build-block.ts';
import { ARABIC } from '../find-direction.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';

/** Code: from the left, as written, and in its own language when spoken. */
export function styleCodeBlock(node: Code, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const roleName = boxRoleOf(run, 'code').text;
  const p = run.structure.add('P', flow.parent, origin);
  const code = run.structure.add('Code', p, origin);
  const voice = makeVoice(flow, roleName, code);
  const lang = ARABIC.test(node.value) ? voice.style.lang : 'en';
  const style = run.styles.vary(voice.style, { lang });
  const content = [
    { kind: 'text', text: node.value, style, role: code, link: null, isolates: [], origin } as const,
  ];
  const text = makeText(run, roleName, p, content, origin, { direction: 'ltr', preformatted: true });
  return [makeBox(run, 'code', [text], origin)];
}

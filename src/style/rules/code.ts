import { hasArabicLetter } from '../../base/arabic.ts';
import { cutCode } from '../../resolve/code-stretches.ts';
import type { CodeBlock } from '../../resolve/nodes.ts';
import { makeBox, makeRun, makeText, makeVoice } from '../build-block.ts';
import { type Flow, type StyledBlock, themeBoxStyle } from '../flow.ts';
import type { TextStyle } from '../inline.ts';
import { measureText } from '../measure-inlines.ts';

/** Code: from the left, as written, and in its own language when spoken. */
export function styleCode(node: CodeBlock, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const { text: whole, isPlain, origin } = node;
  const styleName = themeBoxStyle(run, 'code').text;
  const voice = makeVoice(flow, styleName, node.tagTarget);
  const lang = hasArabicLetter(whole) ? voice.style.lang : 'en';
  const size = voice.style.size * shrinkage(whole, voice.style, flow);
  const style = run.styles.vary(voice.style, { lang, size });
  const first = node.start;
  let place = first;
  const content = cutCode(whole, isPlain).map(({ text, direction }) => {
    const isolates = direction === null ? [] : [{ direction }];
    const { line, column } = place;
    const turns = Array.from(text.matchAll(/\n/g), ({ index }, turned) => ({
      at: index + 1,
      line: line + turned + 1,
      column: first.column,
    }));
    const last = turns.at(-1) ?? { at: 0, line, column };
    place = { line: last.line, column: last.column + text.length - last.at };
    const cut = makeRun(text, { ...voice, style, isolates }, { ...origin, line, column });
    return turns.length === 0 ? cut : { ...cut, turns };
  });
  const text = makeText(flow, styleName, node.paragraphTarget, content, origin, {
    direction: 'ltr',
    preformatted: true,
  });
  return [makeBox(run, 'code', [text], origin)];
}

/** Rather than turn over, lines that are somewhat too long make the type smaller, as far as the theme lets them. */
function shrinkage(code: string, style: TextStyle, { run, measure }: Flow): number {
  const { least } = run.theme.code;
  const { padding } = themeBoxStyle(run, 'code');
  const room = measure - padding.start - padding.end;
  const longest = code
    .split('\n')
    .reduce((most, line) => Math.max(most, line.length > 20 ? measureText(line, style, run) : 0), 0);
  const share = room / longest;
  return share >= 1 || share < least ? 1 : share;
}

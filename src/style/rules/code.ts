import type { Code } from 'mdast';
import { hasArabicLetter } from '../../base/arabic.ts';
import type { Origin } from '../../base/origin.ts';
import { makeBox, makeRun, makeText, makeVoice } from '../build-block.ts';
import { cutCode } from '../code-stretches.ts';
import { boxRoleOf, type Flow, originOf, type StyledBlock } from '../flow.ts';
import type { TextStyle } from '../inline.ts';
import { measureText } from '../measure-inlines.ts';

/** Code: from the left, as written, and in its own language when spoken. */
export function styleCodeBlock(node: Code, flow: Flow): readonly StyledBlock[] {
  const { run } = flow;
  const origin = originOf(node);
  const roleName = boxRoleOf(run, 'code').text;
  const p = run.structure.add('P', flow.parent, origin);
  const code = run.structure.add('Code', p, origin);
  const voice = makeVoice(flow, roleName, code);
  const lang = hasArabicLetter(node.value) ? voice.style.lang : 'en';
  const size = voice.style.size * shrinkage(node.value, voice.style, flow);
  const style = run.styles.vary(voice.style, { lang, size });
  const first = placeOfCode(node);
  let place = first;
  const content = cutCode(node.value, isPlain(node)).map(({ text, direction }) => {
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
  const text = makeText(flow, roleName, p, content, origin, { direction: 'ltr', preformatted: true });
  return [makeBox(run, 'code', [text], origin)];
}

type Spot = Pick<Origin, 'line' | 'column'>;

/** Where the code itself begins: below its fence, or behind its four spaces. */
function placeOfCode(node: Code): Spot {
  const { line, column } = originOf(node);
  const { start, end } = node.position ?? {};
  if (!start || !end) return { line, column };
  const isFenced = end.line - start.line > node.value.split('\n').length - 1;
  return isFenced ? { line: line + 1, column } : { line, column: column + 4 };
}

/** Text in the shape it was typed in, and no language that machines read. */
function isPlain({ lang }: Code): boolean {
  return lang === null || lang === undefined || /^(?:te?xt|plain|plaintext|md|markdown|none)$/i.test(lang);
}

/** Rather than turn over, lines that are somewhat too long make the type smaller, as far as the theme lets them. */
function shrinkage(code: string, style: TextStyle, { run, measure }: Flow): number {
  const { least } = run.theme.code;
  const { padding } = boxRoleOf(run, 'code');
  const room = measure - padding.start - padding.end;
  const longest = code
    .split('\n')
    .reduce((most, line) => Math.max(most, line.length > 20 ? measureText(line, style, run) : 0), 0);
  const share = room / longest;
  return share >= 1 || share < least ? 1 : share;
}

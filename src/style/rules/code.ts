import { hasArabicLetter } from '../../base/arabic.ts';
import { cutCode } from '../../resolve/code-stretches.ts';
import type { CodeBlock } from '../../resolve/nodes.ts';
import { makeBox, makeFormatting, makeStack, makeText, makeTextInline, setPhrase } from '../build-block.ts';
import { type BlockScope, type StyledBlock, themeBoxStyle } from '../context.ts';

/** Code: from the left, as written, and in its own language when spoken. */
export function styleCode(node: CodeBlock, scope: BlockScope): readonly StyledBlock[] {
  const { context } = scope;
  const { text: whole, isPlain, origin } = node;
  const styleName = themeBoxStyle(context, 'code').text;
  const formatting = makeFormatting(scope, styleName, node.tagTarget);
  const lang = hasArabicLetter(whole) ? formatting.style.lang : 'en';
  const style = context.styles.vary(formatting.style, { lang });
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
    const cut = makeTextInline(text, { ...formatting, style, isolates }, { ...origin, line, column });
    return turns.length === 0 ? cut : { ...cut, turns };
  });
  const text = makeText(scope, styleName, node.paragraphTarget, content, origin, {
    direction: 'ltr',
    preformatted: true,
    shrink: context.theme.code.least,
  });
  const box = makeBox(context, 'code', [text], origin);
  if (node.caption === null) return [box];
  const { before, after } = themeBoxStyle(context, 'code');
  const caption = setPhrase(scope, node.caption);
  return [makeStack([caption, { ...box, spaceBefore: 0 }], origin, { before, after })];
}
